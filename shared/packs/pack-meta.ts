/** The sheet _meta of a pack: who and when, the columns and row keys of every sheet, what each fill-in cell held, and a hash of what was only shown. */
import { hashText } from '../base/random'
import { parseDay, type Day } from '../base/day'
import { parseCurrency, type CurrencyCode } from '../base/money'
import type { BookCell, BookSheet } from './book'
import { writtenValue } from './written-value'
import type { PackColumn, PackContent, PackRow, PackSheet, PackValue, SheetKey } from './pack-content'

/** The name of the sheet; it is found by this name, since some programs turn "very hidden" into "hidden". */
export const metaName = '_meta'

/** A row as _meta remembers it. */
export interface MetaRow {
  readonly key: string
  readonly ref: string | null
  readonly hash: string
  /** What the fill-in cells held when the pack went out, by column key; empty cells are left out. */
  readonly fills: Readonly<Record<string, PackValue>>
  /** What each fill-in cell stood for in the region when the pack went out. */
  readonly bases: Readonly<Record<string, PackValue>>
}

/** A sheet as _meta remembers it. */
export interface MetaSheet {
  readonly key: SheetKey
  readonly name: string
  readonly columns: readonly PackColumn[]
  readonly rows: readonly MetaRow[]
}

/** What _meta says. */
export interface PackMeta {
  readonly packId: string
  readonly schema: number
  readonly no: number
  readonly region: string
  readonly repId: string
  readonly repName: string
  readonly asOf: Day
  readonly period: string
  readonly currency: CurrencyCode
  readonly lists: ReadonlyMap<string, readonly string[]>
  readonly sheets: readonly MetaSheet[]
}

/** A short hash of the shown values of a row, as texts, in the order of the columns. */
export const rowHash = (shown: readonly string[]): string =>
  hashText(shown.map(each => each.replaceAll('\\', '\\\\').replaceAll('|', '\\p')).join('|'))
    .toString(16)
    .padStart(8, '0')

/** A shown value as text that is the same before and after a spreadsheet program held it. */
export function shownText(value: PackValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value.trim().replace(/\s+/g, ' ')
}

/** The hash of a row's shown cells as they are written. */
const shownHash = (columns: readonly PackColumn[], row: PackRow, currency: CurrencyCode): string =>
  rowHash(
    columns
      .filter(each => !each.fill)
      .map(each =>
        shownText(
          writtenValue(
            row.values[each.key] ?? null,
            each.kind === 'any' ? (row.kind ?? 'text') : each.kind,
            currency,
          ),
        ),
      ),
  )

const cell = (value: PackValue): BookCell => ({ value, format: 'text' })

/** Writes _meta: lines of kind, then their cells. */
export function metaSheet(content: PackContent, spare: (sheet: PackSheet) => readonly PackRow[]): BookSheet {
  const rows: (BookCell | null)[][] = []
  const line = (...values: PackValue[]): void => {
    rows.push(values.map(cell))
  }
  line('Quarterdeck coaching pack', 'Do not change or remove this sheet: answers are read back with it.')
  for (const [name, value] of Object.entries({
    packId: content.packId,
    schema: String(content.schema),
    no: String(content.no),
    region: content.region,
    repId: content.repId,
    repName: content.repName,
    asOf: content.asOf,
    period: content.period,
    currency: content.currency,
  }))
    line('pack', name, value)
  for (const [key, items] of Object.entries(content.lists))
    line('list', key, JSON.stringify(items.map(each => each.word)))
  for (const sheet of content.sheets) {
    line('sheet', sheet.key, sheet.name)
    for (const column of sheet.columns) line('column', sheet.key, JSON.stringify(column))
    for (const row of [...sheet.rows, ...spare(sheet)]) {
      const fills = Object.fromEntries(
        sheet.columns
          .filter(each => each.fill && (row.values[each.key] ?? null) !== null)
          .map(each => [each.key, row.values[each.key]]),
      )
      const bases = { ...fills, ...row.bases }
      line(
        'row',
        sheet.key,
        row.key,
        row.ref ?? '',
        shownHash(sheet.columns, row, content.currency),
        JSON.stringify(fills),
        JSON.stringify(bases),
      )
    }
  }
  return { name: metaName, widths: [10, 12, 40, 40, 12, 60, 60], rows, hidden: 'veryHidden' }
}

/** Reads _meta from its cells; null where it is not what we wrote. */
export function readMeta(cells: readonly (readonly unknown[])[]): PackMeta | null {
  const text = (value: unknown): string =>
    typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  const head = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const sheets: { key: SheetKey; name: string; columns: PackColumn[]; rows: MetaRow[] }[] = []
  try {
    for (const [kind, first, second, third, fourth, fifth, sixth] of cells) {
      const sheet = sheets[sheets.length - 1]
      if (kind === 'pack') head.set(text(first), dayText(second) ?? text(second))
      else if (kind === 'list') lists.set(text(first), JSON.parse(text(second)) as string[])
      else if (kind === 'sheet')
        sheets.push({ key: text(first) as SheetKey, name: text(second), columns: [], rows: [] })
      else if (kind === 'column' && sheet) sheet.columns.push(JSON.parse(text(second)) as PackColumn)
      else if (kind === 'row' && sheet)
        sheet.rows.push({
          key: text(second),
          ref: text(third) || null,
          hash: text(fourth),
          fills: JSON.parse(text(fifth) || '{}') as MetaRow['fills'],
          bases: JSON.parse(text(sixth) || '{}') as MetaRow['bases'],
        })
    }
  } catch {
    return null
  }
  const asOf = parseDay(head.get('asOf') ?? '')
  const currency = parseCurrency(head.get('currency') ?? '')
  const schema = Number(head.get('schema'))
  if (!asOf || !currency || !Number.isInteger(schema) || !head.get('packId') || !head.get('repId'))
    return null
  return {
    packId: head.get('packId') ?? '',
    schema,
    no: Number(head.get('no')),
    region: head.get('region') ?? '',
    repId: head.get('repId') ?? '',
    repName: head.get('repName') ?? '',
    asOf,
    period: head.get('period') ?? '',
    currency,
    lists,
    sheets,
  }
}

/** A day that a spreadsheet program turned into a date. */
const dayText = (value: unknown): string | null =>
  value instanceof Date ? value.toISOString().slice(0, 10) : null
