/** Forecasting the past from what was known then (FC-25): the forecaster is given nothing that happened or was recorded later. */
import { addDays, type Day } from '../base/day'
import { type Period, periodOf, shiftPeriod } from '../base/fiscal'
import { type Accuracy, accuracyOf } from './accuracy'

/** A dated fact about a deal (CV-2): when it happened and when it was learned. */
export interface Fact {
  readonly deal: string
  readonly field: string
  readonly value: string | number | null
  readonly occurredAt: Day
  readonly recordedAt: Day
}

const remembered = new WeakMap<readonly Fact[], Map<Day, readonly Fact[]>>()

/** FC-25: the facts with both times up to `day`; of one list and day the same list again. */
export function knownAt(facts: readonly Fact[], day: Day): readonly Fact[] {
  let days = remembered.get(facts)
  if (!days) remembered.set(facts, (days = new Map<Day, readonly Fact[]>()))
  let known = days.get(day)
  if (!known) days.set(day, (known = facts.filter(fact => fact.occurredAt <= day && fact.recordedAt <= day)))
  return known
}

/** A field's value with the day on which it took it. */
export interface Held {
  readonly value: string | number | null
  readonly since: Day
}

/** Each deal's fields as they stood after the given facts: of one field the latest occurrence counts, of one day the later record. */
export function stateOf(facts: readonly Fact[]): Map<string, ReadonlyMap<string, Held>> {
  const latest = new Map<string, Map<string, Fact>>()
  for (const fact of facts) {
    const deal = latest.get(fact.deal) ?? new Map<string, Fact>()
    latest.set(fact.deal, deal)
    const held = deal.get(fact.field)
    const newer =
      !held ||
      fact.occurredAt > held.occurredAt ||
      (fact.occurredAt === held.occurredAt && fact.recordedAt >= held.recordedAt)
    if (newer) deal.set(fact.field, fact)
  }
  return new Map(
    [...latest].map(([id, fields]) => [
      id,
      new Map([...fields].map(([name, fact]) => [name, { value: fact.value, since: fact.occurredAt }])),
    ]),
  )
}

/** A forecast of one period, in its lines (FC-14). */
export interface BacktestForecast {
  readonly open: number
  readonly newBusiness: number
}

/** One origin of a backtest. */
interface BacktestRow extends BacktestForecast {
  readonly origin: Day
  readonly period: Period
  readonly forecast: number
  readonly actual: number
  /** What came of the deals that were open at the origin, as far as the plan tells it. */
  readonly actualOpen: number | null
}

/** The rows, and how good the whole forecast and its open part were (the latter where the plan tells what came of it). */
export interface Backtest {
  readonly rows: readonly BacktestRow[]
  readonly accuracy: Accuracy
  readonly open: Accuracy | null
}

/** What a backtest runs with. */
interface BacktestPlan {
  readonly origins: readonly Day[]
  /** Sees only the facts known at the origin. */
  readonly forecast: (known: readonly Fact[], origin: Day, period: Period) => BacktestForecast
  /** Sees all facts. */
  readonly actual: (facts: readonly Fact[], period: Period) => number
  /** Sees all facts: what came of the deals that were open at the origin. */
  readonly actualOpen?: (facts: readonly Fact[], period: Period, origin: Day) => number
  /** The period forecast from an origin; default the calendar month after it. */
  readonly periodOf?: (origin: Day) => Period
  readonly onProgress?: (done: number, of: number) => void
}

const nextMonth = (origin: Day): Period => shiftPeriod(periodOf(origin, 'month'), 1)

/** FC-25: forecasts each origin's period from what was known at the origin and compares with what came. */
export function backtest(facts: readonly Fact[], plan: BacktestPlan): Backtest {
  const rows = plan.origins.map((origin, i): BacktestRow => {
    const period = (plan.periodOf ?? nextMonth)(origin)
    const { open, newBusiness } = plan.forecast(knownAt(facts, origin), origin, period)
    plan.onProgress?.(i + 1, plan.origins.length)
    return {
      origin,
      period,
      open,
      newBusiness,
      forecast: open + newBusiness,
      actual: plan.actual(facts, period),
      actualOpen: plan.actualOpen?.(facts, period, origin) ?? null,
    }
  })
  const told = rows.flatMap(({ open, actualOpen }) =>
    actualOpen === null ? [] : [{ forecast: open, actual: actualOpen }],
  )
  return { rows, accuracy: accuracyOf(rows), open: told.length > 0 ? accuracyOf(told) : null }
}

/** Month ends from the one of `first` to the one of `last`. */
export function monthEnds(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (
    let month = periodOf(first, 'month');
    month.last <= last;
    month = periodOf(addDays(month.last, 1), 'month')
  )
    days.push(month.last)
  return days
}
