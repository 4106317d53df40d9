/** Small questions about rows of cells that finding a table asks over and over. */
import { cellKind } from './cell-kind'
import type { Cell } from './sheet'

// CRMs head survey columns with whole questions.
const longestLabel = 600

/** Whether a cell has nothing in it; blanks only count as nothing. */
export function isEmpty(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true
  return typeof cell === 'string' && cell.charCodeAt(0) <= 32 && cell.trim() === ''
}

/** How many cells of a row have something in them. */
export function filledCount(row: readonly Cell[]): number {
  let count = 0
  for (let i = 0; i < row.length; i++) if (!isEmpty(row[i])) count++
  return count
}

/** Whether a row has no filled cell; stops at the first it finds. */
export function isBlankRow(row: readonly Cell[]): boolean {
  for (let i = 0; i < row.length; i++) if (!isEmpty(row[i])) return false
  return true
}

/** Whether a row fills at most `most` cells; stops at the first beyond. */
export function fillsAtMost(row: readonly Cell[], most: number): boolean {
  let count = 0
  for (let i = 0; i < row.length; i++) if (!isEmpty(row[i]) && ++count > most) return false
  return true
}

/** Columns of the filled cells of a row. */
export function filledColumns(row: readonly Cell[]): number[] {
  const columns: number[] = []
  for (let i = 0; i < row.length; i++) if (!isEmpty(row[i])) columns.push(i)
  return columns
}

/** Whether a cell holds a number, a date or a yes/no, be it as such or as text. */
export function isTyped(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return false
  if (typeof cell !== 'string') return true
  const kind = cellKind(cell)
  return kind === 'number' || kind === 'date'
}

/** Whether a cell could name a column: short text that is no value; years may name columns too. */
export function isLabel(cell: Cell | undefined): boolean {
  if (typeof cell === 'number') return isYear(cell)
  if (typeof cell !== 'string') return false
  const text = cell.trim()
  if (text === '' || text.length > longestLabel) return false
  return !isTyped(text) || isYear(Number(text))
}

const isYear = (n: number): boolean => Number.isInteger(n) && n >= 1990 && n <= 2100

/** A cell as the text of a name: blanks and line breaks become one space. */
export function nameText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).replace(/\s+/g, ' ').trim()
}
