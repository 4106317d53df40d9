import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { parsePeriod } from '#shared/base/fiscal'
import { forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import {
  compareSnapshots,
  type ComparedSnapshot,
  type CompareWish,
  isSnapshotDue,
  openAmountOf,
  snapshotRows,
  snapshotSteps,
} from '#shared/forecast/region-snapshot'
import type { Waterfall } from '#shared/forecast/waterfall'
import { dealStates } from '#shared/process/deal-state'
import { applyTo } from '#shared/region/change'
import { Region } from '#shared/region/region'
import { lastDay } from '#shared/sample/builder'
import { sampleRegion } from '#shared/sample/sample-region'
import { f5Region } from '../../builders/f5-region'
import { mavenAsOf, mavenRegion } from '../../builders/maven-region'
import { aRegion, day } from '../../builders/region-builder'
import { f5AsOf } from '../../fixtures/f5'
import {
  keptSnapshot as kept,
  snapshotAfter as after,
  snapshotBefore as before,
  snapshotRow as row,
} from '../../fixtures/waterfall-example'

const rowsOf = (region: Region, asOf = f5AsOf) => {
  const states = dealStates(region, asOf)
  return snapshotRows(
    states,
    forecastRegion(regionPipeline(region, states), forecastPeriods(asOf, 'quarter', 2, 1)),
  )
}

test('a snapshot taken in steps holds the same rows, and is done in many of them', () => {
  const region = new Region()
  applyTo(region, sampleRegion().change)
  const states = dealStates(region, lastDay)
  const pipeline = regionPipeline(region, states)
  const periods = forecastPeriods(lastDay, 'quarter', 4, 1)
  const options = { leaveOutSuspects: true }
  const steps = snapshotSteps(states, pipeline, periods, options)
  let taken = steps.next()
  let count = 0
  for (; !taken.done; taken = steps.next()) count++
  expect(taken.value).toEqual(snapshotRows(states, forecastRegion(pipeline, periods, options)))
  expect(count).toBeGreaterThan(6)
})

const wish: CompareWish = {
  measure: 'amount',
  date: 'crm',
  period: null,
  inScope: () => true,
  listPrice: () => null,
}

const bars = (found: Waterfall): Record<string, number> =>
  Object.fromEntries(
    Object.entries(found.bars)
      .filter(([, bar]) => bar.amount !== 0)
      .map(([name, bar]) => [name, bar.amount]),
  )

test('a snapshot holds what the forecast made of each deal: cell, chance, close and version', () => {
  const rows = rowsOf(f5Region().region)
  const first = present(
    rows.find(row => row.name === 'O1'),
    'O1',
  )
  expect(first).toMatchObject({
    state: 'open',
    buying: 4,
    selling: 4,
    assumed: false,
    version: 'starting',
    matrixClose: '2017-11-30',
    amount: 120_000_00,
  })
  expect(first.probability).toBeCloseTo(0.62, 12)
  expect(openAmountOf(rows)).toBe(500_000_00)
})

test('deals that ended more than 400 days before are left out', () => {
  const built = f5Region()
  for (const closedOn of ['2016-08-27', '2016-08-29'])
    built.with('opportunity', {
      name: closedOn,
      state: 'lost',
      createdOn: day('2016-01-01'),
      closedOn: day(closedOn),
    })
  expect(
    rowsOf(built.region)
      .filter(row => row.state === 'lost')
      .map(row => row.name),
  ).toEqual(['2016-08-29'])
})

test('a snapshot is due when there is none, or when the last is seven days old', () => {
  const built = aRegion()
  expect(isSnapshotDue(built.region, '2017-10-02T08:00:00.000Z')).toBe(false)
  built.with('opportunity', { name: 'a' })
  expect(isSnapshotDue(built.region, '2017-10-02T08:00:00.000Z')).toBe(true)
  built.with('snapshot', { takenAt: '2017-09-26T23:00:00.000Z', asOf: day('2017-09-26') })
  expect(isSnapshotDue(built.region, '2017-10-02T08:00:00.000Z')).toBe(false)
  expect(isSnapshotDue(built.region, '2017-10-03T01:00:00.000Z')).toBe(true)
})

/** A row in thousands of the worked example of section 5.7. */
describe('A40: the worked example of section 5.7', () => {
  const quarter = { ...wish, period: parsePeriod('2017-Q4') }

  test('360 + 55 new + 125 pulled in + 30 up − 25 down − 80 slipped − 40 lost − 135 won = 290', () => {
    const found = compareSnapshots(kept('2017-10-02', before), kept('2017-11-27', after), quarter)
    if (!found.ok) throw new Error(found.problem.code)
    expect([found.value.start, found.value.end].map(x => x / 1000_00)).toEqual([360, 290])
    expect(Object.fromEntries(Object.entries(bars(found.value)).map(([k, v]) => [k, v / 1000_00]))).toEqual({
      new: 55,
      pulledIn: 125,
      up: 30,
      down: 25,
      slipped: 80,
      lost: 40,
      won: 135,
    })
    expect(found.value.bars.pulledIn.deals).toEqual(['c', 'j'])
  })

  test('with one row changed after it was taken, the chart is refused with the difference', () => {
    const whole = kept('2017-10-02', before)
    const corrupt = {
      ...whole,
      rows: before.map(each => (each.name === 'h' ? { ...each, amount: 91_000_00 } : each)),
    }
    const found = compareSnapshots(corrupt, kept('2017-11-27', after), quarter)
    expect(found).toEqual({
      ok: false,
      problem: { code: 'snapshotCorrupt', which: 'start', rows: 0, difference: 1000_00 },
    })
    const short = { ...whole, rows: before.slice(1) }
    expect(compareSnapshots(short, kept('2017-11-27', after), quarter).ok).toBe(false)
  })

  test('weighted, the open ones count half; a scope leaves the others out', () => {
    const [a, b] = [kept('2017-10-02', before), kept('2017-11-27', after)]
    const half = compareSnapshots(a, b, { ...quarter, measure: 'weighted' })
    expect(half.ok && [half.value.start, half.value.end]).toEqual([180_000_00, 145_000_00])
    const one = compareSnapshots(a, b, { ...quarter, inScope: each => each.name === 'a' })
    expect(one.ok && bars(one.value)).toEqual({ up: 20_000_00 })
  })

  test('what had ended before the first snapshot is no change, and a lost suspect none either', () => {
    const more = [
      ...after,
      row('old', 'lost', 500, '2017-09-01'),
      { ...row('s', 'lost', 70, '2017-11-10'), dealClass: 'suspect' as const },
      row('t', 'lost', 30, '2017-11-10'),
    ]
    const suspect = { ...row('t', 'open', 30, '2017-11-01'), dealClass: 'suspect' as const }
    const found = compareSnapshots(
      kept('2017-10-02', [...before, suspect]),
      kept('2017-11-27', more),
      quarter,
    )
    expect(found.ok && [found.value.bars.new.amount, found.value.bars.lost.amount]).toEqual([
      55_000_00, 40_000_00,
    ])
  })

  test('snapshots the wrong way round, or more than 400 days apart, are not compared', () => {
    const problem = (from: string, to: string): unknown => {
      const found = compareSnapshots(kept(from, before), kept(to, after), quarter)
      return found.ok ? null : found.problem.code
    }
    expect(problem('2017-11-27', '2017-10-02')).toBe('wrongOrder')
    expect(problem('2016-08-01', '2017-11-27')).toBe('tooFarApart')
  })
})

const maven = mavenRegion()
test.skipIf(maven === null)('A23: Maven from 30 September to 31 December at list price', () => {
  const { region } = present(maven, 'the files are there')
  const at = (asOf: string): ComparedSnapshot => ({
    asOf: day(asOf),
    rows: rowsOf(region, day(asOf)),
    noted: null,
  })
  const found = compareSnapshots(at('2017-09-30'), at(mavenAsOf), {
    ...wish,
    measure: 'list',
    listPrice: id => region.get('product', id as never)?.listPrice ?? null,
  })
  if (!found.ok) throw new Error(found.problem.code)
  const { start, end, startDeals, endDeals, bars: made } = found.value
  const major = (cents: number): number => cents / 100
  expect([start, made.new.amount, made.won.amount, made.lost.amount, end].map(major)).toEqual([
    5_763_490, 2_805_485, 2_798_547, 1_878_199, 3_892_229,
  ])
  expect(
    [startDeals, made.new.deals, made.won.deals, made.lost.deals, endDeals].map(each => each.length),
  ).toEqual([2409, 1165, 1196, 789, 1589])
})
