/** Refuses files whose few bytes ask a library for endless cells: repeated rows and columns, far indexes. */
import { sheetLimit } from './limits'
import { attributes } from './xml'

/** How many cells an OpenDocument sheet fills when its repeats are written out, counting up to `limit`. */
export function repeatedCells(content: string, limit: number): number {
  let total = 0
  let rowTimes = 1
  for (
    let at = content.indexOf('<table:');
    at >= 0 && total <= limit;
    at = content.indexOf('<table:', at + 1)
  ) {
    const isRow = content.startsWith('table-row', at + 7) && /[\s/>]/.test(content.charAt(at + 16))
    const isCell = content.startsWith('table-cell', at + 7)
    if (!isRow && !isCell) continue
    const end = content.indexOf('>', at)
    if (end < 0) break
    const tag = attributes(content.slice(at, end))
    if (isRow) rowTimes = Math.max(1, Number(tag.get('number-rows-repeated') ?? 1) || 1)
    // A cell that closes in its own tag and has no value is empty, however often it is repeated.
    else if (content.charAt(end - 1) !== '/' || tag.has('value') || tag.has('value-type'))
      total += rowTimes * Math.max(1, Number(tag.get('number-columns-repeated') ?? 1) || 1)
  }
  return total
}

/** Whether a text-based sheet (SYLK, SpreadsheetML 2003, HTML) names rows or columns beyond any sheet. */
export function namesFarCells(text: string): boolean {
  for (const match of text.matchAll(
    /(?:;[XYRC]|\b(?:ss:)?(?:Index|MergeAcross|MergeDown|colspan|rowspan)\s*=\s*["']?)(\d{5,})/gi,
  ))
    if (Number(match[1]) > sheetLimit.rows) return true
  return false
}
