/** Heights of rows whose texts wrap: programs that do not fit rows by themselves would cut them off. */
import type { BookCell } from './book'

const lineHeight = 13.2

/** Heights in points by row: those given, and those of rows in which a wrapped text needs more than one line. */
export function rowHeights(
  rows: readonly (readonly (BookCell | null)[])[],
  widths: readonly number[],
  given: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const heights = new Map(given)
  rows.forEach((row, at) => {
    if (given.has(at)) return
    let lines = 1
    row.forEach((cell, column) => {
      if (cell?.wrap && typeof cell.value === 'string')
        lines = Math.max(lines, linesOf(cell.value, widths[column] ?? 10))
    })
    if (lines > 1) heights.set(at, Math.min(400, lines * lineHeight + 3))
  })
  return heights
}

/** Lines of a text in a column that is so many characters wide. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
