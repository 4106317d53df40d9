/** The warnings of the forecast, FC-W1 to FC-W12, as facts; their sentences are written where they are shown (CV-9). */
import { businessDays, type WorkCalendar } from '../base/calendar'
import { type Day, dayParts, daysBetween } from '../base/day'
import type { Period } from '../base/fiscal'
import type { DealForecast, Forecast } from './deal-forecast'
import { cellAt, places } from './matrix'
import type { MatrixVersion } from './matrix-version'

/** How bad a warning is (CV-9). */
export type Severity = 'block' | 'warn' | 'info'

/** The codes of section 5. */
type ForecastWarningCode = `FC-W${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`

/** A warning: its facts as plain values, and the records that it is about. */
export interface ForecastWarning {
  readonly code: ForecastWarningCode
  readonly severity: Severity
  readonly facts: Readonly<Record<string, string | number>>
  readonly ids: readonly string[]
}

const warning = (
  code: ForecastWarningCode,
  severity: Severity,
  ids: readonly string[],
  facts: Record<string, string | number> = {},
): ForecastWarning[] => (ids.length > 0 ? [{ code, severity, ids, facts: { n: ids.length, ...facts } }] : [])

const idsOf = (rows: readonly DealForecast[]): string[] => rows.map(r => r.deal.id)
const amountOf = (rows: readonly DealForecast[]): number => rows.reduce((sum, r) => sum + r.deal.amount, 0)

/** FC-W1, W2, W3, W5 and W6: what the forecast itself shows; W3 above `concentration` (20 %) of the spread of period 0. */
export function dealWarnings(forecast: Forecast, concentration = 0.2): ForecastWarning[] {
  const rows = forecast.deals
  const live = rows.filter(r => r.state !== 'closedOff')
  const blocked = live.filter(r => r.state === 'blocked')
  const checked = live.filter(r => r.cell?.kind === 'check')
  const stalled = live.filter(r => r.state === 'stalled')
  const total = forecast.totals.spread[0] ?? 0
  const large = total > 0 ? rows.filter(r => (r.spread[0] ?? 0) > concentration * total) : []
  const ahead = live.filter(r => Math.abs(r.deal.s - r.deal.b) >= 3)
  return [
    ...warning('FC-W1', 'warn', idsOf([...blocked, ...checked]), {
      blocked: blocked.length,
      check: checked.length,
    }),
    ...warning('FC-W2', 'warn', idsOf(stalled), { amount: amountOf(stalled) }),
    ...warning('FC-W3', 'warn', idsOf(large), {
      share: large.reduce((most, r) => Math.max(most, (r.spread[0] ?? 0) / total), 0),
    }),
    ...warning('FC-W5', 'warn', idsOf(live.filter(r => r.buyerDatePast))),
    ...warning('FC-W6', 'warn', idsOf(ahead), {
      sellingAhead: ahead.filter(r => r.deal.s > r.deal.b).length,
      buyingAhead: ahead.filter(r => r.deal.s < r.deal.b).length,
    }),
  ]
}

/** FC-W4: more than `limit` (30 %) of the weighted value rests on assumed statuses or stages. */
export function assumedWarning(
  forecast: Forecast,
  assumed: ReadonlySet<string>,
  limit = 0.3,
): ForecastWarning[] {
  const rows = forecast.deals.filter(r => assumed.has(r.deal.id) && r.weighted > 0)
  const share = rows.reduce((sum, r) => sum + r.weighted, 0) / (forecast.totals.weighted || 1)
  return share > limit ? warning('FC-W4', 'warn', idsOf(rows), { share }) : []
}

/** FC-W7: matrix close and plan close differ by more than 15 bd, or matrix close and CRM close by more than 30 days. */
export function closeWarnings(
  forecast: Forecast,
  dates: ReadonlyMap<string, { readonly plan: Day | null; readonly crm: Day | null }>,
  calendar: WorkCalendar,
  limits: { readonly planBd: number; readonly crmDays: number } = { planBd: 15, crmDays: 30 },
): ForecastWarning[] {
  let [plans, crms] = [0, 0]
  const ids = forecast.deals.flatMap(({ deal, close, state }) => {
    const other = dates.get(deal.id)
    if (!other || state !== 'counted') return []
    const plan = other.plan !== null && Math.abs(businessDays(calendar, other.plan, close)) > limits.planBd
    const crm = other.crm !== null && Math.abs(daysBetween(other.crm, close)) > limits.crmDays
    if (plan) plans++
    if (crm) crms++
    return plan || crm ? [deal.id] : []
  })
  return warning('FC-W7', 'warn', ids, { plan: plans, crm: crms })
}

/** FC-W8: a version in force for more than 12 months, or cells whose value lies outside of the interval of n ≥ 20 visits. */
export function versionWarnings(version: MatrixVersion, asOf: Day): ForecastWarning[] {
  const from = version.effectiveFrom
  const [a, b] = [from === null ? null : dayParts(from), dayParts(asOf)]
  const months = a ? (b.year - a.year) * 12 + b.month - a.month - (b.date < a.date ? 1 : 0) : 0
  const outside = places(version.matrix).filter(({ b: row, s }) => {
    const cell = cellAt(version.matrix, row, s)
    if (!cell || cell.kind === 'blocked' || cell.n < 20 || cell.lo95 === null || cell.hi95 === null)
      return false
    return cell.poc < cell.lo95 || cell.poc > cell.hi95
  })
  if (months < 12 && outside.length === 0) return []
  return [
    {
      code: 'FC-W8',
      severity: 'warn',
      ids: [version.id],
      facts: { months, cells: outside.length, list: outside.map(c => `B${c.b}/S${c.s}`).join(', ') },
    },
  ]
}

/** FC-W9: periods of the forecast without a quota. */
export const quotaWarnings = (periods: readonly Period[], quotas: ReadonlySet<string>): ForecastWarning[] =>
  warning(
    'FC-W9',
    'info',
    periods.map(p => p.key).filter(key => !quotas.has(key)),
  )

/** An event as recorded, for the warnings about recording. */
export interface RecordedEvent {
  readonly id: string
  readonly person: string
  readonly occurredAt: Day
  readonly recordedAt: Day
}

/** FC-W10: per person, the events recorded more than 10 days after they occurred, with their share. */
export function lateWarnings(events: readonly RecordedEvent[], days = 10): ForecastWarning[] {
  return byPerson(events).flatMap(([person, own]) => {
    const late = own.filter(e => daysBetween(e.occurredAt, e.recordedAt) > days)
    return warning(
      'FC-W10',
      'info',
      late.map(e => e.id),
      { person, of: own.length, share: late.length / own.length },
    )
  })
}

/** FC-W12: at least `fewest` (5) events recorded by one person in the last 2 days of a period. */
export function bulkWarnings(
  events: readonly RecordedEvent[],
  period: Period,
  fewest = 5,
): ForecastWarning[] {
  return byPerson(events).flatMap(([person, own]) => {
    const bulk = own.filter(e => e.recordedAt <= period.last && daysBetween(e.recordedAt, period.last) < 2)
    return bulk.length >= fewest
      ? warning(
          'FC-W12',
          'warn',
          bulk.map(e => e.id),
          { person, period: period.key },
        )
      : []
  })
}

/** FC-W11: deals for whose scope and date no version is approved; the forecast of them is refused. */
export const noVersionWarning = (ids: readonly string[], asOf: Day): ForecastWarning[] =>
  warning('FC-W11', 'block', ids, { asOf })

function byPerson(events: readonly RecordedEvent[]): [string, RecordedEvent[]][] {
  const groups = new Map<string, RecordedEvent[]>()
  for (const event of events) groups.set(event.person, [...(groups.get(event.person) ?? []), event])
  return [...groups]
}
