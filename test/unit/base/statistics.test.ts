import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  betaQuantile,
  chiSquareTail,
  normalCdf,
  normalQuantile,
  quantileOf,
  wilson,
} from '#shared/base/statistics'
import { betaShare, logGamma, upperGamma } from '#shared/base/statistics-special'

// Reference values: SciPy 1.x (Cephes and Boost), an implementation that shares nothing with ours.
test('FC-15: the normal distribution is right to 1e-9 and better', () => {
  for (const [x, p] of [
    [-8, 6.22096057427174e-16],
    [-3.3, 0.00048342414238377744],
    [-1.2, 0.11506967022170822],
    [-0.1, 0.460172162722971],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1.96, 0.9750021048517795],
    [2.7, 0.9965330261969594],
    [5, 0.9999997133484281],
    [7.5, 0.9999999999999681],
  ] as const)
    expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-13)
  expect(normalCdf(50)).toBe(1)
  expect(normalCdf(-50)).toBe(0)
})

test('FC-15: its inverse is right to 1e-9 and better, far tails included', () => {
  for (const [p, x] of [
    [1e-12, -7.034483825301131],
    [1e-5, -4.264890793922825],
    [0.01, -2.3263478740408408],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.62, 0.3054807880993974],
    [0.975, 1.959963984540054],
    [0.999999, 4.753424308817087],
  ] as const)
    expect(Math.abs(normalQuantile(p) - x)).toBeLessThan(1e-10)
  expect(normalQuantile(0)).toBe(-Infinity)
  expect(normalQuantile(1)).toBe(Infinity)
  expect(normalQuantile(-0.1)).toBeNaN()
})

test('quantile and share of the normal undo one another', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), p => {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-12)
    }),
  )
})

test('CV-8: 8 of 11 and 80 of 110 are the same ratio and different knowledge', () => {
  const few = wilson(8, 11)
  const many = wilson(80, 110)
  expect([few.low, few.high].map(x => (x * 100).toFixed(1))).toEqual(['43.4', '90.3'])
  expect([many.low, many.high].map(x => (x * 100).toFixed(1))).toEqual(['63.7', '80.2'])
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  for (let n = 1; n < 200; n++) {
    expect(wilson(n, n).high).toBe(1)
    expect(wilson(0, n).low).toBe(0)
  }
})

test('a Wilson interval always holds the ratio and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.round(n * share)
      const { low, high } = wilson(k, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(k / n + 1e-12)
      expect(high).toBeGreaterThanOrEqual(k / n - 1e-12)
    }),
  )
})

test('chi-square tails agree with the reference (PL-11: 33.35 on 29 degrees gives 0.264)', () => {
  for (const [x, df, p] of [
    [33.35, 29, 0.2638476343531523],
    [3.841458820694124, 1, 0.05],
    [0.5, 3, 0.9188914116546758],
    [100, 40, 4.791357300338064e-7],
    [250, 200, 0.009379131668826098],
  ] as const)
    expect(Math.abs(chiSquareTail(x, df) - p)).toBeLessThan(1e-12)
  expect(chiSquareTail(0, 4)).toBe(1)
})

test('beta quantiles agree with the reference (FC-18 example: 36.0 to 72.0 %)', () => {
  for (const [p, a, b, x] of [
    [0.025, 15.2, 12.8, 0.36013147656883326],
    [0.975, 15.2, 12.8, 0.7197786947378406],
    [0.025, 10, 3, 0.5158622513140328],
    [0.5, 0.5, 0.5, 0.5],
    [0.9, 200, 3, 0.9945320342610424],
    [0.01, 3, 900, 0.0004838400300012729],
  ] as const)
    expect(Math.abs(betaQuantile(p, a, b) - x)).toBeLessThan(1e-11)
  expect(betaQuantile(0, 2, 3)).toBe(0)
  expect(betaQuantile(1, 2, 3)).toBe(1)
})

test('beta quantile and share undo one another and mirror each other', () => {
  const shape = fc.double({ min: 1, max: 300, noNaN: true })
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
      expect(Math.abs(betaShare(betaQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-9)
      expect(Math.abs(betaShare(0.3, a, b) + betaShare(0.7, b, a) - 1)).toBeLessThan(1e-10)
    }),
  )
})

test('log gamma and the incomplete gamma meet their closed forms', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
  expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12)
  for (const x of [0.1, 1, 3, 12]) expect(upperGamma(1, x)).toBeCloseTo(Math.exp(-x), 12)
  expect(upperGamma(2, 0)).toBe(1)
})

test('quantiles of a list run straight between neighbours', () => {
  expect(quantileOf([], 0.5)).toBeNull()
  expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(quantileOf([4, 1, 3, 2], 0)).toBe(1)
  expect(quantileOf([4, 1, 3, 2], 1)).toBe(4)
})
