/** Results against a benchmark as number, ratio and value (CO-4): three parts that add up to the gap exactly. */
import { assert } from '../base/assert'

/** R = N · W · V of a rep or a benchmark in a period. */
export interface Level {
  /** Decided deals. */
  readonly n: number
  /** Win ratio, 0 to 1. */
  readonly w: number
  /** Mean won value, minor units. */
  readonly v: number
}

/** The gap and its three parts in minor units, unrounded. */
export interface Parts {
  readonly result: number
  readonly benchmark: number
  readonly gap: number
  readonly n: number
  readonly w: number
  readonly v: number
}

/** A decomposition, or why there is none. */
export type Decomposition =
  | ({ readonly kind: 'parts' } & Parts)
  | { readonly kind: 'noGap'; readonly result: number; readonly benchmark: number; readonly log: number }
  | { readonly kind: 'noBasis'; readonly result: number; readonly benchmark: number }

/** Below this |ln(R/B)| the parts would be unstable and there is no gap to speak of. */
const leastLog = 0.02

const product = ({ n, w, v }: Level): number => n * w * v

/** CO-4: part_x = gap · ln(x/x̄) / ln(R/B). A level with a zero has no logarithm and gives no parts. */
export function decompose(own: Level, benchmark: Level): Decomposition {
  const result = product(own)
  const base = product(benchmark)
  if (!(result > 0) || !(base > 0)) return { kind: 'noBasis', result, benchmark: base }
  const log = Math.log(result / base)
  if (Math.abs(log) < leastLog) return { kind: 'noGap', result, benchmark: base, log }
  const gap = result - base
  const part = (x: number, y: number): number => (gap * Math.log(x / y)) / log
  const parts = {
    n: part(own.n, benchmark.n),
    w: part(own.w, benchmark.w),
    v: part(own.v, benchmark.v),
  }
  assert(Math.abs(parts.n + parts.w + parts.v - gap) <= 1e-6 * Math.abs(gap) + 1e-6, 'logarithms add up')
  return { kind: 'parts', result, benchmark: base, gap, ...parts }
}
