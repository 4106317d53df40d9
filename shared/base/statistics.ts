/** Basic statistics: the normal, beta and chi-square distributions, Wilson intervals and quantiles of a list. */
import { betaShare, upperGamma } from './statistics-special'

/** Share of a standard normal below `x`; absolute error below 1e-14 (J. Hart's rational form as given by G. West, 2005). */
export function normalCdf(x: number): number {
  const z = Math.abs(x)
  let tail = 0
  if (z <= 37) {
    const e = Math.exp((-z * z) / 2)
    if (z < 7.07106781186547) {
      let up = 0.0352624965998911 * z + 0.700383064443688
      up = up * z + 6.37396220353165
      up = up * z + 33.912866078383
      up = up * z + 112.079291497871
      up = up * z + 221.213596169931
      up = up * z + 220.206867912376
      let down = 0.0883883476483184 * z + 1.75566716318264
      down = down * z + 16.064177579207
      down = down * z + 86.7807322029461
      down = down * z + 296.564248779674
      down = down * z + 637.333633378831
      down = down * z + 793.826512519948
      down = down * z + 440.413735824752
      tail = (e * up) / down
    } else {
      tail = e / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631
    }
  }
  return x > 0 ? 1 - tail : tail
}

const horner = (coefficients: readonly number[], x: number): number => {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + (coefficients[i] ?? 0)
  return sum
}

// M. Wichura, algorithm AS 241 (PPND16), lowest power first.
const centreUp = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
]
const centreDown = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
]
const middleUp = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
]
const middleDown = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
]
const tailUp = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
]
const tailDown = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
]

/** The standard normal value below which the share `p` lies; -Infinity at 0 and Infinity at 1 (AS 241, relative error about 1e-16). */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * horner(centreUp, r)) / horner(centreDown, r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const size =
    r <= 5
      ? horner(middleUp, r - 1.6) / horner(middleDown, r - 1.6)
      : horner(tailUp, r - 5) / horner(tailDown, r - 5)
  return q < 0 ? -size : size
}

/** Interval of a share `k` of `n` by Wilson's score (CV-8, z = 1.96 for 95 %); 0 to 1 where n is 0. */
export function wilson(k: number, n: number, z = 1.96): { low: number; high: number } {
  if (n <= 0) return { low: 0, high: 1 }
  const p = k / n
  const zz = (z * z) / n
  const centre = (p + zz / 2) / (1 + zz)
  const half = (z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n))) / (1 + zz)
  // At the ends the formula gives 0 and 1 exactly; rounding must not put the share outside its own interval.
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) }
}

/** Chance that a chi-square value with `df` degrees of freedom exceeds `x`. */
export const chiSquareTail = (x: number, df: number): number => (x <= 0 ? 1 : upperGamma(df / 2, x / 2))

/** The value below which the share `p` of a beta distribution with parameters a, b > 0 lies (bisection, error below 1e-12). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  let low = 0
  let high = 1
  for (let i = 0; i < 60 && high - low > 1e-15; i++) {
    const middle = (low + high) / 2
    if (betaShare(middle, a, b) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Quantile `p` of numbers by straight lines between order statistics (type 7, as in Excel PERCENTILE.INC); null for an empty list. */
export function quantileOf(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null
  const sorted = values.slice().sort((a, b) => a - b)
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, p))
  const below = sorted[Math.floor(at)] as number
  const above = sorted[Math.ceil(at)] as number
  return below + (above - below) * (at - Math.floor(at))
}
