/** The columns of the forecast's deals: cell, clock, chance and what each deal puts into the periods. */
import type { ForecastRow, RegionForecast } from '#shared/forecast/region-forecast'
import type { Region } from '#shared/region/region'
import { fieldColumn, fieldRead, type RecordColumn } from '../../records/catalog-columns'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import { basisWords, cellName, stateWords, versionName } from './forecast-words'

/** What the grid reads of a forecast deal; keep it while the forecast's periods are the same. */
export function dealSpec(region: Region, forecast: RegionForecast, currency: string): RowsSpec<ForecastRow> {
  const own = (name: string) =>
    fieldRead<ForecastRow>(region, 'opportunity', name, each => each.row.deal, currency)
  const money = (get: (each: ForecastRow) => number | null) => ({ kind: 'money' as const, get, currency })
  const spread = Object.fromEntries(
    forecast.periods.map((period, at) => [
      `spread:${period.key}`,
      money(({ forecast: each }) => each.spread[at] ?? null),
    ]),
  )
  return {
    id: each => each.row.id,
    columns: {
      name: own('name'),
      account: { kind: 'text', get: each => each.row.account?.name ?? null },
      owner: { kind: 'text', get: each => each.row.owner?.name ?? null },
      manager: { kind: 'text', get: each => each.row.owner?.manager ?? null },
      product: { kind: 'text', get: each => each.row.product?.name ?? null },
      stage: own('stage'),
      amount: money(each => each.row.value.amount),
      cell: { kind: 'text', get: cellName },
      basis: { kind: 'choice', get: each => basisWords[each.basis], order: Object.values(basisWords) },
      entered: { kind: 'date', get: each => each.deal.enteredCellAt },
      age: { kind: 'number', get: each => each.forecast.age },
      tuc: { kind: 'number', get: each => each.forecast.cell?.tuc ?? null },
      poc: { kind: 'percent', get: each => each.forecast.cell?.poc ?? null },
      factor: { kind: 'number', get: each => each.forecast.factor },
      p: { kind: 'percent', get: each => each.forecast.p },
      weighted: money(each => each.forecast.weighted),
      ...spread,
      later: money(each => each.forecast.later),
      close: { kind: 'date', get: each => each.forecast.close },
      matrixClose: { kind: 'date', get: each => each.forecast.matrixClose },
      decisionDate: own('decisionDate'),
      expectedClose: own('expectedClose'),
      counts: {
        kind: 'choice',
        get: each => stateWords[each.forecast.state],
        order: Object.values(stateWords),
      },
      version: { kind: 'text', get: each => versionName(each.version) },
    },
    mark: (each, key) => {
      if (key === 'cell' && each.assumed)
        return {
          kind: 'assumed',
          note: 'Assumed: no event backs this cell yet. Record one in the tab Events.',
        }
      if (key === 'amount' && each.row.value.basis === 'list')
        return { kind: 'assumed', note: 'Assumed: the list price stands in for an empty amount.' }
      if (key === 'amount' && each.row.value.problem)
        return {
          kind: 'problem',
          note: `No rate for ${each.row.value.problem.currency} on ${each.row.value.problem.on}.`,
        }
      if (key === 'cell' && (each.forecast.state === 'blocked' || each.forecast.state === 'noCell'))
        return { kind: 'problem', note: 'The record contradicts itself, so that the deal counts nothing.' }
      return null
    },
  }
}

const column = (name: string, more: Partial<RecordColumn> = {}): RecordColumn =>
  fieldColumn('opportunity', name, more)

/** The columns in their order. */
export function dealColumns(forecast: RegionForecast, currency: string): readonly RecordColumn[] {
  return [
    column('name', { width: 200, pin: 'left', section: 'Deal' }),
    { key: 'account', title: 'Account', width: 150, section: 'Deal', hidden: true },
    column('owner', { width: 120, section: 'Deal' }),
    { key: 'manager', title: 'Manager', width: 120, section: 'Deal', hidden: true },
    { key: 'product', title: 'Product', width: 120, section: 'Deal', hidden: true },
    column('stage', { width: 110, section: 'Deal', hidden: true }),
    {
      key: 'amount',
      title: 'Amount',
      unit: currency,
      width: 120,
      digits: 0,
      section: 'Deal',
      aggregate: { fn: 'sum' },
    },
    {
      key: 'cell',
      title: 'Cell',
      width: 84,
      section: 'Matrix',
      help: 'Buying and sales status, or the CRM stage; in italics where it is assumed.',
    },
    {
      key: 'poc',
      title: 'POC',
      width: 72,
      digits: 0,
      section: 'Matrix',
      help: 'Probability of close: the cell’s chance before the deal’s age is counted.',
    },
    {
      key: 'tuc',
      title: 'TUC',
      unit: 'days',
      width: 84,
      section: 'Matrix',
      help: 'Time until close: working days that deals of this cell take from entering it.',
    },
    {
      key: 'age',
      title: 'In cell',
      unit: 'days',
      width: 92,
      section: 'Matrix',
      help: 'Working days since the last event that the cell needs (FC-4).',
    },
    {
      key: 'factor',
      title: 'Age factor',
      width: 100,
      digits: 2,
      section: 'Matrix',
      help: '1 up to the time of the cell, then falling to 0 (FC-10).',
    },
    {
      key: 'p',
      title: 'Chance',
      width: 92,
      digits: 1,
      section: 'Forecast',
      help: 'Probability of close × age factor (FC-11).',
      aggregate: { fn: 'weightedMean', weight: 'amount' },
    },
    {
      key: 'weighted',
      title: 'Weighted',
      unit: currency,
      width: 138,
      digits: 2,
      section: 'Forecast',
      help: 'Amount × chance, whenever the deal closes.',
      aggregate: { fn: 'sum' },
    },
    ...forecast.periods.map((period, at): RecordColumn => ({
      key: `spread:${period.key}`,
      title: period.key,
      unit: currency,
      width: 120,
      digits: 2,
      section: 'Forecast',
      hidden: at > 1,
      help: 'Part of the weighted value that closes in the period (FC-12, spread).',
      aggregate: { fn: 'sum' },
    })),
    {
      key: 'later',
      title: 'Later',
      unit: currency,
      width: 110,
      digits: 2,
      section: 'Forecast',
      hidden: true,
      aggregate: { fn: 'sum' },
    },
    {
      key: 'close',
      title: 'Expected close',
      width: 128,
      section: 'Dates',
      help: 'Matrix close, or the buyer’s own decision date where that is later (FC-9).',
    },
    { key: 'matrixClose', title: 'Matrix close', width: 104, section: 'Dates', hidden: true },
    column('decisionDate', { width: 110, section: 'Dates', hidden: true }),
    column('expectedClose', { width: 124, section: 'Dates' }),
    { key: 'entered', title: 'In cell since', width: 104, section: 'Dates', hidden: true },
    { key: 'counts', title: 'Counts', width: 110, section: 'Forecast' },
    { key: 'basis', title: 'Rests on', width: 110, section: 'Matrix' },
    { key: 'version', title: 'Version', width: 150, section: 'Matrix', hidden: true },
  ]
}
