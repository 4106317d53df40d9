/** Where a period lands: won so far, open deals, and new business that is not in the pipeline yet, always as three lines (FC-14). */
import { type Period, shiftPeriod } from '../base/fiscal'
import type { Day } from '../base/day'

/** The three lines of a landing in minor units; `newBusiness` is null where it is switched off or unknown. */
export interface Landing {
  readonly closed: number
  readonly open: number
  readonly newBusiness: number | null
  readonly total: number
}

/** FC-14: the third line never hides in the second. */
export const landing = (closed: number, open: number, newBusiness: number | null): Landing => ({
  closed,
  open,
  newBusiness,
  total: closed + open + (newBusiness ?? 0),
})

/** A won deal, as far as the new-business line needs it. */
interface WonDeal {
  readonly created: Day
  readonly closed: Day
  readonly amount: number
}

/**
 * FC-14: mean won amount of deals created and won inside one period, over the last `count` periods of the same kind
 * before `period` that ended by `asOf`; null where fewer are covered by the data, which begin at `dataFrom`.
 */
export function newBusinessMean(
  won: readonly WonDeal[],
  period: Period,
  asOf: Day,
  options: { readonly count?: number; readonly startMonth?: number; readonly dataFrom?: Day | null } = {},
): number | null {
  const { count = 3, startMonth = 1, dataFrom = null } = options
  const past: Period[] = []
  for (
    let at = shiftPeriod(period, -1, startMonth);
    past.length < count;
    at = shiftPeriod(at, -1, startMonth)
  ) {
    if (at.last > asOf) continue
    if (dataFrom !== null && at.first < dataFrom) return null
    past.push(at)
  }
  let sum = 0
  for (const deal of won)
    if (past.some(p => deal.created >= p.first && deal.created <= p.last && deal.closed <= p.last))
      sum += deal.amount
  return sum / count
}
