/** The accuracy of the forecast pack: the backtest by month, its errors as formulas, and the errors by horizon and rep. */
import { toMajor } from '../base/money'
import type { BookSheet } from './book'
import { dayCell, figure, head, headerAt, text, type Row } from './forecast-cells'
import type { ForecastContent } from './forecast-content'

/** The sheet Accuracy. */
export function accuracySheet(content: ForecastContent): BookSheet {
  const { currency, accuracy } = content
  const money = (value: number): number => Math.round(toMajor(value, currency))
  const columns: [string, 'left' | 'right'][] = [
    ['Month', 'left'],
    ['Seen from', 'right'],
    [`Open deals (${currency})`, 'right'],
    [`New business (${currency})`, 'right'],
    [`Forecast (${currency})`, 'right'],
    [`Came (${currency})`, 'right'],
    [`Miss (${currency})`, 'right'],
    [`Win rate × all open (${currency})`, 'right'],
  ]
  const title = 'Accuracy'
  const base = {
    name: 'Accuracy',
    widths: [24, 14, 20, 19, 18, 18, 18, 20],
    landscape: true,
    tab: 'quiet' as const,
  }
  if (!accuracy || accuracy.report.run.rows.length === 0)
    return {
      ...base,
      rows: [
        [{ value: title, look: 'title' }],
        [
          {
            value: 'History is too short for a backtest, or it was not run before the export.',
            look: 'subtitle',
          },
        ],
      ],
    }
  const { run, naive, horizons } = accuracy.report
  const first = headerAt + 2
  const last = headerAt + 1 + run.rows.length
  const rows = run.rows.map((each, i): Row => {
    const at = headerAt + 2 + i
    const forecast = money(each.open) + money(each.newBusiness)
    return [
      text(each.period.key),
      dayCell(each.origin),
      figure(money(each.open), 'money'),
      figure(money(each.newBusiness), 'money'),
      figure(forecast, 'money', `C${at}+D${at}`),
      figure(money(each.actual), 'money'),
      figure(forecast - money(each.actual), 'money', `E${at}-F${at}`),
      figure(money(naive.rows[i]?.forecast ?? 0), 'money'),
    ]
  })
  const range = (column: string): string => `${column}${first}:${column}${last}`
  const line = (label: string, value: number | null, formula?: string): Row => [
    { value: label, look: 'label' },
    figure(value, 'percent', value === null ? undefined : formula),
  ]
  const part = (label: string): Row => [
    { value: label, look: 'section' },
    { value: null, look: 'section' },
  ]
  return {
    ...base,
    rows: [
      ...head(
        title,
        `The next month forecast at ${run.rows.length} month ends, each from what was known on its day (FC-25).`,
        columns,
      ),
      ...rows,
      [],
      part('Errors'),
      line('Off by (WAPE)', run.accuracy.wape, `SUMPRODUCT(ABS(${range('G')}))/SUM(${range('F')})`),
      line('Bias', run.accuracy.bias, `SUM(${range('G')})/SUM(${range('F')})`),
      line('Open deals alone, WAPE', run.open?.wape ?? null),
      line(
        'Win rate × all open, WAPE',
        naive.accuracy.wape,
        `SUMPRODUCT(ABS(${range('H')}-${range('F')}))/SUM(${range('F')})`,
      ),
      [],
      part('By horizon: days before the end of the month'),
      [
        { value: 'Days', look: 'header' },
        { value: 'WAPE', look: 'headerRight' },
        { value: 'Bias', look: 'headerRight' },
        { value: 'Months', look: 'headerRight' },
      ],
      ...horizons.map((each): Row => [
        { ...figure(each.days, 'whole'), align: 'left' },
        figure(each.wape, 'percent'),
        figure(each.bias, 'percent'),
        figure(each.n, 'whole'),
      ]),
      [],
      part('By rep'),
      [
        { value: 'Rep', look: 'header' },
        { value: 'WAPE', look: 'headerRight' },
        { value: 'Bias', look: 'headerRight' },
        { value: `Forecast (${currency})`, look: 'headerRight' },
        { value: `Came (${currency})`, look: 'headerRight' },
      ],
      ...accuracy.reps.map((each): Row => [
        text(each.name),
        figure(each.wape, 'percent'),
        figure(each.bias, 'percent'),
        figure(money(each.forecast), 'money'),
        figure(money(each.actual), 'money'),
      ]),
    ],
    heights: new Map([
      [0, 27],
      [headerAt, 30],
    ]),
    freeze: { rows: headerAt + 1, columns: 1 },
  }
}
