/** Reading what a person types into one field: the same words that an import takes, and a sentence where it is none. */
import { currencyDigits, parseCurrency, toMinor, type CurrencyCode } from '../base/money'
import { dayOf, parseDay, type Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import { foldText } from '../base/text'
import type { Field } from '../model/field'
import { asTableName, catalog } from '../model/catalog'
import { valueFault } from './check-value'
import type { Region } from './region'

/** What typed text is read against. */
export interface TypingContext {
  readonly region: Region
  /** The sign between whole and fraction in this user's numbers. */
  readonly decimal: '.' | ','
  /** True where this user writes the day before the month. */
  readonly dayFirst: boolean
  /** The currency that a bare amount is in. */
  readonly currency: CurrencyCode
}

/** A value that was read, or the sentence that says why not and what to type instead. */
export type Typed = Result<unknown, string>

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'oui', 'si'])
const no = new Set(['no', 'n', 'false', '0', 'nein', 'non'])
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A number as typed: `1,234.5`, `1.234,5`, `(20)`, `20k`, `1.2m`; null where it is none. */
export function parseNumber(text: string, decimal: '.' | ','): number | null {
  let t = text.trim().replace(/[\s\u00a0\u202f']/g, '')
  const bracketed = /^\((.*)\)$/.exec(t)
  if (bracketed) t = `-${bracketed[1] ?? ''}`
  const scale = /[km]$/i.exec(t)
  if (scale) t = t.slice(0, -1)
  const other = decimal === '.' ? ',' : '.'
  const grouped = new RegExp(`^[-+]?\\d{1,3}(\\${other}\\d{3})+(\\${decimal}\\d+)?$`)
  if (grouped.test(t)) t = t.replaceAll(other, '')
  t = t.replace(decimal, '.')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(t)) return null
  const factor = scale ? (scale[0].toLowerCase() === 'k' ? 1000 : 1_000_000) : 1
  return Number(t) * factor
}

/** A day as typed: ISO, `31.12.2017`, `12/31/2017` by the user's order, `31 Dec 2017`; null where it is none. */
export function parseTypedDay(text: string, dayFirst: boolean): Day | null {
  const t = text.trim()
  const iso = parseDay(t)
  if (iso) return iso
  const named = /^(\d{1,2})[\s.-]*([a-z]{3})[a-z]*[\s.,-]*(\d{2,4})$/i.exec(t)
  if (named) {
    const month = monthNames.indexOf((named[2] ?? '').toLowerCase()) + 1
    return dayOf(fullYear(named[3] ?? ''), month, Number(named[1]))
  }
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})$/.exec(t)
  if (!parts) return null
  const [one, two] = [Number(parts[1]), Number(parts[2])]
  const first = t.includes('.') || one > 12 || (dayFirst && two <= 12)
  return dayOf(fullYear(parts[3] ?? ''), first ? two : one, first ? one : two)
}

const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900)

/** Reads text as a value of `field`; empty text is "nothing". */
export function parseValue(field: Field, text: string, context: TypingContext): Typed {
  const value = text.trim() === '' ? ok(emptyOf(field)) : read(field, text.trim(), context)
  if (!value.ok) return value
  const fault = valueFault(field, value.value)
  if (fault === 'empty') return fail(`${field.label} may not be empty. Type a value.`)
  if (fault === 'outOfRange')
    return fail(`${field.label} must lie between ${rangeWords(field)}. Type another value.`)
  if (fault) return fail(`${field.label} cannot hold “${text}”. Type another value.`)
  return value
}

const rangeWords = (field: Field): string => {
  const [low, high] = field.range ?? [0, 0]
  return field.kind === 'percent' ? `${low * 100} and ${high * 100} per cent` : `${low} and ${high}`
}

function emptyOf(field: Field): unknown {
  if (field.kind === 'flag') return false
  return field.kind === 'list' || field.kind === 'refs' ? [] : null
}

function read(field: Field, text: string, context: TypingContext): Typed {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return ok(text)
    case 'whole':
    case 'number': {
      const n = parseNumber(text, context.decimal)
      if (n === null) return fail(`“${text}” is not a number. Type ${field.label.toLowerCase()} as digits.`)
      if (field.kind === 'whole' && !Number.isInteger(n))
        return fail(`${field.label} must be a whole number.`)
      return ok(n)
    }
    case 'percent': {
      const n = parseNumber(text.replace(/\s*%$/, ''), context.decimal)
      if (n === null) return fail(`“${text}” is not a percentage. Type it as 65 or 65 %.`)
      return ok(text.includes('%') || Math.abs(n) > 1 ? n / 100 : n)
    }
    case 'money':
      return readMoney(field, text, context)
    case 'currency': {
      const code = parseCurrency(text)
      return code ? ok(code) : fail(`“${text}” is not a currency code. Type three letters such as USD.`)
    }
    case 'day': {
      const d = parseTypedDay(text, context.dayFirst)
      return d ? ok(d) : fail(`“${text}” is not a day. Type it as 2017-12-31.`)
    }
    case 'flag': {
      const word = text.toLowerCase()
      return yes.has(word) ? ok(true) : no.has(word) ? ok(false) : fail(`${field.label} is yes or no.`)
    }
    case 'choice': {
      const wanted = foldText(text)
      const found = field.choices?.find(each => foldText(each.label) === wanted || each.key === text)
      return found
        ? ok(found.key)
        : fail(`${field.label} is one of ${field.choices?.map(each => each.label).join(', ') ?? ''}.`)
    }
    case 'ref':
      return readReference(field, text, context.region)
    case 'list':
      return ok(
        text
          .split(/[,;]/)
          .map(each => each.trim())
          .filter(each => each !== ''),
      )
    case 'refs':
    case 'stamp':
    case 'json':
      return fail(`${field.label} is not typed here. Open the record to change it.`)
  }
}

function readMoney(field: Field, text: string, context: TypingContext): Typed {
  const bare = text.replace(/^[\p{Sc}]\s*|\s*[\p{Sc}]$/gu, '').replace(/^[A-Z]{3}\s+|\s+[A-Z]{3}$/, '')
  const n = parseNumber(bare, context.decimal)
  const minor = n === null ? null : toMinor(n, context.currency)
  if (minor === null)
    return fail(
      `“${text}” is not an amount. Type ${field.label.toLowerCase()} in ${context.currency}, such as ${currencyDigits(context.currency) > 0 ? `1200${context.decimal}50` : '1200'}.`,
    )
  return ok(minor)
}

function readReference(field: Field, text: string, region: Region): Typed {
  const target = field.table ? asTableName(field.table) : null
  if (!target) return fail(`${field.label} cannot be typed here.`)
  const title = catalog[target].title
  const wanted = foldText(text)
  const found: string[] = []
  if (title !== null)
    for (const record of region.all(target)) {
      const name = (record as unknown as Record<string, unknown>)[title]
      if (name === text) return ok(record.id)
      if (typeof name === 'string' && foldText(name) === wanted) found.push(record.id)
    }
  const one = catalog[target].one.toLowerCase()
  if (found.length === 1) return ok(found[0])
  if (found.length > 1)
    return fail(
      `${found.length} records of ${catalog[target].many.toLowerCase()} are called “${text}”. Choose one in the inspector.`,
    )
  return fail(`There is no ${one} “${text}”. Type the name of one that is there, or add it first.`)
}
