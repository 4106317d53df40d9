/** The exact distribution of what a period brings: sums of independent deals, or of deals tied together by one common factor (FC-15). */
import { normalCdf, normalQuantile } from '../base/statistics'
import { chooseGrid, type Grid, gridProbabilities } from './amount-grid'
import { factorNodes } from './common-factor'

/** One deal of a period: it closes with chance `p`, and then in this period with chance `share` (default 1), for `amount`. */
export interface Chance {
  readonly p: number
  readonly amount: number
  readonly share?: number
}

/** Settings of a distribution. */
interface DistributionOptions {
  /** Correlation of the deals' common factor, 0 (independent, default) to below 1 (FC-15, one-factor Gaussian copula). */
  readonly rho?: number
  /** Steps of the money grid; amounts that share a coarser common unit are kept exactly. Default 32,768; with rho 4,096 (8,192 for less than 100 deals). */
  readonly bins?: number
}

/** P10, P50 and P90 as the smallest value whose cumulative chance reaches them, the exact mean, and the whole curve. */
export interface Distribution {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly mean: number
  /** Standard deviation of the curve. */
  readonly deviation: number
  /** Rising amounts with the chance of at most that amount; ends at 1. */
  readonly cumulative: [amount: number, probability: number][]
}

const noise = 1e-13

const clamp = (x: number): number => (x > 0 ? Math.min(1, x) : 0)

/** FC-15: the distribution of Σ amount over the deals that close, by convolution on a money grid; exact where amounts share a unit. */
export function distribution(deals: readonly Chance[], options: DistributionOptions = {}): Distribution {
  const rho = Math.min(0.999, clamp(options.rho ?? 0))
  const live = deals.filter(
    d => Number.isFinite(d.amount) && d.amount !== 0 && clamp(d.p) * clamp(d.share ?? 1) > 0,
  )
  const mean = live.reduce((sum, d) => sum + d.amount * clamp(d.p) * clamp(d.share ?? 1), 0)
  if (live.length === 0) return { p10: 0, p50: 0, p90: 0, mean: 0, deviation: 0, cumulative: [[0, 1]] }
  const bins = Math.max(16, Math.floor(options.bins ?? (rho === 0 ? 32768 : live.length < 100 ? 8192 : 4096)))
  const amounts = Float64Array.from(live, d => d.amount)
  const p = Float64Array.from(live, d => clamp(d.p) * clamp(d.share ?? 1))
  const grid = chooseGrid(amounts, p, bins, rho > 0)
  const chances =
    rho === 0 ? gridProbabilities(grid, [{ weight: 1, p, shift: 0, spread: 0 }]) : tied(grid, live, rho)
  return summarise(grid, chances, mean)
}

/** Mixes the distributions given the common factor over its quadrature nodes. */
function tied(grid: Grid, deals: readonly Chance[], rho: number): Float64Array {
  const root = Math.sqrt(rho)
  const rest = Math.sqrt(1 - rho)
  const bounds = Float64Array.from(deals, d => normalQuantile(clamp(d.p)) / rest)
  const shares = Float64Array.from(deals, d => clamp(d.share ?? 1))
  const given = (m: number): Float64Array => {
    const lift = (root * m) / rest
    const p = new Float64Array(bounds.length)
    for (let i = 0; i < p.length; i++) p[i] = normalCdf((bounds[i] as number) + lift) * (shares[i] as number)
    return p
  }
  return gridProbabilities(grid, factorNodes(grid, given))
}

function summarise(grid: Grid, chances: Float64Array, mean: number): Distribution {
  // The transform leaves rounding noise of either sign; what is below it is no chance at all.
  let total = 0
  let onGrid = 0
  for (let i = 0; i < chances.length; i++) {
    if (!((chances[i] as number) > noise)) continue
    total += chances[i] as number
    onGrid += (chances[i] as number) * (grid.start + i * grid.step)
  }
  // The mean is known exactly; on a grid that had to round, the curve is moved by the rounding's mean error.
  const shift = grid.exact ? 0 : mean - onGrid / total
  const cumulative: [number, number][] = []
  let sum = 0
  let squares = 0
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i] as number
    if (!(chance > noise)) continue
    const value = Math.min(grid.most, Math.max(grid.least, grid.start + i * grid.step + shift))
    sum += chance / total
    squares += (chance / total) * (value - mean) ** 2
    cumulative.push([value, sum])
  }
  const last = cumulative[cumulative.length - 1] as [number, number]
  last[1] = 1
  return {
    p10: reach(cumulative, 0.1),
    p50: reach(cumulative, 0.5),
    p90: reach(cumulative, 0.9),
    mean,
    deviation: Math.sqrt(squares),
    cumulative,
  }
}

/** FC-15: the smallest amount whose cumulative chance reaches `p`, by the curve of a distribution. */
export function reach(cumulative: readonly (readonly [number, number])[], p: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle]?.[1] ?? 1) >= p - 1e-12) high = middle
    else low = middle + 1
  }
  return cumulative[low]?.[0] ?? 0
}

/** Chance of at most `amount`, by the curve of a distribution. */
export function chanceOfAtMost(cumulative: readonly (readonly [number, number])[], amount: number): number {
  let chance = 0
  for (const [value, p] of cumulative) {
    if (value > amount + 1e-9) break
    chance = p
  }
  return chance
}
