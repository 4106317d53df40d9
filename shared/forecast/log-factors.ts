/** Named factors on the rates of the event log: season of the quarter by age, and attributes, each shrunk by what the data support. */
import { dayParts, numberToDay } from '../base/day'

/** What a factor was counted from: exits seen, exits expected without it, and the factor after shrinkage. */
export interface Factor {
  readonly observed: number
  readonly expected: number
  readonly factor: number
}

/** One factor per kind of exit. */
export type Factors = Readonly<Record<'won' | 'lost' | 'move', Factor>>

/**
 * Empirical-Bayes factors of levels: (observed + k) / (expected + k). k is 1/τ², and τ² the variance between the levels
 * beyond Poisson noise, by moments and less its sampling error; where nothing is left of it, every factor is 1.
 */
export function shrunkFactors(observed: Float64Array, expected: Float64Array): number[] {
  let [excess, squares, total] = [0, 0, 0]
  for (let i = 0; i < observed.length; i++) {
    const [o, e] = [observed[i] as number, expected[i] as number]
    excess += (o - e) ** 2 - e
    squares += e * e
    total += e
  }
  const variance = squares > 0 ? (excess - Math.sqrt(2 * squares + total)) / squares : 0
  if (variance <= 0) return Array.from(observed, () => 1)
  const k = 1 / variance
  return Array.from(observed, (o, i) => (o + k) / ((expected[i] as number) + k))
}

/** Exits seen and expected of each level, in two halves of the history. */
export interface Halves {
  readonly observed: readonly [Float64Array, Float64Array]
  readonly expected: readonly [Float64Array, Float64Array]
}

/**
 * Factors of levels that hold over time. Their variance τ² is what the deviations of the earlier and of the later half have
 * in common; noise beyond Poisson widens the pull. Where nothing persists, every factor is 1.
 */
export function persistentFactors({ observed, expected }: Halves): number[] {
  let [shared, weight, squares, expectedSquares, total] = [0, 0, 0, 0, 0]
  const [o1, o2] = observed
  const [e1, e2] = expected
  for (let i = 0; i < o1.length; i++) {
    const first = (o1[i] as number) - (e1[i] as number)
    const second = (o2[i] as number) - (e2[i] as number)
    const all = (e1[i] as number) + (e2[i] as number)
    shared += first * second
    weight += (e1[i] as number) * (e2[i] as number)
    squares += (first + second) ** 2
    expectedSquares += all * all
    total += all
  }
  const variance = weight > 0 ? (shared - Math.sqrt(weight)) / weight : 0
  if (variance <= 0) return Array.from(o1, () => 1)
  const noise = Math.max(1, (squares - variance * expectedSquares) / total)
  const k = noise / variance
  return Array.from(
    o1,
    (_, i) => ((o1[i] as number) + (o2[i] as number) + k) / ((e1[i] as number) + (e2[i] as number) + k),
  )
}

/** Month of the quarter of a day number: 0, 1 or 2. */
export const monthOfQuarter = (day: number): number => (dayParts(numberToDay(day)).month - 1) % 3

/** Months of the quarter for a run of days, so that loops need no calendar. */
export function quarterMonths(from: number, to: number): Uint8Array {
  const months = new Uint8Array(Math.max(0, to - from + 1))
  for (let i = 0; i < months.length; i++) months[i] = monthOfQuarter(from + i)
  return months
}

/** How the values of an attribute become levels: text as it is, numbers in up to five bands. */
export interface Levels {
  readonly name: string
  /** Where one band of a number ends and the next begins; null for text. */
  readonly edges: readonly number[] | null
  readonly names: readonly string[]
}

const mostLevels = 2000

/** Levels of an attribute over the values seen; null where it carries nothing to compare. */
export function levelsOf(name: string, values: readonly (string | number | null)[]): Levels | null {
  const numbers = values.filter(v => typeof v === 'number')
  const texts = [...new Set(values.filter(v => typeof v === 'string' && v.trim() !== ''))].sort()
  if (numbers.length > texts.length * 10 && new Set(numbers).size > 5) {
    const sorted = numbers.slice().sort((a, b) => a - b)
    const edges: number[] = []
    for (let i = 1; i < 5; i++) {
      const edge = sorted[Math.floor((i * sorted.length) / 5)] as number
      if (edge > (edges[edges.length - 1] ?? sorted[0] ?? edge)) edges.push(edge)
    }
    if (edges.length === 0) return null
    const names = [
      `below ${edges[0]}`,
      ...edges.map((low, i) => (i + 1 < edges.length ? `${low} to ${edges[i + 1]}` : `${low} and above`)),
    ]
    return { name, edges, names }
  }
  const names = [...new Set([...texts.map(String), ...numbers.map(String)])]
  // Names that hardly ever repeat are ids, not attributes.
  if (names.length < 2 || names.length > mostLevels || names.length > values.length / 3) return null
  return { name, edges: null, names }
}

/** The level that a value lies in; -1 for an empty or unknown one, which takes no factor. */
export function levelAt(
  levels: Levels,
  index: ReadonlyMap<string, number>,
  value: string | number | null | undefined,
): number {
  if (value === null || value === undefined) return -1
  if (levels.edges) {
    if (typeof value !== 'number' || Number.isNaN(value)) return -1
    return levels.edges.filter(edge => edge <= value).length
  }
  return index.get(String(value)) ?? -1
}
