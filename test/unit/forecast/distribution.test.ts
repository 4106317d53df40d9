import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#shared/base/random'
import { normalQuantile } from '#shared/base/statistics'
import { businessClock } from '#shared/forecast/business-clock'
import { forecastDeals } from '#shared/forecast/deal-forecast'
import { type Chance, chanceOfAtMost, distribution, reach } from '#shared/forecast/distribution'
import { simulate } from '#shared/forecast/simulation'
import { startingMatrix } from '#shared/forecast/starting-values'
import { f5AsOf, f5Calendar, f5Deals, f5Periods } from '../../fixtures/f5'

const f5 = forecastDeals(f5Deals, startingMatrix(), businessClock(f5Calendar, f5AsOf), f5Periods)
const q4: Chance[] = f5.deals.map(r => ({
  p: r.p,
  amount: r.deal.amount / 100,
  share: r.shares[0] ?? 0,
}))

/** Every subset of deals by name: the reference for small sets. */
function enumerate(deals: readonly Chance[]): Map<number, number> {
  let sums = new Map([[0, 1]])
  for (const { p, amount, share = 1 } of deals) {
    const next = new Map<number, number>()
    const add = (value: number, chance: number): void => {
      next.set(value, (next.get(value) ?? 0) + chance)
    }
    for (const [value, chance] of sums) {
      add(value, chance * (1 - p * share))
      add(value + amount, chance * p * share)
    }
    sums = next
  }
  return sums
}

const pipeline = (n: number, seed: number): Chance[] => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => ({
    p: 0.02 + 0.9 * random.unit(),
    amount: Math.round(Math.exp(9 + 1.1 * normalQuantile(random.unit() || 0.5)) * 100) / 100,
  }))
}

describe('F5 (A34)', () => {
  test('FC-15: P10 0, P50 140,000, P90 260,000, mean 148,124.75, nothing closes in 10.72 %', () => {
    const exact = distribution(q4)
    expect([exact.p10, exact.p50, exact.p90]).toEqual([0, 140_000, 260_000])
    expect(exact.mean.toFixed(2)).toBe('148124.75')
    expect((chanceOfAtMost(exact.cumulative, 0) * 100).toFixed(2)).toBe('10.72')
  })

  test('FC-15: 10,000 seeded draws land within one value of it, and the same seed repeats them', () => {
    const run = simulate(q4, { seed: 'F5|2017-10-02|v7' })
    for (const [drawn, exact] of [
      [run.p10, 0],
      [run.p50, 140_000],
      [run.p90, 260_000],
    ] as const)
      expect(Math.abs(drawn - exact)).toBeLessThanOrEqual(20_000)
    expect(Math.abs(run.mean - 148_124.75)).toBeLessThan(4 * (100_000 / Math.sqrt(10_000)))
    expect(simulate(q4, { seed: 'F5|2017-10-02|v7' }).sums).toEqual(run.sums)
    expect(simulate(q4, { seed: 'F5|2017-10-02|v8' }).sums).not.toEqual(run.sums)
  })

  test('FC-15: correlation widens the interval and leaves the mean', () => {
    const loose = distribution(q4)
    const tied = distribution(q4, { rho: 0.3 })
    expect(tied.mean).toBeCloseTo(loose.mean, 6)
    expect(tied.deviation).toBeGreaterThan(loose.deviation)
  })
})

test('the curve equals the enumeration of all subsets, for amounts with a common unit', () => {
  const chance = fc.record({
    p: fc.double({ min: 0, max: 1, noNaN: true }),
    amount: fc.integer({ min: -4, max: 40 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(chance, { maxLength: 9 }), deals => {
      const { cumulative, mean } = distribution(deals)
      const sums = enumerate(deals)
      let direct = 0
      for (const [value, p] of sums) direct += value * p
      expect(mean).toBeCloseTo(direct, 8)
      let sum = 0
      for (const [value, p] of [...sums].sort((a, b) => a[0] - b[0])) {
        sum += p
        expect(chanceOfAtMost(cumulative, value)).toBeCloseTo(sum, 9)
      }
    }),
    { numRuns: 60 },
  )
})

test('with a common factor the curve equals the enumeration integrated over the factor', () => {
  const deals = [
    { p: 0.6, amount: 5 },
    { p: 0.3, amount: 3, share: 0.7 },
    { p: 0.8, amount: 2 },
    { p: 0.1, amount: 11 },
  ]
  // SciPy: integral over m of the 16 subsets with p(m) = Φ((Φ⁻¹(p) + √ρ m)/√(1-ρ))·share, ρ = 0.2.
  const expected: [number, number][] = [
    [0, 0.0867161487],
    [2, 0.3142470897],
    [3, 0.3254867731],
    [5, 0.4486199014],
    [7, 0.7789076266],
    [10, 0.9],
    [11, 0.9034151562],
    [13, 0.9203881887],
    [18, 0.976457095],
    [21, 1.0],
  ]
  const { cumulative, mean } = distribution(deals, { rho: 0.2 })
  for (const [value, chance] of expected) expect(chanceOfAtMost(cumulative, value)).toBeCloseTo(chance, 7)
  expect(mean).toBeCloseTo(5 * 0.6 + 3 * 0.21 + 2 * 0.8 + 1.1, 12)
})

test.each([
  [40, 0],
  [40, 0.15],
  [700, 0],
  [700, 0.1],
  [3000, 0.1],
])('%i deals of odd amounts at rho %f agree with a simulation', (n, rho) => {
  const deals = pipeline(n, n)
  const exact = distribution(deals, { rho })
  const runs = n > 1000 ? 2500 : 10_000
  const drawn = simulate(deals, { seed: `check ${n}`, runs, rho })
  const noise = 4.5 / Math.sqrt(runs)
  for (const p of [0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95]) {
    const value = reach(exact.cumulative, p)
    let below = 0
    for (const sum of drawn.sums) if (sum <= value + 0.02 * (exact.deviation / 10)) below++
    expect(Math.abs(below / runs - p)).toBeLessThan(noise * Math.sqrt(p * (1 - p)) + 0.006)
  }
  expect(Math.abs(drawn.mean - exact.mean)).toBeLessThan((4.5 * exact.deviation) / Math.sqrt(runs))
})

test('mean and variance of independent deals are those of the sum', () => {
  for (const n of [10, 300, 5000]) {
    const deals = pipeline(n, 3 * n)
    const exact = distribution(deals)
    const variance = deals.reduce((sum, d) => sum + d.p * (1 - d.p) * d.amount ** 2, 0)
    expect(Math.abs(exact.deviation / Math.sqrt(variance) - 1)).toBeLessThan(0.002)
    expect(exact.mean).toBeCloseTo(
      deals.reduce((sum, d) => sum + d.p * d.amount, 0),
      4,
    )
  }
})

test('the variance of tied deals is that of the bivariate normal', () => {
  // Equal deals: Var = n p(1-p) + n(n-1)(Φ₂(z, z; ρ) - p²); SciPy gives Φ₂(z, z; 0.1) = 0.1022668836 at p = 0.3.
  const n = 4000
  const exact = distribution(
    Array.from({ length: n }, (_, i) => ({ p: 0.3, amount: 100 + (i % 7) / 9 })),
    { rho: 0.1 },
  )
  const variance = n * 0.21 + n * (n - 1) * (0.1022668836 - 0.09)
  expect(Math.abs(exact.deviation / (100.333 * Math.sqrt(variance)) - 1)).toBeLessThan(0.01)
})

test('the curve rises to 1 and the percentiles are the first values that reach theirs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.constantFrom(0, 0.1, 0.5), (n, rho) => {
      const { cumulative, p10, p50, p90 } = distribution(pipeline(n, n), { rho, bins: 1024 })
      let [value, chance] = [-Infinity, 0]
      for (const [v, c] of cumulative) {
        expect(v).toBeGreaterThanOrEqual(value)
        expect(c).toBeGreaterThanOrEqual(chance)
        ;[value, chance] = [v, c]
      }
      expect(chance).toBe(1)
      expect(p10 <= p50 && p50 <= p90).toBe(true)
      expect(chanceOfAtMost(cumulative, p50)).toBeGreaterThanOrEqual(0.5)
    }),
    { numRuns: 25 },
  )
})

test('nothing open, only certain deals, and impossible ones', () => {
  expect(distribution([])).toMatchObject({ p10: 0, p90: 0, mean: 0, cumulative: [[0, 1]] })
  expect(
    distribution([
      { p: 1, amount: 70.25 },
      { p: 0, amount: 99 },
    ]),
  ).toMatchObject({
    p10: 70.25,
    p50: 70.25,
    p90: 70.25,
  })
  expect(distribution([{ p: 1, amount: 70.25 }], { rho: 0.4 }).p50).toBe(70.25)
})

test('FC-15: triangular amounts keep their bounds and mean', () => {
  const run = simulate([{ p: 1, amount: 100, low: 80, high: 180 }], { seed: 'triangle', runs: 20_000 })
  expect(run.sums[0]).toBeGreaterThanOrEqual(80)
  expect(run.sums[run.sums.length - 1]).toBeLessThanOrEqual(180)
  expect(run.mean).toBeCloseTo(120, -0.5)
  let done = 0
  simulate([{ p: 0.5, amount: 1 }], { seed: 's', runs: 3000, onProgress: n => (done = n) })
  expect(done).toBe(3000)
})
