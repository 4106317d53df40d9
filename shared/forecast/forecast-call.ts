/** A rep's call for a period beside the matrix: commit, best case, differences deal by deal, and the rep's bias (FC-16). */
import type { Day } from '../base/day'
import { chanceOfAtMost, type Distribution } from './distribution'

/** What a rep says of a deal. */
export type CallCategory = 'commit' | 'bestCase' | 'pipeline' | 'omitted'

/** A deal as called, with what the matrix says of it. */
interface CalledDeal {
  readonly id: string
  readonly category: CallCategory
  /** Effective probability by the matrix. */
  readonly p: number
  readonly commitDate: Day | null
  readonly buyerDate: Day | null
}

/** FC-16: where the call and the matrix disagree about a deal. */
export type CallDifference = 'committedUnlikely' | 'likelyNotCommitted' | 'beforeBuyerDate'

/** FC-16: "committed but P < 0.5", "P ≥ 0.7 but not committed", "commit date before the buyer's date". */
export const callDifferences = (deals: readonly CalledDeal[]): { id: string; why: CallDifference }[] =>
  deals.flatMap(({ id, category, p, commitDate, buyerDate }) => {
    const found: { id: string; why: CallDifference }[] = []
    if (category === 'commit' && p < 0.5) found.push({ id, why: 'committedUnlikely' })
    if (category !== 'commit' && p >= 0.7) found.push({ id, why: 'likelyNotCommitted' })
    if (category === 'commit' && commitDate !== null && buyerDate !== null && commitDate < buyerDate)
      found.push({ id, why: 'beforeBuyerDate' })
    return found
  })

/** FC-16: the row of the table. A commit includes what is closed already; `chance` is that of reaching it. */
export interface CallRow {
  readonly closed: number
  readonly commit: number
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly mean: number
  readonly chance: number
  readonly quota: number | null
  readonly gap: number | null
}

/** FC-16: closed · commit · matrix (P10–P90) · quota, for one rep and period; `open` is the distribution of the open deals. */
export const callRow = (
  closed: number,
  commit: number,
  open: Distribution,
  quota: number | null,
): CallRow => ({
  closed,
  commit,
  low: closed + open.p10,
  middle: closed + open.p50,
  high: closed + open.p90,
  mean: closed + open.mean,
  chance: commit <= closed ? 1 : 1 - chanceOfAtMost(open.cumulative, commit - closed - 0.005),
  quota,
  gap: quota === null ? null : quota - closed - open.mean,
})

/** FC-16: mean of (commit − actual)/actual over the last k ≥ 4 periods with an actual above 0; null where there are fewer. */
export function commitBias(
  periods: readonly { readonly commit: number; readonly actual: number }[],
  fewest = 4,
): number | null {
  const usable = periods.filter(p => p.actual > 0)
  if (usable.length < fewest) return null
  return usable.reduce((sum, p) => sum + (p.commit - p.actual) / p.actual, 0) / usable.length
}
