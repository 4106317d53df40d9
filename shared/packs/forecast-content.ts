/** What a forecast pack says, as plain data: periods, open deals with their cells, the matrices, accuracy and assumptions. */
import type { Day } from '../base/day'
import type { CurrencyCode } from '../base/money'
import { hashText } from '../base/random'
import type { AccuracyReport } from '../forecast/accuracy-report'
import type { Chance } from '../forecast/distribution'
import type { ForecastFigures } from '../forecast/period-figures'
import { chancesIn, type ForecastRow, type RegionForecast } from '../forecast/region-forecast'
import type { NamedMatrix } from '../forecast/region-matrix'
import type { DealStates } from '../process/deal-state'
import type { Region } from '../region/region'
import type { SheetVersion } from './matrix-sheets'
import type { PackChanges } from './pack-changes'

/** One period; money in minor units. */
interface PackPeriod {
  readonly key: string
  readonly closed: number
  readonly point: number
  readonly spread: number
  readonly assumed: number
  readonly newBusiness: number | null
  readonly commit: number | null
  readonly bestCase: number | null
  readonly manager: number | null
  readonly quota: number | null
}

/** One open deal. */
export interface PackDeal {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly rep: string
  readonly product: string
  readonly cell: string
  readonly basis: string
  readonly entered: Day | null
  readonly age: number
  readonly tuc: number | null
  readonly amount: number
  readonly poc: number | null
  readonly factor: number
  readonly p: number
  readonly weighted: number
  readonly close: Day | null
  readonly crmClose: Day | null
  readonly state: string
  readonly spread: readonly number[]
  readonly later: number
}

/** The backtest, with names in the place of ids. */
interface PackAccuracy {
  readonly report: Pick<AccuracyReport, 'run' | 'naive' | 'horizons'>
  readonly reps: readonly {
    readonly name: string
    readonly forecast: number
    readonly actual: number
    readonly wape: number | null
    readonly bias: number | null
    readonly n: number
  }[]
}

/** The whole pack; it can be handed to a worker. */
export interface ForecastContent {
  readonly packId: string
  readonly region: string
  readonly asOf: Day
  readonly currency: CurrencyCode
  readonly rho: number
  readonly periods: readonly PackPeriod[]
  /** Chances of the open deals by period, for the ranges. */
  readonly chances: readonly (readonly Chance[])[]
  readonly deals: readonly PackDeal[]
  readonly versions: readonly SheetVersion[]
  /** Null where the rows of a snapshot are no longer in the archive. */
  readonly changes: PackChanges | null
  readonly accuracy: PackAccuracy | null
  readonly assumptions: readonly (readonly [label: string, value: string])[]
}

const basisWords: Readonly<Record<ForecastRow['basis'], string>> = {
  events: 'events',
  mapping: 'assumed from the stage',
  stage: 'CRM stage',
  start: 'no event yet',
}

const stateWords: Readonly<Record<ForecastRow['forecast']['state'], string>> = {
  counted: '',
  stalled: 'stalled: too old for its cell',
  suspect: 'suspect: left out',
  closedOff: 'disqualified or archived',
  blocked: 'statuses contradict each other',
  noCell: 'no cell',
}

/** What the pack is built from besides the region. */
interface ForecastPackParts {
  readonly states: DealStates
  readonly forecast: RegionForecast
  readonly figures: ForecastFigures
  readonly versions: readonly SheetVersion[]
  readonly changes: PackChanges | null
  readonly accuracy: AccuracyReport | null
}

/** Gathers the pack; the same state gives the same content. */
export function forecastContent(region: Region, parts: ForecastPackParts): ForecastContent {
  const { states, forecast, figures, versions, changes, accuracy } = parts
  const { settings, asOf } = states
  const rows = forecast.rows.slice().sort((a, b) => b.forecast.weighted - a.forecast.weighted)
  const assumed = rows.reduce((sum, each) => sum + (each.assumed ? each.forecast.weighted : 0), 0)
  const whole = forecast.totals.weighted
  const share = (part: number): string => (whole > 0 ? `${((part / whole) * 100).toFixed(0)} %` : 'n/a')
  return {
    packId: hashText(`${settings.regionName}/${asOf}/${versions.map(each => each.id).join()}`).toString(16),
    region: settings.regionName,
    asOf,
    currency: states.rates.home,
    rho: settings.rho,
    periods: figures.periods.map(each => ({
      key: each.period.key,
      closed: each.closed,
      point: each.point,
      spread: each.spread,
      assumed: each.assumed,
      newBusiness: each.landing.newBusiness,
      commit: each.commit.amount,
      bestCase: each.bestCase.amount,
      manager: each.manager.amount,
      quota: each.quota.amount,
    })),
    chances: forecast.periods.map((_, at) => chancesIn(rows, at)),
    deals: rows.map(packDeal),
    versions,
    changes,
    accuracy: accuracy && {
      report: { run: accuracy.run, naive: accuracy.naive, horizons: accuracy.horizons },
      reps: accuracy.owners.map(({ key, forecast: said, actual, wape, bias, n }) => ({
        name: region.get('rep', key as never)?.name ?? 'None',
        forecast: said,
        actual,
        wape,
        bias,
        n,
      })),
    },
    assumptions: [
      ['Weighted pipeline resting on assumed statuses or stages', share(assumed)],
      ['Open deals counted', String(forecast.totals.counted)],
      ['Stalled deals (count nothing)', String(forecast.totals.stalled)],
      ['Suspects', settings.suspectsInForecast ? 'counted' : 'left out (FC-11)'],
      ['Correlation of deals (rho)', String(settings.rho)],
      ['Deals without an approved version (FC-W11)', String(forecast.unversioned.length)],
      ...versions.flatMap((each): [string, string][] => [
        [
          each.no > 0 ? `${each.name}, version ${each.no}` : each.name,
          `${each.state}; sigma ${each.matrix.sigma}, age zero ${each.matrix.ageZero}`,
        ],
      ]),
      ...figures.blockedBy.map((each): [string, string] => [
        'Missing exchange rate (CV-7)',
        `${each.currency} on ${each.on}: its deals are in no total`,
      ]),
    ],
  }
}

function packDeal({ row, forecast, version, basis }: ForecastRow): PackDeal {
  const { deal, cell, state, age, factor, p, weighted, close, spread, later } = forecast
  return {
    id: row.deal.externalId ?? row.id.slice(0, 8),
    name: row.deal.name,
    account: row.account?.name ?? '',
    rep: row.owner?.name ?? '',
    product: row.product?.name ?? '',
    cell: cellWords(version, deal.b, deal.s),
    basis: basisWords[basis],
    entered: deal.enteredCellAt,
    age,
    tuc: cell && cell.kind !== 'blocked' ? cell.tuc : null,
    amount: deal.amount,
    poc: cell && cell.kind !== 'blocked' ? cell.poc : null,
    factor,
    p,
    weighted,
    close: cell ? close : null,
    crmClose: row.deal.expectedClose,
    state: stateWords[state],
    spread,
    later,
  }
}

const cellWords = (version: NamedMatrix | null, b: number, s: number): string =>
  !version
    ? ''
    : version.rows.length === 1
      ? (version.columns[s] ?? '')
      : `${version.rows[b] ?? '?'}/${version.columns[s] ?? '?'}`
