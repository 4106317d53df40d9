/** The waterfall of the forecast pack: what changed between two snapshots, in bars whose sum stands beside the end (FC-26). */
import { toMajor } from '../base/money'
import { barWords, changeFinding, compareProblemText } from '../forecast/change-words'
import type { CompareProblem } from '../forecast/region-snapshot'
import { waterfallBars, type Waterfall } from '../forecast/waterfall'
import { columnName, type BookCell, type BookSheet } from './book'
import { figure, text, type Row } from './forecast-cells'
import type { ForecastContent } from './forecast-content'
import { cellText } from './lint-book'
import { packWords } from './pack-words'

const name = 'Waterfall'
const widths = [22, 18, 9, 18, 9, 50]

/** The sheet Waterfall. */
export function waterfallSheet({
  changes,
  currency,
}: Pick<ForecastContent, 'changes' | 'currency'>): BookSheet {
  const base = { name, widths, tab: 'main' as const, landscape: true }
  const title: Row = [{ value: name, look: 'title' }]
  if (!changes)
    return {
      ...base,
      rows: [
        title,
        [
          {
            value: 'The rows of the first snapshot are no longer in the archive, so nothing is compared.',
            look: 'subtitle',
          },
        ],
      ],
    }
  const words = packWords(currency)
  const cents = (amount: number): number => Number(toMajor(amount, currency).toPrecision(15))
  const { from, to, views } = changes
  const line = (label: string, value: string): Row => [
    { value: label, look: 'label' },
    { value: cellText(value), look: 'plain', format: 'text' },
  ]
  const intro: Row[] = [
    title,
    [
      {
        value: 'Open amount of the whole region between two snapshots; suspects left out.',
        look: 'subtitle',
      },
    ],
    line('First snapshot', `${from.asOf}, ${from.words}`),
    line('Second snapshot', `${to.asOf}, ${to.words}`),
    ...views.map(({ period, found }): Row =>
      line(
        period === null ? 'All open deals' : `Closing in ${period}`,
        found.ok ? `${changeFinding(found.value, words)}.` : compareProblemText(found.problem, words),
      ),
    ),
    [],
  ]
  const headerRow = intro.length
  const first = headerRow + 1
  const header: Row = [
    { value: 'Bar', look: 'header' },
    ...views.flatMap(({ period }): BookCell[] => [
      { value: `${period === null ? 'All open' : `In ${period}`} (${currency})`, look: 'headerRight' },
      { value: 'Deals', look: 'headerRight' },
    ]),
    { value: 'What it counts', look: 'header' },
  ]
  const rowOf = (
    label: string,
    means: string,
    of: (found: Waterfall) => { readonly amount: number; readonly deals: number },
  ): Row => [
    text(label),
    ...views.flatMap(({ found }): BookCell[] => {
      const cell = found.ok ? of(found.value) : null
      return [figure(cell && cents(cell.amount), 'cents'), figure(cell && cell.deals, 'whole')]
    }),
    { ...text(means), indent: 1 },
  ]
  const bars = waterfallBars.map(bar =>
    rowOf(barWords[bar].name, barWords[bar].means, found => ({
      // Never −0, which a sheet would show with its sign.
      amount: found.bars[bar].sign * found.bars[bar].amount + 0,
      deals: found.bars[bar].deals.length,
    })),
  )
  const last = first + bars.length
  const sums: Row = [
    { value: 'Sum of the bars', look: 'total' },
    ...views.flatMap(({ found }, at): BookCell[] => {
      const column = columnName(1 + 2 * at)
      const sum = found.ok
        ? { value: cents(sumOf(found.value)), formula: `SUM(${column}${first + 1}:${column}${last + 1})` }
        : { value: null }
      return [
        { ...sum, look: 'total', format: 'cents' },
        { value: null, look: 'total' },
      ]
    }),
    { value: 'What the end has to be.', look: 'total', indent: 1 },
  ]
  const difference: Row = [
    text('Difference'),
    ...views.flatMap(({ found }, at): BookCell[] => {
      const column = columnName(1 + 2 * at)
      return [
        found.ok
          ? figure(
              cents(sumOf(found.value) - found.value.end),
              'cents',
              `ROUND(${column}${last + 2}-${column}${last + 3},2)`,
            )
          : figure(differenceOf(found.problem, cents), 'cents'),
        text(null),
      ]
    }),
    { ...text('Zero, or the comparison is refused.'), indent: 1 },
  ]
  return {
    ...base,
    rows: [
      ...intro,
      header,
      rowOf('Start', 'Open at the first snapshot.', found => ({
        amount: found.start,
        deals: found.startDeals.length,
      })),
      ...bars,
      sums,
      rowOf('End', 'Open at the second snapshot, counted there.', found => ({
        amount: found.end,
        deals: found.endDeals.length,
      })),
      difference,
    ],
    heights: new Map([
      [0, 27],
      [headerRow, 30],
    ]),
  }
}

const sumOf = ({ start, bars }: Waterfall): number =>
  waterfallBars.reduce((sum, bar) => sum + bars[bar].sign * bars[bar].amount, start)

const differenceOf = (problem: CompareProblem, cents: (amount: number) => number): number | null =>
  'difference' in problem ? cents(problem.difference) : null
