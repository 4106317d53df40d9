/** Figures over a range of rows: sums, means, medians and ratios, each with the number of cells it rests on. */
import { isNumeric, isText, type ColumnData, type NumericColumn } from './column-data'
import type { FilterNode } from './filter'

/** How the cells of one column become one figure. */
export type Aggregate =
  | { readonly fn: 'sum' | 'mean' | 'median' | 'min' | 'max' | 'count' | 'distinct' }
  | { readonly fn: 'weightedMean'; readonly weight: string }
  /** The share of rows passing `of` among those passing `among` (all rows when null), under its own name; shown as k/n. */
  | {
      readonly fn: 'ratio'
      readonly of: FilterNode
      readonly among: FilterNode | null
      readonly name?: string
    }

/** One figure: `value` in the column's units (NaN when there is none), `n` the cells it rests on. */
export interface Figure {
  readonly fn: Aggregate['fn']
  readonly value: number
  readonly n: number
  /** The numerator of a ratio. */
  readonly k?: number
  /** Money only: the one currency of all cells; `mixed` means that they have several and no figure is formed. */
  readonly currency?: string
  readonly mixed?: boolean
}

/** The aggregates that a kind of column allows, the most used first. */
export function aggregatesOf(kind: ColumnData['kind']): readonly Aggregate['fn'][] {
  switch (kind) {
    case 'number':
    case 'money':
      return ['sum', 'mean', 'weightedMean', 'median', 'min', 'max', 'count', 'distinct']
    case 'percent':
      return ['mean', 'weightedMean', 'median', 'min', 'max', 'count']
    case 'date':
      return ['min', 'max', 'median', 'count', 'distinct']
    case 'boolean':
      return ['mean', 'count']
    default:
      return ['count', 'distinct']
  }
}

/** What an aggregate reads beside its own column. */
export interface AggregateInputs {
  readonly data: ColumnData
  readonly weight?: NumericColumn
  /** Ratio only: one byte per row. */
  readonly of?: Uint8Array
  readonly among?: Uint8Array | null
}

/** What stands for a currency where cells have several. */
const mixedCurrencies = 'mixed'

/** The figure over `order[start..end)`. */
export function aggregateRange(
  aggregate: Aggregate,
  inputs: AggregateInputs,
  order: Uint32Array,
  start: number,
  end: number,
): Figure {
  const { fn } = aggregate
  const { data } = inputs
  if (fn === 'ratio') return ratio(inputs, order, start, end)
  if (fn === 'count' || fn === 'distinct') return counting(fn, data, order, start, end)
  if (!isNumeric(data)) return { fn, value: NaN, n: 0 }
  const money = data.kind === 'money' ? oneCurrency(data, order, start, end) : null
  if (money === mixedCurrencies) return { fn, value: NaN, n: end - start, mixed: true }
  const figure = numeric(fn, data.values, inputs.weight?.values ?? null, order, start, end)
  return money === null ? figure : { ...figure, currency: money }
}

function ratio(inputs: AggregateInputs, order: Uint32Array, start: number, end: number): Figure {
  let k = 0
  let n = 0
  const { of, among } = inputs
  for (let i = start; i < end; i++) {
    const row = order[i] as number
    if (among && !among[row]) continue
    n++
    if (of?.[row]) k++
  }
  return { fn: 'ratio', value: n === 0 ? NaN : k / n, n, k }
}

function counting(
  fn: 'count' | 'distinct',
  data: ColumnData,
  order: Uint32Array,
  start: number,
  end: number,
): Figure {
  let n = 0
  const seen = new Set<number>()
  const cells = isText(data) ? data.codes : data.values
  for (let i = start; i < end; i++) {
    const cell = cells[order[i] as number] as number
    const empty = isText(data) ? cell < 0 : data.kind === 'flags' ? cell === 0 : cell !== cell
    if (empty) continue
    n++
    if (fn === 'distinct') seen.add(cell)
  }
  return { fn, value: fn === 'count' ? n : seen.size, n }
}

function oneCurrency(data: NumericColumn, order: Uint32Array, start: number, end: number): string | null {
  const { currency } = data
  if (currency === undefined) return null
  if (typeof currency === 'string') return currency
  let only = -1
  for (let i = start; i < end; i++) {
    const row = order[i] as number
    if (Number.isNaN(data.values[row])) continue
    const code = currency.codes[row] as number
    if (only < 0) only = code
    else if (code !== only) return mixedCurrencies
  }
  return currency.strings[only] ?? null
}

function numeric(
  fn: 'sum' | 'mean' | 'median' | 'min' | 'max' | 'weightedMean',
  values: Float64Array,
  weights: Float64Array | null,
  order: Uint32Array,
  start: number,
  end: number,
): Figure {
  if (fn === 'median') return median(values, order, start, end)
  let n = 0
  let sum = 0
  let min = Infinity
  let max = -Infinity
  let weightSum = 0
  for (let i = start; i < end; i++) {
    const row = order[i] as number
    const value = values[row] as number
    if (value !== value) continue
    if (fn === 'weightedMean') {
      const weight = weights?.[row] ?? NaN
      if (weight !== weight) continue
      sum += value * weight
      weightSum += weight
    } else {
      sum += value
      if (value < min) min = value
      if (value > max) max = value
    }
    n++
  }
  // A sum of nothing is nothing, not zero: zero would claim that something was counted.
  if (n === 0) return { fn, value: NaN, n }
  switch (fn) {
    case 'sum':
      return { fn, value: sum, n }
    case 'mean':
      return { fn, value: sum / n, n }
    case 'min':
      return { fn, value: min, n }
    case 'max':
      return { fn, value: max, n }
    case 'weightedMean':
      return { fn, value: weightSum === 0 ? NaN : sum / weightSum, n }
  }
}

function median(values: Float64Array, order: Uint32Array, start: number, end: number): Figure {
  const found = new Float64Array(end - start)
  let n = 0
  for (let i = start; i < end; i++) {
    const value = values[order[i] as number] as number
    if (value === value) found[n++] = value
  }
  if (n === 0) return { fn: 'median', value: NaN, n }
  const sorted = found.subarray(0, n).sort()
  const middle = n >> 1
  const value =
    n % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
  return { fn: 'median', value, n }
}
