/** The two matrices of a version, cell by cell: probability of close and time until close by buying and sales status (section 5.2). */

/** FC-8: `check` cells count and raise a data question, `blocked` cells mean that the record contradicts itself. */
export type CellKind = 'value' | 'check' | 'blocked'

/** Where a cell's numbers come from. */
type CellOrigin = 'expert' | 'calibrated' | 'blended'

/** One cell of both matrices; `poc` is a share 0 to 1, `tuc` working days, n and wins the history behind a calibrated value. */
export interface Cell {
  readonly kind: CellKind
  readonly poc: number
  readonly tuc: number
  readonly origin: CellOrigin
  readonly n: number
  readonly wins: number
  readonly lo95: number | null
  readonly hi95: number | null
  readonly locked: boolean
  readonly reason: string | null
}

/** The cells by buying rank (rows) and sales rank (columns), with the time spread sigma (0.2–1.5) and ageZero (1.2–5) of FC-10. */
export interface Matrix {
  readonly cells: readonly (readonly Cell[])[]
  readonly sigma: number
  readonly ageZero: number
}

/** Which of the two matrices is meant. */
export type Measure = 'poc' | 'tuc'

/** A place in the matrices: buying rank and sales rank from 0. */
export interface CellPlace {
  readonly b: number
  readonly s: number
}

/** FC-7: the highest probability of an open deal; 1 belongs to won. */
export const highestPoc = 0.98

/** The longest time until close that a cell takes, in working days. */
export const longestTuc = 750

/** The cell at a place, or null outside of the matrix. */
export const cellAt = (matrix: Matrix, b: number, s: number): Cell | null => matrix.cells[b]?.[s] ?? null

/** All places of a matrix, row by row. */
export function places(matrix: Matrix): CellPlace[] {
  return matrix.cells.flatMap((row, b) => row.map((_, s) => ({ b, s })))
}

/** A cell with an expert's values and no history. */
export const expertCell = (poc: number, tuc: number, kind: CellKind = 'value'): Cell => ({
  kind,
  poc: kind === 'blocked' ? 0 : poc,
  tuc: kind === 'blocked' ? 0 : tuc,
  origin: 'expert',
  n: 0,
  wins: 0,
  lo95: null,
  hi95: null,
  locked: false,
  reason: null,
})

/** A matrix with some cells replaced; the rest is shared with the old one. */
export function withCells(matrix: Matrix, changes: readonly (CellPlace & { readonly cell: Cell })[]): Matrix {
  const rows = matrix.cells.slice()
  for (const { b, s, cell } of changes) {
    const row = rows[b]
    if (!row?.[s]) continue
    rows[b] = row.map((old, at) => (at === s ? cell : old))
  }
  return { ...matrix, cells: rows }
}

/** Explains a matrix as numbers of one measure; blocked cells are null. */
export const valuesOf = (matrix: Matrix, measure: Measure): (number | null)[][] =>
  matrix.cells.map(row => row.map(cell => (cell.kind === 'blocked' ? null : cell[measure])))
