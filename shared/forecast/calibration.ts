/** Calibrating the matrices on closed history: mature visits, smoothing, time to won, monotone repair, proposals (FC-17 to FC-22). */
import { curveSigma, type TimedVisit, wonCurve } from './competing-risks'
import { type Cell, cellAt, highestPoc, type Matrix, places, withCells } from './matrix'
import { isotonicGrid } from './monotone'
import { type Smoothed, smoothed } from './smoothing'

/** FC-17: the first visit of a deal to a cell; times in the working or calendar days of the matrix (CV-5). */
export interface CellVisit {
  readonly b: number
  readonly s: number
  /** Days from entering the cell to closing, or to the as-of date for open deals. */
  readonly time: number
  readonly outcome: 'won' | 'lost' | 'noDecision' | 'open'
  /** FC-21: age at which the deal came under observation; 0 where it was seen from the start. */
  readonly delay?: number
}

/** What history says of one cell, next to the expert's value; adoption is a decision (FC-22). */
export interface Proposal extends Smoothed {
  readonly b: number
  readonly s: number
  /** Mature visits, and the won ones among them. */
  readonly n: number
  readonly wins: number
  readonly prior: number
  /** FC-19: the smoothed share after the monotone repair. */
  readonly repaired: number
  /** FC-20 median and sigma; `ownTime` is false where the row's median stands in. */
  readonly tuc: number | null
  readonly sigma: number | null
  readonly ownTime: boolean
  /** FC-22: enough mature visits to be proposed. */
  readonly proposed: boolean
}

/** Settings with the defaults of section 0. */
export interface CalibrationOptions {
  /** Prior strength of FC-18. */
  readonly m?: number
  /** FC-22 and FC-20 minimums. */
  readonly fewestVisits?: number
  readonly fewestWins?: number
  /** FC-17: take this percentile instead of the longest time where n is at least 200 (for example 0.99). */
  readonly maturityShare?: number
  readonly onProgress?: (done: number, of: number) => void
}

/** FC-17: the longest entry-to-close time, or the given percentile where at least 200 are known; Infinity where none is. */
export function maturityTime(times: readonly number[], share = 1): number {
  const sorted = Float64Array.from(times).sort()
  const at = share < 1 && sorted.length >= 200 ? Math.ceil(share * sorted.length) - 1 : sorted.length - 1
  return sorted[at] ?? Infinity
}

/** FC-17: visits that count: closed ones, and open ones older than any closed deal ever took, which count as not won. */
export function matureVisits<V extends Pick<CellVisit, 'time' | 'outcome'>>(
  visits: readonly V[],
  share = 1,
): V[] {
  const horizon = maturityTime(
    visits.filter(v => v.outcome !== 'open').map(v => v.time),
    share,
  )
  return visits.filter(v => v.outcome !== 'open' || v.time > horizon)
}

const timed = (visits: readonly CellVisit[]): TimedVisit[] =>
  visits.map(v => ({
    time: v.time,
    outcome: v.outcome === 'noDecision' ? 'lost' : v.outcome,
    delay: v.delay ?? 0,
  }))

/** FC-17 to FC-22 for a whole matrix; the matrix' values are the priors. Blocked cells get no proposal. */
export function calibrateMatrix(
  visits: readonly CellVisit[],
  expert: Matrix,
  options: CalibrationOptions = {},
): Proposal[] {
  const { m = 10, fewestVisits = 10, fewestWins = 8, maturityShare = 1, onProgress } = options
  const byCell = new Map<string, CellVisit[]>()
  const byRow = new Map<number, CellVisit[]>()
  for (const visit of visits) {
    const key = `${visit.b} ${visit.s}`
    const own = byCell.get(key)
    if (own) own.push(visit)
    else byCell.set(key, [visit])
    const row = byRow.get(visit.b)
    if (row) row.push(visit)
    else byRow.set(visit.b, [visit])
  }
  const mature = new Set(matureVisits(visits, maturityShare))
  const rowCurves = new Map([...byRow].map(([b, list]) => [b, wonCurve(timed(list))]))
  const open = places(expert).filter(({ b, s }) => cellAt(expert, b, s)?.kind !== 'blocked')
  const rough = open.map(({ b, s }, i) => {
    const own = byCell.get(`${b} ${s}`) ?? []
    let [n, wins] = [0, 0]
    for (const visit of own)
      if (mature.has(visit)) {
        n++
        if (visit.outcome === 'won') wins++
      }
    const curve = wonCurve(timed(own))
    const ownTime = curve.wins >= fewestWins
    const used = ownTime ? curve : rowCurves.get(b)
    onProgress?.(i + 1, open.length)
    const prior = cellAt(expert, b, s)?.poc ?? 0.5
    return {
      b,
      s,
      n,
      wins,
      prior,
      ...smoothed(wins, n, prior, m),
      tuc: used?.quartiles?.[1] ?? null,
      sigma: used ? curveSigma(used) : null,
      ownTime,
      proposed: n >= fewestVisits,
    }
  })
  const values = expert.cells.map(row => row.map((): number | null => null))
  const weights = expert.cells.map(row => row.map(() => m))
  for (const { b, s, n, poc } of rough) {
    const cell = cellAt(expert, b, s)
    ;(values[b] as (number | null)[])[s] = cell?.locked ? cell.poc : poc
    ;(weights[b] as number[])[s] = cell?.locked ? 1e9 : n + m
  }
  const repaired = isotonicGrid(values, weights)
  return rough.map(p => ({ ...p, repaired: Math.min(highestPoc, repaired[p.b]?.[p.s] ?? p.poc) }))
}

/** The expert matrix with the proposed cells in place of the expert's: what the editor lays beside the draft (FC-22). */
export function calibratedMatrix(expert: Matrix, proposals: readonly Proposal[]): Matrix {
  return withCells(
    expert,
    proposals.flatMap(({ b, s, n, wins, repaired, low, high, tuc, proposed }) => {
      const cell = cellAt(expert, b, s)
      if (!cell || cell.locked || !proposed) return []
      const next: Cell = {
        ...cell,
        poc: Math.max(0.001, repaired),
        tuc: tuc === null ? cell.tuc : Math.max(1, Math.round(tuc)),
        origin: 'calibrated',
        n,
        wins,
        lo95: low,
        hi95: high,
      }
      return [{ b, s, cell: next }]
    }),
  )
}
