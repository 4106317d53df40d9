import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#shared/base/day'
import { accuracyBy, accuracyOf, brierScore, calibrationCurve, type Judged } from '#shared/forecast/accuracy'
import { ageForecast, naiveForecast, wonFromOpen, wonIn } from '#shared/forecast/age-forecast'
import { backtest, type Fact, knownAt, monthEnds, stateOf } from '#shared/forecast/backtest'
import { quarterMonthIndex, wholeQuarters } from '#shared/forecast/quarter-months'
import { mavenDeals } from '../../fixtures/maven'

const d = (text: string): Day => text as Day

test('FC-23: WAPE 15.3 %, MAPE 14.8 %, bias +8.2 %', () => {
  const rows = [
    [100, 110],
    [120, 100],
    [90, 95],
    [150, 120],
  ].map(([forecast = 0, actual = 0]) => ({ forecast, actual }))
  const { wape, mape, bias } = accuracyOf(rows)
  expect([wape, mape, bias].map(x => ((x ?? 0) * 100).toFixed(1))).toEqual(['15.3', '14.8', '8.2'])
  expect(accuracyOf([...rows, { forecast: 5, actual: 0 }]).mape).toBeNull()
  expect(accuracyOf([])).toEqual({ n: 0, wape: null, bias: null, mape: null })
  const by = accuracyBy(
    rows.map((r, i) => ({ ...r, horizon: i < 2 ? '90' : '30' })),
    r => r.horizon,
  )
  expect([...by].map(([key, a]) => [key, a.n])).toEqual([
    ['90', 2],
    ['30', 2],
  ])
})

const example: Judged[] = [
  [0.9, 1],
  [0.7, 1],
  [0.62, 0],
  [0.5, 1],
  [0.42, 0],
  [0.3, 0],
  [0.2, 0],
  [0.1, 0],
].map(([p = 0, y]) => ({ p, y: y === 1 ? 1 : 0 }))

test('FC-24: Brier 0.13135, base 0.23438, skill 0.440', () => {
  const score = brierScore(example)
  expect(score?.brier.toFixed(5)).toBe('0.13135')
  expect(score?.uncertainty.toFixed(5)).toBe('0.23438')
  expect(score?.skill?.toFixed(3)).toBe('0.440')
  expect(brierScore([])).toBeNull()
})

test('FC-24: the split adds up, and nothing is left within bins where each bin says one number', () => {
  const judged = fc.array(
    fc.record({
      p: fc.integer({ min: 0, max: 9 }).map(i => i / 10 + 0.05),
      y: fc.constantFrom(0 as const, 1 as const),
    }),
    { minLength: 1, maxLength: 80 },
  )
  fc.assert(
    fc.property(judged, rows => {
      const score = brierScore(rows)
      expect(Math.abs(score?.within ?? 1)).toBeLessThan(1e-9)
      const curve = calibrationCurve(rows)
      expect(curve.reduce((sum, point) => sum + point.n, 0)).toBe(rows.length)
      if (rows.length >= 5) expect(Math.min(...curve.map(point => point.n))).toBeGreaterThanOrEqual(5)
      for (const point of curve) expect(point.low <= point.share && point.share <= point.high).toBe(true)
    }),
  )
})

test('FC-24: small bins are merged, the printed range grows with them', () => {
  const curve = calibrationCurve(example)
  expect(curve).toHaveLength(1)
  expect(curve[0]).toMatchObject({ n: 8, wins: 3, share: 0.375 })
})

test('FC-25: month ends, and the state as it was known', () => {
  expect(monthEnds(d('2017-05-31'), d('2017-07-31'))).toEqual(['2017-05-31', '2017-06-30', '2017-07-31'])
  const facts: Fact[] = [
    { deal: 'x', field: 'amount', value: 10, occurredAt: d('2017-01-01'), recordedAt: d('2017-01-01') },
    { deal: 'x', field: 'amount', value: 20, occurredAt: d('2017-02-01'), recordedAt: d('2017-03-01') },
  ]
  const amount = (day: string): unknown =>
    stateOf(knownAt(facts, d(day)))
      .get('x')
      ?.get('amount')?.value
  expect([amount('2016-12-31'), amount('2017-02-15'), amount('2017-03-01')]).toEqual([undefined, 10, 20])
})

const maven = mavenDeals()

describe.skipIf(maven === null)('Maven backtest (A24)', () => {
  const facts = (maven ?? [])
    .filter(m => m.engaged !== '')
    .flatMap((m): Fact[] => {
      const at = (day: string) => ({ deal: m.id, occurredAt: d(day), recordedAt: d(day) })
      const open: Fact[] = [
        { ...at(m.engaged), field: 'created', value: m.engaged },
        { ...at(m.engaged), field: 'amount', value: m.list },
      ]
      if (m.closed === '') return open
      return [...open, { ...at(m.closed), field: m.stage === 'Won' ? 'won' : 'lost', value: m.value }]
    })
  const origins = monthEnds(d('2017-05-31'), d('2017-11-30'))

  test('WAPE 28.4 %, bias +4.8 %; open part alone 48.8 % and +4.5 %; naive 219.8 %', () => {
    const run = backtest(facts, { origins, forecast: ageForecast, actual: wonIn, actualOpen: wonFromOpen })
    expect(run.rows).toHaveLength(7)
    const percent = (x: number | null): string => ((x ?? NaN) * 100).toFixed(1)
    expect([run.accuracy.wape, run.accuracy.bias].map(percent)).toEqual(['28.4', '4.8'])
    const naive = backtest(facts, { origins, forecast: naiveForecast, actual: wonIn })
    expect(percent(naive.accuracy.wape)).toBe('219.8')
    expect([run.open?.wape, run.open?.bias].map(x => percent(x ?? null))).toEqual(['48.8', '4.5'])
  })

  test('A24: shifting, changing or adding any fact after D changes nothing in the forecast of D', () => {
    const sample = facts.filter((_, i) => i % 5 < 3)
    const origin = d('2017-08-31')
    const forecastOf = (list: readonly Fact[]) =>
      backtest(list, { origins: [origin], forecast: ageForecast, actual: () => 0 }).rows[0]?.forecast
    const honest = forecastOf(sample)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: -5, max: 5 }), (shift, factor) => {
        const moved = sample.map(fact =>
          fact.occurredAt > origin || fact.recordedAt > origin
            ? {
                ...fact,
                occurredAt: fact.occurredAt > origin ? addDays(origin, shift) : fact.occurredAt,
                recordedAt: addDays(origin, shift),
                value: typeof fact.value === 'number' ? fact.value * factor : fact.value,
              }
            : fact,
        )
        const late: Fact = {
          deal: sample[0]?.deal ?? '',
          field: 'won',
          value: 1e9,
          occurredAt: d('2017-01-01'),
          recordedAt: addDays(origin, shift),
        }
        expect(forecastOf([...moved, late])).toBe(honest)
      }),
      { numRuns: 8 },
    )
  })

  test('A22: the months of Q4 take 731,980, 938,943 and 1,131,573: 26, 34 and 40 %', () => {
    const won = (maven ?? []).filter(m => m.stage === 'Won' && m.closed >= '2017-10-01')
    const index = quarterMonthIndex(won.map(m => ({ closed: d(m.closed), amount: m.value })))
    expect(index?.amounts).toEqual([731_980, 938_943, 1_131_573])
    expect(index?.shares.map(s => (s * 100).toFixed(0))).toEqual(['26', '34', '40'])
    expect(index?.index.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 12)
  })
})

test('a quarter without wins has no index; a fiscal year moves the months', () => {
  expect(quarterMonthIndex([])).toBeNull()
  expect(quarterMonthIndex([{ closed: d('2017-02-10'), amount: 5 }], 2)?.shares).toEqual([1, 0, 0])
})

test('the index rests on whole quarters: a first close in March leaves the first quarter out', () => {
  const whole = (first: string, asOf: string) => wholeQuarters(d(first), d(asOf))
  expect(whole('2017-03-01', '2017-12-31')).toEqual({ first: '2017-04-01', last: '2017-12-31' })
  expect(whole('2017-01-02', '2017-12-30')).toEqual({ first: '2017-01-01', last: '2017-09-30' })
  expect(whole('2017-03-01', '2017-06-29')).toBeNull()
})
