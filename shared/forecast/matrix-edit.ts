/** Editing many cells of a draft at once: set, scale, interpolate, blend and paste, each giving a new matrix (section 5.4). */
import {
  type Cell,
  type CellPlace,
  cellAt,
  highestPoc,
  longestTuc,
  type Matrix,
  type Measure,
  places,
  withCells,
} from './matrix'
import { restoreMonotone } from './monotone'

/** What is wrong with a value typed or pasted into a cell. */
export type CellProblem = 'notANumber' | 'outOfRange' | 'zeroInOpenCell' | 'blocked' | 'locked' | 'outside'

/** FC-7: whether a value fits an open cell; POC is above 0 and at most 0.98, TUC a whole number of working days from 0 to 750. */
export function valueProblem(measure: Measure, value: number): CellProblem | null {
  if (!Number.isFinite(value)) return 'notANumber'
  if (measure === 'poc')
    return value === 0 ? 'zeroInOpenCell' : value < 0 || value > highestPoc ? 'outOfRange' : null
  return value < 0 || value > longestTuc || !Number.isInteger(value) ? 'outOfRange' : null
}

const keepInRange = (measure: Measure, value: number): number =>
  measure === 'poc'
    ? Math.min(highestPoc, Math.max(0.001, Math.round(value * 1e6) / 1e6))
    : Math.min(longestTuc, Math.max(0, Math.round(value)))

const free = (cell: Cell | null): cell is Cell => cell !== null && cell.kind !== 'blocked' && !cell.locked

/** Sets one measure in some cells; blocked and locked cells stay as they are. */
export function setValues(
  matrix: Matrix,
  measure: Measure,
  edits: readonly (CellPlace & { readonly value: number })[],
  reason: string | null = null,
): Matrix {
  return withCells(
    matrix,
    edits.flatMap(({ b, s, value }) => {
      const cell = cellAt(matrix, b, s)
      if (!free(cell)) return []
      return [
        {
          b,
          s,
          cell: { ...cell, [measure]: keepInRange(measure, value), origin: 'expert' as const, reason },
        },
      ]
    }),
  )
}

/** Multiplies a measure in the given cells, kept in range. */
export const scaleCells = (
  matrix: Matrix,
  measure: Measure,
  at: readonly CellPlace[],
  factor: number,
): Matrix =>
  setValues(
    matrix,
    measure,
    at.map(({ b, s }) => ({ b, s, value: (cellAt(matrix, b, s)?.[measure] ?? 0) * factor })),
  )

/** Fills the rectangle between two corners by bilinear interpolation of its four corner cells; the corners stay. */
export function interpolate(matrix: Matrix, measure: Measure, from: CellPlace, to: CellPlace): Matrix {
  const [b0, b1] = [Math.min(from.b, to.b), Math.max(from.b, to.b)]
  const [s0, s1] = [Math.min(from.s, to.s), Math.max(from.s, to.s)]
  const corner = (b: number, s: number): number | null => {
    const cell = cellAt(matrix, b, s)
    return cell && cell.kind !== 'blocked' ? cell[measure] : null
  }
  const corners = [corner(b0, s0), corner(b0, s1), corner(b1, s0), corner(b1, s1)]
  if (corners.some(c => c === null)) return matrix
  const [a, b, c, d] = corners as [number, number, number, number]
  const edits = []
  for (let row = b0; row <= b1; row++)
    for (let column = s0; column <= s1; column++) {
      if ((row === b0 || row === b1) && (column === s0 || column === s1)) continue
      const y = b1 > b0 ? (row - b0) / (b1 - b0) : 0
      const x = s1 > s0 ? (column - s0) / (s1 - s0) : 0
      edits.push({ b: row, s: column, value: (1 - y) * ((1 - x) * a + x * b) + y * ((1 - x) * c + x * d) })
    }
  return setValues(matrix, measure, edits)
}

/** Copies the first row of a rectangle down, or its first column to the right; blocked and locked cells are passed over. */
export function fillCells(
  matrix: Matrix,
  measure: Measure,
  from: CellPlace,
  to: CellPlace,
  direction: 'down' | 'right',
): Matrix {
  const edits = []
  for (let b = from.b; b <= to.b; b++)
    for (let s = from.s; s <= to.s; s++) {
      const source = direction === 'down' ? cellAt(matrix, from.b, s) : cellAt(matrix, b, from.s)
      if (source && source.kind !== 'blocked' && (direction === 'down' ? b > from.b : s > from.s))
        edits.push({ b, s, value: source[measure] })
    }
  return setValues(matrix, measure, edits)
}

/** FC-19 with values that cells take: probabilities to a thousandth of a percent, times in whole days; rounding keeps the order. */
export function repairMeasure(matrix: Matrix, measure: Measure): Matrix {
  const repaired = restoreMonotone(matrix, measure)
  return withCells(
    repaired,
    places(repaired).flatMap(({ b, s }) => {
      const [old, cell] = [cellAt(matrix, b, s), cellAt(repaired, b, s)]
      if (!cell || old?.[measure] === cell[measure]) return []
      const value = measure === 'poc' ? Math.round(cell.poc * 1e5) / 1e5 : Math.round(cell.tuc)
      return [{ b, s, cell: { ...cell, [measure]: keepInRange(measure, value) } }]
    }),
  )
}

/** The reasons of a draft's cells carried over an edit that gave none of its own. */
export const keepReasons = (before: Matrix, after: Matrix): Matrix =>
  withCells(
    after,
    places(after).flatMap(({ b, s }) => {
      const [old, cell] = [cellAt(before, b, s), cellAt(after, b, s)]
      return cell && old && cell !== old && cell.reason === null && old.reason !== null
        ? [{ b, s, cell: { ...cell, reason: old.reason } }]
        : []
    }),
  )

/** Blends λ · calibrated + (1 − λ) · expert for both measures in every free cell that has been calibrated. */
export function blend(expert: Matrix, calibrated: Matrix, lambda: number): Matrix {
  const mix = (a: number, b: number): number => lambda * a + (1 - lambda) * b
  return withCells(
    expert,
    expert.cells.flatMap((row, b) =>
      row.flatMap((cell, s) => {
        const other = cellAt(calibrated, b, s)
        if (!free(cell) || other?.origin !== 'calibrated') return []
        const { n, wins, lo95, hi95 } = other
        const origin =
          lambda >= 1 ? ('calibrated' as const) : lambda <= 0 ? cell.origin : ('blended' as const)
        const poc = keepInRange('poc', mix(other.poc, cell.poc))
        const tuc = keepInRange('tuc', mix(other.tuc, cell.tuc))
        return [{ b, s, cell: { ...cell, poc, tuc, origin, n, wins, lo95, hi95 } }]
      }),
    ),
  )
}

/** A pasted block: the matrix with every good value in it, and the refused ones with their place in the block and their text. */
export interface Pasted {
  readonly matrix: Matrix
  readonly accepted: number
  readonly refused: readonly (CellPlace & { readonly text: string; readonly problem: CellProblem })[]
}

/** Reads `62`, `62 %`, `0.62` and `62,5` as a probability by the percent sign or size, or as days. */
function readValue(measure: Measure, text: string): number {
  const bare = text.trim().replace(/\s|\u00a0/g, '')
  const percent = bare.endsWith('%')
  const body = (percent ? bare.slice(0, -1) : bare).replace(',', '.')
  if (!/^[+-]?\d+(\.\d+)?$/.test(body)) return NaN
  const value = Number(body)
  return measure === 'poc' && (percent || value > 1) ? value / 100 : value
}

/** Pastes text cells with the top left at a place; empty texts change nothing, every refusal is named, nothing else is lost. */
export function pasteBlock(
  matrix: Matrix,
  measure: Measure,
  at: CellPlace,
  block: readonly (readonly string[])[],
): Pasted {
  const refused: (CellPlace & { text: string; problem: CellProblem })[] = []
  const edits: (CellPlace & { value: number })[] = []
  block.forEach((line, r) =>
    line.forEach((text, c) => {
      if (text.trim() === '') return
      const [b, s] = [at.b + r, at.s + c]
      const cell = cellAt(matrix, b, s)
      const value = readValue(measure, text)
      const problem = !cell
        ? 'outside'
        : cell.kind === 'blocked'
          ? 'blocked'
          : cell.locked
            ? 'locked'
            : valueProblem(measure, value)
      if (problem) refused.push({ b, s, text, problem })
      else edits.push({ b, s, value })
    }),
  )
  return { matrix: setValues(matrix, measure, edits), accepted: edits.length, refused }
}
