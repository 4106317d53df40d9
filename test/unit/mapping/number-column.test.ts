import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideNumbers, formatCurrency, numberReader } from '#shared/mapping/number-column'

const read = (text: string, decimal: '.' | ',' = '.') => numberReader(decimal)(text)

test.each([
  ['$22,700.00', 22700, 'USD'],
  ['$1,117.10K', 1117100, 'USD'],
  ['(500)', -500, null],
  ['1,234-', -1234, null],
  ['-$5', -5, 'USD'],
  ['€ 12', 12, 'EUR'],
  ['12 EUR', 12, 'EUR'],
  ['USD 1,200.00', 1200, 'USD'],
  ['12k€', 12000, 'EUR'],
  ['12,34,567', 1234567, null],
  ['.5', 0.5, null],
  ['1e3', 1000, null],
])('%s is %d', (text, value, currency) => {
  expect(read(text)).toEqual({ value, currency, percent: false })
})

test('a decimal comma reads 1.234,56 € and leaves 1,234.56 unread', () => {
  expect(read('1.234,56 €', ',')).toEqual({ value: 1234.56, currency: 'EUR', percent: false })
  expect(read('1 234,50', ',')?.value).toBe(1234.5)
  expect(read('1,234.56', ',')).toBeNull()
})

test('65% says that it is a per cent', () => {
  expect(read('65%')).toEqual({ value: 65, currency: null, percent: true })
})

test.each(['abc', '3. $20,001 - $30K', '5 kg', '1,23,4', '--5', '(5', '12-31-17'])(
  '%s is no number',
  text => {
    expect(read(text)).toBeNull()
  },
)

test('the whole column decides the decimal sign', () => {
  expect(decideNumbers(['1.234', '5,5'])).toMatchObject({ decimal: ',', ambiguous: false })
  expect(decideNumbers(['1,234', '5.5'])).toMatchObject({ decimal: '.', ambiguous: false })
  expect(decideNumbers(['1.234.567'])).toMatchObject({ decimal: ',', ambiguous: false })
})

test('1.234 alone could be both and is asked about; other columns can settle it', () => {
  expect(decideNumbers(['1.234', '2.345']).ambiguous).toBe(true)
  expect(decideNumbers(['1.234'], '.')).toMatchObject({ decimal: '.', ambiguous: false })
})

test('currencies in cells are counted', () => {
  expect(decideNumbers(['$5', '€6', '€7']).currencies).toEqual({ USD: 1, EUR: 2 })
})

test('a number format can carry the currency', () => {
  expect(formatCurrency('"USD" #,##0.00')).toBe('USD')
  expect(formatCurrency('[$€-407] #,##0.00')).toBe('EUR')
  expect(formatCurrency('#,##0.00')).toBeNull()
})

test('amounts written with thousands and decimals come back in either locale', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH'),
      (cents, locale) => {
        const text = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2 })
        const decimal = locale === 'de-DE' || locale === 'fr-FR' ? ',' : '.'
        expect(numberReader(decimal)(text)?.value).toBe(cents / 100)
      },
    ),
  )
})
