/** Taking proposals over into a draft, by decision only: each adopted cell says what history it rests on (FC-22). */
import type { Day } from '../base/day'
import { calibratedMatrix, type Proposal } from './calibration'
import { cellAt, type Matrix, withCells } from './matrix'

/** What an adopted cell gives as its reason. */
const historyReason = ({ wins, n }: Pick<Proposal, 'wins' | 'n'>, asOf: Day): string =>
  `From history as of ${asOf}: ${wins} of ${n} visits won`

/** The matrix with the proposals in it; locked, blocked and unproposed cells stay as they are. */
export function adopt(matrix: Matrix, proposals: readonly Proposal[], asOf: Day): Matrix {
  const next = calibratedMatrix(matrix, proposals)
  return withCells(
    next,
    proposals.flatMap(proposal => {
      const { b, s } = proposal
      const [old, cell] = [cellAt(matrix, b, s), cellAt(next, b, s)]
      if (!cell || old === cell) return []
      const poc = Math.round(cell.poc * 1e5) / 1e5
      return [{ b, s, cell: { ...cell, poc, reason: historyReason(proposal, asOf) } }]
    }),
  )
}
