/** A share with its k, n and Wilson interval (CV-8); thin where n is too small to rank or diagnose by. */
import { wilson } from '../base/statistics'

/** A share of `n`; `p` is null for n = 0. */
export interface Ratio {
  readonly k: number
  readonly n: number
  readonly p: number | null
  readonly low: number
  readonly high: number
  readonly thin: boolean
}

/** The ratio k of n; thin below `minN`. */
export const ratio = (k: number, n: number, minN: number): Ratio => ({
  k,
  n,
  p: n > 0 ? k / n : null,
  ...wilson(k, n),
  thin: n < minN,
})

/** A mean with its n; thin below `minN`. */
export interface Mean {
  readonly n: number
  readonly mean: number | null
  readonly thin: boolean
}

/** The mean of a sum over n. */
export const meanOf = (sum: number, n: number, minN: number): Mean => ({
  n,
  mean: n > 0 ? sum / n : null,
  thin: n < minN,
})
