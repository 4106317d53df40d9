/** Heights of rows whose texts wrap: programs that do not fit rows by themselves would cut them off. */
import type { BookCell } from './book'
import { fillMark } from './pack-content'

const lineHeight = 13.2

/** Room that a header leaves free at its sides, in characters. */
const headerRoom = 3

/** Heights in points by row: at least those given, and those of rows in which a wrapped text needs more than one line. */
export function rowHeights(
  rows: readonly (readonly (BookCell | null)[])[],
  widths: readonly number[],
  given: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const heights = new Map(given)
  rows.forEach((row, at) => {
    let lines = 1
    row.forEach((cell, column) => {
      if (cell?.wrap && typeof cell.value === 'string')
        lines = Math.max(lines, linesOf(cell.value, widths[column] ?? 10))
      else if (cell?.look?.startsWith('header') && typeof cell.value === 'string')
        lines = Math.max(lines, wordLines(cell.value, (widths[column] ?? 10) - headerRoom))
    })
    if (lines > 1) heights.set(at, Math.max(given.get(at) ?? 0, Math.min(400, lines * lineHeight + 3)))
  })
  return heights
}

/** Lines of a text in a column that is so many characters wide. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)

/** The width in characters at which a header's longest word does not break; the mark of fill-in columns stays with its word. */
export const headerWidth = (text: string): number =>
  Math.max(...wordsOf(text).map(each => each.length)) + headerRoom

/** Lines of a header whose words stay whole. */
function wordLines(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of wordsOf(text)) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
  }
  return lines
}

const wordsOf = (text: string): readonly string[] => text.replace(fillMark, '✎\u00a0').split(' ')
