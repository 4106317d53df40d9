/** Finds the table in a sheet: its header, its records, and each row that is neither, with why. */
import { findHeader } from './header-rows'
import { headerNames } from './header-names'
import { filledColumns, filledCount, isBlankRow, isEmpty, isLabel, isTyped, nameText } from './row-profile'
import { isRemark, totalRole } from './row-role'
import type { Cell, DetectedTable, Merge, Skipped } from './sheet'

// A table that pauses for longer than this has ended; what follows is another one.
const longestGap = 100

/** Finds the table. Every row from the first to the last filled one is a header row, a record or skipped. */
export function detectTable(rows: readonly Cell[][], merges: readonly Merge[]): DetectedTable {
  const end = lastFilledRow(rows)
  const header = findHeader(rows, merges)
  const headerRow = header.rows[header.rows.length - 1] ?? null
  const skipped: Skipped[] = []
  const top = header.rows[0] ?? header.firstData
  for (let r = 0; r < top; r++)
    if (!isBlankRow(rows[r] as Cell[])) skipped.push({ row: r, why: 'above the header' })
  const body = new Body(rows, headerRow, header.firstData, end)
  const lastRow = body.walk(skipped)
  const width = widthOf(rows, header.rows, header.firstData, lastRow)
  return {
    headerRow,
    headerRows: header.rows,
    header: headerNames(rows, header.rows, merges, width),
    firstRow: header.firstData,
    lastRow,
    skipped,
  }
}

function lastFilledRow(rows: readonly Cell[][]): number {
  let last = rows.length - 1
  while (last >= 0 && isBlankRow(rows[last] as Cell[])) last--
  return last
}

function widthOf(
  rows: readonly Cell[][],
  headerRows: readonly number[],
  first: number,
  last: number,
): number {
  let width = 0
  for (const r of headerRows) width = Math.max(width, rows[r]?.length ?? 0)
  for (let r = first; r <= last; r++) {
    const row = rows[r] as Cell[]
    if (row.length > width) width = Math.max(width, (filledColumns(row).at(-1) ?? -1) + 1)
  }
  return width
}

class Body {
  private readonly usual: number
  private readonly typed: readonly number[]
  private readonly names: ReadonlySet<string>

  constructor(
    private readonly rows: readonly Cell[][],
    private readonly headerRow: number | null,
    private readonly first: number,
    private readonly end: number,
  ) {
    const sample: Cell[][] = []
    for (let r = first; r <= end && sample.length < 200; r++) {
      const row = rows[r] as Cell[]
      if (!isBlankRow(row)) sample.push(row)
    }
    const counts = sample.map(filledCount).sort((a, b) => a - b)
    this.usual = counts[Math.floor(counts.length / 2)] ?? 0
    this.typed = typedAmong(sample)
    this.names = new Set(
      headerRow === null ? [] : (rows[headerRow] as Cell[]).map(nameText).filter(n => n !== ''),
    )
  }

  /** Adds what is skipped and returns the last row that is a record. */
  walk(skipped: Skipped[]): number {
    let last = this.first - 1
    let blanks: Skipped[] = []
    for (let r = this.first; r <= this.end; r++) {
      const row = this.rows[r] as Cell[]
      if (isBlankRow(row)) {
        if (blanks.length <= longestGap) blanks.push({ row: r, why: 'blank' })
        continue
      }
      if (blanks.length > longestGap || this.beginsAnother(row, r, blanks.length > 0)) {
        this.skipRest(r, skipped)
        return this.withRemarks(last, skipped)
      }
      skipped.push(...blanks)
      blanks = []
      const why = this.notARecord(row, r)
      if (why === null) last = r
      else skipped.push({ row: r, why })
    }
    return this.withRemarks(last, skipped)
  }

  private notARecord(row: readonly Cell[], r: number): Skipped['why'] | null {
    if (this.repeatsHeader(row)) return 'header again'
    const total = totalRole(row, this.usual)
    if (total !== null) return total
    if (isRemark(row, this.usual) && this.nothingFollows(r)) return 'footer'
    return null
  }

  // A remark is only believed at the end: nothing but remarks, totals and blanks may follow within sight.
  private nothingFollows(r: number): boolean {
    for (let next = r + 1; next <= this.end; next++) {
      if (next - r > 30) return false
      const row = this.rows[next] as Cell[]
      if (filledCount(row) > Math.max(1, this.usual * 0.4) && totalRole(row, this.usual) === null)
        return false
    }
    return true
  }

  private repeatsHeader(row: readonly Cell[]): boolean {
    if (this.headerRow === null || this.names.size < 2) return false
    const header = this.rows[this.headerRow] as Cell[]
    if (row[0] !== header[0]) return false
    for (let c = 0; c < Math.max(row.length, header.length); c++)
      if (nameText(row[c]) !== nameText(header[c])) return false
    return true
  }

  /** Whether the header of another table stands here: names where this table has numbers and dates. */
  private beginsAnother(row: readonly Cell[], r: number, afterBlank: boolean): boolean {
    if (this.typed.length === 0 || this.names.size < 2) return false
    const value = row[this.typed[0] as number]
    if (typeof value === 'string' ? /\d/.test(value) : value !== null && value !== undefined) return false
    if (!this.typed.some(c => !isEmpty(row[c]))) return false
    const filled = filledColumns(row)
    if (filled.length < 2 || !filled.every(c => isLabel(row[c]))) return false
    if (this.repeatsHeader(row)) return false
    const shared = filled.filter(c => this.names.has(nameText(row[c]))).length
    if (shared >= Math.max(2, filled.length / 2)) return true
    const next = this.rows[r + 1]
    return (
      afterBlank && filled.length > 2 && next !== undefined && filledColumns(next).some(c => isTyped(next[c]))
    )
  }

  private skipRest(from: number, skipped: Skipped[]): void {
    for (let r = from; r <= this.end; r++)
      if (!isBlankRow(this.rows[r] as Cell[])) skipped.push({ row: r, why: 'another table' })
  }

  /** Rows that close the table are taken off its end; the last subtotal of all is the total. */
  private withRemarks(last: number, skipped: Skipped[]): number {
    let kept = last
    for (let r = last; r > this.first; r--) {
      const row = this.rows[r] as Cell[]
      if (this.usual < 3 || filledCount(row) !== 1 || !this.standsApart(row, r)) break
      skipped.push({ row: r, why: 'footer' })
      kept = r - 1
      while (kept > this.first && skipped.some(s => s.row === kept)) kept--
      r = kept + 1
    }
    skipped.sort((a, b) => a.row - b.row)
    for (let i = skipped.length - 1; i >= 0; i--) {
      const item = skipped[i] as Skipped
      if (item.row < kept) break
      if (item.why !== 'subtotal') continue
      skipped[i] = { row: item.row, why: 'total' }
      break
    }
    return kept
  }

  // A lone text under the records is a remark when a blank row parts it from them or when it is a sentence.
  private standsApart(row: readonly Cell[], r: number): boolean {
    const cell = row[filledColumns(row)[0] as number]
    if (typeof cell !== 'string' || isTyped(cell)) return false
    const above = this.rows[r - 1]
    return (above !== undefined && isBlankRow(above)) || nameText(cell).split(' ').length >= 4
  }
}

function typedAmong(sample: readonly (readonly Cell[])[]): number[] {
  const filled: number[] = []
  const typed: number[] = []
  for (const row of sample.slice(0, 60))
    for (const c of filledColumns(row)) {
      filled[c] = (filled[c] ?? 0) + 1
      if (isTyped(row[c])) typed[c] = (typed[c] ?? 0) + 1
    }
  return Array.from(typed.keys()).filter(c => (typed[c] ?? 0) > 0.6 * (filled[c] ?? 0))
}
