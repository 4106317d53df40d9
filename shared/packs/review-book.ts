/** Lays a pipeline review out as a workbook: README, its sheets, and _meta; the same review gives the same bytes. */
import {
  cellName,
  daySerial,
  type Area,
  type Book,
  type BookCell,
  type BookSheet,
  type Chart,
  type Format,
} from './book'
import type { ColumnKind } from './pack-content'
import { metaName } from './pack-meta'
import {
  reviewHash,
  reviewSchema,
  type ReviewContent,
  type ReviewSheet,
  type ReviewTable,
} from './review-content'
import { rowHeights } from './row-heights'
import { writtenValue } from './written-value'

const formats: Readonly<Record<ColumnKind, Format>> = {
  text: 'text',
  list: 'text',
  whole: 'whole',
  number: 'number',
  money: 'money',
  percent: 'percent',
  day: 'day',
  any: 'general',
}

const isRight = (kind: ColumnKind): boolean =>
  kind === 'whole' || kind === 'number' || kind === 'money' || kind === 'percent'

/** The workbook's description. */
export function reviewBook(content: ReviewContent): Book {
  return {
    title: `Pipeline review, ${content.region}, ${content.asOf}`,
    subject: content.region,
    creator: 'Quarterdeck',
    date: content.asOf,
    footer: `${content.region}, pipeline review as of ${content.asOf}`,
    sheets: [readme(content), ...content.sheets.map(sheet => tables(sheet, content)), meta(content)],
  }
}

function readme(content: ReviewContent): BookSheet {
  const widths = [18, 96]
  const line = (label: string, value: string, more: Partial<BookCell> = {}): (BookCell | null)[] => [
    { value: label, look: 'label' },
    { value, look: 'cell', format: 'text', wrap: true, ...more },
  ]
  const section = (title: string): (BookCell | null)[] => [
    { value: title, look: 'section' },
    { value: null, look: 'section' },
  ]
  const rows: (BookCell | null)[][] = [
    [{ value: 'Pipeline review', look: 'title' }],
    [{ value: `${content.region}, as of ${content.asOf}`, look: 'subtitle' }],
    [],
    line('Region', content.region),
    [
      { value: 'As of', look: 'label' },
      { value: daySerial(content.asOf), look: 'cell', format: 'day', align: 'left' },
    ],
    line('Currency', content.currency),
    [],
    section('What it says'),
    ...content.findings.map((text, at) => line(String(at + 1), text)),
    [],
    section('How to read it'),
    line('1', 'All figures are as of the date above and rest on the deals in these sheets.'),
    line('2', 'Every ratio stands with its k and n; what rests on too few deals says so and is not ranked.'),
    line('3', 'Totals are live: they follow the filter of their table.'),
    line('4', 'This workbook is for reading. Decisions are taken in Quarterdeck, or in a coaching pack.'),
    [],
    section('What is inside'),
    ...content.sheets.map((sheet): (BookCell | null)[] => [
      { value: sheet.name, look: 'link', link: `#'${sheet.name}'!A1` },
      {
        value: sheet.tables.map(each => `${each.title}: ${each.rows.length}`).join(' · '),
        look: 'cell',
        format: 'text',
        wrap: true,
      },
    ]),
  ]
  const heights = rowHeights(
    rows,
    widths,
    new Map([
      [0, 27],
      [1, 18],
    ]),
  )
  return { name: 'README', widths, rows, heights, tab: 'main' }
}

function tables(sheet: ReviewSheet, content: ReviewContent): BookSheet {
  const rows: (BookCell | null)[][] = []
  const heights = new Map<number, number>([[0, 27]])
  const charts: Chart[] = []
  let filter: Area | null = null
  let header = 0
  rows.push([{ value: sheet.title, look: 'title' }])
  rows.push([{ value: `${content.region}, as of ${content.asOf}`, look: 'subtitle' }])
  for (const table of sheet.tables) {
    const single = sheet.tables.length === 1
    if (!single) rows.push([], [{ value: table.title, look: 'section' }])
    rows.push([{ value: table.note, look: 'muted' }])
    header = rows.length
    heights.set(header, 30)
    rows.push(
      table.columns.map(({ header: words, kind }): BookCell => ({
        value: kind === 'money' ? `${words} (${content.currency})` : words,
        look: isRight(kind) ? 'headerRight' : 'header',
      })),
    )
    if (table.rows.length === 0) rows.push([{ value: table.empty, look: 'muted' }])
    table.rows.forEach((row, at) =>
      rows.push(
        table.columns.map(({ kind }, c): BookCell => ({
          value: writtenValue(row[c] ?? null, kind, content.currency),
          look: at % 2 === 1 ? 'band' : 'cell',
          format: formats[kind],
          ...(isRight(kind) ? {} : { indent: 1 }),
        })),
      ),
    )
    const last = rows.length - 1
    const wide = table.columns.length - 1
    if (table.rows.length > 0) {
      // Only the last table of a sheet can carry the sheet's one filter.
      filter = { top: header, left: 0, bottom: last, right: wide }
      if (table.sums.length > 0) rows.push(totals(table, header, last, content))
    }
    if (table.chart && table.rows.length > 0) {
      const { category, values, title } = table.chart
      const column = (c: number): Area => ({ top: header + 1, bottom: last, left: c, right: c })
      charts.push({
        kind: 'bar',
        title,
        alt: `${title}; the numbers stand beside it`,
        categories: column(category),
        series: values.map(c => ({
          name: table.columns[c]?.header ?? '',
          values: column(c),
          tone: 'main',
        })),
        place: { top: header, left: wide + 1, bottom: last + 2, right: wide + 6 },
        format: 'whole',
      })
    }
  }
  const single = sheet.tables.length === 1
  return {
    name: sheet.name,
    widths: sheet.widths,
    rows,
    heights,
    landscape: true,
    ...(single
      ? { freeze: { rows: header + 1, columns: 1 }, printTitle: { row: header, columns: 0 } }
      : { freeze: { rows: 2, columns: 1 } }),
    ...(filter ? { filter } : {}),
    ...(charts.length > 0 ? { charts } : {}),
  }
}

function totals(
  table: ReviewTable,
  header: number,
  last: number,
  content: ReviewContent,
): (BookCell | null)[] {
  return table.columns.map(({ kind }, c): BookCell => {
    if (c === 0) return { value: 'Total', look: 'total' }
    if (!table.sums.includes(c)) return { value: null, look: 'total' }
    const sum = table.rows.reduce((n, row) => n + (typeof row[c] === 'number' ? row[c] : 0), 0)
    return {
      value: writtenValue(sum, kind, content.currency),
      look: 'total',
      format: formats[kind],
      formula: `SUBTOTAL(109,${cellName(header + 1, c)}:${cellName(last, c)})`,
    }
  })
}

function meta(content: ReviewContent): BookSheet {
  const lines: readonly (readonly [string, string])[] = [
    ['Quarterdeck pipeline review', 'What this file is, for Quarterdeck; nothing is read back from it.'],
    ['schema', String(reviewSchema)],
    ['region', content.region],
    ['asOf', content.asOf],
    ['currency', content.currency],
    ['hash', reviewHash(content)],
    ...content.sheets.flatMap(sheet =>
      sheet.tables.map((each): readonly [string, string] => [
        `rows: ${sheet.name}: ${each.title}`,
        String(each.rows.length),
      ]),
    ),
  ]
  const rows = lines.map(line => line.map((value): BookCell => ({ value, format: 'text' })))
  return { name: metaName, widths: [40, 60], rows, hidden: 'veryHidden', tab: 'quiet' }
}
