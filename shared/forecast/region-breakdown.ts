/** The forecast by any two dimensions: one table of facts, each cell with its deals (FC-13). */
import { type Dimension, type Member, memberOf } from '../process/dimension'
import type { Rates } from '../process/rates'
import type { ForecastRow, RegionForecast } from './region-forecast'

/** What a forecast can be broken down by; `period` means the forecast's own periods. */
export type ForecastDimension = Dimension | 'period' | 'cell' | 'market' | 'cycle' | 'class' | 'basis'

/** What is added up: weighted value by spread or by point, weighted units, or the open amount as it stands. */
export type ForecastMeasure = 'spread' | 'point' | 'units' | 'amount'

/** What names need that deals only refer to. */
interface BreakdownNames {
  readonly rates: Rates
  readonly sources: ReadonlyMap<string, string>
  readonly markets: ReadonlyMap<string, string>
  /** Units of a deal: the quantities of its lines, or 1. */
  readonly units: (row: ForecastRow) => number
}

/** What is asked; `period` is the number of one of the forecast's periods, null for all of them and later. */
export interface BreakdownWish {
  readonly rows: ForecastDimension
  readonly columns: ForecastDimension
  readonly measure: ForecastMeasure
  readonly period: number | null
}

/** A cell: its value (minor units, or units) and the deals in it. */
export interface BreakdownCell {
  readonly value: number
  readonly deals: readonly string[]
}

/** A line with its cells in the order of the columns; null where no deal is. */
interface BreakdownLine extends BreakdownCell {
  readonly key: string
  readonly label: string
  readonly cells: readonly (BreakdownCell | null)[]
}

/** The table; lines and columns by falling value, periods in their order. */
interface Breakdown {
  readonly columns: readonly (BreakdownCell & { readonly key: string; readonly label: string })[]
  readonly lines: readonly BreakdownLine[]
  readonly total: BreakdownCell
}

const noneLabel = 'None'

/** The key of the time after the last period. */
const laterKey = 'later'

function memberOfRow(
  row: ForecastRow,
  dimension: Exclude<ForecastDimension, 'period'>,
  names: BreakdownNames,
): Member {
  switch (dimension) {
    case 'cell': {
      const column = row.version?.columns[row.deal.s]
      const text =
        row.version?.kind === 'stage' ? column : `${row.version?.rows[row.deal.b] ?? '?'}/${column ?? '?'}`
      return { key: text ?? null, label: text ?? null }
    }
    case 'market': {
      const id = row.row.deal.targetMarket
      return { key: id, label: id === null ? null : (names.markets.get(id) ?? null) }
    }
    case 'cycle':
      return { key: row.scope.cycle, label: row.scope.cycle }
    case 'class':
      return { key: row.row.class.kind, label: row.row.class.kind }
    case 'basis':
      return row.assumed ? { key: 'assumed', label: 'Assumed' } : { key: 'events', label: 'Events' }
    default:
      return memberOf(row.row, dimension, names.rates, names.sources)
  }
}

/** What a deal puts into each period and into later, in the measure. */
function shareOut(
  row: ForecastRow,
  periods: number,
  measure: ForecastMeasure,
  units: number,
): readonly number[] {
  const { forecast } = row
  const point = (at: number): number => forecast.point[at] ?? 0
  const pointSum = Array.from({ length: periods }, (_, at) => point(at)).reduce((sum, x) => sum + x, 0)
  return Array.from({ length: periods + 1 }, (_, at) => {
    const last = at === periods
    switch (measure) {
      case 'spread':
        return last ? forecast.later : (forecast.spread[at] ?? 0)
      case 'point':
        return last ? forecast.weighted - pointSum : point(at)
      case 'units': {
        const shares = forecast.shares.reduce((sum, x) => sum + x, 0)
        return units * forecast.p * (last ? 1 - shares : (forecast.shares[at] ?? 0))
      }
      case 'amount':
        // The whole amount where the deal is expected to close.
        return last ? (pointSum > 0 ? 0 : forecast.deal.amount) : point(at) > 0 ? forecast.deal.amount : 0
    }
  })
}

interface Sum {
  value: number
  deals: string[]
  label: string
}

const addTo = (sums: Map<string, Sum>, key: string, label: string, value: number, deal: string): void => {
  const sum = sums.get(key)
  if (!sum) sums.set(key, { value, deals: [deal], label })
  else {
    sum.value += value
    if (sum.deals.at(-1) !== deal) sum.deals.push(deal)
  }
}

/** FC-13: the forecast by two dimensions; deals that put nothing anywhere are left out. */
export function breakdownOf(forecast: RegionForecast, wish: BreakdownWish, names: BreakdownNames): Breakdown {
  const { periods } = forecast
  const lines = new Map<string, Sum>()
  const columns = new Map<string, Sum>()
  const cells = new Map<string, Sum>()
  const total: Sum = { value: 0, deals: [], label: '' }
  const periodLabel = (at: number): string => periods[at]?.key ?? laterKey
  for (const row of forecast.rows) {
    const out = shareOut(row, periods.length, wish.measure, names.units(row))
    const [first, second] = [wish.rows, wish.columns].map(each =>
      each === 'period' ? null : memberOfRow(row, each, names),
    )
    out.forEach((value, at) => {
      if (value === 0 || (wish.period !== null && wish.period !== at)) return
      const place = (member: Member | null | undefined): [string, string] =>
        member ? [member.key ?? '', member.label ?? noneLabel] : [periodLabel(at), periodLabel(at)]
      const [lineKey, lineLabel] = place(first)
      const [columnKey, columnLabel] = place(second)
      addTo(lines, lineKey, lineLabel, value, row.row.id)
      addTo(columns, columnKey, columnLabel, value, row.row.id)
      addTo(cells, JSON.stringify([lineKey, columnKey]), '', value, row.row.id)
      total.value += value
      if (total.deals.at(-1) !== row.row.id) total.deals.push(row.row.id)
    })
  }
  const order = [...periods.map(each => each.key), laterKey]
  const sorted = (sums: Map<string, Sum>, dimension: ForecastDimension): [string, Sum][] =>
    [...sums].sort((a, b) =>
      dimension === 'period'
        ? order.indexOf(a[0]) - order.indexOf(b[0])
        : dimension === 'cell'
          ? a[1].label.localeCompare(b[1].label, 'en', { numeric: true })
          : b[1].value - a[1].value || (a[0] < b[0] ? -1 : 1),
    )
  const across = sorted(columns, wish.columns)
  return {
    columns: across.map(([key, { value, deals, label }]) => ({ key, label, value, deals })),
    lines: sorted(lines, wish.rows).map(([key, { value, deals, label }]) => ({
      key,
      label,
      value,
      deals,
      cells: across.map(([column]) => cells.get(JSON.stringify([key, column])) ?? null),
    })),
    total,
  }
}
