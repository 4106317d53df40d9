import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import type { Day } from '#shared/base/day'
import { parsePeriod } from '#shared/base/fiscal'
import { businessClock } from '#shared/forecast/business-clock'
import { forecastDeals } from '#shared/forecast/deal-forecast'
import { distribution } from '#shared/forecast/distribution'
import { callDifferences, callRow, commitBias } from '#shared/forecast/forecast-call'
import {
  assumedWarning,
  bulkWarnings,
  closeWarnings,
  dealWarnings,
  lateWarnings,
  noVersionWarning,
  quotaWarnings,
  type RecordedEvent,
  versionWarnings,
} from '#shared/forecast/forecast-warnings'
import { landing, newBusinessMean } from '#shared/forecast/landing'
import { withCells } from '#shared/forecast/matrix'
import type { MatrixVersion } from '#shared/forecast/matrix-version'
import { startingMatrix } from '#shared/forecast/starting-values'
import { f5AsOf, f5Calendar, f5Deals, f5Periods } from '../../fixtures/f5'

const d = (text: string): Day => text as Day
const clock = businessClock(f5Calendar, f5AsOf)
const o1 = present(f5Deals[0], 'O1')
const f5 = forecastDeals(f5Deals, startingMatrix(), clock, f5Periods)

describe('F5', () => {
  const warnings = dealWarnings(f5)
  const of = (code: string) => warnings.find(w => w.code === code)

  test('FC-W2: O5 is stalled with 40,000', () => {
    expect(of('FC-W2')).toMatchObject({ severity: 'warn', ids: ['O5'], facts: { n: 1, amount: 4_000_000 } })
  })

  test('FC-W3: O1 and O3 each carry more than a fifth of Q4', () => {
    expect(of('FC-W3')?.ids).toEqual(['O1', 'O3'])
    expect(Number(of('FC-W3')?.facts['share']).toFixed(3)).toBe((65363.62 / 148124.75).toFixed(3))
  })

  test('FC-W6: O2 is sold faster than it is bought', () => {
    expect(of('FC-W6')).toMatchObject({ ids: ['O2'], facts: { sellingAhead: 1, buyingAhead: 0 } })
  })

  test('nothing to say of contradictions or past dates', () => {
    expect(of('FC-W1')).toBeUndefined()
    expect(of('FC-W5')).toBeUndefined()
  })
})

test('FC-W1 and FC-W5: blocked and check cells, and buyer dates that have passed', () => {
  const forecast = forecastDeals(
    [
      { ...o1, id: 'x', b: 6, s: 0 },
      { ...o1, id: 'c', b: 5, s: 1 },
      { ...o1, id: 'p', buyerDate: d('2017-09-01') },
    ],
    startingMatrix(),
    clock,
    f5Periods,
  )
  const warnings = dealWarnings(forecast)
  expect(warnings.find(w => w.code === 'FC-W1')).toMatchObject({
    ids: ['x', 'c'],
    facts: { blocked: 1, check: 1 },
  })
  expect(warnings.find(w => w.code === 'FC-W5')?.ids).toEqual(['p'])
})

test('FC-W4: more than 30 % of the weighted value on assumed statuses', () => {
  expect(assumedWarning(f5, new Set(['O2']))).toEqual([])
  expect(assumedWarning(f5, new Set(['O1', 'O5']))[0]).toMatchObject({ code: 'FC-W4', ids: ['O1'] })
})

test('FC-W7: plan close beyond 15 bd, CRM close beyond 30 days', () => {
  const dates = new Map([
    ['O2', { plan: d('2017-12-20'), crm: d('2018-01-13') }],
    ['O3', { plan: d('2017-12-20'), crm: null }],
    ['O5', { plan: d('2019-01-01'), crm: null }],
  ])
  expect(closeWarnings(f5, dates, f5Calendar)).toMatchObject([
    { code: 'FC-W7', ids: ['O2', 'O3'], facts: { plan: 1, crm: 1 } },
  ])
})

test('FC-W8: an old version, and a value outside of what 20 visits say', () => {
  const version: MatrixVersion = {
    id: 'v7',
    no: 7,
    scope: { region: null, product: null, market: null, cycle: null },
    state: 'approved',
    effectiveFrom: d('2016-10-02'),
    author: 'a',
    approver: 'b',
    comment: '',
    basedOn: null,
    exceptions: [],
    matrix: startingMatrix(),
  }
  expect(versionWarnings(version, d('2017-10-01'))).toEqual([])
  expect(versionWarnings(version, d('2017-10-02'))).toMatchObject([
    { code: 'FC-W8', facts: { months: 12, cells: 0 } },
  ])
  const cell = present(startingMatrix().cells[4]?.[4], 'B4/S4')
  const off = withCells(startingMatrix(), [{ b: 4, s: 4, cell: { ...cell, n: 20, lo95: 0.3, hi95: 0.6 } }])
  expect(versionWarnings({ ...version, matrix: off }, d('2017-01-01'))).toMatchObject([
    { facts: { cells: 1, list: 'B4/S4' } },
  ])
})

test('FC-W9 and FC-W11: periods without quota, deals without an approved version', () => {
  expect(quotaWarnings(f5Periods, new Set(['2017-Q4']))).toMatchObject([
    { code: 'FC-W9', ids: ['2018-Q1', '2018-Q2'] },
  ])
  expect(noVersionWarning([], f5AsOf)).toEqual([])
  expect(noVersionWarning(['O1'], f5AsOf)).toMatchObject([{ code: 'FC-W11', severity: 'block' }])
})

test('FC-W10 and FC-W12: events recorded late, and in bulk at the end of a period', () => {
  const event = (id: string, person: string, occurred: string, recorded: string): RecordedEvent => ({
    id,
    person,
    occurredAt: d(occurred),
    recordedAt: d(recorded),
  })
  const events = [
    event('1', 'Ana', '2017-12-01', '2017-12-11'),
    event('2', 'Ana', '2017-12-01', '2017-12-12'),
    ...[3, 4, 5, 6, 7].map(i => event(String(i), 'Ben', '2017-12-29', i < 5 ? '2017-12-30' : '2017-12-31')),
  ]
  expect(lateWarnings(events)).toMatchObject([
    { code: 'FC-W10', ids: ['2'], facts: { person: 'Ana', share: 0.5 } },
  ])
  const q4 = present(parsePeriod('2017-Q4'), 'a period')
  expect(bulkWarnings(events, q4)).toMatchObject([{ code: 'FC-W12', ids: ['3', '4', '5', '6', '7'] }])
  expect(bulkWarnings(events.slice(0, 6), q4)).toEqual([])
})

test('FC-16: where call and matrix disagree', () => {
  const deal = { category: 'commit' as const, p: 0.6, commitDate: null, buyerDate: null }
  expect(
    callDifferences([
      { ...deal, id: 'fine' },
      { ...deal, id: 'unlikely', p: 0.49 },
      { ...deal, id: 'sandbag', category: 'pipeline', p: 0.7 },
      { ...deal, id: 'early', commitDate: d('2017-11-01'), buyerDate: d('2017-11-30') },
    ]),
  ).toEqual([
    { id: 'unlikely', why: 'committedUnlikely' },
    { id: 'sandbag', why: 'likelyNotCommitted' },
    { id: 'early', why: 'beforeBuyerDate' },
  ])
})

test('FC-16: the row holds closed, commit, P10 to P90, the chance to reach the commit and the gap to quota', () => {
  const open = distribution([
    { p: 0.5, amount: 100 },
    { p: 0.5, amount: 60 },
  ])
  expect(callRow(40, 140, open, 200)).toEqual({
    closed: 40,
    commit: 140,
    low: 40,
    middle: 100,
    high: 200,
    mean: 120,
    chance: 0.5,
    quota: 200,
    gap: 80,
  })
  expect(callRow(40, 40, open, null)).toMatchObject({ chance: 1, gap: null })
})

test('FC-16: bias needs four periods', () => {
  const periods = [110, 120, 90, 100].map(commit => ({ commit, actual: 100 }))
  expect(commitBias(periods)).toBeCloseTo(0.05, 12)
  expect(commitBias(periods.slice(1))).toBeNull()
})

test('FC-14: three lines, and new business as the mean of three complete periods', () => {
  expect(landing(100, 50, null)).toEqual({ closed: 100, open: 50, newBusiness: null, total: 150 })
  expect(landing(100, 50, 25).total).toBe(175)
  const period = present(parsePeriod('2017-10'), 'a period')
  const won = [
    { created: d('2017-09-02'), closed: d('2017-09-20'), amount: 30 },
    { created: d('2017-08-30'), closed: d('2017-09-20'), amount: 1000 },
    { created: d('2017-07-01'), closed: d('2017-07-31'), amount: 60 },
  ]
  expect(newBusinessMean(won, period, d('2017-09-30'))).toBe(30)
  // On 15 September that month is not over: June, July and August count.
  expect(newBusinessMean(won, period, d('2017-09-15'))).toBe(20)
  expect(newBusinessMean(won, period, d('2017-09-30'), { dataFrom: d('2017-07-15') })).toBeNull()
})
