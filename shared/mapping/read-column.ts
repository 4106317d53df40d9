/** Reading one column of a sheet into typed values; cells that do not fit become empty with an issue. */
import { parseCurrency, toMinor, type CurrencyCode } from '../base/money'
import { formatAt, type Cell } from '../tables/sheet'
import { cellText } from './column-profile'
import { dateReader } from './date-column'
import type { Issue, IssueCode } from './drafts'
import type { DateOrder } from './read-date'
import type { SheetColumns } from './sheet-columns'
import type { ValueKind } from './import-field'
import type { ColumnMapping } from './mapping'
import { formatCurrency, numberReader, type DecimalSign, type ReadNumber } from './number-column'

/** What the columns of a sheet are read from, and where what does not fit is noted. */
export interface ColumnSource {
  readonly columns: SheetColumns
  readonly issues: Issue[]
  /** What other columns of the sheet showed. */
  readonly dateHint: DateOrder | null
  readonly decimalHint: DecimalSign | null
}

const errorCell =
  /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|ERROR!|UNKNOWN!)$/i
const nothing = /^(?:|-|--|—|–|n\/?a|null|none|nil|\(blank\)|\(empty\)|unknown|tbd|\?)$/i

/** Whether a text stands for no value; none of those is longer than nine characters. */
const isNothing = (text: string): boolean => text.length <= 9 && nothing.test(text)

type Reader = (cell: Cell, row: number) => unknown

/** Marks a cell that does not fit. */
class Misfit {
  constructor(readonly code: IssueCode) {}
}

/** The values of a column, one a record: text, numbers, days, flags or lists; money as `ReadNumber`. */
export function readColumn(source: ColumnSource, mapping: ColumnMapping, kind: ValueKind): unknown[] {
  const { rows } = source.columns
  const read = readerFor(kind, mapping, source)
  const typed = kind !== 'text' && kind !== 'id' && kind !== 'list'
  return source.columns.cells(mapping.column).map((cell, at) => {
    if (cell === null || cell === '') return null
    if (typeof cell === 'string') {
      if (cell.startsWith('#') && errorCell.test(cell))
        return issue(source, at, mapping.column, 'error-cell', cell)
      if (typed && isNothing(cell.trim())) return null
    }
    const value = read(cell, rows[at] as number)
    return value instanceof Misfit ? issue(source, at, mapping.column, value.code, cellText(cell)) : value
  })
}

function issue(source: ColumnSource, at: number, column: number, code: IssueCode, text: string): null {
  source.issues.push({ row: source.columns.rows[at] as number, column, code, text: text.slice(0, 200) })
  return null
}

function readerFor(kind: ValueKind, mapping: ColumnMapping, source: ColumnSource): Reader {
  switch (kind) {
    case 'text':
      return cell => plainText(cell)
    case 'id':
      return cell => idText(cell)
    case 'list':
      return cell => listOf(plainText(cell))
    case 'flag':
      return cell => flagOf(cell) ?? new Misfit('not-a-flag')
    case 'currency':
      return cell => currencyOf(plainText(cell)) ?? new Misfit('not-a-currency')
    case 'day': {
      const read = dateReader(mapping.dates ?? source.columns.dates(mapping.column, source.dateHint).order)
      return cell => read(cell) ?? new Misfit('not-a-date')
    }
    case 'money': {
      const read = numbersOf(mapping, source)
      const { scale } = mapping
      return (cell, row) => {
        const value = read(cell)
        if (!value) return new Misfit('not-a-number')
        const format = value.currency ? null : formatAt(source.columns.sheet, row, mapping.column)
        const currency = value.currency ?? (format ? formatCurrency(format) : null)
        if (scale === 1 && currency === value.currency) return value
        return { ...value, value: value.value * scale, currency }
      }
    }
    case 'percent':
      return percentReader(mapping, source)
    case 'number':
    case 'whole': {
      const read = numbersOf(mapping, source)
      return cell => {
        const value = read(cell)
        if (!value) return new Misfit('not-a-number')
        const scaled = value.value * mapping.scale
        return kind === 'whole' ? Math.round(scaled) : scaled
      }
    }
  }
}

const numbersOf = (mapping: ColumnMapping, { columns, decimalHint }: ColumnSource) =>
  numberReader(mapping.decimal ?? columns.numbers(mapping.column, decimalHint).decimal)

/** Decides from the column whether 65 %, 65 or 0.65 is meant, and reads all as 0.65. */
function percentReader(mapping: ColumnMapping, { columns, decimalHint }: ColumnSource): Reader {
  const style = columns.numbers(mapping.column, decimalHint)
  const read = numberReader(mapping.decimal ?? style.decimal)
  const fractions = columns.cells(mapping.column).some(cell => {
    const value = read(cell)
    return value !== null && !value.percent && value.value > 0 && value.value < 1
  })
  const asShare = style.percents === 0 && style.largest <= 1 && (fractions || !mapping.header.includes('%'))
  return (cell, row) => {
    const value = read(cell)
    if (!value) return new Misfit('not-a-number')
    const formatted = typeof cell === 'number' && formatAt(columns.sheet, row, mapping.column)?.includes('%')
    const share = value.percent || !(asShare || formatted) ? value.value / 100 : value.value
    return share < 0 || share > 1 ? new Misfit('out-of-range') : Math.round(share * 1e6) / 1e6
  }
}

const plainText = (cell: Cell): string | null => {
  const text = cellText(cell).trim()
  // Some exports put an apostrophe before text that could run as a formula.
  return (text.startsWith("'") && /^'[=+\-@]/.test(text) ? text.slice(1) : text) || null
}

const idText = (cell: Cell): string | null | Misfit => {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell) && Math.abs(cell) > 1e15)
    return new Misfit('digits-lost')
  return plainText(cell)
}

function listOf(text: string | null): readonly string[] | null {
  if (text === null) return null
  const parts = text
    .split(/[;,|]/)
    .map(each => each.trim())
    .filter(each => each !== '')
  return parts.length > 0 ? [...new Set(parts)] : null
}

const yes = /^(?:true|yes|y|1|x|ja|oui|si|sí|wahr|vrai|active|done|on|won|✓)$/i
const no = /^(?:false|no|n|0|nein|non|falsch|faux|inactive|to do|off|lost|open)$/i

function flagOf(cell: Cell): boolean | null {
  if (typeof cell === 'boolean') return cell
  const text = cellText(cell).trim()
  return yes.test(text) ? true : no.test(text) ? false : null
}

const spoken = new Map([
  ['us dollar', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pound', 'GBP'],
  ['pounds sterling', 'GBP'],
  ['british pound', 'GBP'],
  ['yen', 'JPY'],
  ['swiss franc', 'CHF'],
])

/** The currency that a cell names by code, sign or word. */
function currencyOf(text: string | null): CurrencyCode | null {
  if (text === null) return null
  const code = parseCurrency(text) ?? parseCurrency(/\b[A-Z]{3}\b/.exec(text)?.[0] ?? '')
  return code ?? (spoken.get(text.toLowerCase()) as CurrencyCode | undefined) ?? formatCurrency(`"${text}"`)
}

/** Money columns in minor units of each row's currency: the cell's own, else the row's, else the given one. */
export function moneyInMinor(
  amounts: readonly unknown[],
  rowCurrencies: readonly unknown[] | null,
  fallback: CurrencyCode,
): { values: (number | null)[]; currencies: (CurrencyCode | null)[] } {
  const currencies: (CurrencyCode | null)[] = []
  const values = amounts.map((each, at) => {
    const money = each as ReadNumber | null
    const own = (rowCurrencies?.[at] ?? null) as CurrencyCode | null
    const currency = own ?? money?.currency ?? fallback
    currencies.push(money === null ? own : currency)
    return money === null ? null : toMinor(money.value, currency)
  })
  return { values, currencies }
}
