/** The short language of the filter row (">20k", "2017-03", "=Open", "!x", "10..20") and its way back to text. */
import type { ColumnData } from './column-data'
import type { Condition, Operator, Period } from './filter'
import type { DecimalSign } from './format-cell'
import { periodWords } from './filter-sentence'
import { dayNumber, isoDay } from './rows-source'

/** Reads what was typed over a column; null when it asks nothing, `undefined` when it cannot be understood. */
export function parseQuick(
  column: string,
  data: ColumnData,
  typed: string,
  decimal: DecimalSign = '.',
): Condition | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const make = (op: Operator, ...values: (string | number)[]): Condition => ({ column, op, values })
  if (text === '=') return make('empty')
  if (text === '!=' || text === '!') return make('notEmpty')
  switch (data.kind) {
    case 'text':
    case 'choice':
      return parseWords(text, make)
    case 'flags': {
      const turned = text.startsWith('!')
      const word = (turned ? text.slice(1) : text).toLowerCase()
      const keys = data.flags.filter(flag => flag.label.toLowerCase().includes(word)).map(flag => flag.key)
      return keys.length === 0 ? undefined : make(turned ? 'hasNone' : 'has', ...keys)
    }
    case 'boolean':
      if (/^(y|yes|true|1)$/i.test(text)) return make('isTrue')
      return /^(n|no|false|0)$/i.test(text) ? make('isFalse') : undefined
    case 'date':
      return parseDays(text, make)
    case 'number':
    case 'money':
    case 'percent':
      return parseNumbers(text, make, each => typedNumber(each, data.kind === 'percent', decimal))
  }
}

type Make = (op: Operator, ...values: (string | number)[]) => Condition

function parseWords(text: string, make: Make): Condition {
  if (text.startsWith('!=')) return make('isNot', text.slice(2).trim())
  if (text.startsWith('=')) return make('is', text.slice(1).trim())
  if (text.startsWith('!')) return make('notContains', text.slice(1).trim())
  if (text.startsWith('^') && text.length > 1) return make('starts', text.slice(1).trim())
  if (text.endsWith('$') && text.length > 1) return make('ends', text.slice(0, -1).trim())
  return make('contains', text)
}

/** A number of a language that writes 1.234,5, as 1234.5; what has no comma and cannot be grouped stays as it is. */
const withPoint = (text: string): string =>
  text.includes(',')
    ? text.replaceAll('.', '').replace(',', '.')
    : text.replace(/\d{1,3}(\.\d{3})+(?!\d)/, grouped => grouped.replaceAll('.', ''))

/** A number as typed in a filter: thousands separators ignored, k and M multiply. */
export function typedNumber(typed: string, percent: boolean, decimal: DecimalSign = '.'): number | null {
  const text = decimal === '.' ? typed : withPoint(typed)
  const match = /^(-?[\d,'\u00a0 ]*\.?\d*)\s*([km%]?)$/i.exec(text.trim())
  if (!match || !/\d/.test(match[1] ?? '')) return null
  const base = Number((match[1] as string).replace(/[,'\u00a0 ]/g, ''))
  const unit = match[2]?.toLowerCase()
  const value = unit === 'k' ? base * 1e3 : unit === 'm' ? base * 1e6 : base
  return percent ? Number((value / 100).toPrecision(12)) : value
}

const comparisons: readonly (readonly [string, Operator])[] = [
  ['>=', 'ge'],
  ['<=', 'le'],
  ['!=', 'ne'],
  ['>', 'gt'],
  ['<', 'lt'],
  ['=', 'eq'],
  ['!', 'ne'],
]

function parseNumbers(
  text: string,
  make: Make,
  read: (text: string) => number | null,
): Condition | undefined {
  const range = /^(.+?)\s*(?:\.\.|…)\s*(.+)$/.exec(text)
  if (range) {
    const low = read(range[1] as string)
    const high = read(range[2] as string)
    return low === null || high === null ? undefined : make('between', low, high)
  }
  const sign = comparisons.find(([mark]) => text.startsWith(mark))
  const value = read(sign ? text.slice(sign[0].length) : text)
  return value === null ? undefined : make(sign ? sign[1] : 'eq', value)
}

/** The first and last day of a year, month or day as typed. */
function typedDays(text: string): readonly [string, string] | null {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  const [year, month, day] = [Number(match[1]), match[2], match[3]]
  if (day !== undefined) {
    const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
    return Number.isNaN(dayNumber(iso)) ? null : [iso, iso]
  }
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null
  const from = Date.UTC(year, month === undefined ? 0 : Number(month) - 1, 1)
  const to = Date.UTC(month === undefined ? year + 1 : year, month === undefined ? 0 : Number(month), 1)
  return [isoDay(from / 86_400_000), isoDay(to / 86_400_000 - 1)]
}

function parseDays(text: string, make: Make): Condition | undefined {
  const period = Object.entries(periodWords).find(([, words]) => words === text.toLowerCase())
  if (period) return make('inPeriod', period[0])
  const near = /^(last|next)\s+(\d+)(?:\s*d(?:ays?)?)?$/i.exec(text)
  if (near) return make(near[1]?.toLowerCase() === 'last' ? 'inLast' : 'inNext', Number(near[2]))
  const range = /^(.+?)\s*(?:\.\.|…)\s*(.+)$/.exec(text)
  if (range) {
    const from = typedDays(range[1] as string)
    const to = typedDays(range[2] as string)
    return from && to ? make('between', from[0], to[1]) : undefined
  }
  const sign = /^(>=|<=|>|<|=)/.exec(text)?.[1]
  const days = typedDays(sign ? text.slice(sign.length) : text)
  if (!days) return undefined
  const [first, last] = days
  switch (sign) {
    case '>':
      return make('after', last)
    case '<':
      return make('before', first)
    case '>=':
      return make('after', isoDay(dayNumber(first) - 1))
    case '<=':
      return make('before', isoDay(dayNumber(last) + 1))
    default:
      return first === last ? make('on', first) : make('between', first, last)
  }
}

/** The typed form of a condition, or null when it has none (value lists, periods of flags) and is shown in words instead. */
export function quickText(
  condition: Condition,
  kind: ColumnData['kind'],
  decimal: DecimalSign = '.',
): string | null {
  const [a, b] = condition.values
  const num = (value: string | number | undefined) => {
    if (typeof value !== 'number') return String(value ?? '')
    const shown = kind === 'percent' ? Number((value * 100).toPrecision(12)) : value
    return String(shown).replace('.', decimal)
  }
  switch (condition.op) {
    case 'empty':
      return '='
    case 'notEmpty':
      return '!='
    case 'contains':
      return String(a ?? '')
    case 'notContains':
      return `!${a ?? ''}`
    case 'is':
      return `=${a ?? ''}`
    case 'isNot':
      return `!=${a ?? ''}`
    case 'starts':
      return `^${a ?? ''}`
    case 'ends':
      return `${a ?? ''}$`
    case 'isTrue':
      return 'yes'
    case 'isFalse':
      return 'no'
    case 'inPeriod':
      return periodWords[String(a) as Period]
    case 'inLast':
      return `last ${a}`
    case 'inNext':
      return `next ${a}`
    case 'between':
      return `${num(a)}..${num(b)}`
    case 'on':
      return String(a)
    case 'before':
    case 'lt':
      return `<${num(a)}`
    case 'after':
    case 'gt':
      return `>${num(a)}`
    case 'ge':
      return `>=${num(a)}`
    case 'le':
      return `<=${num(a)}`
    case 'eq':
      return num(a)
    case 'ne':
      return `!${num(a)}`
    default:
      return null
  }
}
