/** Money as whole minor units beside a currency code, never as floating text. */

/** An ISO 4217 code such as `USD`. */
export type CurrencyCode = string & { readonly $currency: true }

/** A whole number of minor units (cents); the currency stands beside it on the record. */
export type Minor = number

const zeroDigit = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
])
const threeDigit = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'])

/** Reads a three-letter code in any case; null where it is none. */
export function parseCurrency(text: string): CurrencyCode | null {
  const code = text.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? (code as CurrencyCode) : null
}

/** Digits behind the decimal point in a currency: 2 for most, 0 for yen, 3 for dinars (ISO 4217). */
export const currencyDigits = (code: CurrencyCode): number =>
  zeroDigit.has(code) ? 0 : threeDigit.has(code) ? 3 : 2

/** Major units from minor ones: 123456 USD cents are 1234.56. */
export const toMajor = (amount: Minor, code: CurrencyCode): number => amount / 10 ** currencyDigits(code)

/** Minor units from major ones, rounded half away from zero; null where the number is not finite or too large to be exact. */
export function toMinor(major: number, code: CurrencyCode): Minor | null {
  if (!Number.isFinite(major)) return null
  // Rounding runs on the decimal text, so that 1.005 becomes 101 and not 100.
  const scaled = Number(`${Math.abs(major)}e${currencyDigits(code)}`)
  const minor =
    Math.sign(major) *
    Math.round(Number.isNaN(scaled) ? Math.abs(major) * 10 ** currencyDigits(code) : scaled)
  return Number.isSafeInteger(minor) ? minor + 0 : null
}
