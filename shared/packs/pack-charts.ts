/** The charts of the scorecard, drawn by the spreadsheet program from small tables below the figures. */
import { toMajor } from '../base/money'
import type { BookCell, Chart, Series } from './book'
import type { PackContent } from './pack-content'

const tones: readonly Series['tone'][] = ['main', 'second', 'third']
const chartRows = 15

/** The rows under the scorecard from row `from` on, and the charts that draw them, side by side. */
export function scorecardCharts(
  content: PackContent,
  from: number,
): { rows: (BookCell | null)[][]; charts: Chart[] } | null {
  if (content.charts.length === 0) return null
  const charts: Chart[] = []
  const rows: (BookCell | null)[][] = []
  let left = 1
  const room = chartRows + 1
  for (let i = 0; i < room; i++) rows.push([])
  for (const chart of content.charts) {
    const top = from + rows.length
    rows.push([
      null,
      { value: chart.title, look: 'header' },
      ...chart.series.map((each): BookCell => ({ value: each.name, look: 'headerRight' })),
    ])
    chart.categories.forEach((category, at) =>
      rows.push([
        null,
        { value: category, look: 'cell', format: 'text' },
        ...chart.series.map((each): BookCell => ({
          value: chartValue(each.values[at] ?? null, chart.money, content),
          look: 'cell',
          format: 'money',
        })),
      ]),
    )
    const bottom = top + chart.categories.length
    const column = (offset: number) => ({ top: top + 1, bottom, left: 1 + offset, right: 1 + offset })
    charts.push({
      kind: chart.kind,
      title: chart.money ? `${chart.title} (${content.currency})` : chart.title,
      alt: `${chart.title} of ${content.repName}; the numbers stand in the table below`,
      categories: column(0),
      series: chart.series.map((each, at) => ({
        name: each.name,
        values: column(at + 1),
        tone: tones[at % tones.length] ?? 'main',
      })),
      place: { top: from, left, bottom: from + chartRows, right: left === 1 ? 5 : left + 5 },
      format: 'money',
    })
    rows.push([])
    left += left === 1 ? 4 : 5
  }
  return { rows, charts }
}

const chartValue = (value: number | null, money: boolean, content: PackContent): number | null =>
  value === null ? null : money ? Math.round(toMajor(value, content.currency)) : value
