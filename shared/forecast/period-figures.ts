/** Everything that is shown of one period: what is closed, what the matrix expects, what was called and what was asked for (section 5, screen 1). */
import type { Period } from '../base/fiscal'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { DealState as DealRow, DealStates } from '../process/deal-state'
import type { MissingRate } from '../process/rates'
import type { Region } from '../region/region'
import { type Landing, landing } from './landing'
import { managerCall, repCalls } from './region-calls'
import { closedIn, type ForecastRow, newBusinessOf, type RegionForecast } from './region-forecast'
import { type PeriodQuota, quotaOf } from './region-quota'

/** An amount that people called, with the calls that it is the sum of. */
export interface CalledAmount {
  readonly amount: number | null
  readonly calls: readonly RecordOf<'forecastCall'>[]
}

/** The figures of one period in minor units of the region's currency. */
export interface PeriodFigures {
  readonly period: Period
  readonly closed: number
  readonly closedRows: readonly DealRow[]
  /** FC-12, both modes. */
  readonly spread: number
  readonly point: number
  /** Deals that put something into the spread, or into the point. */
  readonly rows: readonly ForecastRow[]
  /** Part of the spread that rests on assumed cells (CV-3). */
  readonly assumed: number
  readonly landing: Landing
  readonly commit: CalledAmount
  readonly bestCase: CalledAmount
  readonly manager: CalledAmount
  readonly quota: PeriodQuota
  /** Quota less the landing without new business; null without a quota. */
  readonly gap: number | null
}

/** All periods of a forecast, and what keeps their totals from being shown (CV-7). */
export interface ForecastFigures {
  readonly periods: readonly PeriodFigures[]
  readonly blockedBy: readonly MissingRate[]
}

/** FC-12, FC-14, FC-16: the figures of every period of a region's forecast; `rep` narrows quota and calls to one rep. */
export function forecastFigures(
  region: Region,
  states: DealStates,
  forecast: RegionForecast,
  rep: Id<'rep'> | null = null,
): ForecastFigures {
  const blocked = new Map<string, MissingRate>()
  const note = (problems: readonly MissingRate[]): void => {
    for (const each of problems) blocked.set(`${each.currency}/${each.on}`, each)
  }
  note(forecast.pipeline.blockedBy)
  const periods = forecast.periods.map((period, at): PeriodFigures => {
    const closed = closedIn(states, period)
    note(closed.value.blockedBy)
    const rows = forecast.rows.filter(
      ({ forecast: each }) => (each.spread[at] ?? 0) > 0 || (each.point[at] ?? 0) > 0,
    )
    const spread = forecast.totals.spread[at] ?? 0
    const calls = [...repCalls(region, period.key, states.asOf).values()].filter(
      each => rep === null || each.rep === rep,
    )
    const manager = managerCall(region, period.key, states.asOf, rep)
    const quota = quotaOf(region, states.rates, period.key, states.asOf, rep)
    note(quota.blockedBy)
    const closedAmount = closed.value.amount ?? 0
    const called = (pick: (call: RecordOf<'forecastCall'>) => number | null): CalledAmount =>
      sumCalls(states, calls, pick)
    return {
      period,
      closed: closedAmount,
      closedRows: closed.rows,
      spread,
      point: forecast.totals.point[at] ?? 0,
      rows,
      assumed: rows.reduce((sum, each) => sum + (each.assumed ? (each.forecast.spread[at] ?? 0) : 0), 0),
      landing: landing(closedAmount, spread, newBusinessOf(states, period)),
      commit: called(each => each.commit),
      bestCase: called(each => each.bestCase),
      manager: sumCalls(states, manager ? [manager] : [], each => each.commit),
      quota,
      gap: quota.amount === null ? null : quota.amount - closedAmount - spread,
    }
  })
  return { periods, blockedBy: [...blocked.values()] }
}

function sumCalls(
  states: DealStates,
  calls: readonly RecordOf<'forecastCall'>[],
  pick: (call: RecordOf<'forecastCall'>) => number | null,
): CalledAmount {
  const used = calls.filter(each => pick(each) !== null)
  let amount: number | null = used.length > 0 ? 0 : null
  for (const each of used) {
    const home = states.rates.convert(pick(each) ?? 0, each.currency, each.asOf)
    amount = amount === null || !home.ok ? null : amount + home.value
  }
  return { amount, calls: used }
}
