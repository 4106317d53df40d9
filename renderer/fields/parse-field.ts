/** Typed text read as the value of a field, or a sentence on why it cannot be. */
import { parseCurrency, toMinor } from '#shared/base/money'
import { fail, ok, type Result } from '#shared/base/result'
import { foldText } from '#shared/base/text'
import type { Field } from '#shared/model/field'
import { decimalSign } from './decimal-sign'
import type { FieldContext } from './field-context'
import { readDay } from './parse-day'
import { parseNumber } from './parse-number'
import { showNumber } from './show-field'

type Reading = Result<unknown, string>

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'on'])
const no = new Set(['no', 'n', 'false', '0', 'off'])

/** Reads typed text as a value of `field`; a failure is a sentence for the user. Empty text empties the field. */
export function parseField(field: Field, typed: string, context: FieldContext): Reading {
  const text = typed.trim()
  if (text === '') {
    if (field.kind === 'refs' || field.kind === 'list') return ok([])
    if (field.kind === 'flag') return ok(false)
    return field.required ? fail(`${field.label} may not be empty.`) : ok(null)
  }
  switch (field.kind) {
    case 'text':
      return ok(text)
    case 'longText':
      return ok(typed)
    case 'whole':
    case 'number':
      return within(field, readNumber(field, text, context))
    case 'percent':
      return within(field, readPercent(field, text, context))
    case 'money':
      return readMoney(field, text, context)
    case 'currency': {
      const code = parseCurrency(text)
      return code ? ok(code) : fail(`${field.label} is a code of three letters such as USD.`)
    }
    case 'day':
      return readDayField(field, text)
    case 'flag': {
      const folded = foldText(text)
      return yes.has(folded) ? ok(true) : no.has(folded) ? ok(false) : fail(`${field.label} is yes or no.`)
    }
    case 'choice':
      return readChoice(field, text)
    case 'ref':
      return readRef(field, text, context)
    case 'refs':
      return readRefs(field, text, context)
    case 'list':
      return ok(
        text
          .split(/[;\n]/)
          .map(each => each.trim())
          .filter(each => each !== ''),
      )
    case 'stamp':
    case 'json':
      return fail(`${field.label} cannot be typed.`)
  }
}

const numberOf = (text: string, { locale }: FieldContext): number | null =>
  parseNumber(text, locale === undefined ? '.' : decimalSign(locale))

function readNumber(field: Field, text: string, context: FieldContext): Reading {
  const value = numberOf(text, context)
  if (value === null) return fail(`${field.label} is a number; “${text}” is not.`)
  if (field.kind === 'whole' && !Number.isInteger(value)) return fail(`${field.label} is a whole number.`)
  return ok(value)
}

/** `65%` and `65` are 65 per cent; a fraction up to one such as `0.65` is the share itself. */
function readPercent(field: Field, text: string, context: FieldContext): Reading {
  const value = numberOf(text.replace(/\s*%$/, ''), context)
  if (value === null) return fail(`${field.label} is a percentage; “${text}” is not.`)
  const share = !text.endsWith('%') && !Number.isInteger(value) && Math.abs(value) < 1
  return ok(share ? value : Number((value / 100).toPrecision(15)))
}

function readMoney(field: Field, text: string, context: FieldContext): Reading {
  const { currency } = context
  const code = /^([a-z]{3})\s*(?=[\d(+-])|(?<=\d)\s*([a-z]{3})$/i.exec(text)
  const named = code ? parseCurrency(code[1] ?? code[2] ?? '') : null
  if (named && named !== currency)
    return fail(`${field.label} is in ${currency} here; change the currency first to write ${named}.`)
  const bare = (code ? text.replace(code[0], '') : text).replace(/[$€£¥₹]/g, '')
  const value = numberOf(bare, context)
  const minor = value === null ? null : toMinor(value, currency)
  if (minor === null) return fail(`${field.label} is an amount of money; “${text}” is not.`)
  return within(field, ok(minor))
}

function readDayField(field: Field, text: string): Reading {
  const reading = readDay(text)
  if (reading.day) return ok(reading.day)
  const [one, two] = reading.either ?? []
  return fail(
    one && two
      ? `“${text}” could be ${one} or ${two}. Write the one that is meant.`
      : `${field.label} is a day such as 2017-12-31; “${text}” is not.`,
  )
}

function within(field: Field, reading: Reading): Reading {
  if (!reading.ok || !field.range) return reading
  const [low, high] = field.range
  const value = reading.value as number
  if (value >= low && value <= high) return reading
  const percent = field.kind === 'percent'
  const show = (n: number): string => (percent ? `${showNumber(n * 100)} %` : showNumber(n))
  return fail(`${field.label} lies between ${show(low)} and ${show(high)}.`)
}

function readChoice(field: Field, text: string): Reading {
  const folded = foldText(text)
  const choices = field.choices ?? []
  const found =
    choices.find(each => foldText(each.label) === folded || each.key === text) ??
    only(choices.filter(each => foldText(each.label).startsWith(folded)))
  if (found) return ok(found.key)
  return fail(`${field.label} is one of ${choices.map(each => each.label).join(', ')}.`)
}

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined)

function readRef(field: Field, text: string, context: FieldContext): Reading {
  const folded = foldText(text)
  const found = context.find(field.table ?? '', text, 20)
  const exact = found.filter(each => foldText(each.title) === folded)
  const hit = exact.length > 0 ? only(exact) : only(found)
  if (hit) return ok(hit.id)
  if (found.length === 0) return fail(`${field.label}: nothing is called “${text}”.`)
  const names = found.slice(0, 3).map(each => `“${each.title}”`)
  return fail(
    `${field.label}: “${text}” could be ${names.join(', ')}${found.length > 3 ? ' and others' : ''}.`,
  )
}

function readRefs(field: Field, text: string, context: FieldContext): Reading {
  const ids: string[] = []
  for (const name of text.split(';').map(each => each.trim())) {
    if (name === '') continue
    const one = readRef(field, name, context)
    if (!one.ok) return one
    ids.push(one.value as string)
  }
  return ok([...new Set(ids)])
}
