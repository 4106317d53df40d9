import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayParts, numberToDay } from '#shared/base/day'
import { dateReader, decideDates } from '#shared/mapping/date-column'

const pad = (n: number): string => String(n).padStart(2, '0')

test('A04: dates like 20-10-16 are day, month, year as soon as one first figure is above 12', () => {
  const style = decideDates(['01-03-17', '20-10-16', '05-12-17'])
  expect(style).toMatchObject({ order: 'dmy', ambiguous: false })
  expect(dateReader(style.order)('20-10-16')).toBe('2016-10-20')
})

test('a second figure above 12 makes it month first', () => {
  expect(decideDates(['02/23/26 08:55 PM', '01/02/26'])).toMatchObject({ order: 'mdy', ambiguous: false })
})

test('a column that reads both ways is ambiguous, with three samples to ask with', () => {
  const style = decideDates(['01/02/2024', '03/04/2024', '05/06/2024', '07/08/2024'])
  expect(style.ambiguous).toBe(true)
  expect(style.samples).toEqual(['01/02/2024', '03/04/2024', '05/06/2024'])
})

test('what other columns of the file show settles an ambiguous one', () => {
  expect(decideDates(['01/02/2024'], 'mdy')).toMatchObject({ order: 'mdy', ambiguous: false })
})

test.each([
  ['15 Apr, 2021 00:02:00', '2021-04-15'],
  ['2021-04-15 23:03:00', '2021-04-15'],
  ['2005-11-22T19:39:11.000Z', '2005-11-22'],
  ['April 3, 2020', '2020-04-03'],
  ['3. März 2021', '2021-03-03'],
  ['Fri, 3 Mar 2021', '2021-03-03'],
  ['12.5.2020', '2020-05-12'],
  ['20171231', '2017-12-31'],
  ['43100', '2017-12-31'],
  ['31/12/1999 23:59', '1999-12-31'],
])('%s is read as %s', (text, day) => {
  expect(dateReader('dmy')(text)).toBe(day)
})

test.each(['31/02/2020', 'tomorrow', '12', '1.234,50', '99/99/99', '2021-13-01', ''])(
  '%s is no date',
  text => {
    expect(dateReader('dmy')(text)).toBeNull()
  },
)

test('a cell that is a moment keeps its wall day, whatever the hour', () => {
  expect(dateReader('dmy')(new Date('2017-12-31T23:59:00Z'))).toBe('2017-12-31')
})

test('days written in any order come back, when the order is the one they were written in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 7305, max: 25000 }),
      fc.constantFrom('dmy', 'mdy', 'ymd'),
      fc.constantFrom('/', '-', '.'),
      (n, order, sign) => {
        const day = numberToDay(n)
        const { year, month, date } = dayParts(day)
        const parts =
          order === 'dmy'
            ? [pad(date), pad(month), year]
            : order === 'mdy'
              ? [pad(month), pad(date), year]
              : [year, pad(month), pad(date)]
        expect(dateReader(order as 'dmy')(parts.join(sign))).toBe(day)
      },
    ),
  )
})

test('the order that a column of enough days was written in is found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 10957, max: 20000 }), { minLength: 60, maxLength: 90 }),
      fc.boolean(),
      (ns, dayFirst) => {
        const texts = ns.map(n => {
          const { year, month, date } = dayParts(numberToDay(n))
          return dayFirst ? `${date}/${month}/${year % 100}` : `${month}/${date}/${year % 100}`
        })
        const style = decideDates(texts)
        if (!style.ambiguous) expect(style.order).toBe(dayFirst ? 'dmy' : 'mdy')
      },
    ),
  )
})
