/** Joins the rows of a header into one name a column. */
import { isEmpty, nameText } from './row-profile'
import type { Cell, Merge } from './sheet'

const mostMerges = 2000

/** One name a column, top level first: "Q1" over "Plan" is "Q1 Plan"; a merged cell counts once; '' is no name. */
export function headerNames(
  rows: readonly Cell[][],
  headerRows: readonly number[],
  merges: readonly Merge[],
  width: number,
): string[] {
  const last = headerRows[headerRows.length - 1]
  if (last === undefined) return Array.from({ length: width }, () => '')
  const relevant = merges
    .filter(m => m.bottom >= (headerRows[0] as number) && m.top <= last)
    .slice(0, mostMerges)
  const levels = headerRows.map(r => levelNames(rows, r, r === last, relevant, width))
  return Array.from({ length: width }, (_, c) =>
    levels
      .map(level => level[c] as string)
      .filter(name => name !== '')
      .join(' '),
  )
}

function levelNames(
  rows: readonly Cell[][],
  r: number,
  lowest: boolean,
  merges: readonly Merge[],
  width: number,
): string[] {
  const row = rows[r] ?? []
  const names: string[] = []
  const grouped = !lowest && isGroupRow(row, width)
  let group = ''
  for (let c = 0; c < width; c++) {
    const merge = merges.find(m => m.top <= r && r <= m.bottom && m.left <= c && c <= m.right)
    if (merge !== undefined) {
      // A merge over two rows of the header is one cell: its name belongs to its first row only.
      names.push(merge.top === r ? nameText(rows[merge.top]?.[merge.left]) : '')
      group = ''
      continue
    }
    const name = nameText(row[c])
    if (name !== '') group = name
    names.push(name === '' && grouped ? group : name)
  }
  return names
}

// Without merges, a gap behind a group's name belongs to the group.
function isGroupRow(row: readonly Cell[], width: number): boolean {
  let filled = 0
  for (let c = 0; c < width; c++) if (!isEmpty(row[c])) filled++
  return filled > 0 && filled <= width * 0.6
}
