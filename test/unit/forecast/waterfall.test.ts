import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import type { Day } from '#shared/base/day'
import { parsePeriod } from '#shared/base/fiscal'
import { sealSnapshot, type SnapshotRow, waterfall, waterfallBars } from '#shared/forecast/waterfall'
import { mavenDeals } from '../../fixtures/maven'

const q4 = present(parsePeriod('2017-Q4'), 'a period key')
const row = (
  id: string,
  amount: number,
  where: 'in' | 'Q1',
  state: SnapshotRow['state'] = 'open',
): SnapshotRow => ({
  id,
  amount: amount * 100_000,
  state,
  close: (where === 'in' ? '2017-11-15' : '2018-02-15') as Day,
  inScope: true,
})

const before = [
  row('a', 100, 'in'),
  row('b', 80, 'in'),
  row('c', 60, 'Q1'),
  row('d', 50, 'in'),
  row('e', 40, 'in'),
  row('h', 90, 'in'),
  row('j', 65, 'Q1'),
]
const after = [
  row('a', 120, 'in'),
  row('b', 80, 'Q1'),
  row('c', 70, 'in'),
  row('d', 45, 'in', 'won'),
  row('e', 40, 'in', 'lost'),
  row('f', 30, 'in'),
  row('g', 25, 'in', 'won'),
  row('h', 70, 'in'),
  row('j', 65, 'in', 'won'),
]

test('A40: the worked example of section 5.7', () => {
  const result = waterfall(sealSnapshot(before), sealSnapshot(after), q4)
  if (!result.ok) throw new Error(result.problem.code)
  const { start, end, bars, endDeals } = result.value
  const thousand = (bar: (typeof waterfallBars)[number]): number => bars[bar].amount / 100_000
  expect([start, end].map(x => x / 100_000)).toEqual([360, 290])
  expect(waterfallBars.map(thousand)).toEqual([55, 0, 0, 125, 30, 25, 80, 40, 135, 0, 0])
  expect(endDeals).toEqual(['a', 'c', 'f', 'h'])
  expect(bars.new.deals).toEqual(['f', 'g'])
  expect(bars.won.deals.toSorted()).toEqual(['d', 'g', 'j'])
  expect((bars.won.amount + end) / 100_000 - 425 + 0).toBe(0)
})

test('A40: a corrupt row is refused with the difference', () => {
  const sealed = sealSnapshot(after)
  const corrupt = {
    ...sealed,
    rows: sealed.rows.map(r => (r.id === 'h' ? { ...r, amount: r.amount + 12_345 } : r)),
  }
  expect(waterfall(sealSnapshot(before), corrupt, q4)).toEqual({
    ok: false,
    problem: { code: 'snapshotCorrupt', which: 'end', rows: 0, difference: 12_345 },
  })
  const twice = sealSnapshot([...before, row('a', 1, 'in')])
  expect(waterfall(twice, sealed, q4)).toMatchObject({
    ok: false,
    problem: { code: 'doubleDeal', deal: 'a' },
  })
})

test('FC-26: scope changes, reopening and vanishing have their own bars', () => {
  const result = waterfall(
    sealSnapshot([
      row('out', 10, 'in'),
      { ...row('into', 20, 'in'), inScope: false },
      row('back', 30, 'in', 'lost'),
      row('gone', 40, 'in'),
      row('over', 50, 'in', 'won'),
    ]),
    sealSnapshot([
      { ...row('out', 10, 'in'), inScope: false },
      row('into', 25, 'in'),
      row('back', 35, 'in'),
      row('over', 50, 'in', 'won'),
      row('late', 60, 'Q1'),
      { ...row('else', 70, 'in'), inScope: false },
    ]),
    q4,
  )
  if (!result.ok) throw new Error(result.problem.code)
  const amounts = Object.fromEntries(
    waterfallBars.flatMap(bar =>
      result.value.bars[bar].amount > 0 ? [[bar, result.value.bars[bar].amount / 100_000]] : [],
    ),
  )
  expect(amounts).toEqual({ reopened: 35, transferredIn: 25, vanished: 40, transferredOut: 10 })
})

test('FC-26: the identity holds to the cent for any two snapshots', () => {
  const any = fc.record({
    id: fc.constantFrom(...'abcdefghijklm'),
    amount: fc.integer({ min: 0, max: 1e9 }),
    state: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    close: fc.constantFrom(
      '2017-09-30',
      '2017-10-01',
      '2017-12-31',
      '2018-01-01',
      null,
    ) as fc.Arbitrary<Day | null>,
    inScope: fc.boolean(),
  })
  const snapshot = fc.uniqueArray(any, { selector: r => r.id, maxLength: 13 })
  fc.assert(
    fc.property(snapshot, snapshot, fc.constantFrom(q4, null), (a, b, period) => {
      expect(waterfall(sealSnapshot(a), sealSnapshot(b), period).ok).toBe(true)
    }),
    { numRuns: 500 },
  )
})

const maven = mavenDeals()

describe.skipIf(maven === null)('A23: Maven at list price, 30 Sep to 31 Dec 2017', () => {
  test('5,763,490 + 2,805,485 − 2,798,547 − 1,878,199 = 3,892,229', () => {
    const snapshot = (day: string): SnapshotRow[] =>
      (maven ?? [])
        .filter(d => d.engaged !== '' && d.engaged <= day)
        .map(d => ({
          id: d.id,
          amount: d.list,
          state: d.closed === '' || d.closed > day ? 'open' : d.stage === 'Won' ? 'won' : 'lost',
          close: null,
          inScope: true,
        }))
    const result = waterfall(sealSnapshot(snapshot('2017-09-30')), sealSnapshot(snapshot('2017-12-31')), null)
    if (!result.ok) throw new Error(result.problem.code)
    const { start, end, bars, startDeals, endDeals } = result.value
    expect([start, bars.new.amount, bars.won.amount, bars.lost.amount, end]).toEqual([
      5_763_490, 2_805_485, 2_798_547, 1_878_199, 3_892_229,
    ])
    expect(
      [startDeals, bars.new.deals, bars.won.deals, bars.lost.deals, endDeals].map(d => d.length),
    ).toEqual([2409, 1165, 1196, 789, 1589])
  })
})
