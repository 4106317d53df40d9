/** MAPPING + ROWS -> DRAFTS: every row of a sheet becomes a draft, a rejected row or one that was left out. */
import type { CurrencyCode } from '../base/money'
import type { Cell, DetectedTable, Sheet } from '../tables/sheet'
import type { Drafts, Issue, LeftOut } from './drafts'
import { importField } from './field-list'
import type { ValueKind } from './import-field'
import type { FieldValues } from './field-values'
import { askBelow, type ColumnMapping, type SheetMapping } from './mapping'
import { meaningOf } from './meaning'
import type { DecimalSign } from './number-column'
import { readColumn } from './read-column'
import type { DateOrder } from './read-date'
import { SheetColumns, type Reading } from './sheet-columns'

/** A sheet to be converted. */
export interface SheetSource {
  readonly file: string
  readonly sheet: Sheet
  /** As detected, or as the user set it. */
  readonly table: DetectedTable
  /** Leave out rows that the file hides; they are data unless the user says otherwise. */
  readonly withoutHidden: boolean
}

const isBlank = (row: readonly Cell[] | undefined): boolean =>
  row === undefined || row.every(cell => cell === null || (typeof cell === 'string' && cell.trim() === ''))

/** The rows of a sheet that are records, column by column, and those that are not with why. */
export interface RecordRows {
  readonly rows: readonly number[]
  readonly leftOut: readonly LeftOut[]
  readonly columns: SheetColumns
}

const known = new WeakMap<SheetSource, RecordRows>()

/** The record rows of a source, the same object each time: a source never changes, another one takes its place. */
export function recordRows(source: SheetSource): RecordRows {
  let found = known.get(source)
  if (!found) {
    const { rows, leftOut } = partRows(source)
    known.set(source, (found = { rows, leftOut, columns: new SheetColumns(source.sheet, rows) }))
  }
  return found
}

function partRows(source: SheetSource): { rows: number[]; leftOut: LeftOut[] } {
  const { table, sheet } = source
  const leftOut: LeftOut[] = []
  const skipped = new Set<number>()
  for (const { row, why } of table.skipped) {
    skipped.add(row)
    if (why !== 'blank') leftOut.push({ row, why, of: null })
  }
  const hidden = new Set(source.withoutHidden ? sheet.hiddenRows : [])
  const rows: number[] = []
  for (let row = table.firstRow; row <= table.lastRow; row++) {
    if (skipped.has(row) || isBlank(sheet.rows[row])) continue
    if (hidden.has(row)) leftOut.push({ row, why: 'hidden', of: null })
    else rows.push(row)
  }
  return { rows, leftOut }
}

/** The columns that take part: those with a field that is sure enough or was agreed to. */
const usedColumns = (mapping: SheetMapping): ColumnMapping[] =>
  mapping.columns.filter(each => each.field !== null && each.confidence >= askBelow)

/** The date order and the decimal sign of a sheet; null where no column shows it. */
export interface SheetHints {
  readonly dates: DateOrder | null
  readonly decimal: DecimalSign | null
}

/** What the columns of a sheet show together: date order and decimal sign, where any column shows it. */
export function sheetHints(columns: SheetColumns, mapping: SheetMapping): SheetHints {
  let dates: DateOrder | null = null
  let decimal: DecimalSign | null = null
  for (const each of usedColumns(mapping)) {
    const kind = mapping.table && each.field ? importField(mapping.table, each.field)?.kind : null
    if (kind === 'day') {
      if (each.dates) dates ??= each.dates
      else {
        const style = columns.dates(each.column, null)
        // A column that could be read both ways says nothing; neither does one without figures.
        if (!style.ambiguous && style.samples.some(text => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(text)))
          dates ??= style.order
      }
    } else if (kind === 'money' || kind === 'number') {
      const style = columns.numbers(each.column, null)
      if (each.decimal) decimal ??= each.decimal
      else if (!style.ambiguous && style.samples.length === 0 && hasFraction(columns, each.column))
        decimal ??= style.decimal
    }
  }
  return { dates, decimal }
}

const hasFraction = (columns: SheetColumns, column: number): boolean =>
  columns
    .cells(column)
    .slice(0, 500)
    .some(cell => typeof cell === 'string' && /\d[.,]\d{1,2}\D*$/.test(cell))

/** Reads a column as `readColumn` does; one that was last read in the same way is not read again. */
export function readingOf(
  columns: SheetColumns,
  mapping: ColumnMapping,
  kind: ValueKind,
  { dates, decimal }: SheetHints,
): Reading {
  const { column, header, scale } = mapping
  const way = [kind, mapping.dates ?? dates, mapping.decimal ?? decimal, scale, header].join('|')
  let reading = columns.readings.get(column)
  if (reading?.way !== way) {
    const issues: Issue[] = []
    const values = readColumn({ columns, issues, dateHint: dates, decimalHint: decimal }, mapping, kind)
    columns.readings.set(column, (reading = { way, values, issues }))
  }
  return reading
}

/** Converts a sheet. `currency` is that of money which names none; the mapping's own goes before it. */
export function convertSheet(
  source: SheetSource,
  mapping: SheetMapping,
  currency: CurrencyCode,
): Drafts | null {
  const table = mapping.table
  if (table === null) return null
  const { rows, leftOut, columns } = recordRows(source)
  const issues: Issue[] = []
  const hints = sheetHints(columns, mapping)
  const values = new Map<string, readonly unknown[]>()
  const byField = new Map<string, ColumnMapping>()
  for (const each of usedColumns(mapping)) {
    const field = importField(table, each.field as string)
    if (!field || values.has(field.name)) continue
    const reading = readingOf(columns, each, field.kind, hints)
    values.set(field.name, reading.values)
    for (const issue of reading.issues) issues.push(issue)
    byField.set(field.name, each)
  }
  const read: FieldValues = {
    table,
    rows,
    issues,
    currency: (mapping.currency as CurrencyCode | null) ?? currency,
    mapping,
    file: source.file,
    of: field => values.get(field) ?? null,
    column: field => byField.get(field) ?? null,
  }
  const meaning = meaningOf(read)
  return {
    file: source.file,
    sheet: source.sheet.name,
    signature: mapping.signature,
    table,
    ...meaning,
    read: rows.length + leftOut.length,
    leftOut: [...leftOut, ...meaning.leftOut].sort((a, b) => a.row - b.row),
    issues: [...issues].sort((a, b) => a.row - b.row),
  }
}
