/** The region's forecast, worked out once for every screen that shows it. */
import type { Day } from '#shared/base/day'
import type { Period, PeriodKind } from '#shared/base/fiscal'
import { forecastFigures } from '#shared/forecast/period-figures'
import { forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import type { TableName } from '#shared/model/catalog'
import type { DealStates } from '#shared/process/deal-state'
import { askDealStates } from './deal-states'
import { query } from './query'

/** What the forecast reads. */
export const forecastTables: readonly TableName[] = [
  ...askDealStates.tables,
  'matrixSet',
  'matrixVersion',
  'targetMarket',
]

/** How many periods of a kind a forecast looks ahead. */
const ahead: Readonly<Record<PeriodKind, number>> = { month: 6, quarter: 4, year: 2 }

/** The open deals with their cells and the versions in force. */
export const askPipeline = query(forecastTables, (region, asOf: Day) =>
  regionPipeline(region, askDealStates(region, asOf)),
)

/** The periods of a forecast from the as-of date on, and whether suspects are left out of it. */
export function forecastTerms(
  { settings }: DealStates,
  asOf: Day,
  kind: PeriodKind,
): { readonly periods: readonly Period[]; readonly options: { readonly leaveOutSuspects: boolean } } {
  return {
    periods: forecastPeriods(asOf, kind, ahead[kind], settings.fiscalStart),
    options: { leaveOutSuspects: !settings.suspectsInForecast },
  }
}

/** The forecast by months, quarters or years from the as-of date on. */
export const askForecast = query(forecastTables, (region, asOf: Day, kind: PeriodKind) => {
  const { periods, options } = forecastTerms(askDealStates(region, asOf), asOf, kind)
  return forecastRegion(askPipeline(region, asOf), periods, options)
})

/** The figures of each period: closed, point, spread, landing, calls and quota. */
export const askFigures = query(
  [...forecastTables, 'quota', 'forecastCall'],
  (region, asOf: Day, kind: PeriodKind) =>
    forecastFigures(region, askDealStates(region, asOf), askForecast(region, asOf, kind)),
)
