import { expect, test } from 'vitest'
import { addBusinessDays, businessDays, roll, workCalendar } from '#shared/base/calendar'
import { type Day, dayNumber, numberToDay, parseDay, weekday } from '#shared/base/day'

const d = (text: string): Day => text as Day
// The US calendar of domain section 1 (and F5, section 5.3).
const us = workCalendar(
  [true, true, true, true, true, false, false],
  ['2017-11-23', '2017-11-24', '2017-12-25', '2018-01-01', '2018-01-15'].map(d),
)

test('days are read only where they exist', () => {
  expect(parseDay('2016-02-29')).toBe('2016-02-29')
  expect(parseDay('2017-02-29')).toBeNull()
  expect(parseDay('2017-1-1')).toBeNull()
})

test('day numbers agree with UTC dates over four centuries', () => {
  for (let n = -80_000; n < 80_000; n += 37) {
    const text = new Date(n * 86_400_000).toISOString().slice(0, 10)
    expect(numberToDay(n)).toBe(text)
    expect(dayNumber(d(text))).toBe(n)
  }
  expect(weekday(d('2017-10-02'))).toBe(0)
})

test('CV-4: roll, add and bd keep to working days', () => {
  expect(roll(us, d('2017-12-23'))).toBe('2017-12-26')
  expect(addBusinessDays(us, d('2017-10-02'), 4)).toBe('2017-10-06')
  expect(addBusinessDays(us, d('2017-11-20'), 9)).toBe('2017-12-05')
  expect(businessDays(us, d('2017-10-02'), d('2017-12-31'))).toBe(61)
  expect(businessDays(us, d('2017-12-31'), d('2017-10-02'))).toBe(-61)
})
