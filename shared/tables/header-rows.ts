/** Finds the rows that name the columns, under banners and over several rows. */
import { filledColumns, filledCount, isEmpty, isLabel, isTyped, nameText } from './row-profile'
import type { Cell, Merge } from './sheet'

/** The rows of the header from top to bottom (none when the first row is data) and where the data begin. */
export interface HeaderRows {
  readonly rows: readonly number[]
  readonly firstData: number
}

const lookedAt = 200
const mostHeaderRows = 5

/** Finds the header. `rows` may have blank rows and banners above it. */
export function findHeader(rows: readonly Cell[][], merges: readonly Merge[]): HeaderRows {
  const candidates: number[] = []
  for (let r = 0; r < rows.length && candidates.length < lookedAt; r++)
    if (filledCount(rows[r] as Cell[]) > 0) candidates.push(r)
  const wide = widthNeeded(candidates.map(r => filledCount(rows[r] as Cell[])))
  const at = candidates.findIndex(r => filledCount(rows[r] as Cell[]) >= wide)
  if (at < 0) return { rows: [], firstData: candidates[0] ?? 0 }
  const looked = candidates.slice(at)
  const start = headerAmong(rows, looked)
  if (start === null) return { rows: [], firstData: looked[0] as number }
  const below = looked.filter(r => r > start)
  const last = lastHeaderRow(rows, start, below, merges)
  const found = groupRowsAbove(rows, start, merges)
  for (let r = start; r <= last; r++) found.push(r)
  return { rows: found, firstData: last + 1 }
}

/** How many filled cells make a row of the table rather than a banner: half of what rows usually have. */
function widthNeeded(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b)
  const usual = sorted[Math.floor(sorted.length * 0.6)] ?? 1
  return usual <= 1 ? 1 : Math.max(2, Math.ceil(usual / 2))
}

/** The first row that can be a header, looking past a few wide banner rows; null when the table has none. */
function headerAmong(rows: readonly Cell[][], looked: readonly number[]): number | null {
  const first = looked[0] as number
  if (namesColumns(rows, first, looked.slice(1))) return first
  let widest = filledCount(rows[first] as Cell[])
  for (const [i, r] of looked.slice(1, 12).entries()) {
    const filled = filledCount(rows[r] as Cell[])
    const below = looked.slice(i + 2)
    if (filled > widest && below.length > 0 && namesColumns(rows, r, below)) return r
    widest = Math.max(widest, filled)
  }
  return null
}

function namesColumns(rows: readonly Cell[][], r: number, below: readonly number[]): boolean {
  const row = rows[r] as Cell[]
  const filled = filledColumns(row)
  const labels = filled.filter(c => isLabel(row[c]))
  if (labels.length < filled.length * 0.9) return false
  if (filled.every(c => typeof row[c] !== 'string' || isTyped(row[c]))) return false
  // A value that stands again and again in its own column is a value, not a name.
  const sample = below
    .slice(0, lookedAt)
    .map(b => rows[b] as Cell[])
    .filter(other => !sameNames(other, row))
  if (sample.length < 3) return true
  const repeated = filled.filter(c => {
    const name = nameText(row[c])
    return sample.filter(other => nameText(other[c]) === name).length > Math.max(1, sample.length * 0.02)
  })
  return repeated.length < Math.max(1, filled.length / 3)
}

/** Columns that hold numbers or dates in most rows below. */
function typedColumns(rows: readonly Cell[][], below: readonly number[]): number[] {
  const filled = new Map<number, number>()
  const typed = new Map<number, number>()
  for (const r of below.slice(0, 60)) {
    const row = rows[r] as Cell[]
    for (const c of filledColumns(row)) {
      filled.set(c, (filled.get(c) ?? 0) + 1)
      if (isTyped(row[c])) typed.set(c, (typed.get(c) ?? 0) + 1)
    }
  }
  return [...typed].filter(([c, times]) => times > (filled.get(c) ?? 0) * 0.6).map(([c]) => c)
}

/** Rows under the first header row belong to it while they name columns whose values are no text. */
function lastHeaderRow(
  rows: readonly Cell[][],
  start: number,
  below: readonly number[],
  merges: readonly Merge[],
): number {
  const typed = typedColumns(rows, below)
  const top = rows[start] as Cell[]
  let last = start
  for (const r of below.slice(0, mostHeaderRows - 1)) {
    if (r !== last + 1) break
    const row = rows[r] as Cell[]
    const same = filledColumns(row).length > 1 && sameNames(row, top)
    if (!same && !continuesHeader(row, rows[last] as Cell[], typed) && !mergedWith(merges, last, r)) break
    last = r
  }
  return below.length > 0 && last === below[below.length - 1] && last > start ? start : last
}

const sameNames = (one: readonly Cell[], two: readonly Cell[]): boolean =>
  one.length === two.length && one.every((cell, c) => nameText(cell) === nameText(two[c]))

function continuesHeader(row: readonly Cell[], above: readonly Cell[], typed: readonly number[]): boolean {
  const filled = filledColumns(row)
  if (typed.length === 0 || filled.some(c => !isLabel(row[c]))) return false
  const named = typed.filter(c => isLabel(row[c]))
  // One text in one typed column may be "n/a"; half of several are names.
  return named.length >= Math.max(2, typed.length / 2) || (typed.length === 1 && fillsGaps(row, above, named))
}

const fillsGaps = (row: readonly Cell[], above: readonly Cell[], named: readonly number[]): boolean =>
  named.length > 0 &&
  filledColumns(row).every(c => isEmpty(above[c]) || named.includes(c)) &&
  filledCount(row) > 1

const mergedWith = (merges: readonly Merge[], upper: number, lower: number): boolean =>
  merges.some(m => m.top <= upper && m.bottom >= lower && m.bottom - m.top < mostHeaderRows)

/** Rows right above that group columns: a merge over several columns, or names with gaps between them. */
function groupRowsAbove(rows: readonly Cell[][], start: number, merges: readonly Merge[]): number[] {
  const found: number[] = []
  const width = (rows[start] as Cell[]).length
  for (let r = start - 1; r >= 0 && found.length < mostHeaderRows - 1; r--) {
    const row = rows[r] as Cell[]
    const filled = filledColumns(row)
    if (filled.length < 2 || filled.some(c => !isLabel(row[c]))) break
    const across = merges.some(m => m.top === r && m.right > m.left && m.right - m.left + 1 < width)
    const gaps = filled.every((c, i) => (filled[i + 1] ?? width) - c > 1)
    if (!across && !gaps) break
    found.unshift(r)
  }
  return found
}
