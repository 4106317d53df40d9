/** From cell to forecast: what each open deal is worth, and when it closes (rules FC-9 to FC-12). */
import type { Day } from '../base/day'
import { laterDay } from '../base/day'
import type { Period, PeriodKey } from '../base/fiscal'
import type { BusinessClock } from './business-clock'
import { ageFactor, closedWithin, remainingDays } from './close-time'
import { type Cell, cellAt, type Matrix } from './matrix'

/** What the forecast needs to know of an open deal; money in minor units of the region's currency. */
export interface ForecastDeal {
  readonly id: string
  readonly amount: number
  /** Buying and sales rank. */
  readonly b: number
  readonly s: number
  /** FC-4; null where no date is known: age 0 is assumed and said. */
  readonly enteredCellAt: Day | null
  readonly buyerDate: Day | null
  /** FC-11: counts nothing where `suspect`, `closedOff` (disqualified or archived) or postponed past the period. */
  readonly suspect: boolean
  readonly closedOff: boolean
  readonly postponedTo: Day | null
}

/** Why a deal counts nothing, or that it counts. */
export type DealState = 'counted' | 'stalled' | 'suspect' | 'closedOff' | 'blocked' | 'noCell'

/** One deal's forecast; `spread[i]` and `point[i]` belong to period i, `later` to the time after the last period. */
export interface DealForecast {
  readonly deal: ForecastDeal
  readonly cell: Cell | null
  readonly state: DealState
  /** Age in the cell and typical remaining time, in working days. */
  readonly age: number
  readonly factor: number
  readonly p: number
  readonly remaining: number
  /** FC-9: the matrix close, and the close after the buyer's own date was heard. */
  readonly matrixClose: Day
  readonly close: Day
  /** FC-W5: the buyer's date lies before the as-of date. */
  readonly buyerDatePast: boolean
  readonly weighted: number
  readonly shares: readonly number[]
  readonly spread: readonly number[]
  readonly point: readonly number[]
  readonly later: number
}

/** Switches of the forecast. */
export interface ForecastOptions {
  /** FC-11 option: suspects count nothing (default true). */
  readonly leaveOutSuspects?: boolean
}

function stateOf(deal: ForecastDeal, cell: Cell | null, factor: number, leaveOut: boolean): DealState {
  if (!cell) return 'noCell'
  if (cell.kind === 'blocked') return 'blocked'
  if (deal.closedOff) return 'closedOff'
  if (leaveOut && deal.suspect) return 'suspect'
  return factor === 0 ? 'stalled' : 'counted'
}

/** What age and standard time alone decide: the days still to go, and the share closed by the end of each period. */
interface Timing {
  readonly remaining: number
  readonly until: readonly number[]
}

/** Works timings out once for all deals of one age and standard time; `ends` are working days to each period's end. */
function timings(sigma: number, ends: readonly number[]): (age: number, tuc: number) => Timing {
  const known = new Map<number, Timing>()
  return (age, tuc) => {
    // Standard times are below 1,024 days (FC-7).
    const key = age * 1024 + tuc
    let found = known.get(key)
    if (!found) {
      found = {
        remaining: remainingDays(age, tuc, sigma),
        until: ends.map(end => closedWithin(end, age, tuc, sigma)),
      }
      known.set(key, found)
    }
    return found
  }
}

/** FC-9 to FC-12 for one deal. */
function forecastDeal(
  deal: ForecastDeal,
  matrix: Matrix,
  clock: BusinessClock,
  periods: readonly Period[],
  timing: (age: number, tuc: number) => Timing,
  leaveOut: boolean,
): DealForecast {
  const cell = cellAt(matrix, deal.b, deal.s)
  const tuc = cell?.tuc ?? 0
  const age = deal.enteredCellAt === null ? 0 : Math.max(0, clock.since(deal.enteredCellAt))
  const factor = cell ? ageFactor(age, tuc, matrix.ageZero) : 0
  const state = stateOf(deal, cell, factor, leaveOut)
  const p = state === 'counted' && cell ? cell.poc * factor : 0
  const time = cell ? timing(age, tuc) : null
  const remaining = time?.remaining ?? 0
  const matrixClose = clock.after(remaining)
  const buyerDatePast = deal.buyerDate !== null && deal.buyerDate < clock.asOf
  const close =
    deal.buyerDate !== null && !buyerDatePast ? laterDay(matrixClose, deal.buyerDate) : matrixClose
  const weighted = deal.amount * p
  const shares: number[] = []
  const spread: number[] = []
  const point: number[] = []
  let before = 0
  for (let i = 0; i < periods.length; i++) {
    const period = periods[i] as Period
    const until = p > 0 ? (time?.until[i] ?? 0) : 0
    const awake = deal.postponedTo === null || deal.postponedTo <= period.last
    const share = awake ? until - before : 0
    before = until
    shares.push(share)
    spread.push(weighted * share)
    point.push(awake && close >= period.first && close <= period.last ? weighted : 0)
  }
  return {
    deal,
    cell,
    state,
    age,
    factor,
    p,
    remaining,
    matrixClose,
    close,
    buyerDatePast,
    weighted,
    shares,
    spread,
    point,
    later: weighted * (1 - before),
  }
}

/** Totals of a forecast; the lists run along the periods. */
export interface ForecastTotals {
  readonly amount: number
  readonly weighted: number
  readonly spread: readonly number[]
  readonly point: readonly number[]
  readonly later: number
  readonly counted: number
  readonly stalled: number
  readonly stalledAmount: number
}

/** A forecast of a whole pipeline on one matrix. */
export interface Forecast {
  readonly periods: readonly PeriodKey[]
  readonly deals: readonly DealForecast[]
  readonly totals: ForecastTotals
}

/**
 * FC-9 to FC-12 for a pipeline. Periods must follow one another, the first holding the as-of date or lying after it;
 * what would close between the as-of date and the end of the first period belongs to the first.
 */
export function forecastDeals(
  deals: readonly ForecastDeal[],
  matrix: Matrix,
  clock: BusinessClock,
  periods: readonly Period[],
  options: ForecastOptions = {},
): Forecast {
  const ends = periods.map(period => Math.max(0, clock.until(period.last)))
  const leaveOut = options.leaveOutSuspects ?? true
  const timing = timings(matrix.sigma, ends)
  const rows = deals.map(deal => forecastDeal(deal, matrix, clock, periods, timing, leaveOut))
  return {
    periods: periods.map(period => period.key),
    deals: rows,
    totals: sumForecast(rows, periods.length),
  }
}

/** Adds up deals' forecasts: of all, or of any group of them (FC-13). */
export function sumForecast(rows: readonly DealForecast[], periods: number): ForecastTotals {
  const spread = new Array<number>(periods).fill(0)
  const point = new Array<number>(periods).fill(0)
  let [amount, weighted, later, counted, stalled, stalledAmount] = [0, 0, 0, 0, 0, 0]
  for (const row of rows) {
    amount += row.deal.amount
    weighted += row.weighted
    later += row.later
    if (row.state === 'counted') counted++
    if (row.state === 'stalled') {
      stalled++
      stalledAmount += row.deal.amount
    }
    for (let i = 0; i < periods; i++) {
      spread[i] = (spread[i] as number) + (row.spread[i] as number)
      point[i] = (point[i] as number) + (row.point[i] as number)
    }
  }
  return { amount, weighted, spread, point, later, counted, stalled, stalledAmount }
}

/** FC-13: totals by any two dimensions; `of` names a deal's row and column. Keys keep the order in which they first appear. */
export function breakdown(
  forecast: Forecast,
  of: (deal: ForecastDeal) => readonly [row: string, column: string],
): Map<string, Map<string, ForecastTotals>> {
  const groups = new Map<string, Map<string, DealForecast[]>>()
  for (const row of forecast.deals) {
    const [first, second] = of(row.deal)
    const line = groups.get(first) ?? new Map<string, DealForecast[]>()
    groups.set(first, line)
    const cell = line.get(second)
    if (cell) cell.push(row)
    else line.set(second, [row])
  }
  const periods = forecast.periods.length
  return new Map(
    [...groups].map(([key, line]) => [
      key,
      new Map([...line].map(([column, rows]) => [column, sumForecast(rows, periods)])),
    ]),
  )
}
