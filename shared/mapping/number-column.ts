/** Deciding from a whole column how its numbers are written, and reading them so: money, percents, plain numbers. */
import { parseCurrency, type CurrencyCode } from '../base/money'
import type { Cell } from '../tables/sheet'

/** The sign that parts whole from fraction. */
export type DecimalSign = '.' | ','

/** How the numbers of a column are written. */
export interface NumberStyle {
  readonly decimal: DecimalSign
  /** True where `1.234` or `1,234` could be thousands or a fraction in every value. */
  readonly ambiguous: boolean
  readonly samples: readonly string[]
  readonly numbers: number
  readonly others: number
  /** Currencies seen in the cells, with counts. */
  readonly currencies: Readonly<Record<string, number>>
  /** Cells with a per cent sign. */
  readonly percents: number
  readonly largest: number
}

/** What a cell says: its number, with the currency and per cent sign beside it. */
export interface ReadNumber {
  readonly value: number
  readonly currency: CurrencyCode | null
  readonly percent: boolean
}

const symbols: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['MX$', 'MXN'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Fr.', 'CHF'],
  ['$', 'USD'],
]
const symbolCode = new Map(symbols.map(([sign, code]) => [sign.toLowerCase(), code as CurrencyCode]))
const scales = new Map([
  ['k', 1e3],
  ['tsd', 1e3],
  ['tsd.', 1e3],
  ['m', 1e6],
  ['mio', 1e6],
  ['mio.', 1e6],
  ['mn', 1e6],
  ['mm', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['mrd', 1e9],
  ['mrd.', 1e9],
])

const shape =
  /^([-+\u2212(]*)\s*([^\d\s.,()%+\-\u2212]*)\s*([-+\u2212]?)\s*((?:\d[\d.,'’\s\u00a0\u202f]*)|(?:[.,]\d+))([eE][-+]?\d+)?\s*([^\d\s.,()%\-\u2212]*\.?)\s*(%?)\s*([^\d\s.,()%\-\u2212]*)\s*([-\u2212)]*)$/

/** Figures with nothing but signs of decimals and groups: what most cells hold, read without the long pattern. */
const bare = /^-?\d[\d.,]*$/

interface Parts {
  readonly negative: boolean
  readonly digits: string
  readonly exponent: string
  readonly scale: number
  readonly currency: CurrencyCode | null
  readonly percent: boolean
}

interface Meaning {
  readonly scale: number
  readonly currency: CurrencyCode | null
}

function parts(text: string): Parts | null {
  if (bare.test(text)) {
    const negative = text.startsWith('-')
    const digits = negative ? text.slice(1) : text
    return { negative, digits, exponent: '', scale: 1, currency: null, percent: false }
  }
  const found = shape.exec(text.trim())
  if (!found) return null
  const [, open, before, sign, digits, exponent, after, percent, last, close] = found as unknown as string[]
  let currency: CurrencyCode | null = null
  let scale = 1
  for (const word of [before, after, last]) {
    if (!word) continue
    const known = wordMeaning(word)
    if (known === null) return null
    scale *= known.scale
    currency = known.currency ?? currency
  }
  const brackets = (open ?? '').includes('(')
  if (brackets !== (close ?? '').includes(')')) return null
  const signs = `${open ?? ''}${sign ?? ''}${close ?? ''}`.replace(/[()]/g, '')
  if (signs.length + (brackets ? 1 : 0) > 1) return null
  return {
    negative: brackets || (signs !== '' && signs !== '+'),
    digits: (digits as string).replace(/['’\s\u00a0\u202f]/g, ''),
    exponent: exponent ?? '',
    scale,
    currency,
    percent: percent === '%',
  }
}

function wordMeaning(word: string): Meaning | null {
  const lower = word.toLowerCase()
  const scale = scales.get(lower)
  if (scale !== undefined) return { scale, currency: null }
  const symbol = symbolCode.get(lower)
  if (symbol) return { scale: 1, currency: symbol }
  if (/^[a-z]{3}$/i.test(word)) return { scale: 1, currency: parseCurrency(word) }
  // A sign and a scale in one, as in "k€".
  for (const [sign, currency] of symbolCode) {
    if (!lower.startsWith(sign) && !lower.endsWith(sign)) continue
    const both = scales.get(lower.replace(sign, ''))
    if (both !== undefined) return { scale: both, currency }
  }
  return null
}

/** Says for the digits of one number which decimal sign they show: one of the two, none needed, or open. */
function evidence(digits: string): DecimalSign | 'none' | 'open' {
  const dot = digits.lastIndexOf('.')
  const comma = digits.lastIndexOf(',')
  if (dot < 0 && comma < 0) return 'none'
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ','
  const sign = dot >= 0 ? '.' : ','
  const at = Math.max(dot, comma)
  if (digits.indexOf(sign) !== at) return sign === '.' ? ',' : '.'
  const behind = digits.length - at - 1
  if (behind !== 3 || at === 0 || at > 3 || digits.startsWith('0')) return sign
  return 'open'
}

/** What the cells of a column show of their numbers: votes for each decimal sign, numbers open to both, and the rest. */
export interface NumberTally extends Omit<NumberStyle, 'decimal' | 'ambiguous'> {
  readonly votes: Readonly<Record<DecimalSign, number>>
  readonly open: Readonly<Record<DecimalSign, number>>
}

/** Looks through the cells of a column, each different text once. */
export function tallyNumbers(cells: Iterable<Cell>): NumberTally {
  const votes: Record<DecimalSign, number> = { '.': 0, ',': 0 }
  const open: Record<DecimalSign, number> = { '.': 0, ',': 0 }
  const currencies: Record<string, number> = {}
  const samples: string[] = []
  let numbers = 0
  let others = 0
  let percents = 0
  let largest = 0
  const seen = new Map<string, number>()
  for (const cell of cells) {
    if (cell === null || cell === '') continue
    if (typeof cell === 'string') seen.set(cell, (seen.get(cell) ?? 0) + 1)
    else if (typeof cell === 'number') {
      numbers++
      largest = Math.max(largest, Math.abs(cell))
    } else others++
  }
  for (const [text, n] of seen) {
    const read = parts(text)
    if (read === null) {
      if (text.trim() !== '') others += n
      continue
    }
    numbers += n
    if (read.percent) percents += n
    if (read.currency) currencies[read.currency] = (currencies[read.currency] ?? 0) + n
    const shown = evidence(read.digits)
    if (shown === 'open') {
      open[read.digits.includes('.') ? '.' : ','] += n
      if (samples.length < 3) samples.push(text)
    } else if (shown !== 'none') votes[shown] += n
    largest = Math.max(
      largest,
      Math.abs(Number(read.digits.replace(/[.,](?=\d{3})/g, '').replace(',', '.'))) || 0,
    )
  }
  return { votes, open, samples, numbers, others, currencies, percents, largest }
}

/** How the numbers are written that a tally shows; `hint` is what other columns of the file say. */
export function numberStyle(tally: NumberTally, hint: DecimalSign | null): NumberStyle {
  const { votes, open, samples, numbers, others, currencies, percents, largest } = tally
  const decided = votes['.'] !== votes[','] ? (votes['.'] > votes[','] ? '.' : ',') : null
  // Without other signs a lone group of three is thousands: 1.234 beside 5.678 is read with a decimal comma.
  const byGroups = open['.'] > 0 && open[','] === 0 ? ',' : '.'
  return {
    decimal: decided ?? hint ?? byGroups,
    ambiguous: decided === null && hint === null && open['.'] > 0,
    samples,
    numbers,
    others,
    currencies,
    percents,
    largest,
  }
}

/** Decides how a column's numbers are written; `hint` is what other columns of the file say. */
export const decideNumbers = (cells: Iterable<Cell>, hint: DecimalSign | null = null): NumberStyle =>
  numberStyle(tallyNumbers(cells), hint)

/** A reader of the cells of one column; null is a cell that is no number. */
export function numberReader(decimal: DecimalSign): (cell: Cell) => ReadNumber | null {
  const known = new Map<string, ReadNumber | null>()
  return cell => {
    if (typeof cell === 'number')
      return Number.isFinite(cell) ? { value: cell, currency: null, percent: false } : null
    if (typeof cell !== 'string') return null
    let read = known.get(cell)
    if (read === undefined) known.set(cell, (read = readNumber(cell, decimal)))
    return read
  }
}

function readNumber(text: string, decimal: DecimalSign): ReadNumber | null {
  const read = parts(text)
  if (read === null) return null
  const group = decimal === '.' ? ',' : '.'
  const [whole = '', fraction = '', ...more] = read.digits.split(decimal)
  // Groups of two are Indian: 12,34,567.
  if (more.length > 0 || fraction.includes(group) || !grouped(whole, group)) return null
  const bare = `${whole.replaceAll(group, '')}.${fraction}`
  // Scaled on the text, so that 1,117.10K is 1117100 and not a neighbour of it.
  const exponent = Math.round(Math.log10(read.scale)) + Number(read.exponent.slice(1) || 0)
  const value = Number(`${bare}e${exponent}`)
  if (!Number.isFinite(value)) return null
  return {
    value: read.negative && value !== 0 ? -value : value,
    currency: read.currency,
    percent: read.percent,
  }
}

function grouped(whole: string, group: string): boolean {
  const [, ...groups] = whole.split(group)
  return groups.every((each, at) => each.length === 3 || (each.length === 2 && at < groups.length - 1))
}

/** The currency that a number format shows, such as `"USD" #,##0.00` or `[$€-407]`; null where it shows none. */
export function formatCurrency(format: string): CurrencyCode | null {
  const bracket = /\[\$([^\]-]+)/.exec(format)?.[1]
  const quoted = /"([^"]+)"/.exec(format)?.[1]
  for (const word of [bracket, quoted, /[€£¥₹$]/.exec(format)?.[0]]) {
    const meaning = word ? wordMeaning(word.trim()) : null
    if (meaning?.currency) return meaning.currency
  }
  return null
}
