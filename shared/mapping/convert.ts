/** MAPPING + ROWS -> DRAFTS: every row of a sheet becomes a draft, a rejected row or one that was left out. */
import type { CurrencyCode } from '../base/money'
import type { Cell, DetectedTable, Sheet } from '../tables/sheet'
import { decideDates } from './date-column'
import type { Drafts, Issue, LeftOut } from './drafts'
import { importField } from './field-list'
import type { FieldValues } from './field-values'
import { askBelow, type ColumnMapping, type SheetMapping } from './mapping'
import { meaningOf } from './meaning'
import { decideNumbers, type DecimalSign } from './number-column'
import { cellsOf, readColumn, type ColumnSource } from './read-column'
import type { DateOrder } from './read-date'

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

/** The rows of a sheet that are records, and those that are not with why. */
export function recordRows(source: SheetSource): { rows: number[]; leftOut: LeftOut[] } {
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

/** What the columns of a sheet show together: date order and decimal sign, where any column shows it. */
export function sheetHints(
  source: ColumnSource,
  mapping: SheetMapping,
): { dates: DateOrder | null; decimal: DecimalSign | null } {
  let dates: DateOrder | null = null
  let decimal: DecimalSign | null = null
  for (const each of usedColumns(mapping)) {
    const kind = mapping.table && each.field ? importField(mapping.table, each.field)?.kind : null
    if (kind === 'day') {
      if (each.dates) dates ??= each.dates
      else {
        const style = decideDates(cellsOf(source, each.column))
        // A column that could be read both ways says nothing; neither does one without figures.
        if (!style.ambiguous && style.samples.some(text => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(text)))
          dates ??= style.order
      }
    } else if (kind === 'money' || kind === 'number') {
      const style = decideNumbers(cellsOf(source, each.column))
      if (each.decimal) decimal ??= each.decimal
      else if (!style.ambiguous && style.samples.length === 0 && hasFraction(source, each.column))
        decimal ??= style.decimal
    }
  }
  return { dates, decimal }
}

const hasFraction = (source: ColumnSource, column: number): boolean =>
  source.rows.slice(0, 500).some(row => {
    const cell = source.sheet.rows[row]?.[column]
    return typeof cell === 'string' && /\d[.,]\d{1,2}\D*$/.test(cell)
  })

/** Converts a sheet. `currency` is that of money which names none; the mapping's own goes before it. */
export function convertSheet(
  source: SheetSource,
  mapping: SheetMapping,
  currency: CurrencyCode,
): Drafts | null {
  const table = mapping.table
  if (table === null) return null
  const { rows, leftOut } = recordRows(source)
  const issues: Issue[] = []
  const plain: ColumnSource = { sheet: source.sheet, rows, issues, dateHint: null, decimalHint: null }
  const hints = sheetHints(plain, mapping)
  const columns: ColumnSource = { ...plain, dateHint: hints.dates, decimalHint: hints.decimal }
  const values = new Map<string, readonly unknown[]>()
  const byField = new Map<string, ColumnMapping>()
  for (const each of usedColumns(mapping)) {
    const field = importField(table, each.field as string)
    if (!field || values.has(field.name)) continue
    values.set(field.name, readColumn(columns, each, field.kind))
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
