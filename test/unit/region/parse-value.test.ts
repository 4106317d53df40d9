import { expect, test } from 'vitest'
import type { CurrencyCode } from '#shared/base/money'
import { fieldOf } from '#shared/model/catalog'
import type { Field } from '#shared/model/field'
import { present } from '#shared/base/assert'
import { asId } from '#shared/base/id'
import { newRecord } from '#shared/region/new-record'
import { applyTo } from '#shared/region/change'
import { parseNumber, parseTypedDay, parseValue, type TypingContext } from '#shared/region/parse-value'
import { Region } from '#shared/region/region'

const origin = { source: 'manager', at: '2017-12-31T08:00:00.000Z' } as const
const region = new Region()
applyTo(region, {
  account: {
    added: [
      newRecord('account', asId('a'), { name: 'Kan-code' }, origin),
      newRecord('account', asId('b'), { name: 'Twin Oaks' }, origin),
      newRecord('account', asId('c'), { name: 'twin oaks' }, origin),
    ],
    changed: [],
    removed: [],
  },
})
const english: TypingContext = { region, decimal: '.', dayFirst: false, currency: 'USD' as CurrencyCode }
const field = (name: string): Field => present(fieldOf('opportunity', name), 'the field is in the catalog')
const typed = (name: string, text: string): unknown => {
  const result = parseValue(field(name), text, english)
  return result.ok ? result.value : result.problem
}

test('numbers are read in the sign of the user, with thousands, brackets, k and m', () => {
  expect(['1,234.5', '1234.5', '(20)', '20k', '1.2m', '-3', '.5'].map(t => parseNumber(t, '.'))).toEqual([
    1234.5, 1234.5, -20, 20_000, 1_200_000, -3, 0.5,
  ])
  expect(parseNumber('1.234,5', ',')).toBe(1234.5)
  expect(parseNumber('1 234,5', ',')).toBe(1234.5)
  expect(['', 'abc', '1,2,3', '12.', '--1', '1e5'].map(t => parseNumber(t, '.'))).toEqual([
    null,
    null,
    null,
    12,
    null,
    null,
  ])
})

test('days are read as ISO, with a month name, or in the order of the user; impossible ones are refused', () => {
  expect(parseTypedDay('2017-12-31', false)).toBe('2017-12-31')
  expect(parseTypedDay('31 Dec 2017', false)).toBe('2017-12-31')
  expect(parseTypedDay('3/4/2017', false)).toBe('2017-03-04')
  expect(parseTypedDay('3/4/2017', true)).toBe('2017-04-03')
  expect(parseTypedDay('31.12.17', false)).toBe('2017-12-31')
  expect(parseTypedDay('31/12/2017', false)).toBe('2017-12-31')
  expect(parseTypedDay('31/02/2017', false)).toBeNull()
})

test('typed text becomes the value of its field', () => {
  expect(typed('amount', '$1,200.50')).toBe(120_050)
  expect(typed('amount', '')).toBeNull()
  expect(typed('probability', '65')).toBe(0.65)
  expect(typed('probability', '0.65')).toBe(0.65)
  expect(typed('state', 'no decision')).toBe('noDecision')
  expect(typed('budgetKnown', 'Yes')).toBe(true)
  expect(typed('account', 'kan code')).toBe('a')
  expect(typed('tags', 'key, north')).toEqual(['key', 'north'])
})

test('text that is no value is refused with a sentence that says what to type', () => {
  expect(typed('amount', 'a lot')).toContain('is not an amount')
  expect(typed('name', ' ')).toBe('Opportunity may not be empty. Type a value.')
  expect(typed('probability', '120')).toBe(
    'CRM probability must lie between 0 and 100 per cent. Type another value.',
  )
  expect(typed('account', 'Nowhere')).toContain('There is no account “Nowhere”')
  expect(typed('account', 'TWIN OAKS')).toContain('2 records of accounts')
  expect(typed('expectedClose', 'soon')).toBe('“soon” is not a day. Type it as 2017-12-31.')
})
