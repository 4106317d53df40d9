import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CurrencyCode, currencyDigits, parseCurrency, toMajor, toMinor } from '#shared/base/money'

const usd = 'USD' as CurrencyCode
const jpy = 'JPY' as CurrencyCode
const kwd = 'KWD' as CurrencyCode

test('currency codes are three letters in any case', () => {
  expect(parseCurrency(' usd ')).toBe('USD')
  for (const text of ['', 'US', 'USDX', '$', 'U5D']) expect(parseCurrency(text)).toBeNull()
})

test('ISO 4217: digits behind the point', () => {
  expect([usd, jpy, kwd].map(currencyDigits)).toEqual([2, 0, 3])
})

test('rounding runs on decimal text, half away from zero', () => {
  expect(toMinor(1.005, usd)).toBe(101)
  expect(toMinor(-1.005, usd)).toBe(-101)
  expect(toMinor(8.345, usd)).toBe(835)
  expect(toMinor(1234.5, jpy)).toBe(1235)
  expect(toMinor(1.2345, kwd)).toBe(1235)
  expect(Object.is(toMinor(-0.001, usd), 0)).toBe(true)
})

test('a number that cannot be kept exactly is refused', () => {
  for (const bad of [NaN, Infinity, -Infinity, 1e15]) expect(toMinor(bad, usd)).toBeNull()
})

test('minor units survive the way to major units and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.constantFrom(usd, jpy, kwd),
      (minor, code) => toMinor(toMajor(minor, code), code) === minor + 0,
    ),
  )
})
