/** What a grid shows, as an export is given it: typed columns, lines in their order, figures; nothing of the screen itself. */
import { numberToDay, type Day } from '../base/day'
import { currencyDigits, parseCurrency } from '../base/money'

/** The data of one column: numbers (money in minor units, dates as days since 1970-01-01), words by code, or sets of flags. */
export type SeenData =
  | {
      readonly kind: 'number' | 'money' | 'percent' | 'date' | 'boolean'
      readonly values: Float64Array
      readonly currency?: string | { readonly codes: Int32Array; readonly strings: readonly string[] }
    }
  | { readonly kind: 'text' | 'choice'; readonly codes: Int32Array; readonly strings: readonly string[] }
  | {
      readonly kind: 'flags'
      readonly values: Uint32Array
      readonly flags: readonly { readonly label: string }[]
    }

/** One column as it is shown; the width is in pixels. */
export interface SeenColumn {
  readonly key: string
  readonly title: string
  readonly unit?: string
  readonly width?: number
  readonly digits?: number
}

/** A figure of a group or of all rows. */
export interface SeenFigure {
  readonly fn: string
  readonly value: number
  readonly n: number
  readonly k?: number
  readonly currency?: string
  readonly mixed?: boolean
}

/** A line: a group with its figures, or a row by its number in the data. */
export type SeenLine =
  | {
      readonly kind: 'group'
      readonly level: number
      readonly label: string
      readonly rowCount: number
      readonly figures: Readonly<Record<string, SeenFigure>>
    }
  | { readonly kind: 'row'; readonly row: number; readonly level: number }

/** A grid as it is seen. */
export interface SeenGrid {
  readonly columns: readonly SeenColumn[]
  readonly source: { column(key: string): SeenData }
  readonly lines: () => Iterable<SeenLine>
  readonly rowCount: number
  readonly totals: Readonly<Record<string, SeenFigure>>
  /** The filter in words; null where every row is seen. */
  readonly sentence: string | null
}

/** What the export says about itself. */
export interface SeenTitle {
  readonly title: string
  readonly region: string
  readonly asOf: Day
}

/** A value of a cell: money in whole units of its currency. */
export type SeenValue = string | number | boolean | Day | null

/** The currency that all cells of a money column have; null where they have several, or none. */
export function columnCurrency(data: SeenData): string | null {
  if (data.kind !== 'money' || data.currency === undefined) return null
  if (typeof data.currency === 'string') return data.currency
  const used = new Set(data.currency.codes)
  used.delete(-1)
  const [only] = used
  return used.size === 1 && only !== undefined ? (data.currency.strings[only] ?? null) : null
}

/** The currency of one cell of a money column. */
export function cellCurrency(data: SeenData, row: number): string | null {
  if (data.kind !== 'money' || data.currency === undefined) return null
  if (typeof data.currency === 'string') return data.currency
  return data.currency.strings[data.currency.codes[row] ?? -1] ?? null
}

/** Minor units as whole units; two digits where the currency is not known. */
export function wholeUnits(minor: number, currency: string | null): number {
  const code = currency === null ? null : parseCurrency(currency)
  return minor / 10 ** (code ? currencyDigits(code) : 2)
}

/** The value of a cell. */
export function seenValue(data: SeenData, row: number): SeenValue {
  if ('codes' in data) return data.strings[data.codes[row] ?? -1] ?? null
  const value = data.values[row] ?? NaN
  if (data.kind === 'flags') {
    const set = data.flags.flatMap((flag, bit) => ((value >>> bit) & 1 ? [flag.label] : []))
    return set.length > 0 ? set.join(', ') : null
  }
  if (Number.isNaN(value)) return null
  if (data.kind === 'money') return wholeUnits(value, cellCurrency(data, row))
  if (data.kind === 'date') return numberToDay(Math.round(value))
  return data.kind === 'boolean' ? value === 1 : value
}
