import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { catalog, fieldsOf, tableNames } from '#shared/model/catalog'
import type { AnyRecord } from '#shared/region/change'
import { valueFault } from '#shared/region/check-value'
import { newRecord } from '#shared/region/new-record'
import { RecordScreen } from '#shared/region/screen-records'

const origin = { source: 'import', at: '2017-12-31T08:00:00.000Z' } as const
const odd: readonly unknown[] = [
  null,
  undefined,
  '',
  'x',
  0,
  -1,
  0.5,
  1e300,
  NaN,
  true,
  [],
  ['x'],
  [1],
  {},
  '2017-02-30',
  '2017-12-31',
  '2017-12-31T08:00:00.000Z',
  'EUR',
  'open',
]
const never = (): boolean => false
const record = (table: (typeof tableNames)[number], values: object): AnyRecord =>
  ({ ...newRecord(table, asId('x'), {}, origin), ...values }) as unknown as AnyRecord
/** A record in which every field but `name` is left aside, since others may be required and empty. */
const fits = (table: (typeof tableNames)[number], values: object, there = () => true): boolean => {
  const filled = Object.fromEntries(
    Object.entries(fieldsOf(table)).flatMap(([name, field]) => {
      const good = odd.find(value => valueFault(field, value) === null && value !== '')
      return good === undefined ? [] : [[name, good]]
    }),
  )
  return new RecordScreen(table, there).fits([record(table, filled), record(table, { ...filled, ...values })])
}

test.each(tableNames)('the screen of %s passes no value that its field refuses', table => {
  expect(fits(table, {})).toBe(true)
  for (const [name, field] of Object.entries(fieldsOf(table)))
    for (const value of odd) {
      const nameless = name === 'name' && field.required && catalog[table].title === 'name' && value === ''
      const good = valueFault(field, value) === null && !nameless
      if (!good) expect(fits(table, { [name]: value }), `${name} ${JSON.stringify(value)}`).toBe(false)
      else if (value !== null)
        expect(fits(table, { [name]: value }), `${name} ${JSON.stringify(value)}`).toBe(true)
    }
})

test('a reference to a record that will not be there does not pass', () => {
  expect(fits('opportunity', { account: 'gone' }, never)).toBe(false)
})

test('odd stamps, sources and fields do not pass', () => {
  expect(fits('account', { createdAt: 'today' })).toBe(false)
  expect(fits('account', { source: 'nobody' })).toBe(false)
  expect(fits('account', { moons: 3 })).toBe(false)
  expect(new RecordScreen('account', never).fits([{ id: 'x', name: 'Kan-code' }])).toBe(false)
  expect(new RecordScreen('account', never).fits([])).toBe(true)
})
