/** Lays a pack's content out as a workbook: README, one sheet per table, Lists and _meta. */
import type { CurrencyCode } from '../base/money'
import {
  cellName,
  daySerial,
  type Book,
  type BookCell,
  type BookSheet,
  type Condition,
  type Format,
  type Look,
  type Rule,
} from './book'
import {
  headerText,
  type ColumnKind,
  type ListKey,
  type PackColumn,
  type PackContent,
  type PackRow,
  type PackSheet,
} from './pack-content'
import { listTitles } from './pack-lists'
import { metaSheet } from './pack-meta'
import { readmeSheet } from './pack-readme'
import { columnPages } from './column-pages'
import { headerWidth, rowHeights } from './row-heights'
import { writtenValue } from './written-value'
import { scorecardCharts } from './pack-charts'

/** The row of the header in every sheet with a table, from 0: a title and a sentence stand above it. */
export const headerRow = 2

/** The first column of every table holds the row's key and the header of it is this. */
const keyHeader = 'Row'

const formats: Readonly<Record<ColumnKind, Format>> = {
  text: 'text',
  list: 'general',
  whole: 'whole',
  number: 'number',
  money: 'money',
  percent: 'percent',
  day: 'day',
  any: 'general',
}

/** The empty rows of a sheet, with the keys under which they are read back. */
export const spareRows = (sheet: PackSheet): readonly PackRow[] =>
  Array.from({ length: sheet.spareRows }, (_, at) => ({ key: `new ${at + 1}`, ref: null, values: {} }))

/** Lays a pack out; the same content gives the same book. */
export function packBook(content: PackContent): Book {
  const lists = listSheet(content)
  const sheets: BookSheet[] = [
    readmeSheet(content),
    ...content.sheets.map(sheet => tableSheet(sheet, content, lists.areas)),
    lists.sheet,
    metaSheet(content, spareRows),
  ]
  return {
    title: `Coaching pack, ${content.repName}, ${content.asOf}`,
    subject: `${content.region}, ${content.period}`,
    creator: 'Quarterdeck',
    date: content.asOf,
    footer: `${content.repName}, as of ${content.asOf}, pack ${content.packId.slice(0, 8)} v${content.no}`,
    sheets,
  }
}

type ListAreas = Readonly<Partial<Record<ListKey, Rule['area']>>>

function listSheet(content: PackContent): { sheet: BookSheet; areas: ListAreas } {
  const areas: Partial<Record<ListKey, Rule['area']>> = {}
  const rows: (BookCell | null)[][] = [
    [{ value: 'Lists', look: 'title' }],
    [{ value: 'The values that fill-in columns take, with their meaning.', look: 'subtitle' }],
    [],
  ]
  for (const [key, items] of Object.entries(content.lists) as [
    ListKey,
    readonly { word: string; meaning: string }[],
  ][]) {
    if (items.length === 0) continue
    rows.push([
      { value: listTitles[key], look: 'section' },
      { value: null, look: 'section' },
    ])
    areas[key] = { top: rows.length, left: 0, bottom: rows.length + items.length - 1, right: 0 }
    for (const { word, meaning } of items) {
      const number = /^\d+$/.test(word) ? Number(word) : word
      rows.push([
        {
          value: number,
          look: 'cell',
          ...(typeof number === 'number' ? { align: 'left' as const } : { format: 'text' as const }),
        },
        { value: meaning, look: 'cell', format: 'text' },
      ])
    }
    rows.push([])
  }
  return { sheet: { name: 'Lists', widths: [22, 70], rows, protect: true, tab: 'quiet' }, areas }
}

function tableSheet(sheet: PackSheet, content: PackContent, lists: ListAreas): BookSheet {
  const { columns, rows: filled } = sheet
  const all = [...filled, ...spareRows(sheet)]
  const first = headerRow + 1
  const rows: (BookCell | null)[][] = [
    [{ value: `${sheet.title}`, look: 'title' }],
    [{ value: sheet.hint, look: 'subtitle' }],
    [
      { value: keyHeader, look: 'header', note: 'Do not change: answers are found by it.' },
      ...columns.map(each => header(each, content)),
    ],
    ...all.map((row, at): BookCell[] => [
      { value: row.key, look: 'key', format: 'text' },
      ...columns.map(each => bodyCell(each, row, at, content.currency)),
    ]),
  ]
  if (all.length === 0) rows.push([{ value: null }, { value: sheet.empty, look: 'muted' }])
  else if (filled.length === 0)
    rows.splice(1, 1, [{ value: `${sheet.hint} ${sheet.empty}`, look: 'subtitle' }])
  const last = first + all.length - 1
  if (filled.length > 0 && columns.some(each => each.total))
    rows.push(totals(sheet, first, last, content.currency))
  const charts = sheet.key === 'scorecard' ? scorecardCharts(content, rows.length + 1) : null
  if (charts) rows.push([], ...charts.rows)
  const widths = [
    7,
    ...columns.map(each => Math.max(each.width, headerWidth(headerText(each, content.currency)))),
  ]
  const pages = columnPages(
    columns.flatMap((each, at) => (each.newPage ? [at + 1] : [])),
    widths,
    sheet.frozen + 1,
  )
  return {
    name: sheet.name,
    widths,
    rows,
    heights: rowHeights(
      rows,
      widths,
      new Map([
        [0, 27],
        [1, 18],
        [headerRow, 32],
      ]),
    ),
    freeze: { rows: headerRow + 1, columns: sheet.frozen + 1 },
    printTitle: { row: headerRow, columns: pages ? sheet.frozen + 1 : 0 },
    ...pages,
    landscape: true,
    ...(all.length > 0
      ? {
          filter: { top: headerRow, left: 0, bottom: last, right: columns.length },
          rules: columns.flatMap((each, at) => rulesOf(each, at + 1, first, last, lists)),
          conditions: conditionsOf(sheet, first, last),
        }
      : {}),
    ...(charts ? { charts: charts.charts } : {}),
    protect: true,
    tab: columns.some(each => each.fill) ? 'fill' : 'main',
  }
}

function header(column: PackColumn, content: PackContent): BookCell {
  const right = isRight(column.kind)
  const look: Look = column.fill
    ? right
      ? 'headerFillRight'
      : 'headerFill'
    : right
      ? 'headerRight'
      : 'header'
  const note = column.fill ? hintOf(column, content) : ''
  return { value: headerText(column, content.currency), look, ...(note === '' ? {} : { note }) }
}

const isRight = (kind: ColumnKind): boolean => ['whole', 'number', 'money', 'percent', 'any'].includes(kind)

/** What a fill-in column wants, with the allowed values where they are few. */
function hintOf(column: PackColumn, content: PackContent): string {
  const words = column.list ? (content.lists[column.list] ?? []).map(each => each.word) : []
  const shown =
    words.length > 0 ? (words.length <= 8 ? `One of: ${words.join(', ')}.` : 'See the sheet Lists.') : ''
  const range = column.range ? `From ${column.range[0]} to ${column.range[1]}.` : ''
  const from = column.from ? `Not before ${column.from}.` : ''
  return [column.hint ?? '', shown, range, from].filter(each => each !== '').join(' ')
}

function bodyCell(column: PackColumn, row: PackRow, at: number, currency: CurrencyCode): BookCell {
  const kind = column.kind === 'any' ? (row.kind ?? 'text') : column.kind
  const value = row.values[column.key] ?? null
  const look: Look = column.fill ? 'fill' : at % 2 === 1 ? 'band' : 'cell'
  const written = writtenValue(value, kind, currency)
  // A fill-in cell keeps its place from the edge when it is empty too, for what is typed there.
  const indented = column.fill
    ? kind === 'text' || kind === 'list'
    : typeof written === 'string' && !isRight(kind)
  return {
    value: written,
    look,
    format: typeof written === 'string' ? 'text' : formats[kind],
    ...(column.wrap ? { wrap: true } : {}),
    // Text beside a right-aligned number would touch it.
    ...(indented ? { indent: 1 } : {}),
    ...(isRight(kind) && typeof written === 'string' ? { align: 'right' as const } : {}),
  }
}

function totals(sheet: PackSheet, first: number, last: number, currency: CurrencyCode): (BookCell | null)[] {
  return [
    { value: null, look: 'total' },
    ...sheet.columns.map((column, at): BookCell => {
      if (!column.total) return { value: at === 0 ? 'Total of the rows shown' : null, look: 'total' }
      const sum = sheet.rows.reduce((total, row) => {
        const value = writtenValue(row.values[column.key] ?? null, column.kind, currency)
        return total + (typeof value === 'number' ? value : 0)
      }, 0)
      const area = `${cellName(first, at + 1)}:${cellName(last, at + 1)}`
      return {
        value: Number(sum.toPrecision(15)),
        formula: `SUBTOTAL(109,${area})`,
        look: 'total',
        format: formats[column.kind],
      }
    }),
  ]
}

function rulesOf(column: PackColumn, at: number, first: number, last: number, lists: ListAreas): Rule[] {
  if (!column.fill) return []
  const area = { top: first, left: at, bottom: last, right: at }
  const hint = (column.hint ?? '').slice(0, 250)
  const list = column.list ? lists[column.list] : undefined
  if (list) return [{ area, hint, allow: { kind: 'list', sheet: 'Lists', area: list } }]
  if (column.kind === 'day')
    return [{ area, hint, allow: { kind: 'day', from: column.from ?? null, to: null } }]
  if (column.kind === 'whole' || column.kind === 'number' || column.kind === 'money')
    return [
      {
        area,
        hint,
        allow: {
          kind: column.kind === 'whole' ? 'whole' : 'decimal',
          from: column.range?.[0] ?? (column.kind === 'money' ? 0 : null),
          to: column.range?.[1] ?? null,
        },
      },
    ]
  return [{ area, hint, allow: { kind: 'text', longest: column.longest ?? 500 } }]
}

function conditionsOf(sheet: PackSheet, first: number, last: number): Condition[] {
  const place = (key: string): number => sheet.columns.findIndex(each => each.key === key) + 1
  const conditions: Condition[] = []
  const flags = place('flags')
  if (flags > 0) {
    const area = { top: first, left: flags, bottom: last, right: flags }
    const at = `$${cellName(first, flags)}`
    conditions.push({ area, tone: 'danger', formula: `ISNUMBER(SEARCH("dead by age",${at}))` })
    conditions.push({ area, tone: 'warn', formula: `LEN(${at})>0` })
  }
  const [disposition, revisit, reason] = [place('disposition'), place('revisitOn'), place('reason')]
  if (disposition > 0 && revisit > 0) {
    const chosen = `$${cellName(first, disposition)}`
    conditions.push({
      area: { top: first, left: revisit, bottom: last, right: revisit },
      tone: 'missing',
      formula: `AND(${chosen}="Postpone",ISBLANK($${cellName(first, revisit)}))`,
    })
    conditions.push({
      area: { top: first, left: reason, bottom: last, right: reason },
      tone: 'missing',
      formula: `AND(OR(${chosen}="Disqualify",${chosen}="Archive"),ISBLANK($${cellName(first, reason)}))`,
    })
  }
  const due = place('due')
  const asOf = sheet.columns.find(each => each.key === 'newDue')?.from
  if (due > 0 && asOf)
    conditions.push({
      area: { top: first, left: due, bottom: last, right: due },
      tone: 'warn',
      formula: `AND(ISNUMBER($${cellName(first, due)}),$${cellName(first, due)}<${daySerial(asOf)})`,
    })
  return conditions
}
