import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, numberToDay } from '#shared/base/day'
import { fiscalYear, parsePeriod, periodOf, shiftPeriod } from '#shared/base/fiscal'

const d = (text: string): Day => text as Day
const anyDay = fc.integer({ min: 0, max: 30_000 }).map(numberToDay)
const start = fc.integer({ min: 1, max: 12 })
const kind = fc.constantFrom('month' as const, 'quarter' as const, 'year' as const)

test('CV-6: keys of calendar periods', () => {
  expect(periodOf(d('2017-10-02'), 'month').key).toBe('2017-10')
  expect(periodOf(d('2017-10-02'), 'quarter')).toEqual({
    key: '2017-Q4',
    kind: 'quarter',
    first: '2017-10-01',
    last: '2017-12-31',
  })
  expect(periodOf(d('2017-10-02'), 'year').key).toBe('FY2017')
})

test('CV-6: a fiscal year is named for the year in which it ends', () => {
  expect(periodOf(d('2017-10-02'), 'quarter', 4)).toMatchObject({ key: '2018-Q3', first: '2017-10-01' })
  expect(fiscalYear(d('2017-03-31'), 4)).toBe(2017)
  expect(fiscalYear(d('2017-04-01'), 4)).toBe(2018)
  expect(periodOf(d('2016-02-10'), 'year', 3)).toMatchObject({ first: '2015-03-01', last: '2016-02-29' })
})

test('every day lies in its period and periods join without a gap', () => {
  fc.assert(
    fc.property(anyDay, kind, start, (day, k, month) => {
      const period = periodOf(day, k, month)
      expect(period.first <= day && day <= period.last).toBe(true)
      const next = shiftPeriod(period, 1, month)
      expect(addDays(period.last, 1)).toBe(next.first)
      expect(shiftPeriod(next, -1, month)).toEqual(period)
    }),
  )
})

test('a key is read back as its period', () => {
  fc.assert(
    fc.property(anyDay, kind, start, (day, k, month) => {
      const period = periodOf(day, k, month)
      expect(parsePeriod(period.key, month)).toEqual(period)
    }),
  )
  for (const key of ['2017-13', '2017-Q5', '2017', 'Q4', '2017-00', 'FY17'])
    expect(parsePeriod(key)).toBeNull()
})
