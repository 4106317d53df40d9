/** How the cells of each kind are written: for the reader, and plainly for copying, editing and exporting. */
import { currencyAt, isText, wordAt, type ColumnData, type NumericColumn } from './column-data'
import { minorDigits } from './money'
import { isoDay } from './rows-source'

/** The sign before decimals as typed. */
export type DecimalSign = '.' | ','

/** Words that cells may need. */
export interface CellWords {
  readonly yes: string
  readonly no: string
}

const english: CellWords = { yes: 'Yes', no: 'No' }

/** Writes cells for one locale; keeps its number formats. */
export class CellFormat {
  private readonly formats = new Map<string, Intl.NumberFormat>()
  private sign: DecimalSign | null = null

  constructor(
    readonly locale?: string,
    readonly words: CellWords = english,
  ) {}

  /** The sign before decimals. */
  get decimal(): DecimalSign {
    if (this.sign === null) {
      const parts = new Intl.NumberFormat(this.locale).formatToParts(1.5)
      this.sign = parts.find(part => part.type === 'decimal')?.value === ',' ? ',' : '.'
    }
    return this.sign
  }

  /** A cell without thousands separators or units, as it is typed and copied: 1234.5, 65%, 2017-03-14, yes. */
  plain(column: ColumnData, row: number): string {
    const text = plainCell(column, row)
    return this.decimal === ',' && !isText(column) && column.kind !== 'flags' ? text.replace('.', ',') : text
  }

  /** A number with thousands separators and exactly or at most so many decimals. */
  number(value: number, digits: number | null): string {
    if (Number.isNaN(value)) return ''
    const key = digits === null ? 'any' : String(digits)
    let format = this.formats.get(key)
    if (!format) {
      format = new Intl.NumberFormat(
        this.locale,
        digits === null
          ? { maximumFractionDigits: 3 }
          : { minimumFractionDigits: digits, maximumFractionDigits: digits },
      )
      this.formats.set(key, format)
    }
    return format.format(value === 0 ? 0 : value)
  }

  /** A numeric value as the reader sees it, without its unit. */
  value(kind: NumericColumn['kind'], value: number, currency: string | null, digits: number | null): string {
    if (Number.isNaN(value)) return ''
    switch (kind) {
      case 'number':
        return this.number(value, digits)
      case 'money':
        return this.number(value / 10 ** minorDigits(currency), digits ?? minorDigits(currency))
      case 'percent':
        return `${this.number(value * 100, digits ?? 0)} %`
      case 'date':
        return isoDay(Math.round(value))
      case 'boolean':
        return value === 1 ? this.words.yes : value === 0 ? this.words.no : this.number(value * 100, 0) + ' %'
    }
  }

  /** A cell as the reader sees it; empty text for an empty cell. */
  cell(column: ColumnData, row: number, digits: number | null): string {
    if (isText(column)) return wordAt(column, row) ?? ''
    if (column.kind === 'flags') return flagLabels(column.flags, column.values[row] ?? 0)
    const value = column.values[row] ?? NaN
    const mixed = column.kind === 'money' && typeof column.currency === 'object'
    const currency = column.kind === 'money' ? currencyAt(column, row) : null
    const text = this.value(column.kind, value, currency, digits)
    return mixed && text !== '' && currency !== null ? `${text} ${currency}` : text
  }
}

function flagLabels(flags: readonly { readonly label: string }[], bits: number): string {
  return flags
    .filter((_, bit) => bits & (1 << bit))
    .map(flag => flag.label)
    .join(', ')
}

function plainCell(column: ColumnData, row: number): string {
  if (isText(column)) return wordAt(column, row) ?? ''
  if (column.kind === 'flags') return flagLabels(column.flags, column.values[row] ?? 0)
  return plainNumber(
    column.kind,
    column.values[row] ?? NaN,
    column.kind === 'money' ? currencyAt(column, row) : null,
  )
}

/** A numeric value plainly written; money in major units. */
function plainNumber(kind: NumericColumn['kind'], value: number, currency: string | null): string {
  if (Number.isNaN(value)) return ''
  switch (kind) {
    case 'number':
      return String(value)
    case 'money': {
      const digits = minorDigits(currency)
      const major = value / 10 ** digits
      return Number.isInteger(major) ? String(major) : major.toFixed(digits)
    }
    case 'percent':
      return `${String(Number((value * 100).toPrecision(12)))}%`
    case 'date':
      return isoDay(value)
    case 'boolean':
      return value ? 'yes' : 'no'
  }
}
