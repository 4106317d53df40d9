/** The open deals of the forecast pack, with live formulas from amount to weighted value. */
import { toMajor } from '../base/money'
import { columnPages } from './column-pages'
import { columnName, type BookCell, type BookSheet } from './book'
import { dayCell, figure, head, headerAt, text, type Row } from './forecast-cells'
import type { ForecastContent, PackDeal } from './forecast-content'

/** The sheet Deals. */
export function dealsSheet(content: ForecastContent): BookSheet {
  const { currency } = content
  // CV-13: rounded by the format alone, so that sums are those of the exact values.
  const cents = (value: number): number => Number(toMajor(value, currency).toPrecision(15))
  const periods = content.periods.map(each => each.key)
  const columns: [string, 'left' | 'right'][] = [
    ['Deal', 'left'],
    ['Opportunity', 'left'],
    ['Account', 'left'],
    ['Rep', 'left'],
    ['Product', 'left'],
    ['Cell', 'left'],
    ['Rests on', 'left'],
    ['Entered', 'right'],
    ['Age, days', 'right'],
    ['Standard, days', 'right'],
    [`Amount (${currency})`, 'right'],
    ['POC', 'right'],
    ['Age factor', 'right'],
    ['Probability', 'right'],
    [`Weighted (${currency})`, 'right'],
    ['Matrix close', 'right'],
    ['CRM close', 'right'],
    ...periods.map((key): [string, 'right'] => [`${key} (${currency})`, 'right']),
    [`Later (${currency})`, 'right'],
    ['Note', 'left'],
  ]
  const first = headerAt + 1
  const rows = content.deals.map((each, i): Row => dealRow(each, first + i + 1, cents))
  const last = first + rows.length - 1
  const total = (column: number, value: number): BookCell => ({
    value,
    look: 'total',
    format: 'cents',
    ...(rows.length > 0
      ? { formula: `SUBTOTAL(109,${columnName(column)}${first + 1}:${columnName(column)}${last + 1})` }
      : {}),
  })
  const sum = (of: (deal: PackDeal) => number): number =>
    content.deals.reduce((all, each) => all + cents(of(each)), 0)
  const totals: Row = columns.map((_, at): BookCell =>
    at === 0
      ? { value: `${rows.length} open deals`, look: 'total' }
      : at === 10
        ? total(
            10,
            sum(each => each.amount),
          )
        : at === 14
          ? total(
              14,
              sum(each => each.amount * each.p),
            )
          : at >= 17 && at < 17 + periods.length
            ? total(
                at,
                sum(each => each.spread[at - 17] ?? 0),
              )
            : at === 17 + periods.length
              ? total(
                  at,
                  sum(each => each.later),
                )
              : { value: null, look: 'total' },
  )
  const widths = [
    12,
    44,
    30,
    18,
    22,
    10,
    22,
    11,
    9,
    10,
    14,
    8,
    8,
    10,
    14,
    11,
    11,
    ...periods.map(() => 14),
    14,
    26,
  ]
  return {
    name: 'Deals',
    widths,
    rows: [
      ...head(
        'Deals',
        `Open deals as of ${content.asOf}, the most valuable first. Probability = POC × age factor; weighted = amount × probability.`,
        columns,
      ),
      ...rows,
      totals,
    ],
    heights: new Map([
      [0, 27],
      [headerAt, 30],
    ]),
    freeze: { rows: first, columns: 2 },
    printTitle: { row: headerAt, columns: 2 },
    landscape: true,
    // What it is; where it stands; when it closes.
    ...columnPages([7, 17], widths, 2),
    ...(rows.length > 0
      ? { filter: { top: headerAt, left: 0, bottom: last, right: columns.length - 1 } }
      : {}),
    tab: 'main',
  }
}

function dealRow(deal: PackDeal, at: number, cents: (value: number) => number): Row {
  const counted = deal.p > 0 && deal.poc !== null
  return [
    { ...text(deal.id), look: 'key' },
    text(deal.name),
    text(deal.account),
    text(deal.rep),
    text(deal.product),
    text(deal.cell),
    text(deal.basis),
    dayCell(deal.entered),
    figure(deal.age, 'whole'),
    figure(deal.tuc, 'whole'),
    figure(cents(deal.amount), 'cents'),
    figure(deal.poc, 'percent'),
    figure(deal.factor, 'number'),
    counted ? figure(deal.p, 'percent', `L${at}*M${at}`) : figure(deal.p, 'percent'),
    figure(cents(deal.amount * deal.p), 'cents', `K${at}*N${at}`),
    dayCell(deal.close),
    dayCell(deal.crmClose),
    ...deal.spread.map(each => figure(cents(each), 'cents')),
    figure(cents(deal.later), 'cents'),
    text(deal.state),
  ]
}
