/** Win ratios (PL-10): of closed deals by close date, and of the mature cohort beside it, by any dimension. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { DealState, DealStates } from './deal-state'
import { memberOf, type Dimension } from './dimension'
import { meanOf, ratio, type Mean, type Ratio } from './ratio'

/** First and last day, both included; null is open-ended. */
export interface Window {
  readonly first: Day | null
  readonly last: Day | null
}

/** Every day. */
export const always: Window = { first: null, last: null }

/** True where a day lies in a window; a missing day lies in none but the open one. */
export const inWindow = (d: Day | null, { first, last }: Window): boolean =>
  d === null ? first === null && last === null : (!first || d >= first) && (!last || d <= last)

/** Won over decided deals of one group, and over all that had time enough to be decided. */
export interface WinRatio {
  readonly key: string | null
  readonly label: string | null
  /** won / (won + lost + no decision), by close date. */
  readonly closed: Ratio
  /** Of the deals begun in the window: won / (decided + open longer than any deal took to close), without survivor bias (FC-17). */
  readonly mature: Ratio
  readonly lost: number
  readonly noDecision: number
  readonly disqualified: number
  /** Mean won value in minor units. */
  readonly wonValue: Mean
  readonly wonSum: number
  readonly deals: readonly Id<'opportunity'>[]
}

/** Closed deals counted by PL-10: won, lost and no decision; a disqualified deal was never decided. */
export const isDecided = (row: DealState): boolean =>
  row.state === 'won' || row.state === 'lost' || row.state === 'noDecision'

class Tally {
  won = 0
  lost = 0
  noDecision = 0
  disqualified = 0
  sum = 0
  matureWon = 0
  matureN = 0
  readonly deals: Id<'opportunity'>[] = []

  see(row: DealState, window: Window): void {
    const closed = row.state !== 'open' && inWindow(row.deal.closedOn, window)
    if (closed) {
      this[row.state]++
      if (row.state === 'won') this.sum += row.value.amount ?? 0
    }
    const ripe = (isDecided(row) || row.deadByAge === true) && inWindow(row.start, window)
    if (ripe) {
      this.matureN++
      if (row.state === 'won') this.matureWon++
    }
    if (closed || ripe) this.deals.push(row.id)
  }
}

/** Win ratios of the deals that `keep` lets in, as one group. */
export function winRatio(states: DealStates, window: Window, keep?: (row: DealState) => boolean): WinRatio {
  const tally = new Tally()
  for (const row of states.rows) if (!keep || keep(row)) tally.see(row, window)
  return finished(tally, null, null, states)
}

/** Win ratios by a dimension, largest n first; groups without a closed or mature deal are left out. */
export function winRatios(
  states: DealStates,
  dimension: Dimension,
  window: Window,
  sources?: ReadonlyMap<string, string>,
): readonly WinRatio[] {
  const groups = new Map<string | null, { tally: Tally; label: string | null }>()
  for (const row of states.rows) {
    const { key, label } = memberOf(row, dimension, states.rates, sources)
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { tally: new Tally(), label }))
    group.tally.see(row, window)
  }
  return [...groups]
    .filter(([, { tally }]) => tally.deals.length > 0)
    .map(([key, { tally, label }]) => finished(tally, key, label, states))
    .sort((a, b) => b.closed.n - a.closed.n)
}

function finished(tally: Tally, key: string | null, label: string | null, states: DealStates): WinRatio {
  const { minWinRateN, minAverageN } = states.settings
  const decided = tally.won + tally.lost + tally.noDecision
  return {
    key,
    label,
    closed: ratio(tally.won, decided, minWinRateN),
    mature: ratio(tally.matureWon, tally.matureN, minWinRateN),
    lost: tally.lost,
    noDecision: tally.noDecision,
    disqualified: tally.disqualified,
    wonValue: meanOf(tally.sum, tally.won, minAverageN),
    wonSum: tally.sum,
    deals: tally.deals,
  }
}
