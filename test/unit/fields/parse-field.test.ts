import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CurrencyCode } from '#shared/base/money'
import { catalog } from '#shared/model/catalog'
import type { Field } from '#shared/model/field'
import type { FieldContext } from '../../../renderer/fields/field-context'
import { parseField } from '../../../renderer/fields/parse-field'
import { parseNumber } from '../../../renderer/fields/parse-number'
import { showField, typedField } from '../../../renderer/fields/show-field'

const reps = [
  { id: 'r1', title: 'Darcel Schlecht' },
  { id: 'r2', title: 'Anna Snelling' },
  { id: 'r3', title: 'Anna Smith' },
]
const context: FieldContext = {
  currency: 'USD' as CurrencyCode,
  titleOf: (_, id) => reps.find(each => each.id === id)?.title ?? null,
  find: (_, text) => reps.filter(each => each.title.toLowerCase().includes(text.toLowerCase())),
}
const { amount, probability, expectedClose, state, owner, budgetKnown, tags, name } =
  catalog.opportunity.fields
const read = (field: Field, typed: string): unknown => {
  const result = parseField(field, typed, context)
  return result.ok ? result.value : result
}
const refused = (field: Field, typed: string): string => {
  const result = parseField(field, typed, context)
  return result.ok ? `read as ${JSON.stringify(result.value)}` : result.problem
}

test.each([
  ['1234.5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1 234,5', 1234.5],
  ['1,234', 1234],
  ['1.234', 1.234],
  ['1.234.567', 1_234_567],
  ['12,5', 12.5],
  ['-3', -3],
  ['−3', -3],
  ['(12)', -12],
  ['12k', 12_000],
  ['1.005m', 1_005_000],
  ['.5', 0.5],
])('the number %s is %d', (typed, value) => {
  expect(parseNumber(typed)).toBe(value)
})

test.each(['', 'abc', '1.2.3', '1,23,456.7', '12x', '(12', '1,2.3,4', '.'])('“%s” is no number', typed => {
  expect(parseNumber(typed)).toBeNull()
})

test('money is read in major units, with or without its sign, and never in another currency', () => {
  expect(read(amount, '$1,234.50')).toBe(123_450)
  expect(read(amount, 'USD 20k')).toBe(2_000_000)
  expect(read(amount, '1.005')).toBe(101)
  expect(refused(amount, '100 EUR')).toBe('Amount is in USD here; change the currency first to write EUR.')
})

test('a percentage is a share: 65 and 65% and 0.65 are the same', () => {
  expect([read(probability, '65'), read(probability, '65 %'), read(probability, '0.65')]).toEqual([
    0.65, 0.65, 0.65,
  ])
  expect(read(probability, '1')).toBe(0.01)
  expect(refused(probability, '120%')).toBe('CRM probability lies between 0 % and 100 %.')
})

test('a day is read in any order that allows one reading only', () => {
  for (const typed of [
    '2017-12-31',
    '31.12.2017',
    '31/12/2017',
    '12/31/2017',
    '31 Dec 2017',
    'December 31, 2017',
  ])
    expect(read(expectedClose, typed), typed).toBe('2017-12-31')
  expect(refused(expectedClose, '3/12/2017')).toBe(
    '“3/12/2017” could be 2017-12-03 or 2017-03-12. Write the one that is meant.',
  )
  expect(refused(expectedClose, '2017-02-30')).toMatch(/^CRM close date is a day/)
})

test('choices and records are found by their words, and two that fit are asked about', () => {
  expect(read(state, 'no decision')).toBe('noDecision')
  expect(read(state, 'disq')).toBe('disqualified')
  expect(refused(state, 'maybe')).toBe('State is one of Open, Won, Lost, No decision, Disqualified.')
  expect(read(owner, 'darcel')).toBe('r1')
  expect(refused(owner, 'anna')).toBe('Owner: “anna” could be “Anna Snelling”, “Anna Smith”.')
  expect(refused(owner, 'Bob')).toBe('Owner: nothing is called “Bob”.')
})

test('empty text empties a field that may be empty, and no other', () => {
  expect(read(amount, ' ')).toBeNull()
  expect(read(tags, '')).toEqual([])
  expect(read(tags, 'key; west ;')).toEqual(['key', 'west'])
  expect(read(budgetKnown, 'Yes')).toBe(true)
  expect(refused(name, '')).toBe('Opportunity may not be empty.')
})

test('what editing starts from is read back as the same value', () => {
  const same = (field: Field, value: unknown): void =>
    expect(read(field, typedField(field, value, context))).toEqual(value)
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: 0, max: 1000 }),
      (minor, permille) => {
        same(amount, minor)
        same(probability, permille / 1000)
      },
    ),
  )
  same(expectedClose, '2017-12-31')
  same(state, 'lost')
  same(owner, 'r2')
  same(tags, ['a', 'b'])
})

test('values read as people write them', () => {
  expect(showField(amount, 123_450_000, context)).toBe('1,234,500.00 USD')
  expect(showField(amount, -50, context)).toBe('−0.50 USD')
  expect(showField(probability, 0.655, context)).toBe('65.5 %')
  expect(showField(catalog.account.fields.founded, 1996, context)).toBe('1996')
  expect(showField(catalog.account.fields.employees, 12_345, context)).toBe('12,345')
})

test.each([
  ['1.234', 1234],
  ['1,234', 1.234],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1,234,567', 1_234_567],
  ['12,5', 12.5],
  ['1.5', 1.5],
  ['−1.000', -1000],
])('where decimals stand after a comma, the number %s is %d', (typed, value) => {
  expect(parseNumber(typed, ',')).toBe(value)
})

test('what is shown for editing is read back as the same value in either notation', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('de-DE', 'en-US', ''),
      fc.integer({ min: -1e12, max: 1e12 }),
      (locale, minor) => {
        const there: FieldContext = { ...context, locale }
        const typed = typedField(amount, minor, there)
        expect(parseField(amount, typed, there)).toEqual({ ok: true, value: minor })
        const shown = showField(amount, minor, there)
        expect(parseField(amount, shown, there)).toEqual({ ok: true, value: minor })
      },
    ),
  )
  expect(showField(amount, 123_450, { ...context, locale: 'de-DE' })).toBe('1.234,50 USD')
  expect(typedField(amount, 123_450, { ...context, locale: 'de-DE' })).toBe('1234,50')
})
