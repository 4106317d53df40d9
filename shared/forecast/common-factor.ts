/** Quadrature over the common factor of the deals (FC-15): which of its values are tried, and with which weight. */
import type { Grid, GridCase } from './amount-grid'

/** Beyond this many standard deviations the factor has a chance below 2e-9 and is left out. */
const reach = 6
/** Up to this many deals each node is taken as it is; above, a node stands for its neighbourhood. */
const lumpy = 600
/** The largest deals move by whole amounts and are never smoothed. */
const giants = 32

/**
 * Cases of a standard normal factor. Few deals: the trapezoid rule, whose steps shrink with the deals' number down to 0.1.
 * Many deals: normal pieces of width 0.1875 at steps of 0.25 (they add up to the standard normal within 3e-5); within a
 * piece the sum of all but the largest deals moves along with the factor, by its slope and curvature in the piece's middle.
 */
export function factorNodes(grid: Grid, given: (m: number) => Float64Array): GridCase[] {
  const n = grid.amounts.length
  const smooth = n > lumpy
  const gap = smooth ? 0.25 : Math.max(0.1, Math.min(0.25, 1.8 / Math.sqrt(n)))
  const width = smooth ? gap * 0.75 : 0
  const between = 1 - width * width
  const count = Math.ceil((reach * Math.sqrt(between)) / gap)
  const at = (k: number): Float64Array => given(k * gap)
  const weights = Array.from({ length: 2 * count + 1 }, (_, i) =>
    Math.exp(-(((i - count) * gap) ** 2) / (2 * between)),
  )
  const total = weights.reduce((sum, w) => sum + w, 0)
  const chances = weights.map((_, i) => at(i - count))
  if (!smooth)
    return chances.map((p, i) => ({ weight: (weights[i] as number) / total, p, shift: 0, spread: 0 }))
  const small = smallAmounts(grid.amounts)
  const means = [at(-count - 1), ...chances, at(count + 1)].map(p => dot(small, p))
  return chances.map((p, i) => {
    const [below, middle, above] = means.slice(i, i + 3) as [number, number, number]
    const slope = (above - below) / (2 * gap)
    const bend = (above - 2 * middle + below) / gap ** 2
    return {
      weight: (weights[i] as number) / total,
      p,
      shift: (bend * width ** 2) / 2,
      spread: Math.abs(slope) * width,
    }
  })
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** The amounts with the largest set to zero. */
function smallAmounts(amounts: Float64Array): Float64Array {
  const sizes = amounts.map(Math.abs).sort()
  const limit = sizes[sizes.length - giants] ?? Infinity
  return amounts.map(a => (Math.abs(a) >= limit ? 0 : a))
}
