/** Where a wide sheet is cut for print, so that its columns stay readable. */

/** Characters of this width fit across a landscape page at 100 %, also where Calibri is replaced by a wider font. */
const pageWidth = 108

/**
 * The columns before which a printed page ends and the scale in % at which every page holds its columns beside the
 * `repeated` first ones; null without a break, where one page holds the sheet.
 */
export function columnPages(
  breaks: readonly number[],
  widths: readonly number[],
  repeated: number,
): { readonly pageBreaks: readonly number[]; readonly printScale: number } | null {
  if (breaks.length === 0) return null
  const sum = (from: number, to: number): number => widths.slice(from, to).reduce((a, b) => a + b, 0)
  const pages = [0, ...breaks].map(
    (from, at) => sum(from, breaks[at] ?? widths.length) + (at > 0 ? sum(0, repeated) : 0),
  )
  return {
    pageBreaks: breaks,
    printScale: Math.min(100, Math.floor((pageWidth / Math.max(...pages)) * 100)),
  }
}
