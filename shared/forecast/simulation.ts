/** The seeded simulation of a period, for amounts that are ranges and as a check of the exact distribution (FC-15). */
import { type Random, seededRandom } from '../base/random'
import { normalCdf, normalQuantile } from '../base/statistics'
import type { Chance } from './distribution'

/** A deal of the simulation; where low and high are given, the amount is triangular between them with its peak at `amount`. */
interface SimulatedDeal extends Chance {
  readonly low?: number | null
  readonly high?: number | null
}

/** Settings of a simulation; the seed is a text of scope, as-of date and version (FC-15). */
interface SimulationOptions {
  readonly seed: string
  readonly runs?: number
  readonly rho?: number
  /** Called now and then with the runs done; a worker reports progress with it. */
  readonly onProgress?: (done: number, of: number) => void
}

/** Result of a simulation; `sums` holds every run, rising. */
export interface Simulation {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly mean: number
  readonly sums: Float64Array
}

/** A triangular amount by inversion. */
function triangular(random: Random, low: number, peak: number, high: number): number {
  const u = random.unit()
  const width = high - low
  if (!(width > 0)) return peak
  const turn = (peak - low) / width
  return u < turn
    ? low + Math.sqrt(u * width * (peak - low))
    : high - Math.sqrt((1 - u) * width * (high - peak))
}

/** FC-15: 10,000 seeded runs (or `runs`): win by one-factor Gaussian copula, closing in the period by `share`, amount fixed or triangular. */
export function simulate(deals: readonly SimulatedDeal[], options: SimulationOptions): Simulation {
  const { runs = 10_000, rho = 0, onProgress } = options
  const random = seededRandom(options.seed)
  const rest = Math.sqrt(1 - rho)
  const root = Math.sqrt(rho)
  const bounds = Float64Array.from(deals, d => normalQuantile(Math.min(1, Math.max(0, d.p))) / rest)
  const sums = new Float64Array(runs)
  for (let run = 0; run < runs; run++) {
    const lift = rho > 0 ? (root * normalQuantile(random.unit() || 1e-16)) / rest : 0
    let sum = 0
    for (let i = 0; i < deals.length; i++) {
      const deal = deals[i] as SimulatedDeal
      const p = (rho > 0 ? normalCdf((bounds[i] as number) + lift) : deal.p) * (deal.share ?? 1)
      if (random.unit() >= p) continue
      const { low, high, amount } = deal
      sum +=
        low !== undefined && low !== null && high !== undefined && high !== null
          ? triangular(random, Math.min(low, amount), amount, Math.max(high, amount))
          : amount
    }
    sums[run] = sum
    if (onProgress && run % 1000 === 999) onProgress(run + 1, runs)
  }
  sums.sort()
  const at = (p: number): number => sums[Math.max(0, Math.ceil(p * runs - 1e-9) - 1)] ?? 0
  let total = 0
  for (const sum of sums) total += sum
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean: runs > 0 ? total / runs : 0, sums }
}
