/** A sheet as the screen shows it: what it is, what each column becomes, and what waits for an answer. */
import { recordRows, sheetHints, type SheetHints } from '#shared/mapping/convert'
import { dateReader } from '#shared/mapping/date-column'
import { importField } from '#shared/mapping/field-list'
import type { Drafts, IssueCode, StateCount } from '#shared/mapping/drafts'
import type { ImportTable } from '#shared/mapping/import-field'
import { askBelow, type ColumnMapping } from '#shared/mapping/mapping'
import type { DecimalSign } from '#shared/mapping/number-column'
import type { DateOrder } from '#shared/mapping/read-date'
import type { Day } from '#shared/base/day'
import type { SheetColumns } from '#shared/mapping/sheet-columns'
import type { Cell } from '#shared/tables/sheet'
import type { OpenSheet } from './open-sheet'

/** How a column's dates or numbers are read. */
export type Reading =
  | {
      readonly kind: 'dates'
      readonly order: DateOrder
      readonly ambiguous: boolean
      readonly samples: readonly string[]
      /** The first and the last day of the column as read so; null where it holds none. */
      readonly range: readonly [Day, Day] | null
    }
  | {
      readonly kind: 'numbers'
      readonly decimal: DecimalSign
      readonly ambiguous: boolean
      readonly samples: readonly string[]
    }

/** A column. */
export interface ColumnView extends ColumnMapping {
  readonly samples: readonly string[]
  readonly filled: number
  readonly asks: boolean
  readonly reading: Reading | null
  readonly issues: number
}

/** A sheet. */
export interface SheetView {
  readonly key: string
  readonly file: string
  readonly sheet: string
  readonly hidden: boolean
  readonly use: boolean
  readonly table: ImportTable | null
  readonly product: string | null
  readonly why: string
  readonly headerRow: number | null
  /** The first rows as text, to choose the header row from. */
  readonly top: readonly (readonly string[])[]
  readonly records: number
  readonly leftOut: readonly { readonly why: string; readonly rows: readonly number[] }[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
  readonly withoutHidden: boolean
  readonly currency: string | null
  readonly columns: readonly ColumnView[]
  readonly states: readonly StateCount[]
  readonly issues: readonly {
    readonly code: IssueCode
    readonly column: number | null
    readonly count: number
    readonly sample: string
  }[]
}

const cellWords = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : `${cell as string | number | boolean}`

/** Describes a sheet; its drafts say what could not be read. */
export function sheetView(open: OpenSheet, drafts: Drafts | null): SheetView {
  const { source, mapping, suggestion } = open
  const { rows, leftOut, columns } = recordRows(source)
  // One column may settle how the others are read, and then nothing is asked.
  const hints = open.use ? sheetHints(columns, mapping) : { dates: null, decimal: null }
  const misfits = new Map<number | null, number>()
  for (const { column } of drafts?.issues ?? []) misfits.set(column, (misfits.get(column) ?? 0) + 1)
  const grouped = new Map<string, number[]>()
  for (const each of leftOut) grouped.set(each.why, [...(grouped.get(each.why) ?? []), each.row])
  const issues = new Map<string, { code: IssueCode; column: number | null; count: number; sample: string }>()
  for (const each of drafts?.issues ?? []) {
    const key = `${each.code}|${each.column}`
    const old = issues.get(key)
    issues.set(
      key,
      old
        ? { ...old, count: old.count + 1 }
        : { code: each.code, column: each.column, count: 1, sample: each.text },
    )
  }
  return {
    key: open.key,
    file: source.file,
    sheet: source.sheet.name,
    hidden: source.sheet.hidden !== 'no',
    use: open.use,
    table: mapping.table,
    product: mapping.product,
    why: suggestion.guess.why,
    headerRow: source.table.headerRow,
    top: source.sheet.rows.slice(0, 15).map(row => row.slice(0, 8).map(cellWords)),
    records: rows.length,
    leftOut: [...grouped].map(([why, list]) => ({ why, rows: list })),
    hiddenRows: source.sheet.hiddenRows.filter(
      row => row >= source.table.firstRow && row <= source.table.lastRow,
    ).length,
    hiddenColumns: source.sheet.hiddenColumns.length,
    withoutHidden: source.withoutHidden,
    currency: mapping.currency,
    columns: mapping.columns.map(each =>
      columnView(open, each, columns, hints, misfits.get(each.column) ?? 0),
    ),
    states: drafts?.states ?? [],
    issues: [...issues.values()].sort((a, b) => b.count - a.count),
  }
}

function columnView(
  open: OpenSheet,
  column: ColumnMapping,
  columns: SheetColumns,
  hints: SheetHints,
  issues: number,
): ColumnView {
  const profile = open.suggestion.profiles[column.column]
  return {
    ...column,
    samples: profile?.samples ?? [],
    filled: profile?.filled ?? 0,
    asks: column.field !== null && column.confidence < askBelow,
    reading: readingOf(open, column, columns, hints),
    issues,
  }
}

function rangeOf(cells: readonly Cell[], order: DateOrder): readonly [Day, Day] | null {
  const read = dateReader(order)
  let [first, last]: [Day | null, Day | null] = [null, null]
  for (const cell of cells) {
    const day = read(cell)
    if (day === null) continue
    if (first === null || day < first) first = day
    if (last === null || day > last) last = day
  }
  return first !== null && last !== null ? [first, last] : null
}

function readingOf(
  open: OpenSheet,
  column: ColumnMapping,
  columns: SheetColumns,
  hints: SheetHints,
): Reading | null {
  const { table } = open.mapping
  const kind = table && column.field ? importField(table, column.field)?.kind : null
  if (!kind || !open.use) return null
  if (kind === 'day') {
    const style = columns.dates(column.column, hints.dates)
    const order = column.dates ?? style.order
    return {
      kind: 'dates',
      order,
      ambiguous: style.ambiguous && column.dates === null,
      samples: style.samples,
      range: rangeOf(columns.cells(column.column), order),
    }
  }
  if (kind === 'money' || kind === 'number') {
    const style = columns.numbers(column.column, hints.decimal)
    return {
      kind: 'numbers',
      decimal: column.decimal ?? style.decimal,
      ambiguous: style.ambiguous && column.decimal === null,
      samples: style.samples,
    }
  }
  return null
}
