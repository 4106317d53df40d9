/** The forecast of a region: every open deal under its own version, with totals, breakdowns and the landing by period. */
import type { Day } from '../base/day'
import { type Period, type PeriodKind, periodOf, shiftPeriod } from '../base/fiscal'
import type { DealState as DealRow, DealStates } from '../process/deal-state'
import { totalValue, type ValueTotal } from '../process/deal-value'
import { type BusinessClock, businessClock } from './business-clock'
import { type DealForecast, forecastDeals, type ForecastTotals, sumForecast } from './deal-forecast'
import type { Chance } from './distribution'
import { newBusinessMean } from './landing'
import type { Matrix } from './matrix'
import type { NamedMatrix } from './region-matrix'
import type { RegionDeal, RegionPipeline } from './region-pipeline'

/** A deal with its forecast. */
export interface ForecastRow extends RegionDeal {
  readonly forecast: DealForecast
}

/** What is won in a period up to the as-of date. */
interface ClosedInPeriod {
  readonly value: ValueTotal
  readonly rows: readonly DealRow[]
}

/** The forecast of a region. */
export interface RegionForecast {
  readonly asOf: Day
  readonly periods: readonly Period[]
  readonly rows: readonly ForecastRow[]
  readonly totals: ForecastTotals
  readonly pipeline: RegionPipeline
  /** FC-W11: deals for which no approved version fits; they are in no total. */
  readonly unversioned: readonly RegionDeal[]
  readonly versions: readonly NamedMatrix[]
}

/** The periods of a forecast: the one that holds the as-of date and those after it. */
export function forecastPeriods(asOf: Day, kind: PeriodKind, count: number, startMonth: number): Period[] {
  const first = periodOf(asOf, kind, startMonth)
  return Array.from({ length: count }, (_, i) => shiftPeriod(first, i, startMonth))
}

/** Clocks by the calendar that a version counts in; one pipeline needs two at most. */
export function pipelineClocks(pipeline: RegionPipeline): (version: NamedMatrix) => BusinessClock {
  const working = businessClock(pipeline.calendar, pipeline.asOf)
  const stages =
    pipeline.stageCalendar === pipeline.calendar
      ? working
      : businessClock(pipeline.stageCalendar, pipeline.asOf)
  return version => (version.kind === 'stage' ? stages : working)
}

/**
 * FC-9 to FC-12 for every open deal under the version in force for it; `draft` puts other cells in the place of one
 * version's (what-if). Deals without a version are left out and listed (FC-W11).
 */
export function forecastRegion(
  pipeline: RegionPipeline,
  periods: readonly Period[],
  options: {
    readonly leaveOutSuspects?: boolean
    readonly clocks?: (version: NamedMatrix) => BusinessClock
    readonly draft?: { readonly version: string; readonly matrix: Matrix }
  } = {},
): RegionForecast {
  const { leaveOutSuspects = true, clocks = pipelineClocks(pipeline), draft } = options
  const groups = new Map<NamedMatrix, number[]>()
  const unversioned: RegionDeal[] = []
  pipeline.deals.forEach((each, i) => {
    if (each.version === null) {
      unversioned.push(each)
      return
    }
    const group = groups.get(each.version)
    if (group) group.push(i)
    else groups.set(each.version, [i])
  })
  const found = new Array<ForecastRow | null>(pipeline.deals.length).fill(null)
  for (const [version, at] of groups) {
    const deals = at.map(i => (pipeline.deals[i] as RegionDeal).deal)
    const matrix = draft?.version === version.id ? draft.matrix : version.matrix
    const result = forecastDeals(deals, matrix, clocks(version), periods, { leaveOutSuspects })
    result.deals.forEach((forecast, k) => {
      const i = at[k] as number
      found[i] = { ...(pipeline.deals[i] as RegionDeal), forecast }
    })
  }
  const rows = found.filter(each => each !== null)
  return {
    asOf: pipeline.asOf,
    periods,
    rows,
    totals: sumForecast(
      rows.map(each => each.forecast),
      periods.length,
    ),
    pipeline,
    unversioned,
    versions: [...groups.keys()],
  }
}

/** FC-14, first line: what was won in a period up to the as-of date, with its deals. */
export function closedIn(states: DealStates, period: Period): ClosedInPeriod {
  const rows = states.rows.filter(
    ({ state, deal }) =>
      state === 'won' &&
      deal.closedOn !== null &&
      deal.closedOn >= period.first &&
      deal.closedOn <= period.last &&
      deal.closedOn <= states.asOf,
  )
  return { value: totalValue(rows.map(row => row.value)), rows }
}

/** FC-14, third line: the mean of what was created and won inside one of the last three periods; null where the data do not reach back. */
export function newBusinessOf(states: DealStates, period: Period): number | null {
  // Nothing can still be created and won in a period that is over.
  if (period.last <= states.asOf) return null
  const won = states.rows.flatMap(({ state, deal, value, start }) => {
    const created = deal.createdOn ?? start
    return state === 'won' && created !== null && deal.closedOn !== null && value.amount !== null
      ? [{ created, closed: deal.closedOn, amount: value.amount }]
      : []
  })
  const dataFrom = states.rows.reduce<Day | null>((first, { state, deal }) => {
    const closed = state === 'open' ? null : deal.closedOn
    return closed !== null && (first === null || closed < first) ? closed : first
  }, null)
  if (dataFrom === null) return null
  return newBusinessMean(won, period, states.asOf, {
    startMonth: states.settings.fiscalStart,
    dataFrom: monthStart(dataFrom),
  })
}

/** What a naive sum says: the win ratio of closed deals times everything open, as if nothing aged (A14); null without a closed deal. */
interface NaiveValue {
  readonly won: number
  readonly closed: number
  readonly value: number
}

/** Open deals that are no suspects, also not suspects that a decision has put aside: what snapshots count as open (A11). */
export const openWithoutSuspects = (rows: readonly ForecastRow[]): readonly ForecastRow[] =>
  rows.filter(({ row }) => row.class.kind !== 'suspect')

/** The figure to compare with and never to use: closed-only win ratio × open amount of the forecast's deals. */
export function naiveValue(states: DealStates, rows: readonly ForecastRow[]): NaiveValue | null {
  const closed = states.rows.filter(
    row => row.state === 'won' || row.state === 'lost' || row.state === 'noDecision',
  )
  const won = closed.filter(row => row.state === 'won').length
  const open = openWithoutSuspects(rows).reduce((sum, row) => sum + row.deal.amount, 0)
  return closed.length === 0 ? null : { won, closed: closed.length, value: (open * won) / closed.length }
}

/** Data whose first close lies early in a month are taken to cover that month. */
const monthStart = (day: Day): Day => periodOf(day, 'month').first

/** FC-15: the chances of the deals to close in period `at`; amounts in minor units. */
export const chancesIn = (rows: readonly ForecastRow[], at: number): Chance[] =>
  rows.flatMap(({ forecast: { p, deal, shares } }) => {
    const share = shares[at] ?? 0
    return p > 0 && share > 0 && deal.amount !== 0 ? [{ p, amount: deal.amount, share }] : []
  })
