import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { sevenDayWeek } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import { addBusinessDays, businessDays } from '#shared/base/calendar'
import { addDays } from '#shared/base/day'
import { businessClock } from '#shared/forecast/business-clock'
import { ageFactor, closedWithin, remainingDays, typicalRemaining } from '#shared/forecast/close-time'
import { breakdown, type DealForecast, forecastDeals } from '#shared/forecast/deal-forecast'
import { expertCell, type Matrix, withCells } from '#shared/forecast/matrix'
import { startingMatrix } from '#shared/forecast/starting-values'
import { f5AsOf, f5Calendar, f5Deals, f5Periods } from '../../fixtures/f5'

const clock = businessClock(f5Calendar, f5AsOf)
const forecast = forecastDeals(f5Deals, startingMatrix(), clock, f5Periods)
const row = (id: string): DealForecast =>
  present(
    forecast.deals.find(r => r.deal.id === id),
    'a deal of F5',
  )
const money = (cents: number): string => (cents / 100).toFixed(2)

describe('F5 to the cent (A34)', () => {
  test.each([
    ['O1', '0.6200', 10, '1.0000', 26, '2017-11-07', '2017-11-30', '74400.00', '65363.62'],
    ['O2', '0.4200', 29, '1.0000', 50, '2017-12-13', '2017-12-13', '33600.00', '20043.59'],
    ['O3', '0.6700', 29, '0.8933', 13, '2017-10-19', '2017-10-19', '40200.00', '38562.77'],
    ['O4', '0.1714', 85, '0.8571', 35, '2017-11-20', '2017-11-20', '34285.71', '24154.76'],
    ['O5', '0.0000', 296, '0.0000', 64, '2018-01-04', '2018-01-04', '0.00', '0.00'],
  ])('%s: P %s, age %i, factor %s, %i bd to %s', (id, p, age, f, rem, matrixClose, close, weighted, q4) => {
    const r = row(id)
    expect(r.p.toFixed(4)).toBe(p)
    expect(r.age).toBe(age)
    expect(r.factor.toFixed(4)).toBe(f)
    expect(r.remaining).toBe(rem)
    expect(r.matrixClose).toBe(matrixClose)
    expect(r.close).toBe(close)
    expect(money(r.weighted)).toBe(weighted)
    expect(money(r.spread[0] as number)).toBe(q4)
  })

  test('FC-12: totals by point and by spread', () => {
    const { totals } = forecast
    expect(clock.until('2017-12-31' as Day)).toBe(61)
    expect(money(totals.amount)).toBe('500000.00')
    expect(money(totals.weighted)).toBe('182485.71')
    expect(totals.point.map(money)).toEqual(['182485.71', '0.00', '0.00'])
    // The specification prints 25,790.13, one cent less than its own formula gives (25,790.1426 by SciPy as well).
    expect(totals.spread.map(money)).toEqual(['148124.75', '25790.14', '5972.79'])
    expect(money(totals.later)).toBe('2598.03')
    expect(row('O5').state).toBe('stalled')
    expect([totals.counted, totals.stalled, money(totals.stalledAmount)]).toEqual([4, 1, '40000.00'])
  })

  test('A35: POC(B4,S4) from 62 to 68 % moves one deal', () => {
    const draft = withCells(startingMatrix(), [{ b: 4, s: 4, cell: expertCell(0.68, 35) }])
    const after = forecastDeals(f5Deals, draft, clock, f5Periods)
    expect(money(after.totals.weighted - forecast.totals.weighted)).toBe('7200.00')
    expect(money((after.totals.spread[0] as number) - (forecast.totals.spread[0] as number))).toBe('6325.51')
    expect(after.deals.filter((r, i) => r.weighted !== forecast.deals[i]?.weighted)).toHaveLength(1)
  })
})

test('FC-9: a fresh deal takes T, one of age T about 0.499 T, one of 1.5 T about 0.495 T', () => {
  expect(typicalRemaining(0, 100, 0.6)).toBeCloseTo(100, 9)
  expect((typicalRemaining(100, 100, 0.6) / 100).toFixed(3)).toBe('0.499')
  expect((typicalRemaining(150, 100, 0.6) / 100).toFixed(3)).toBe('0.495')
  expect(remainingDays(0, 26, 0.6)).toBe(26)
})

test('FC-10: the Maven rule gives 1, 0.67, 0.33 and 0.05 at 1, 1.5, 2 and 2.42 T', () => {
  expect([57, 85.5, 114, 137.94].map(a => ageFactor(a, 57, 2.5).toFixed(2))).toEqual([
    '1.00',
    '0.67',
    '0.33',
    '0.05',
  ])
  expect(ageFactor(143, 57, 2.5)).toBe(0)
})

test('FC-12: shares rise with time from 0 to 1, and end at 1', () => {
  const days = fc.integer({ min: 0, max: 700 })
  const sigma = fc.double({ min: 0.2, max: 1.5, noNaN: true })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 750 }), sigma, days, (age, tuc, s, ahead) => {
      const share = closedWithin(ahead, age, tuc, s)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(closedWithin(ahead + 1, age, tuc, s)).toBeGreaterThanOrEqual(share)
      expect(closedWithin(1e9, age, tuc, s)).toBeCloseTo(1, 9)
    }),
  )
})

test('FC-12: spread over all periods and later adds up to the weighted value', () => {
  for (const r of forecast.deals)
    expect(r.spread.reduce((sum, x) => sum + x, r.later)).toBeCloseTo(r.weighted, 6)
})

test('FC-11: suspects, closed-off and blocked deals count nothing; a postponed deal not before its date', () => {
  const base = present(f5Deals[0], 'O1')
  const states = forecastDeals(
    [
      { ...base, suspect: true },
      { ...base, closedOff: true },
      { ...base, b: 6, s: 0 },
      { ...base, b: 9, s: 9 },
      { ...base, postponedTo: '2018-02-01' as Day },
    ],
    startingMatrix(),
    clock,
    f5Periods,
  )
  expect(states.deals.map(r => r.state)).toEqual(['suspect', 'closedOff', 'blocked', 'noCell', 'counted'])
  expect(states.deals.slice(0, 4).every(r => r.weighted === 0)).toBe(true)
  const postponed = present(states.deals[4], 'the postponed deal')
  expect(postponed.spread[0]).toBe(0)
  expect(postponed.point[0]).toBe(0)
  expect(postponed.spread[1]).toBeGreaterThan(0)
  const kept = forecastDeals([{ ...base, suspect: true }], startingMatrix(), clock, f5Periods, {
    leaveOutSuspects: false,
  })
  expect(kept.totals.weighted).toBe(row('O1').weighted)
})

test('FC-9: a buyer date in the past is reported and not used', () => {
  const late = forecastDeals(
    [{ ...present(f5Deals[0], 'O1'), buyerDate: '2017-09-29' as Day }],
    startingMatrix(),
    clock,
    f5Periods,
  )
  expect(late.deals[0]).toMatchObject({ buyerDatePast: true, close: '2017-11-07' })
})

test('FC-13: any two dimensions add up to the total', () => {
  const table = breakdown(forecast, deal => [`B${deal.b}`, deal.amount >= 10_000_000 ? 'large' : 'small'])
  let sum = 0
  for (const line of table.values()) for (const cell of line.values()) sum += cell.weighted
  expect(money(sum)).toBe('182485.71')
  expect(money(table.get('B4')?.get('large')?.weighted ?? 0)).toBe('74400.00')
})

test('CV-4: the clock agrees with the calendar in both directions', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1500, max: 1500 }), fc.nat(300), (offset, n) => {
      const day = addDays(f5AsOf, offset)
      expect(clock.until(day)).toBe(businessDays(f5Calendar, f5AsOf, day) + 0)
      expect(clock.after(n)).toBe(addBusinessDays(f5Calendar, f5AsOf, n))
    }),
    { numRuns: 60 },
  )
  const saturday = businessClock(f5Calendar, '2017-09-30' as Day)
  expect(saturday.after(0)).toBe('2017-10-02')
  expect(saturday.until('2017-10-02' as Day)).toBe(1)
})

test('a stage-only matrix on a seven-day week works by the same rules (FC-5c)', () => {
  const matrix: Matrix = { cells: [[expertCell(0.5296, 57)]], sigma: 0.6, ageZero: 2.5 }
  const week = businessClock(sevenDayWeek, '2017-12-31' as Day)
  const [deal] = forecastDeals(
    [{ ...present(f5Deals[0], 'O1'), b: 0, s: 0, enteredCellAt: '2017-09-08' as Day, buyerDate: null }],
    matrix,
    week,
    [],
  ).deals
  expect(deal?.age).toBe(114)
  expect(deal?.p).toBeCloseTo((0.5296 * 1) / 3, 10)
})
