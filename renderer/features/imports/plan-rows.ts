/** The rows of a sheet as its preview shows them, worked out off the screen in columns that cross to it at once. */
import { cellText } from '#shared/mapping/column-profile'
import { readingOf, recordRows, sheetHints, type SheetSource } from '#shared/mapping/convert'
import { issueText, rejectText } from '#shared/mapping/issue-text'
import { moneyInMinor } from '#shared/mapping/read-column'
import { SheetColumns } from '#shared/mapping/sheet-columns'
import type { RejectCode } from '#shared/mapping/drafts'
import type { ValueKind } from '#shared/mapping/import-field'
import type { ColumnMapping } from '#shared/mapping/mapping'
import type { CurrencyCode } from '#shared/base/money'
import { fieldOf } from '#shared/model/catalog'
import { importField } from '#shared/mapping/field-list'
import type { Plan, SheetPlan } from '#shared/reconcile/plan'
import { dayNumber } from '../../ui/grid/engine/rows-source'
import type { ColumnData, TextColumn } from '../../ui/grid/engine/column-data'
import { planColumns } from './plan-columns'
import { rowStatuses, type RowStatus } from './row-status'
import { valueWords } from './plan-words'

/** Something to say about one cell of the preview. */
export interface RowMark {
  readonly row: number
  /** Counted from 0 in the sheet. */
  readonly column: number
  readonly kind: 'problem' | 'changed'
  readonly text: string
}

/** All rows of a sheet, those last that its file no longer has. */
export interface PlanRows {
  readonly count: number
  /** Row in the file counted from 1; NaN for a record that the file no longer has. */
  readonly line: Float64Array
  /** Places in `rowStatuses`. */
  readonly status: Int32Array
  readonly record: TextColumn
  /** A reason, or what changes. */
  readonly words: TextColumn
  /** Cells of the row that cannot be used; NaN for none. */
  readonly notUsed: Float64Array
  /** Column of the cell to put right; -1 where none is at fault. */
  readonly fix: Int32Array
  /** What stands in that cell. */
  readonly fixText: TextColumn
  readonly marks: readonly RowMark[]
}

const mostMarks = 20_000

const wantedFor: Readonly<Record<RejectCode, readonly string[]>> = {
  'no-name': ['name', 'last_name', 'account', 'person', 'product', 'rep', 'lead'],
  'no-identity': ['deal_name', 'deal_id', 'account'],
  'no-opportunity': ['deal_id', 'deal_name'],
  'no-day': ['on', 'changed', 'due'],
  'no-owner': ['rep', 'rep_id'],
  'no-period': ['period', 'start'],
  'no-value': ['amount', 'rate'],
}

/** Words by code, each kept once. */
class WordList {
  private readonly known = new Map<string, number>()
  readonly strings: string[] = []
  readonly codes: Int32Array

  constructor(count: number) {
    this.codes = new Int32Array(count).fill(-1)
  }

  set(row: number, word: string): void {
    if (word === '') return
    let code = this.known.get(word)
    if (code === undefined) this.known.set(word, (code = this.strings.push(word) - 1))
    this.codes[row] = code
  }

  get column(): TextColumn {
    return { kind: 'text', codes: this.codes, strings: this.strings }
  }
}

/** One sheet of a plan, row by row. */
export class SheetRows {
  private readonly fileRows: readonly number[]
  private readonly place = new Map<number, number>()
  private readonly count: number
  private readonly sheet: SheetPlan
  private readonly columns: SheetColumns

  constructor(
    private readonly plan: Plan,
    at: number,
    private readonly source: SheetSource,
    private readonly currency: CurrencyCode,
  ) {
    const sheet = plan.sheets[at]
    if (!sheet) throw new Error(`No sheet ${at}`)
    this.sheet = sheet
    const { rows, leftOut, columns } = recordRows(source)
    this.fileRows = [...rows, ...leftOut.map(each => each.row)].sort((a, b) => a - b)
    // What was read for the plan is not read again where all rows of the file are records.
    this.columns = leftOut.length === 0 ? columns : new SheetColumns(source.sheet, this.fileRows)
    this.fileRows.forEach((row, i) => this.place.set(row, i))
    this.count = this.fileRows.length + this.gone().length
  }

  /** Everything but the cells of the file. */
  rows(): PlanRows {
    const { plan, sheet, count } = this
    const { table } = sheet.drafts
    const status = new Int32Array(count).fill(rowStatuses.indexOf('Skipped'))
    const line = new Float64Array(count).fill(NaN)
    const notUsed = new Float64Array(count).fill(NaN)
    const fix = new Int32Array(count).fill(-1)
    const [record, words, fixText] = [new WordList(count), new WordList(count), new WordList(count)]
    const marks: RowMark[] = []
    const mark = (each: RowMark): void => void (marks.length < mostMarks && marks.push(each))
    const put = (row: number, as: RowStatus, text: string): number => {
      const at = this.place.get(row) ?? -1
      if (at < 0) return at
      status[at] = rowStatuses.indexOf(as)
      words.set(at, text)
      return at
    }
    const toFix = (at: number, column: number): void => {
      if (at < 0 || (fix[at] as number) >= 0) return
      fix[at] = column
      fixText.set(at, this.text(this.fileRows[at] as number, column))
    }
    this.fileRows.forEach((row, at) => (line[at] = row + 1))
    const shown = new Map(
      sheet.mapping.columns.flatMap(each => {
        const to = each.field === null ? null : importField(table, each.field)?.to
        return to ? [[to, each.column] as const] : []
      }),
    )
    for (const each of sheet.rows) {
      const fate: RowStatus = each.fate === 'new' ? 'New' : each.fate === 'changed' ? 'Changed' : 'Unchanged'
      const at = put(each.row, fate, this.changeWords(each))
      if (at < 0) continue
      record.set(at, plan.nameOf(table, each.id))
      if (each.line) continue
      for (const { field, before } of each.changes) {
        const column = shown.get(field)
        if (column !== undefined)
          mark({ row: at, column, kind: 'changed', text: valueWords(plan, table, each.id, field, before) })
      }
    }
    for (const { row, why, of } of sheet.leftOut)
      put(
        row,
        'Skipped',
        why === 'joined'
          ? `Joined with ${of === null ? 'a record of the region' : `row ${of + 1}`}.`
          : of === null
            ? `Left out: ${why}.`
            : `${why === 'repeats' ? 'The same as' : 'The same record as'} row ${of + 1}.`,
      )
    for (const { row, code } of sheet.rejected) {
      const at = put(row, 'Rejected', rejectText(code, table))
      const wanted = wantedFor[code].flatMap(name =>
        sheet.mapping.columns.filter(each => each.field === name),
      )[0]
      if (wanted) {
        toFix(at, wanted.column)
        if (at >= 0) mark({ row: at, column: wanted.column, kind: 'problem', text: rejectText(code, table) })
      }
    }
    for (const each of sheet.drafts.issues) {
      const at = this.place.get(each.row)
      if (at === undefined) continue
      const before = notUsed[at] as number
      notUsed[at] = (Number.isNaN(before) ? 0 : before) + 1
      const text = issueText(each.code, each.text)
      const header = each.column === null ? '' : (sheet.mapping.columns[each.column]?.header ?? '')
      const said = words.codes[at] as number
      words.set(
        at,
        [said < 0 ? '' : words.strings[said], header ? `${header}: ${text}` : text].filter(Boolean).join(' '),
      )
      if (each.column === null) continue
      toFix(at, each.column)
      mark({ row: at, column: each.column, kind: 'problem', text })
    }
    this.gone().forEach(({ name }, i) => {
      const at = this.fileRows.length + i
      status[at] = rowStatuses.indexOf('Vanished')
      record.set(at, name)
      words.set(at, 'The file no longer has it. It stays, marked as vanished.')
    })
    return {
      count,
      line,
      status,
      record: record.column,
      words: words.column,
      notUsed,
      fix,
      fixText: fixText.column,
      marks,
    }
  }

  /** 1 in the rows given, NaN in the others; rows count from 0 in the file. */
  picked(rows: readonly number[]): Float64Array {
    const picked = new Float64Array(this.count).fill(NaN)
    for (const row of rows) {
      const at = this.place.get(row)
      if (at !== undefined) picked[at] = 1
    }
    return picked
  }

  /** A column of the file: as it was read where it is used, as it stands where it is not. */
  column(column: number): ColumnData {
    const { drafts, mapping } = this.sheet
    const one = planColumns(drafts.table, mapping.columns).find(each => each.column === column)
    const how = mapping.columns[column]
    if (!one || !how) throw new Error(`No column ${column}`)
    const { rows } = this.source.sheet
    if (one.reads === null) return this.words(row => cellText(rows[this.fileRows[row] as number]?.[column]))
    const read = this.read(how, one.reads)
    if (one.kind === 'text')
      return this.words(row => {
        const value = read[row]
        return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
      })
    const values = new Float64Array(this.count).fill(NaN)
    if (one.kind === 'money') {
      const by = mapping.columns.find(each => each.field === 'currency')
      const money = moneyInMinor(read, by ? this.read(by, 'currency') : null, this.currency)
      money.values.forEach((value, row) => value !== null && (values[row] = value))
      const codes = new WordList(this.count)
      money.currencies.forEach((code, row) => codes.set(row, code ?? ''))
      return { kind: 'money', values, currency: { codes: codes.codes, strings: codes.strings } }
    }
    read.forEach((value, row) => {
      if (typeof value === 'number') values[row] = value
      else if (typeof value === 'boolean') values[row] = value ? 1 : 0
      else if (typeof value === 'string' && one.kind === 'date') values[row] = dayNumber(value)
    })
    return { kind: one.kind, values }
  }

  private read(how: ColumnMapping, kind: ValueKind): readonly unknown[] {
    const hints = sheetHints(recordRows(this.source).columns, this.sheet.mapping)
    return readingOf(this.columns, how, kind, hints).values
  }

  private words(of: (row: number) => string): TextColumn {
    const list = new WordList(this.count)
    for (let row = 0; row < this.fileRows.length; row++) list.set(row, of(row))
    return list.column
  }

  private text(row: number, column: number): string {
    return cellText(this.source.sheet.rows[row]?.[column])
  }

  private changeWords({ id, changes, line }: SheetPlan['rows'][number]): string {
    const { plan } = this
    const table = line ? 'oppLine' : this.sheet.drafts.table
    if (line && changes.length === 0) return 'A line of the opportunity.'
    return changes
      .map(({ field, before, after }) => {
        const label = fieldOf(table, field)?.label ?? field
        return `${label}: ${valueWords(plan, table, id, field, before)} → ${valueWords(plan, table, id, field, after)}`
      })
      .join('; ')
  }

  private gone(): Plan['vanished'] {
    return this.sheet.vanished
  }
}
