/** The language of numbers: a tag that this machine knows, and the sign before its decimals. */

/** A decimal sign that numbers are typed with. */
export type DecimalSign = '.' | ','

/** The language tag as given where it is a tag that exists; absent, for the system's own, where it is empty or none. */
export function numberTag(locale: string): string | undefined {
  if (locale === '') return undefined
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0 ? locale : undefined
  } catch {
    return undefined
  }
}

const known = new Map<string, DecimalSign>()

/** The decimal sign of a language tag; the system's where the tag is empty or unknown. */
export function decimalSign(locale: string): DecimalSign {
  const found = known.get(locale)
  if (found) return found
  const parts = new Intl.NumberFormat(numberTag(locale)).formatToParts(1.5)
  const decimal = parts.find(part => part.type === 'decimal')?.value === ',' ? ',' : '.'
  known.set(locale, decimal)
  return decimal
}
