/** A share pulled towards a prior, with its interval (FC-18). */
import { betaQuantile } from '../base/statistics'

/** A smoothed share with its 2.5 and 97.5 % quantiles. */
export interface Smoothed {
  readonly poc: number
  readonly low: number
  readonly high: number
}

/** FC-18: (w + m·p₀) / (n + m) with the interval of Beta(w + m·p₀, n − w + m·(1 − p₀)); m defaults to 10. */
export function smoothed(wins: number, n: number, prior: number, m = 10): Smoothed {
  const p0 = Math.min(1 - 1e-6, Math.max(1e-6, prior))
  const a = wins + m * p0
  const b = n - wins + m * (1 - p0)
  if (a + b <= 0) return { poc: p0, low: 0, high: 1 }
  return { poc: a / (a + b), low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) }
}
