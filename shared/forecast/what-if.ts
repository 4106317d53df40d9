/** What a draft would change on the same pipeline: totals, periods, groups and the deals that move most (section 5.4). */
import type { Forecast, ForecastDeal } from './deal-forecast'

/** A deal's weighted value under both matrices. */
interface MovedDeal {
  readonly deal: ForecastDeal
  readonly before: number
  readonly after: number
  readonly change: number
}

/** The difference between two forecasts of the same deals. */
export interface WhatIf {
  readonly weighted: number
  /** Change of the spread along the periods, and later. */
  readonly spread: readonly number[]
  readonly later: number
  readonly affected: number
  readonly most: readonly MovedDeal[]
  /** All deals that move, by id, those that move most first. */
  readonly moved: readonly string[]
  /** Change of the weighted value by group. */
  readonly groups: ReadonlyMap<string, number>
}

/** Compares two forecasts of one pipeline; `groupOf` names the group (rep, product …) of a deal. */
export function whatIf(
  before: Forecast,
  after: Forecast,
  options: { readonly most?: number; readonly groupOf?: (deal: ForecastDeal) => string } = {},
): WhatIf {
  const { most = 10, groupOf } = options
  const moved: MovedDeal[] = []
  const groups = new Map<string, number>()
  before.deals.forEach((row, i) => {
    const other = after.deals[i]
    if (other?.deal.id !== row.deal.id) return
    const change = other.weighted - row.weighted
    if (change === 0 && row.cell?.tuc === other.cell?.tuc) return
    moved.push({ deal: row.deal, before: row.weighted, after: other.weighted, change })
    if (groupOf) groups.set(groupOf(row.deal), (groups.get(groupOf(row.deal)) ?? 0) + change)
  })
  moved.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.deal.id < b.deal.id ? -1 : 1))
  return {
    weighted: after.totals.weighted - before.totals.weighted,
    spread: before.totals.spread.map((value, i) => (after.totals.spread[i] ?? 0) - value),
    later: after.totals.later - before.totals.later,
    affected: moved.length,
    most: moved.slice(0, most),
    moved: moved.map(each => each.deal.id),
    groups,
  }
}
