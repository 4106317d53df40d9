/** How this user writes numbers and days, and what their typing means for a field. */
import { parseCurrency, type CurrencyCode } from '#shared/base/money'
import type { Field } from '#shared/model/field'
import type { Region } from '#shared/region/region'
import { parseValue, type Typed } from '#shared/region/parse-value'
import { regionCurrency, settingsOf } from '#shared/region/settings'

/** The signs of a locale; the system's where none is set. */
function signsOf(locale: string): { decimal: '.' | ','; dayFirst: boolean } {
  const name = locale === '' ? undefined : locale
  const decimal = new Intl.NumberFormat(name).formatToParts(1.5).find(part => part.type === 'decimal')?.value
  const order = new Intl.DateTimeFormat(name).formatToParts(new Date(0)).map(part => part.type)
  return { decimal: decimal === ',' ? ',' : '.', dayFirst: order.indexOf('day') < order.indexOf('month') }
}

/** Reads typed text for a field of a record; `record` tells the currency that a bare amount is in. */
export function typedValue(
  region: Region,
  field: Field,
  text: string,
  record: Readonly<Record<string, unknown>>,
): Typed {
  const settings = settingsOf(region)
  const own = field.currencyField ? record[field.currencyField] : null
  const currency: CurrencyCode =
    (typeof own === 'string' ? parseCurrency(own) : null) ?? regionCurrency(settings)
  return parseValue(field, text, { region, currency, ...signsOf(settings.locale) })
}
