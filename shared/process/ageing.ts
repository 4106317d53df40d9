/** Ageing (PL-15): the ages of deals in work against the times that won deals took. */
import type { Id } from '../base/id'
import { quantileOf } from '../base/statistics'
import type { DealState, DealStates } from './deal-state'
import { isInWork } from './decide-deals'

/** One bar of the histogram: ages from `from` (included) to `to` (not included); `to` is null for the last. */
interface AgeBar {
  readonly from: number
  readonly to: number | null
  readonly deals: readonly Id<'opportunity'>[]
  readonly amount: number
}

/** The histogram with the quantiles of won deals; all in days as the region measures them. */
export interface Ageing {
  readonly bars: readonly AgeBar[]
  readonly wonN: number
  readonly p50: number | null
  readonly p80: number | null
  readonly p90: number | null
  /** The longest that any closed deal took; null without closed deals. */
  readonly longest: number | null
  readonly judged: number
  readonly older: number
  readonly olderAmount: number
  readonly unknown: number
}

/** PL-15 over the deals in work that `keep` lets in. `width` is the width of a bar in days. */
export function ageingOf(states: DealStates, width = 15, keep?: (row: DealState) => boolean): Ageing {
  const won: number[] = []
  let longest: number | null = null
  const open: { row: DealState; days: number }[] = []
  let unknown = 0
  for (const row of states.rows) {
    const days = row.age.kind === 'known' ? row.age.days : null
    if (row.state === 'open') {
      if (!isInWork(row) || (keep && !keep(row))) continue
      if (days === null) unknown++
      else open.push({ row, days })
    } else if (days !== null && row.deal.closedOn !== null) {
      longest = Math.max(longest ?? 0, days)
      if (row.state === 'won') won.push(days)
    }
  }
  const last = Math.ceil((longest ?? 0) / width) * 2 + 2
  const bars = Array.from({ length: last + 1 }, (_, i) => ({
    from: i * width,
    to: i === last ? null : (i + 1) * width,
    deals: [] as Id<'opportunity'>[],
    amount: 0,
  }))
  const older = open.filter(({ row }) => row.deadByAge === true)
  for (const { row, days } of open) {
    const bar = bars[Math.min(last, Math.max(0, Math.floor(days / width)))]
    bar?.deals.push(row.id)
    if (bar) bar.amount += row.value.amount ?? 0
  }
  return {
    bars,
    wonN: won.length,
    p50: quantileOf(won, 0.5),
    p80: quantileOf(won, 0.8),
    p90: quantileOf(won, 0.9),
    longest,
    judged: open.length,
    older: older.length,
    olderAmount: older.reduce((sum, { row }) => sum + (row.value.amount ?? 0), 0),
    unknown,
  }
}
