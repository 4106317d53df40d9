/** What stands still, what is overdue and what was pushed. */
import { expect, test } from 'vitest'
import { dealStates, type DealState } from '#shared/process/deal-state'
import { DealTimes, sampleKey, type DealTime } from '#shared/process/deal-times'
import { judgeStale, limitFromStep, limitFromWon, standingOf } from '#shared/process/standing-still'
import { AgeLimits } from '#shared/process/still-limits'
import { complete, withProcess } from '../../builders/default-process'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-12-29')
const settings = { stuckFloor: 10, stuckFactor: 1.5, staleDays: 14, minWinRateN: 20, minAgeN: 200 }
const only = (built: RegionBuilder): DealState => {
  const found = dealStates(built.region, asOf).rows[0]
  if (!found) throw new Error('no deal')
  return found
}

test('PL-6: the limit is 1.5 times the median of 20 won deals, at least the floor', () => {
  const times = (n: number, days: number): number[] => Array.from({ length: n }, () => days)
  expect(limitFromWon(times(20, 12), settings, 'cell')).toEqual({ days: 18, n: 20, basis: 'cell' })
  expect(limitFromWon(times(20, 4), settings, 'cell')).toEqual({ days: 10, n: 20, basis: 'cell' })
  expect(limitFromWon(times(19, 12), settings, 'cell')).toBeNull()
  expect(limitFromStep(10, settings)).toEqual({ days: 15, n: 0, basis: 'step' })
})

test('PL-6: without won deals to compare with, 1.5 times the standard step duration is the limit', () => {
  // Steps of the default cycle last 5, 5, 5, 10, 10, 10 and 15 days: the median is 10.
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { createdOn: day('2017-11-01') })
  complete(built, deal, '2017-12-08', 'BE1')
  expect(only(built).stuck).toEqual({ is: false, days: 15 })
  const { stuckLimits } = dealStates(built.region, asOf)
  expect(stuckLimits.of(only(built).deal, only(built).status)).toEqual({ days: 15, n: 0, basis: 'step' })
  complete(built, deal, '2017-12-07', 'SE1')
  expect(only(built).stuck).toEqual({ is: false, days: 15 })
  const older = withProcess(aRegion())
  complete(older, older.add('opportunity', { createdOn: day('2017-11-01') }), '2017-12-07', 'BE1')
  expect(only(older).stuck).toEqual({ is: true, days: 16 })
})

test('PL-6: an activity touches a deal and does not move it', () => {
  const built = withProcess(aRegion())
  const opportunity = built.add('opportunity', { createdOn: day('2017-09-01') })
  complete(built, opportunity, '2017-09-08', 'BE1')
  built.with('activity', { opportunity, kind: 'call', on: day('2017-12-28') })
  expect(only(built)).toMatchObject({
    stuck: { is: true },
    stale: { is: false, days: 1 },
    standing: 'stuckTouched',
    needsDisposition: false,
  })
})

test('PL-7, A13: without any activity data stale cannot be judged, with some it counts 14 days', () => {
  expect(judgeStale(null, day('2017-01-01'), false, 14, asOf)).toEqual({ is: null, why: 'noActivities' })
  expect(judgeStale(day('2017-12-15'), null, true, 14, asOf)).toEqual({ is: true, days: 14 })
  expect(judgeStale(day('2017-12-16'), null, true, 14, asOf)).toEqual({ is: false, days: 13 })
  expect(judgeStale(null, null, true, 14, asOf)).toEqual({ is: null, why: 'noDate' })
})

test('PL-7: events, edits and dispositions are touches', () => {
  const built = aRegion()
  const opportunity = built.add('opportunity', { createdOn: day('2017-09-01') })
  built.with('activity', { kind: 'call', on: day('2017-12-28') })
  expect(only(built)).toMatchObject({ stale: { is: true, days: 119 } })
  built.with('oppFact', { opportunity, field: 'amount', occurredOn: day('2017-12-20') })
  expect(only(built)).toMatchObject({ stale: { is: false, days: 9 } })
  built.with('disposition', { opportunity, kind: 'qualify', on: day('2017-12-27') })
  expect(only(built)).toMatchObject({ stale: { is: false, days: 2 } })
})

test('PL-8: the four fields of the 2x2, and none where one side cannot be judged', () => {
  const is = (value: boolean): { is: boolean; days: number } => ({ is: value, days: 1 })
  expect(standingOf(is(false), is(false))).toBe('healthy')
  expect(standingOf(is(true), is(false))).toBe('stuckTouched')
  expect(standingOf(is(false), is(true))).toBe('movingStale')
  expect(standingOf(is(true), is(true))).toBe('stuckStale')
  expect(standingOf(is(true), { is: null, why: 'noActivities' })).toBeNull()
})

test('PL-8: stuck and stale demands a disposition, and a decision answers it', () => {
  const built = withProcess(aRegion())
  const opportunity = built.add('opportunity', { createdOn: day('2017-08-01') })
  complete(built, opportunity, '2017-08-08', 'BE1')
  built.with('activity', { kind: 'call', on: day('2017-12-28') })
  expect(only(built)).toMatchObject({ standing: 'stuckStale', needsDisposition: true })
  built.with('disposition', { opportunity, kind: 'archive', on: day('2017-12-01'), reason: 'merged' })
  expect(only(built)).toMatchObject({ standing: 'stuckStale', needsDisposition: false })
})

test('PL-9: a family with 200 closed deals has its own longest age, a smaller one takes that of all', () => {
  const times: DealTime[] = []
  const see = (family: string, days: number): unknown =>
    times.push([sampleKey.ages, days], [sampleKey.family(family), days])
  for (let i = 0; i < 200; i++) see('GTX', 50 + (i % 40))
  for (let i = 0; i < 25; i++) see('GTK', 126)
  const limits = new AgeLimits(DealTimes.of(times), 200)
  expect(limits.of('GTX')).toEqual({ family: 'GTX', days: 89, n: 200 })
  expect(limits.of('GTK')).toEqual({ family: null, days: 126, n: 225 })
  expect(new AgeLimits(DealTimes.of([]), 200).of('GTX')).toBeNull()
})

test('PL-9: past dates are overdue while a deal is open, not after it closed', () => {
  const dates = { decisionDate: day('2017-12-01'), expectedClose: day('2017-12-28') }
  expect(only(aRegion().with('opportunity', dates)).overdue.map(each => each.what)).toEqual([
    'decisionDate',
    'crmClose',
  ])
  expect(only(aRegion().with('opportunity', { ...dates, expectedClose: asOf })).overdue).toHaveLength(1)
  expect(
    only(aRegion().with('opportunity', { ...dates, state: 'lost', closedOn: day('2017-12-20') })).overdue,
  ).toEqual([])
})

test('PL-9: only a buyer’s step with a date ahead is a next step; nothing imported means nothing judged', () => {
  const step = { nextStep: 'CFO signs off', nextStepOn: day('2018-01-05'), nextStepBuyer: true }
  const built = aRegion()
    .with('opportunity', step)
    .with('opportunity', { ...step, nextStepBuyer: false })
    .with('opportunity', { ...step, nextStepOn: day('2017-12-01') })
    .with('opportunity', { ...step, nextStepOn: null })
    .with('opportunity', {})
  const rows = dealStates(built.region, asOf).rows
  expect(rows.map(row => [row.nextStep.kind, row.noNextStep])).toEqual([
    ['buyer', false],
    ['ours', true],
    ['past', true],
    ['undated', true],
    ['none', true],
  ])
  expect(only(aRegion().with('opportunity', {})).noNextStep).toBeNull()
})

test('PL-9: a close that moved within its month is not pushed, one that moved to later months counts each time', () => {
  const built = aRegion()
  const opportunity = built.add('opportunity', {})
  const move = (before: string, value: string, on: string): void => {
    built.with('oppFact', { opportunity, field: 'expectedClose', before, value, occurredOn: day(on) })
  }
  move('2017-10-10', '2017-10-31', '2017-09-01')
  expect(only(built).pushes).toBe(0)
  move('2017-10-31', '2017-11-15', '2017-10-30')
  move('2017-11-15', '2017-11-01', '2017-11-01')
  move('2017-11-15', '2018-01-15', '2017-11-14')
  expect(only(built).pushes).toBe(2)
})

test('CV-1: as of an earlier day a closed deal is open and one begun later is not there', () => {
  const built = aRegion()
    .with('opportunity', { engagedOn: day('2017-10-01'), state: 'won', closedOn: day('2018-01-15') })
    .with('opportunity', { engagedOn: day('2018-01-10') })
  expect(dealStates(built.region, asOf).rows.map(row => [row.state, row.age])).toEqual([
    ['open', { kind: 'known', since: '2017-10-01', days: 89 }],
  ])
})
