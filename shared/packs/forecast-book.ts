/** The forecast pack as a workbook: summary with ranges and a chart, deals with live formulas, matrices to fill in, what changed, accuracy, assumptions. */
import { toMajor } from '../base/money'
import { distribution } from '../forecast/distribution'
import type { Book, BookCell, BookSheet } from './book'
import { accuracySheet } from './forecast-accuracy-sheet'
import { figure, head, headerAt, text, type Row } from './forecast-cells'
import type { ForecastContent } from './forecast-content'
import { dealsSheet } from './forecast-deals-sheet'
import { waterfallSheet } from './forecast-waterfall-sheet'
import { cellText } from './lint-book'
import { matrixMetaSheet } from './matrix-book'
import { matrixSheet } from './matrix-sheets'
import { rowHeights } from './row-heights'

/** The name of the file. */
export const forecastFileName = ({ region, asOf }: Pick<ForecastContent, 'region' | 'asOf'>): string =>
  `QD_forecast_${region.replace(/[^\p{L}\p{N}]+/gu, '-')}_${asOf}.xlsx`

/** Lays the pack out; the ranges are worked out here, exactly (FC-15). */
export function forecastBook(content: ForecastContent): Book {
  const [version] = content.versions
  const sheets: BookSheet[] = [
    readme(content),
    summary(content),
    dealsSheet(content),
    ...(version ? [matrixSheet(version, 'poc'), matrixSheet(version, 'tuc')] : []),
    waterfallSheet(content),
    accuracySheet(content),
    assumptions(content),
    ...(version
      ? [matrixMetaSheet(version, [packLine('packId', content.packId), packLine('asOf', content.asOf)])]
      : []),
  ]
  return {
    title: `Forecast pack, ${content.region}, ${content.asOf}`,
    subject: `${content.region}, as of ${content.asOf}`,
    creator: 'Quarterdeck',
    date: content.asOf,
    footer: `${content.region}, forecast as of ${content.asOf}`,
    sheets,
  }
}

const packLine = (key: string, value: string): Row =>
  ['pack', key, value].map((each): BookCell => ({ value: each, format: 'text' }))

function readme(content: ForecastContent): BookSheet {
  const widths = [20, 86]
  const version = content.versions[0]
  const line = (label: string, value: string): Row => [{ value: label, look: 'label' }, text(value, true)]
  const link = (name: string, words: string): Row => [
    { value: name, look: 'link', link: `#'${name}'!A1` },
    text(words, true),
  ]
  const rows: Row[] = [
    [{ value: 'Forecast pack', look: 'title' }],
    [{ value: `${content.region}, as of ${content.asOf}`, look: 'subtitle' }],
    [],
    line('Currency', content.currency),
    line(
      'Matrices',
      version
        ? `${version.name}${version.no > 0 ? `, version ${version.no}` : ''} (${version.state})`
        : 'none',
    ),
    line('Pack', content.packId),
    [],
    [
      { value: 'What is inside', look: 'section' },
      { value: null, look: 'section' },
    ],
    link('Summary', 'Each period with what is closed, what open deals bring, its range, calls and quota.'),
    link(
      'Deals',
      `${content.deals.length} open deals with cell, age and probability; weighted values are formulas.`,
    ),
    ...(version
      ? [
          link('Matrix POC', 'Probability of Close. Pale cells can be changed and taken back into a draft.'),
          link('Matrix TUC', 'Time Until Close, in the same way.'),
        ]
      : []),
    link('Waterfall', 'What changed between two snapshots, in bars that add up from start to end.'),
    link('Accuracy', 'What the forecast would have said at past month ends, and what came.'),
    link('Assumptions', 'What the figures take as given.'),
    [],
    [
      { value: 'How to read it', look: 'section' },
      { value: null, look: 'section' },
    ],
    line(
      'Spread',
      'Each deal’s weighted value laid over the periods in which it may close: used for totals and ranges.',
    ),
    line('Point', 'The same value wholly in the period of its matrix close: used for lists of deals.'),
    line(
      'Low, mid, high',
      'The 10th, 50th and 90th of 100 outcomes, what is closed included. They do not add up over periods or regions.',
    ),
    line(
      'Landing',
      'Closed, open deals and new business that is not in the pipeline yet: three lines, never one hidden in another.',
    ),
  ]
  return {
    name: 'README',
    widths,
    rows,
    heights: rowHeights(rows, widths, new Map([[0, 27]])),
    tab: 'main',
  }
}

function summary(content: ForecastContent): BookSheet {
  const { currency, periods } = content
  const money = (value: number | null): number | null =>
    value === null ? null : Math.round(toMajor(value, currency))
  const columns: [string, 'left' | 'right'][] = [
    ['Period', 'left'],
    ...[
      'Closed',
      'Open, spread',
      'New business',
      'Landing',
      'Low',
      'Mid',
      'High',
      'Open, point',
      'Commit',
      'Best case',
      'Manager',
      'Quota',
      'Gap',
      'Assumed',
    ].map((name): [string, 'right'] => [
      name === 'Assumed' ? 'Assumed, %' : `${name} (${currency})`,
      'right',
    ]),
  ]
  const first = headerAt + 1
  const rows: Row[] = periods.map((each, i): Row => {
    const { p10, p50, p90 } = distribution(content.chances[i] ?? [], { rho: content.rho })
    const at = first + i + 1
    const quota = money(each.quota)
    return [
      text(each.key),
      figure(money(each.closed), 'money'),
      figure(money(each.spread), 'money'),
      figure(money(each.newBusiness), 'money'),
      figure(
        (money(each.closed) ?? 0) + (money(each.spread) ?? 0) + (money(each.newBusiness) ?? 0),
        'money',
        `B${at}+C${at}+D${at}`,
      ),
      figure(money(each.closed + p10), 'money'),
      figure(money(each.closed + p50), 'money'),
      figure(money(each.closed + p90), 'money'),
      figure(money(each.point), 'money'),
      figure(money(each.commit), 'money'),
      figure(money(each.bestCase), 'money'),
      figure(money(each.manager), 'money'),
      figure(quota, 'money'),
      // As on the screen: new business that nobody has found yet closes no gap.
      figure(
        quota === null ? null : quota - (money(each.closed) ?? 0) - (money(each.spread) ?? 0),
        'money',
        quota === null ? undefined : `M${at}-B${at}-C${at}`,
      ),
      figure(each.spread > 0 ? each.assumed / each.spread : null, 'percent'),
    ]
  })
  const last = first + periods.length - 1
  const area = (column: number) => ({ top: first, left: column, bottom: last, right: column })
  return {
    name: 'Summary',
    widths: [12, ...columns.slice(1).map(() => 13.5)],
    rows: [
      ...head(
        'Summary',
        `${content.region}, as of ${content.asOf}. Low, mid and high include what is closed; they do not add up over periods.`,
        columns,
      ),
      ...rows,
    ],
    heights: new Map([
      [0, 27],
      [headerAt, 30],
    ]),
    freeze: { rows: first, columns: 1 },
    landscape: true,
    charts: [
      {
        kind: 'column',
        title: `Closed, open and new business by period (${currency})`,
        alt: 'Columns of closed, spread and new business by period; the numbers stand in the table above',
        categories: area(0),
        series: [
          { name: 'Closed', values: area(1), tone: 'main' },
          { name: 'Open, spread', values: area(2), tone: 'second' },
          { name: 'New business', values: area(3), tone: 'third' },
        ],
        place: { top: last + 2, left: 0, bottom: last + 20, right: 8 },
        format: 'money',
      },
    ],
    tab: 'main',
  }
}

function assumptions(content: ForecastContent): BookSheet {
  const widths = [48, 60]
  const rows: Row[] = [
    [{ value: 'Assumptions', look: 'title' }],
    [{ value: 'What the figures take as given, and how much of them rests on it.', look: 'subtitle' }],
    [],
    ...content.assumptions.map(([label, value]): Row => [
      { value: cellText(label), look: 'label' },
      text(value, true),
    ]),
  ]
  return {
    name: 'Assumptions',
    widths,
    rows,
    heights: rowHeights(rows, widths, new Map([[0, 27]])),
    tab: 'quiet',
  }
}
