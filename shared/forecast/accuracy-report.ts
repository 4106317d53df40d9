/** How good the forecast from a region's own history would have been: by month, horizon, group and deal, without looking ahead (5.6). */
import { addDays, type Day, daysBetween } from '../base/day'
import { type Period, periodOf, shiftPeriod } from '../base/fiscal'
import { type Accuracy, accuracyBy, accuracyOf, type Judged } from './accuracy'
import {
  type AgedDeal,
  agedDeals,
  ageForecast,
  dailyHazards,
  naiveForecast,
  wonFromOpen,
  wonIn,
  wonWithin,
} from './age-forecast'
import { type Backtest, backtest, type Fact, knownAt } from './backtest'

/** A probability for a deal at an origin, with what came. */
interface JudgedDeal extends Judged {
  readonly deal: string
  readonly origin: Day
}

/** A group's forecasts over all origins. */
export interface GroupAccuracy extends Accuracy {
  readonly key: string
  readonly forecast: number
  readonly actual: number
}

/** The forecast of whole periods from so many days before their end. */
export interface HorizonAccuracy extends Accuracy {
  readonly days: number
  readonly rows: readonly {
    readonly period: Period
    readonly origin: Day
    readonly forecast: number
    readonly actual: number
  }[]
}

/** All of it. */
export interface AccuracyReport {
  readonly run: Backtest
  readonly naive: Backtest
  readonly horizons: readonly HorizonAccuracy[]
  readonly judged: readonly JudgedDeal[]
  readonly owners: readonly GroupAccuracy[]
  readonly products: readonly GroupAccuracy[]
}

const horizons = [90, 60, 30, 0]

/** The month ends that can be origins: three whole months of closes before each, and a whole month after it. */
export function backtestOrigins(facts: readonly Fact[], asOf: Day, most = 12): Day[] {
  let [first, last]: [Day | null, Day | null] = [null, null]
  for (const { field, occurredAt } of facts) {
    if (field !== 'won' && field !== 'lost') continue
    if (first === null || occurredAt < first) first = occurredAt
    if (last === null || occurredAt > last) last = occurredAt
  }
  if (first === null || last === null) return []
  const origins: Day[] = []
  // A month that closes begin early in counts as covered.
  const start =
    Number(first.slice(8)) <= 3 ? periodOf(first, 'month') : shiftPeriod(periodOf(first, 'month'), 1)
  for (let month = shiftPeriod(start, 2); shiftPeriod(month, 1).last <= asOf; month = shiftPeriod(month, 1))
    origins.push(month.last)
  return origins.slice(-most)
}

/** Open deals at an origin with their chance to be won in a period and what they are worth. */
function chances(known: readonly AgedDeal[], origin: Day, period: Period): { deal: AgedDeal; p: number }[] {
  const hazards = dailyHazards(known, origin)
  const until = daysBetween(origin, period.last)
  const before = Math.max(0, daysBetween(origin, period.first) - 1)
  const byAge = new Map<number, number>()
  return known
    .filter(deal => deal.closed === null)
    .map(deal => {
      const age = daysBetween(deal.created, origin)
      let p = byAge.get(age)
      if (p === undefined) {
        p = wonWithin(hazards, age, until) - (before > 0 ? wonWithin(hazards, age, before) : 0)
        byAge.set(age, p)
      }
      return { deal, p }
    })
}

/**
 * Mean over the three periods before of what was created and won in them as far into them as the origin is into this
 * one; an origin before the period counts what was created as long before.
 */
function newBusiness(
  known: readonly AgedDeal[],
  origin: Day,
  period: Period,
  dataFrom: Day,
  of: (deal: AgedDeal) => boolean = () => true,
): number {
  const begun = daysBetween(period.first, origin)
  const left = daysBetween(origin, period.last)
  const past: { period: Period; since: Day }[] = []
  const earliest = periodOf(dataFrom, 'month').first
  for (let at = shiftPeriod(period, -1); past.length < 3 && at.first >= earliest; at = shiftPeriod(at, -1))
    if (at.last <= origin)
      past.push({ period: at, since: addDays(begun < 0 ? at.first : at.last, begun < 0 ? begun : -left) })
  if (past.length === 0) return 0
  let sum = 0
  for (const deal of known) {
    const { closed } = deal
    if (!deal.won || closed === null || !of(deal)) continue
    for (const { period: at, since } of past)
      if (closed >= at.first && closed <= at.last && deal.created > since) sum += deal.wonAmount
  }
  return sum / past.length
}

const amountWon = (deals: readonly AgedDeal[], { first, last }: Period): number =>
  deals.reduce(
    (sum, { won, closed, wonAmount }) =>
      won && closed !== null && closed >= first && closed <= last ? sum + wonAmount : sum,
    0,
  )

function horizonRows(facts: readonly Fact[], periods: readonly Period[], days: number, dataFrom: Day) {
  const all = agedDeals(facts)
  return periods.flatMap(period => {
    const origin = addDays(period.last, -days)
    if (origin < dataFrom) return []
    const known = agedDeals(knownAt(facts, origin))
    const open = chances(known, origin, period).reduce((sum, { deal, p }) => sum + deal.amount * p, 0)
    const fresh = newBusiness(known, origin, period, dataFrom)
    const forecast = amountWon(known, period) + open + fresh
    return [{ period, origin, forecast, actual: amountWon(all, period) }]
  })
}

function groupRows(
  facts: readonly Fact[],
  origins: readonly Day[],
  keyOf: (deal: AgedDeal) => string,
  dataFrom: Day,
): GroupAccuracy[] {
  const all = agedDeals(facts)
  const rows = origins.flatMap(origin => {
    const period = shiftPeriod(periodOf(origin, 'month'), 1)
    const known = agedDeals(knownAt(facts, origin))
    const forecasts = new Map<string, number>()
    for (const { deal, p } of chances(known, origin, period))
      forecasts.set(keyOf(deal), (forecasts.get(keyOf(deal)) ?? 0) + deal.amount * p)
    const actuals = new Map<string, number>()
    for (const deal of all)
      if (deal.won && deal.closed !== null && deal.closed >= period.first && deal.closed <= period.last)
        actuals.set(keyOf(deal), (actuals.get(keyOf(deal)) ?? 0) + deal.wonAmount)
    return [...new Set([...forecasts.keys(), ...actuals.keys()])].map(key => ({
      key,
      forecast:
        (forecasts.get(key) ?? 0) + newBusiness(known, origin, period, dataFrom, deal => keyOf(deal) === key),
      actual: actuals.get(key) ?? 0,
    }))
  })
  const sums = new Map<string, { forecast: number; actual: number }>()
  for (const { key, forecast, actual } of rows) {
    const sum = sums.get(key) ?? { forecast: 0, actual: 0 }
    sums.set(key, { forecast: sum.forecast + forecast, actual: sum.actual + actual })
  }
  return [...accuracyBy(rows, row => row.key)]
    .map(([key, accuracy]) => ({ key, ...accuracy, ...(sums.get(key) ?? { forecast: 0, actual: 0 }) }))
    .sort((a, b) => b.actual - a.actual)
}

/** FC-23 to FC-25 over the given origins; the forecast of each sees only what was known at it. */
export function accuracyReport(
  facts: readonly Fact[],
  origins: readonly Day[],
  onProgress?: (done: number, of: number) => void,
): AccuracyReport {
  const steps = origins.length + horizons.length + 3
  let done = 0
  const step = (): void => onProgress?.(++done, steps)
  const dataFrom = facts.reduce<Day>(
    (first, { field, occurredAt }) =>
      (field === 'won' || field === 'lost') && occurredAt < first ? occurredAt : first,
    origins[0] ?? ('9999-12-31' as Day),
  )
  const run = backtest(facts, {
    origins,
    forecast: ageForecast,
    actual: wonIn,
    actualOpen: wonFromOpen,
    onProgress: step,
  })
  const naive = backtest(facts, { origins, forecast: naiveForecast, actual: wonIn })
  step()
  const closedOn = new Map(agedDeals(facts).map(deal => [deal.id, deal]))
  const judged = origins.flatMap(origin => {
    const period = shiftPeriod(periodOf(origin, 'month'), 1)
    return chances(agedDeals(knownAt(facts, origin)), origin, period).map(({ deal, p }): JudgedDeal => {
      const end = closedOn.get(deal.id)
      const came = end?.won === true && end.closed !== null && end.closed <= period.last
      return { deal: deal.id, origin, p, y: came ? 1 : 0 }
    })
  })
  const periods = run.rows.map(row => row.period)
  const byHorizon = horizons.map((days): HorizonAccuracy => {
    const rows = horizonRows(facts, periods, days, dataFrom)
    step()
    return { days, rows, ...accuracyOf(rows) }
  })
  const owners = groupRows(facts, origins, deal => deal.owner, dataFrom)
  step()
  const products = groupRows(facts, origins, deal => deal.product, dataFrom)
  step()
  return { run, naive, horizons: byHorizon, judged, owners, products }
}
