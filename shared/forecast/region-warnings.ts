/** The warnings FC-W1 to FC-W12 of a region's forecast, with the records that each is about (CV-9). */
import type { Day } from '../base/day'
import { type Period, periodOf, shiftPeriod } from '../base/fiscal'
import type { TableName } from '../model/catalog'
import type { DealStates } from '../process/deal-state'
import type { Region } from '../region/region'
import { warning, type Warning, withAccepted } from '../region/warning'
import type { Forecast } from './deal-forecast'
import {
  assumedWarning,
  bulkWarnings,
  closeWarnings,
  dealWarnings,
  type ForecastWarning,
  lateWarnings,
  noVersionWarning,
  quotaWarnings,
  type RecordedEvent,
  versionWarnings,
} from './forecast-warnings'
import { quotaOf } from './region-quota'
import type { RegionForecast } from './region-forecast'

/** What a warning of a code is accepted for: a person, a version, or the whole region. */
const subjectOf = ({ code, facts, ids }: ForecastWarning): string => {
  if (code === 'FC-W10' || code === 'FC-W12') return String(facts['person'])
  return code === 'FC-W8' ? (ids[0] ?? 'region') : 'region'
}

const tableOf: Readonly<Partial<Record<ForecastWarning['code'], TableName | null>>> = {
  'FC-W8': 'matrixVersion',
  'FC-W9': null,
  'FC-W10': 'opportunityEvent',
  'FC-W12': 'opportunityEvent',
}

function recorded(region: Region, states: DealStates): RecordedEvent[] {
  return region.all('opportunityEvent').flatMap(each => {
    if (each.occurredOn > states.asOf || each.state === 'waived') return []
    const owner = states.byId.get(each.opportunity)?.owner
    return [
      {
        id: each.id,
        person: each.by ?? owner?.name ?? 'Unknown',
        occurredAt: each.occurredOn,
        recordedAt: each.recordedAt.slice(0, 10) as Day,
      },
    ]
  })
}

/** The forecast as the rules read it: rows and totals of all versions together. */
const plain = ({ periods, rows, totals }: RegionForecast): Forecast => ({
  periods: periods.map(each => each.key),
  deals: rows.map(each => each.forecast),
  totals,
})

/** FC-W1 to FC-W12 for a forecast, with what was accepted with a reason as of its day. */
export function forecastWarnings(
  region: Region,
  states: DealStates,
  forecast: RegionForecast,
): readonly Warning[] {
  const { settings, asOf } = states
  const whole = plain(forecast)
  const assumed = new Set(forecast.rows.filter(each => each.assumed).map(each => each.row.id as string))
  const dates = new Map(
    forecast.rows.map(({ row }) => [
      row.id as string,
      { plan: row.schedule?.close ?? null, crm: row.deal.expectedClose },
    ]),
  )
  const withQuota = (period: Period): boolean =>
    quotaOf(region, states.rates, period.key, asOf).records.length > 0
  const events = recorded(region, states)
  const quarter = periodOf(asOf, 'quarter', settings.fiscalStart)
  const found: ForecastWarning[] = [
    ...noVersionWarning(
      forecast.unversioned.map(each => each.row.id),
      asOf,
    ),
    ...dealWarnings(whole, settings.concentration),
    ...assumedWarning(whole, assumed, settings.assumedShare),
    ...closeWarnings(whole, dates, forecast.pipeline.calendar, {
      planBd: settings.closeConflictPlan,
      crmDays: settings.closeConflictCrm,
    }),
    ...forecast.versions.filter(each => each.basis === 'stored').flatMap(each => versionWarnings(each, asOf)),
    ...quotaWarnings(forecast.periods, new Set(forecast.periods.filter(withQuota).map(each => each.key))),
    ...lateWarnings(events),
    ...[shiftPeriod(quarter, -1, settings.fiscalStart), quarter].flatMap(period =>
      bulkWarnings(events, period),
    ),
  ]
  return withAccepted(
    region,
    found.map(each => {
      const table = tableOf[each.code] === undefined ? 'opportunity' : tableOf[each.code]
      const records = table ? each.ids.map(id => ({ table, id })) : []
      const facts = each.code === 'FC-W9' ? { ...each.facts, list: each.ids.join(', ') } : each.facts
      return warning(each.code, each.severity, subjectOf(each), facts, records)
    }),
    asOf,
  )
}
