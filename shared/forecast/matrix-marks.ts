/** What is said of cells beside their values: kind, lock and reason; and putting cells back to an older version. */
import { type Cell, type CellKind, type CellPlace, cellAt, type Matrix, withCells } from './matrix'

const each = (
  matrix: Matrix,
  at: readonly CellPlace[],
  make: (cell: Cell, place: CellPlace) => Cell | null,
): Matrix =>
  withCells(
    matrix,
    at.flatMap(place => {
      const old = cellAt(matrix, place.b, place.s)
      const cell = old && make(old, place)
      return cell ? [{ ...place, cell }] : []
    }),
  )

/** What a blocked cell is opened with where no older version knows better: low and slow, so that it hardly counts. */
const opened = { poc: 0.1, tuc: 60 }

/** FC-8: sets the kind of cells; a blocked cell that is opened takes the values of `before`, where they were open. */
export const setKind = (
  matrix: Matrix,
  at: readonly CellPlace[],
  kind: CellKind,
  before: Matrix | null,
): Matrix =>
  each(matrix, at, (cell, { b, s }) => {
    if (kind === 'blocked') return { ...cell, kind, poc: 0, tuc: 0, locked: false }
    if (cell.kind !== 'blocked') return { ...cell, kind }
    const old = before && cellAt(before, b, s)
    const values = old && old.kind !== 'blocked' ? old : { ...cell, ...opened }
    return { ...values, kind, reason: cell.reason }
  })

/** Locks or unlocks open cells: edits of many cells pass over locked ones (FC-19). */
export const setLocked = (matrix: Matrix, at: readonly CellPlace[], locked: boolean): Matrix =>
  each(matrix, at, cell => (cell.kind === 'blocked' ? null : { ...cell, locked }))

/** Gives open cells a reason; an empty one takes it away. */
export const setReason = (matrix: Matrix, at: readonly CellPlace[], reason: string): Matrix =>
  each(matrix, at, cell =>
    cell.kind === 'blocked' ? null : { ...cell, reason: reason.trim() === '' ? null : reason.trim() },
  )

/** Puts cells back to what they are in another version; they owe no reason then. */
export const revertCells = (matrix: Matrix, at: readonly CellPlace[], to: Matrix): Matrix =>
  each(matrix, at, (_, { b, s }) => {
    const old = cellAt(to, b, s)
    return old && { ...old, reason: null }
  })
