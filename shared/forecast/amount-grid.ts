/** Sums of yes-or-no amounts on a money grid, by multiplying the deals' characteristic functions and turning the product back. */
import { inverseTransform } from './fourier'

/** A grid of `size` (a power of two) values from `start` in steps; `units[i]` is deal i's amount in steps. */
export interface Grid {
  readonly start: number
  readonly step: number
  readonly size: number
  readonly units: Int32Array
  readonly amounts: Float64Array
  /** True where every amount is a whole number of steps, so that nothing was rounded. */
  readonly exact: boolean
  /** Lowest and highest sum that can happen. */
  readonly least: number
  readonly most: number
}

/** One case of the common factor: its weight, each deal's chance given it, and how far the rest of the case moves the sum. */
export interface GridCase {
  readonly weight: number
  readonly p: Float64Array
  /** Mean and standard deviation of a normal amount added to the sum within this case, in money. */
  readonly shift: number
  readonly spread: number
}

const powerOfTwo = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, n)))

/** Greatest common unit of amounts that are whole cents or whole units; 0 where they are neither. */
function commonUnit(amounts: Float64Array): number {
  let unit = 0
  for (const amount of amounts) {
    const cents = Math.round(Math.abs(amount) * 100)
    if (Math.abs(cents - Math.abs(amount) * 100) > 1e-6 * Math.max(1, cents) || cents > 1e13) return 0
    let [a, b] = [unit, cents]
    while (b > 0) [a, b] = [b, a % b]
    unit = a
    if (unit === 1) break
  }
  return unit / 100
}

/**
 * A grid that holds the sum. Amounts with a common unit that fits into `bins` steps are kept exactly. Else the grid spans
 * all sums, or, for independent deals, the window outside of which Bernstein's bound leaves less than 1e-13.
 */
export function chooseGrid(amounts: Float64Array, p: Float64Array, bins: number, whole: boolean): Grid {
  let [least, most, mean, variance, largest] = [0, 0, 0, 0, 0]
  for (let i = 0; i < amounts.length; i++) {
    const a = amounts[i] as number
    const chance = p[i] as number
    if (a < 0) least += a
    else most += a
    mean += a * chance
    variance += a * a * chance * (1 - chance)
    largest = Math.max(largest, Math.abs(a))
  }
  const unit = commonUnit(amounts)
  const exact = unit > 0 && (most - least) / unit + 1 <= bins
  const reach = (31 * largest) / 3 + Math.sqrt(((31 * largest) / 3) ** 2 + 62 * variance)
  const low = whole || exact ? least : Math.max(least, mean - reach)
  const high = whole || exact ? most : Math.min(most, mean + reach)
  const size = exact ? powerOfTwo(Math.round((high - low) / unit) + 1) : powerOfTwo(bins)
  const step = exact ? unit : (high - low) / (size - 2)
  const units = exact ? Int32Array.from(amounts, a => Math.round(a / step)) : wholeSteps(amounts, p, step)
  const start = exact ? low : Math.round(low / step) * step
  return { start, step, size, units, amounts, exact, least, most }
}

/**
 * Amounts as whole steps. Deals of like chance hand their rounding on to one another, so that however the common factor
 * moves their chances, the mean of the sum stays what it is.
 */
function wholeSteps(amounts: Float64Array, p: Float64Array, step: number): Int32Array {
  const units = new Int32Array(amounts.length)
  const order = Array.from(amounts.keys()).sort((a, b) => (p[a] as number) - (p[b] as number))
  let exact = 0
  let given = 0
  for (const i of order) {
    exact += (amounts[i] as number) / step
    const whole = Math.round(exact - given)
    units[i] = whole
    given += whole
  }
  return units
}

/** Chances of the grid's values: the mixture over the cases of the product of all deals (exact up to 1e-13 on the grid). */
export function gridProbabilities(grid: Grid, cases: readonly GridCase[]): Float64Array {
  const { size, step, units } = grid
  const cos = new Float64Array(size)
  const sin = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    cos[j] = Math.cos((2 * Math.PI * j) / size)
    sin[j] = Math.sin((2 * Math.PI * j) / size)
  }
  const re = new Float64Array(size)
  const im = new Float64Array(size)
  const offset = Math.round(grid.start / step)
  const order = liveliestFirst(cases)
  for (const one of cases) {
    const { steps, certain, chance } = liveDeals(order, units, one.p)
    for (let j = 0; j <= size / 2; j++) {
      const angle = (2 * Math.PI * j) / size / step
      const damp = one.weight * Math.exp(-0.5 * (angle * one.spread) ** 2)
      if (damp < 1e-10) break
      const turn = angle * one.shift
      let x = damp * Math.cos(turn)
      let y = damp * Math.sin(turn)
      const begin = Math.imul(j, certain - offset) & (size - 1)
      const first = x * (cos[begin] as number) - y * (sin[begin] as number)
      y = x * (sin[begin] as number) + y * (cos[begin] as number)
      x = first
      const n = steps.length
      for (let i = 0; i < n;) {
        // Past a dozen deals most frequencies have died out; looking every eight deals is cheap enough.
        for (const end = Math.min(n, i + 8); i < end; i++) {
          const at = Math.imul(j, steps[i] as number) & (size - 1)
          const q = chance[i] as number
          const a = 1 - q + q * (cos[at] as number)
          const b = q * (sin[at] as number)
          const next = x * a - y * b
          y = x * b + y * a
          x = next
        }
        if (x * x + y * y < 1e-28) break
      }
      re[j] = (re[j] as number) + x
      im[j] = (im[j] as number) + y
    }
  }
  for (let j = 1; j < size / 2; j++) {
    re[size - j] = re[j] as number
    im[size - j] = -(im[j] as number)
  }
  im[size / 2] = 0
  inverseTransform(re, im)
  return re
}

/** Deals in the order in which they damp a frequency most, judged by the middle case. */
function liveliestFirst(cases: readonly GridCase[]): Int32Array {
  const p = cases[cases.length >> 1]?.p ?? new Float64Array(0)
  const key = p.map(q => Math.abs(q - 0.5))
  return Int32Array.from(p.keys()).sort((a, b) => (key[a] as number) - (key[b] as number))
}

/** The deals of one case in that order; certain ones only move the sum, impossible ones fall out. */
function liveDeals(
  order: Int32Array,
  units: Int32Array,
  p: Float64Array,
): { steps: Int32Array; chance: Float64Array; certain: number } {
  const steps = new Int32Array(order.length)
  const chance = new Float64Array(order.length)
  let [n, certain] = [0, 0]
  for (let k = 0; k < order.length; k++) {
    const i = order[k] as number
    const q = p[i] as number
    if (q >= 1) certain += units[i] as number
    else if (q > 0 && units[i] !== 0) {
      steps[n] = units[i] as number
      chance[n++] = q
    }
  }
  return { steps: steps.subarray(0, n), chance: chance.subarray(0, n), certain }
}
