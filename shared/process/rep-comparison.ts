/** Comparing shares of reps (PL-11): homogeneity first, then each rep against the rest with Bonferroni's threshold. */
import { chiSquareTail, normalQuantile } from '../base/statistics'
import type { Ratio } from './ratio'

/** One side of a comparison: `k` of `n` for a member. */
export interface Share {
  readonly key: string
  readonly k: number
  readonly n: number
}

/** What a comparison says of a member: differs (beyond Bonferroni), watch (beyond 5 % alone), chance, or too few to say. */
export type Verdict = 'differs' | 'watch' | 'chance' | 'thin'

/** z of one member against all others together. */
export interface Compared {
  readonly key: string
  readonly k: number
  readonly n: number
  readonly z: number
  readonly verdict: Verdict
}

/** The whole comparison. */
export interface Comparison {
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  /** True where the members do not differ more than chance at 5 %. */
  readonly homogeneous: boolean
  /** Two-sided 5 % over all members that are compared. */
  readonly threshold: number
  readonly members: readonly Compared[]
}

/** z of two shares with the pooled variance (PL-11); 0 where one side is empty or all are alike. */
export function twoShares(k1: number, n1: number, k2: number, n2: number): number {
  if (n1 === 0 || n2 === 0) return 0
  const pooled = (k1 + k2) / (n1 + n2)
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
  return spread === 0 ? 0 : (k1 / n1 - k2 / n2) / spread
}

/** Pearson's chi-square of k of n over members, with its degrees of freedom. */
export function homogeneity(shares: readonly Share[]): { chiSquare: number; df: number; p: number } {
  const used = shares.filter(each => each.n > 0)
  const all = used.reduce((sum, each) => ({ k: sum.k + each.k, n: sum.n + each.n }), { k: 0, n: 0 })
  const pooled = all.n > 0 ? all.k / all.n : 0
  const df = Math.max(0, used.length - 1)
  if (pooled === 0 || pooled === 1) return { chiSquare: 0, df, p: 1 }
  const chiSquare = used.reduce(
    (sum, { k, n }) => sum + (k - n * pooled) ** 2 / (n * pooled * (1 - pooled)),
    0,
  )
  return { chiSquare, df, p: df > 0 ? chiSquareTail(chiSquare, df) : 1 }
}

/** Compares members; one with less than `minN` is in the test of homogeneity and gets no verdict of its own. */
export function compareShares(shares: readonly Share[], minN: number): Comparison {
  const test = homogeneity(shares)
  const all = shares.reduce((sum, each) => ({ k: sum.k + each.k, n: sum.n + each.n }), { k: 0, n: 0 })
  const judged = shares.filter(each => each.n >= minN).length
  const threshold = normalQuantile(1 - 0.025 / Math.max(1, judged))
  const watch = normalQuantile(0.975)
  const members = shares.map(({ key, k, n }): Compared => {
    const z = twoShares(k, n, all.k - k, all.n - n)
    const size = Math.abs(z)
    const verdict = n < minN ? 'thin' : size >= threshold ? 'differs' : size >= watch ? 'watch' : 'chance'
    return { key, k, n, z, verdict }
  })
  return { ...test, homogeneous: test.p >= 0.05, threshold, members }
}

/** Win ratios as shares to compare. */
export const sharesOf = (
  groups: readonly { readonly key: string | null; readonly closed: Ratio }[],
): readonly Share[] =>
  groups.flatMap(({ key, closed }) => (key === null ? [] : [{ key, k: closed.k, n: closed.n }]))
