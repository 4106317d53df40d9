/** Makes a grid source from an array of records, and the next one from the last by touching only what changed. */
import type { CellMark, ColumnData, Flag, GridSource } from './column-data'

/** How one column is read from a record; a null is an empty cell. */
export type ColumnRead<R> =
  | { readonly kind: 'text'; readonly get: (row: R) => string | null }
  | {
      readonly kind: 'choice'
      readonly get: (row: R) => string | null
      /** The choices in the order in which they sort. */
      readonly order?: readonly string[]
    }
  | { readonly kind: 'number' | 'percent'; readonly get: (row: R) => number | null }
  | {
      readonly kind: 'money'
      readonly get: (row: R) => number | null
      readonly currency: string | ((row: R) => string | null)
    }
  | { readonly kind: 'date'; readonly get: (row: R) => string | number | null }
  | { readonly kind: 'boolean'; readonly get: (row: R) => boolean | null }
  | { readonly kind: 'flags'; readonly flags: readonly Flag[]; readonly get: (row: R) => readonly string[] }

/** What a source made of records needs to know about them; keep it in a constant, so that sources can be renewed. */
export interface RowsSpec<R> {
  readonly id: (row: R) => string
  readonly columns: Readonly<Record<string, ColumnRead<R>>>
  readonly mark?: (row: R, key: string) => CellMark | null
}

/** A source that can be asked for its records. */
export interface RowsSource<R> extends GridSource {
  readonly rows: readonly R[]
  readonly spec: RowsSpec<R>
}

const msPerDay = 86_400_000

/** The day number (days since 1970-01-01) of `YYYY-MM-DD`, NaN when it is not a day. */
export function dayNumber(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return NaN
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const ms = Date.UTC(year, month - 1, day)
  return new Date(ms).getUTCDate() === day ? ms / msPerDay : NaN
}

/** `YYYY-MM-DD` of a day number. */
export function isoDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

class Words {
  readonly strings: string[] = []
  private readonly index = new Map<string, number>()

  code(word: string | null): number {
    if (word === null || word === '') return -1
    const known = this.index.get(word)
    if (known !== undefined) return known
    this.strings.push(word)
    this.index.set(word, this.strings.length - 1)
    return this.strings.length - 1
  }
}

/** One column with what is needed to change single cells of it. */
interface Built {
  readonly data: ColumnData
  readonly words?: Words
  readonly currencies?: Words
}

function cellNumber<R>(read: ColumnRead<R>, row: R): number {
  switch (read.kind) {
    case 'date': {
      const value = read.get(row)
      return value === null ? NaN : typeof value === 'number' ? value : dayNumber(value)
    }
    case 'boolean': {
      const value = read.get(row)
      return value === null ? NaN : value ? 1 : 0
    }
    case 'flags': {
      const on = read.get(row)
      let bits = 0
      read.flags.forEach((flag, bit) => {
        if (on.includes(flag.key)) bits |= 1 << bit
      })
      return bits >>> 0
    }
    case 'number':
    case 'percent':
    case 'money':
      return read.get(row) ?? NaN
    case 'text':
    case 'choice':
      return NaN
  }
}

/** Builds a column, or renews `last` at the rows in `changed` only. */
function build<R>(read: ColumnRead<R>, rows: readonly R[], last?: Built, changed?: readonly number[]): Built {
  const at = () => (last && changed ? changed : rows.keys())
  if (read.kind === 'text' || read.kind === 'choice') {
    const words = last?.words ?? new Words()
    if (!last && read.kind === 'choice') read.order?.forEach(word => words.code(word))
    const old = last && 'codes' in last.data ? last.data.codes : null
    const codes = old ? old.slice() : new Int32Array(rows.length)
    let moved = !last
    for (const i of at()) {
      const code = words.code(read.get(rows[i] as R))
      if (codes[i] !== code || !last) {
        codes[i] = code
        moved = true
      }
    }
    if (!moved && last) return last
    const ordered = read.kind === 'choice' && read.order !== undefined
    return { data: { kind: read.kind, codes, strings: words.strings, ordered }, words }
  }
  if (read.kind === 'flags') {
    const values =
      last && last.data.kind === 'flags' ? last.data.values.slice() : new Uint32Array(rows.length)
    for (const i of at()) values[i] = cellNumber(read, rows[i] as R)
    return { data: { kind: 'flags', values, flags: read.flags } }
  }
  const old = last && 'values' in last.data && last.data.kind !== 'flags' ? last.data.values : null
  const values = old ? old.slice() : new Float64Array(rows.length)
  let moved = !last
  for (const i of at()) {
    const value = cellNumber(read, rows[i] as R)
    if (!Object.is(values[i], value) || !last) {
      values[i] = value
      moved = true
    }
  }
  if (read.kind !== 'money') return moved || !last ? { data: { kind: read.kind, values } } : last
  if (typeof read.currency === 'string') {
    return moved || !last ? { data: { kind: 'money', values, currency: read.currency } } : last
  }
  const currencies = last?.currencies ?? new Words()
  const before = last && 'currency' in last.data ? last.data.currency : undefined
  const codes = before && typeof before === 'object' ? before.codes.slice() : new Int32Array(rows.length)
  for (const i of at()) codes[i] = currencies.code(read.currency(rows[i] as R))
  return { data: { kind: 'money', values, currency: { codes, strings: currencies.strings } }, currencies }
}

/** One cell as a column of one row. */
export const cellColumn = <R>(read: ColumnRead<R>, row: R): ColumnData => build(read, [row]).data

class RecordSource<R> implements RowsSource<R> {
  private readonly built = new Map<string, Built>()
  private readonly shapes = new Map<string, ColumnData>()
  private index: Map<string, number> | null = null
  readonly version: number
  readonly rowCount: number

  constructor(
    readonly rows: readonly R[],
    readonly spec: RowsSpec<R>,
    last: RecordSource<R> | null,
    changed: readonly number[] | null,
  ) {
    this.version = last ? last.version + 1 : 1
    this.rowCount = rows.length
    if (last && changed) {
      this.index = last.index
      for (const [key, built] of last.built) {
        const read = spec.columns[key]
        if (read) this.built.set(key, build(read, rows, built, changed))
      }
    }
  }

  rowId(row: number): string {
    return this.spec.id(this.rows[row] as R)
  }

  rowOf(id: string): number {
    if (!this.index) {
      this.index = new Map()
      for (let row = 0; row < this.rows.length; row++) this.index.set(this.rowId(row), row)
    }
    return this.index.get(id) ?? -1
  }

  column(key: string): ColumnData {
    const built = this.built.get(key)
    if (built) return built.data
    const fresh = build(this.read(key), this.rows)
    this.built.set(key, fresh)
    return fresh.data
  }

  shape(key: string): ColumnData {
    const known = this.built.get(key)?.data ?? this.shapes.get(key)
    if (known) return known
    const shape = build(this.read(key), []).data
    this.shapes.set(key, shape)
    return shape
  }

  cell(row: number, key: string): ColumnData | null {
    return this.built.has(key) ? null : cellColumn(this.read(key), this.rows[row] as R)
  }

  keepsRow(before: GridSource, row: number): boolean {
    return before instanceof RecordSource && before.spec === this.spec && before.rows[row] === this.rows[row]
  }

  private read(key: string): ColumnRead<R> {
    const read = this.spec.columns[key]
    if (!read) throw new Error(`the source has no column "${key}"`)
    return read
  }

  mark(row: number, key: string): CellMark | null {
    return this.spec.mark?.(this.rows[row] as R, key) ?? null
  }
}

/** The rows at which two arrays of the same length hold another record, or null when too many or other rows. */
function changedRows<R>(before: RowsSource<R>, rows: readonly R[]): number[] | null {
  if (before.rows.length !== rows.length) return null
  const changed: number[] = []
  const limit = Math.max(64, rows.length / 8)
  for (let i = 0; i < rows.length; i++) {
    const [a, b] = [before.rows[i] as R, rows[i] as R]
    if (a === b) continue
    if (before.spec.id(a) !== before.spec.id(b) || changed.length >= limit) return null
    changed.push(i)
  }
  return changed
}

/**
 * A source over records, columns built when first asked for. With the source of the previous records (same `spec` object),
 * columns are renewed at the changed rows only, provided that unchanged records are the same objects.
 */
export function rowsSource<R>(
  rows: readonly R[],
  spec: RowsSpec<R>,
  previous?: RowsSource<R> | null,
): RowsSource<R> {
  const before = previous instanceof RecordSource && previous.spec === spec ? previous : null
  if (!before) return new RecordSource(rows, spec, null, null)
  if (before.rows === rows) return before
  return new RecordSource(rows, spec, before as RecordSource<R>, changedRows(before as RecordSource<R>, rows))
}
