/** What the grid reads: typed columns of one table, without a word about what the table is about. */

/** Kinds whose cells are numbers: money in minor units, percent as a share (0.65), date as days since 1970-01-01, boolean as 0 or 1. */
export type NumericKind = 'number' | 'money' | 'percent' | 'date' | 'boolean'

/** A column of numbers; NaN is an empty cell. */
export interface NumericColumn {
  readonly kind: NumericKind
  readonly values: Float64Array
  /** Money only: one ISO code for all rows, or a code per row. */
  readonly currency?: string | RowCurrencies
}

/** A currency code per row, as an index into `strings`. */
export interface RowCurrencies {
  readonly codes: Int32Array
  readonly strings: readonly string[]
}

/** A column of words as a dictionary: `codes[row]` points into `strings`, -1 is an empty cell. */
export interface TextColumn {
  readonly kind: 'text' | 'choice'
  readonly codes: Int32Array
  readonly strings: readonly string[]
  /** The dictionary's own order is the order in which the words sort; else they sort by the alphabet. */
  readonly ordered?: boolean
}

/** A meaning that a flag's colour may carry; always shown beside a word or a shape. */
export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'neutral'

/** One flag of a flags column; at most 32 in a column. */
export interface Flag {
  readonly key: string
  readonly label: string
  readonly tone: Tone
}

/** A column of sets of flags: bit `i` of a row's value is `flags[i]`. */
export interface FlagsColumn {
  readonly kind: 'flags'
  readonly values: Uint32Array
  readonly flags: readonly Flag[]
}

/** One column of data; a changed column is a new object, an unchanged one must stay the same object. */
export type ColumnData = NumericColumn | TextColumn | FlagsColumn

/** The kind of a column, which decides its operators, its alignment and its editor. */
export type ColumnKind = ColumnData['kind']

/** Something to say about one cell beside its value. */
export interface CellMark {
  readonly kind: 'changed' | 'assumed' | 'problem'
  /** The value before the change, as shown to the reader. */
  readonly was?: string
  /** One sentence shown when the cell is pointed at or active. */
  readonly note?: string
}

/** A table as the grid sees it. `version` moves whenever anything in it does. */
export interface GridSource {
  readonly version: number
  readonly rowCount: number
  /** The lasting identity of a row; selection and editing go by it. */
  rowId(row: number): string
  /** The row that has this identity now, or -1. */
  rowOf(id: string): number
  column(key: string): ColumnData
  /** A column's kind, and flags where it has them, with or without its cells; given where the cells cost something. */
  shape?(key: string): ColumnData
  /** One cell as a column of one row, where the whole column is not there yet; null where it is. */
  cell?(row: number, key: string): ColumnData | null
  mark?(row: number, key: string): CellMark | null
  /** Whether a row is shown as it was in an earlier source, cells and marks; false where that is not known. */
  keepsRow?(before: GridSource, row: number): boolean
}

/** A column's kind and flags, without reading its cells where that can be spared. */
export const shapeOf = (source: GridSource, key: string): ColumnData =>
  source.shape?.(key) ?? source.column(key)

/** Where one cell can be read: a column, and the row in it. */
export function cellOf(
  source: GridSource,
  row: number,
  key: string,
): { readonly data: ColumnData; readonly at: number } {
  const one = source.cell?.(row, key)
  return one ? { data: one, at: 0 } : { data: source.column(key), at: row }
}

/** A word as a column of one row. */
export const textCell = (text: string): ColumnData => ({
  kind: 'text',
  codes: Int32Array.of(text === '' ? -1 : 0),
  strings: [text],
})

/** Whether a column's cells are numbers. */
export function isNumeric(column: ColumnData): column is NumericColumn {
  return 'values' in column && column.kind !== 'flags'
}

/** Whether a column's cells are dictionary words. */
export function isText(column: ColumnData): column is TextColumn {
  return 'codes' in column
}

/** Whether a cell is empty. */
export function isEmptyCell(column: ColumnData, row: number): boolean {
  if (isText(column)) return (column.codes[row] ?? -1) < 0
  if (column.kind === 'flags') return (column.values[row] ?? 0) === 0
  return Number.isNaN(column.values[row] ?? NaN)
}

/** The word in a cell of a text column, or null. */
export function wordAt(column: TextColumn, row: number): string | null {
  const code = column.codes[row] ?? -1
  return code < 0 ? null : (column.strings[code] ?? null)
}

/** The currency of one money cell, or null when none is given. */
export function currencyAt(column: NumericColumn, row: number): string | null {
  const { currency } = column
  if (currency === undefined) return null
  if (typeof currency === 'string') return currency
  return currency.strings[currency.codes[row] ?? -1] ?? null
}
