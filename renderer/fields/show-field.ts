/** Values of every kind of field as text for people. */
import { currencyDigits, toMajor } from '#shared/base/money'
import type { Field } from '#shared/model/field'
import { decimalSign, numberTag } from './decimal-sign'
import type { FieldContext } from './field-context'

/** A number with thousands grouped and at most `digits` decimals; `fixed` keeps all of them. By commas without a locale. */
export function showNumber(value: number, digits = 6, fixed = false, locale?: string): string {
  if (locale !== undefined) return localNumber(value, digits, fixed, locale)
  const text = Math.abs(value).toFixed(digits)
  const [whole = '', rest = ''] = text.split('.')
  const decimals = fixed ? rest : rest.replace(/0+$/, '')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = value < 0 && Number(text) !== 0 ? '−' : ''
  return `${sign}${grouped}${decimals ? `.${decimals}` : ''}`
}

function localNumber(value: number, digits: number, fixed: boolean, locale: string): string {
  const shown = { maximumFractionDigits: digits, minimumFractionDigits: fixed ? digits : 0 }
  return (value === 0 ? 0 : value).toLocaleString(numberTag(locale), shown).replace('-', '−')
}

/** Money with its decimals and its code: `1,234.50 USD`. */
const showMoney = (amount: number, { currency, locale }: FieldContext): string =>
  `${showNumber(toMajor(amount, currency), currencyDigits(currency), true, locale)} ${currency}`

/** A share as per cent with at most one decimal: `65 %`. */
const showPercent = (share: number, { locale }: FieldContext): string =>
  `${showNumber(share * 100, 1, false, locale)} %`

/** A value as people read it; an empty one is empty text. */
export function showField(field: Field, value: unknown, context: FieldContext): string {
  if (value === null || value === undefined || value === '') return ''
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'currency':
    case 'day':
      return typeof value === 'string' ? value : ''
    case 'stamp':
      return typeof value === 'string' ? value.slice(0, 16).replace('T', ' ') : ''
    case 'whole':
    case 'number':
      // A year is not a quantity: 1996, never 1,996.
      return field.range?.[1] === 9999
        ? String(value as number)
        : showNumber(value as number, 6, false, context.locale)
    case 'percent':
      return showPercent(value as number, context)
    case 'money':
      return showMoney(value as number, context)
    case 'flag':
      return value === true ? 'Yes' : 'No'
    case 'choice':
      return field.choices?.find(each => each.key === value)?.label ?? (value as string)
    case 'ref':
      return context.titleOf(field.table ?? '', value as string) ?? 'No longer there'
    case 'refs':
      return (value as readonly string[])
        .map(id => context.titleOf(field.table ?? '', id) ?? 'No longer there')
        .join('; ')
    case 'list':
      return (value as readonly string[]).join('; ')
    case 'json':
      return Array.isArray(value) ? `${value.length} ${value.length === 1 ? 'item' : 'items'}` : ''
  }
}

/** The text that editing a value starts from; `parseField` reads it back as the same value. */
export function typedField(field: Field, value: unknown, context: FieldContext): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'money') {
    const { currency } = context
    const text = toMajor(value as number, currency).toFixed(currencyDigits(currency))
    return own(text.replace(/\.0+$/, ''), context)
  }
  if (field.kind === 'percent')
    return `${own(String(Number(((value as number) * 100).toPrecision(12))), context)}%`
  if (field.kind === 'whole' || field.kind === 'number') return own(String(value as number), context)
  return showField(field, value, context)
}

/** Plain digits with the reader's decimal sign. */
const own = (digits: string, { locale }: FieldContext): string =>
  locale !== undefined && decimalSign(locale) === ',' ? digits.replace('.', ',') : digits
