/** A sheet as the screen shows it: what it is, what each column becomes, and what waits for an answer. */
import { recordRows, sheetHints } from '#shared/mapping/convert'
import { dateReader, decideDates } from '#shared/mapping/date-column'
import { importField } from '#shared/mapping/field-list'
import type { Drafts, IssueCode, StateCount } from '#shared/mapping/drafts'
import type { ImportTable } from '#shared/mapping/import-field'
import { askBelow, type ColumnMapping } from '#shared/mapping/mapping'
import { decideNumbers, type DecimalSign } from '#shared/mapping/number-column'
import type { DateOrder } from '#shared/mapping/read-date'
import type { Day } from '#shared/base/day'
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
  const { rows, leftOut } = recordRows(source)
  // One column may settle how the others are read, and then nothing is asked.
  const hints = open.use
    ? sheetHints({ sheet: source.sheet, rows, issues: [], dateHint: null, decimalHint: null }, mapping)
    : { dates: null, decimal: null }
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
    columns: mapping.columns.map(each => columnView(open, each, rows, hints, drafts)),
    states: drafts?.states ?? [],
    issues: [...issues.values()].sort((a, b) => b.count - a.count),
  }
}

function columnView(
  open: OpenSheet,
  column: ColumnMapping,
  rows: readonly number[],
  hints: Hints,
  drafts: Drafts | null,
): ColumnView {
  const profile = open.suggestion.profiles[column.column]
  return {
    ...column,
    samples: profile?.samples ?? [],
    filled: profile?.filled ?? 0,
    asks: column.field !== null && column.confidence < askBelow,
    reading: readingOf(open, column, rows, hints),
    issues: drafts?.issues.filter(each => each.column === column.column).length ?? 0,
  }
}

type Hints = ReturnType<typeof sheetHints>

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
  rows: readonly number[],
  hints: Hints,
): Reading | null {
  const { table } = open.mapping
  const kind = table && column.field ? importField(table, column.field)?.kind : null
  if (!kind || !open.use) return null
  const cells = rows.map(row => open.source.sheet.rows[row]?.[column.column] ?? null)
  if (kind === 'day') {
    const style = decideDates(cells, hints.dates)
    const order = column.dates ?? style.order
    return {
      kind: 'dates',
      order,
      ambiguous: style.ambiguous && column.dates === null,
      samples: style.samples,
      range: rangeOf(cells, order),
    }
  }
  if (kind === 'money' || kind === 'number') {
    const style = decideNumbers(cells, hints.decimal)
    return {
      kind: 'numbers',
      decimal: column.decimal ?? style.decimal,
      ambiguous: style.ambiguous && column.decimal === null,
      samples: style.samples,
    }
  }
  return null
}
