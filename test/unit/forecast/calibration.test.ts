import { describe, expect, test } from 'vitest'
import { type Day, daysBetween } from '#shared/base/day'
import { sevenDayWeek } from '#shared/base/calendar'
import { businessClock } from '#shared/forecast/business-clock'
import {
  calibratedMatrix,
  calibrateMatrix,
  type CellVisit,
  matureVisits,
  maturityTime,
} from '#shared/forecast/calibration'
import { curveSigma, type TimedVisit, wonCurve } from '#shared/forecast/competing-risks'
import { forecastDeals } from '#shared/forecast/deal-forecast'
import { expertCell, type Matrix } from '#shared/forecast/matrix'
import { smoothed } from '#shared/forecast/smoothing'
import { startingMatrix } from '#shared/forecast/starting-values'
import { mavenDeals } from '../../fixtures/maven'

const percent = (x: number): string => (x * 100).toFixed(1)

test.each([
  [18, 9, 0.62, '54.3', '36.0', '72.0'],
  [18, 11, 0.55, '58.9', '40.6', '76.1'],
  [3, 3, 0.7, '76.9', '51.6', '94.5'],
])('FC-18: n %i, w %i, prior %f gives %s %% (%s to %s)', (n, wins, prior, poc, low, high) => {
  const cell = smoothed(wins, n, prior)
  expect([cell.poc, cell.low, cell.high].map(percent)).toEqual([poc, low, high])
})

test('FC-20: the worked visits give 0.5417 and a median of 30, not 66.7 % and 25', () => {
  const visits: TimedVisit[] = [
    [12, 'won'],
    [20, 'won'],
    [25, 'lost'],
    [30, 'won'],
    [32, 'open'],
    [40, 'lost'],
    [45, 'won'],
    [50, 'open'],
  ].map(([time, outcome]) => ({ time: Number(time), outcome: outcome as TimedVisit['outcome'], delay: 0 }))
  const curve = wonCurve(visits)
  expect(curve.share.toFixed(4)).toBe('0.5417')
  expect(curve.quartiles?.[1]).toBe(30)
  expect(curveSigma(curve)).toBeCloseTo(Math.min(1.2, Math.max(0.3, Math.log(45 / 20) / 1.349)), 9)
})

test('FC-20: without wins there is no time and no sigma', () => {
  const curve = wonCurve([{ time: 5, outcome: 'lost', delay: 0 }])
  expect(curve).toEqual({ steps: [], share: 0, quartiles: null, wins: 0 })
  expect(curveSigma(curve)).toBeNull()
})

test('FC-21: a deal is at risk only from the age at which it was first seen', () => {
  // One deal wins at 10; the other was first seen at 20 and wins at 30. Truncated: 1/1 is won at 10.
  const late: TimedVisit[] = [
    { time: 10, outcome: 'won', delay: 0 },
    { time: 30, outcome: 'won', delay: 20 },
  ]
  expect(wonCurve(late).steps).toEqual([
    [10, 1],
    [30, 1],
  ])
  expect(wonCurve(late.map(v => ({ ...v, delay: 0 }))).steps).toEqual([
    [10, 0.5],
    [30, 1],
  ])
})

test('FC-17: open visits count only when older than any that closed', () => {
  const visits: CellVisit[] = [
    { b: 0, s: 0, time: 30, outcome: 'won' },
    { b: 0, s: 0, time: 50, outcome: 'lost' },
    { b: 0, s: 0, time: 50, outcome: 'open' },
    { b: 0, s: 0, time: 51, outcome: 'open' },
  ]
  expect(matureVisits(visits).map(v => v.time)).toEqual([30, 50, 51])
  expect(maturityTime([])).toBe(Infinity)
  expect(
    maturityTime(
      Array.from({ length: 200 }, (_, i) => i + 1),
      0.99,
    ),
  ).toBe(198)
  expect(maturityTime([5, 9], 0.99)).toBe(9)
})

test('FC-22: cells with ten mature visits are proposed, others keep the expert; TUC below eight wins is the row median', () => {
  const many = (count: number, visit: CellVisit): CellVisit[] => new Array<CellVisit>(count).fill(visit)
  const visits: CellVisit[] = [
    ...many(9, { b: 4, s: 4, time: 20, outcome: 'won' }),
    ...many(9, { b: 4, s: 4, time: 40, outcome: 'lost' }),
    ...many(3, { b: 4, s: 5, time: 12, outcome: 'won' }),
  ]
  const expert = startingMatrix()
  const proposals = calibrateMatrix(visits, expert)
  const at = (b: number, s: number) => proposals.find(p => p.b === b && p.s === s)
  expect(at(4, 4)).toMatchObject({ n: 18, wins: 9, proposed: true, tuc: 20, ownTime: true })
  expect(percent(at(4, 4)?.poc ?? 0)).toBe('54.3')
  expect(at(4, 5)).toMatchObject({ n: 3, wins: 3, proposed: false, ownTime: false, tuc: 20 })
  expect(at(6, 0)).toBeUndefined()
  const calibrated = calibratedMatrix(expert, proposals)
  expect(calibrated.cells[4]?.[4]).toMatchObject({ origin: 'calibrated', n: 18, wins: 9, tuc: 20 })
  expect(calibrated.cells[4]?.[5]).toEqual(expert.cells[4]?.[5])
})

const maven = mavenDeals()

describe.skipIf(maven === null)('Maven references of section 5.5, as-of 31 Dec 2017', () => {
  const asOf = '2017-12-31' as Day
  const engaged = (maven ?? []).filter(d => d.engaged !== '')
  const visits = engaged.map((d): CellVisit => ({
    b: 0,
    s: 0,
    time: daysBetween(d.engaged as Day, d.closed === '' ? asOf : (d.closed as Day)),
    outcome: d.stage === 'Won' ? 'won' : d.stage === 'Lost' ? 'lost' : 'open',
    delay: Math.max(0, daysBetween(d.engaged as Day, '2017-03-01' as Day)),
  }))
  const timed = (late: boolean): TimedVisit[] =>
    visits.map(v => ({
      time: v.time,
      outcome: v.outcome as TimedVisit['outcome'],
      delay: late ? (v.delay ?? 0) : 0,
    }))

  test('A09: closed only 63.15 %, mature 8,002 visits 52.96 %', () => {
    const closed = visits.filter(v => v.outcome !== 'open')
    const wins = visits.filter(v => v.outcome === 'won').length
    expect([wins, closed.length]).toEqual([4238, 6711])
    expect(((wins / closed.length) * 100).toFixed(2)).toBe('63.15')
    const mature = matureVisits(visits)
    expect(mature.length).toBe(8002)
    expect(((wins / mature.length) * 100).toFixed(2)).toBe('52.96')
    expect(maturityTime(closed.map(v => v.time))).toBe(138)
  })

  test('FC-20, FC-21: Aalen–Johansen 51.94 %, and 52.90 % with left truncation', () => {
    expect((wonCurve(timed(false)).share * 100).toFixed(2)).toBe('51.94')
    expect((wonCurve(timed(true)).share * 100).toFixed(2)).toBe('52.90')
  })

  test('A14: the open engaging deals of 3,892,229 are worth 190,304; 1,238 are stalled, 351 count', () => {
    const matrix: Matrix = { cells: [[expertCell(4238 / 8002, 57)]], sigma: 0.6, ageZero: 2.5 }
    const open = engaged.filter(d => d.stage === 'Engaging')
    const forecast = forecastDeals(
      open.map(d => ({
        id: d.id,
        amount: d.list,
        b: 0,
        s: 0,
        enteredCellAt: d.engaged as Day,
        buyerDate: null,
        suspect: false,
        closedOff: false,
        postponedTo: null,
      })),
      matrix,
      businessClock(sevenDayWeek, asOf),
      [],
    )
    const region = (name: string): number =>
      Math.round(forecast.deals.reduce((sum, r, i) => sum + (open[i]?.region === name ? r.weighted : 0), 0))
    expect(forecast.totals.amount).toBe(3_892_229)
    expect(Math.round(forecast.totals.weighted)).toBe(190_304)
    expect([forecast.totals.stalled, forecast.totals.counted]).toEqual([1238, 351])
    expect(['West', 'East', 'Central'].map(region)).toEqual([118_447, 70_785, 1_071])
    expect(Math.round((3_892_229 * 4238) / 6711)).toBe(2_457_945)
  })
})
