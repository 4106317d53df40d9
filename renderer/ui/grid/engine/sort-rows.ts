/** Sorting rows by several columns: each becomes words for the radix sort, empty cells always last. */
import { isText, type ColumnData, type NumericColumn } from './column-data'
import { identityOrder, sortByWords } from './radix'
import type { Ranker } from './rank'

/** One level of a sort. */
export interface SortKey {
  readonly column: string
  readonly descending?: boolean
}

const last = 0xffffffff

/** The order of all rows under `keys`, first key first; equal rows keep their place. */
export function sortRows(
  rowCount: number,
  keys: readonly { readonly data: ColumnData; readonly descending: boolean }[],
  ranker: Ranker,
): Uint32Array {
  const words = keys.flatMap(key => sortWords(key.data, rowCount, key.descending, ranker))
  return sortByWords(identityOrder(rowCount), words)
}

function sortWords(data: ColumnData, rowCount: number, descending: boolean, ranker: Ranker): Uint32Array[] {
  if (isText(data)) {
    const ranks = data.ordered ? null : ranker.ranks(data.strings)
    const top = data.strings.length
    const word = new Uint32Array(rowCount)
    for (let row = 0; row < rowCount; row++) {
      const code = data.codes[row] as number
      if (code < 0) word[row] = top + 1
      else {
        const rank = ranks ? (ranks[code] as number) : code
        word[row] = descending ? top - rank : rank
      }
    }
    return [word]
  }
  if (data.kind === 'flags') {
    const word = new Uint32Array(rowCount)
    for (let row = 0; row < rowCount; row++) {
      const bits = data.values[row] as number
      // The first flag weighs most, so that rows that carry it come together.
      const weight = reverseBits(bits)
      word[row] = bits === 0 ? last : descending ? weight : last - weight
    }
    return [word]
  }
  return numberWords(data, rowCount, descending)
}

function numberWords(data: NumericColumn, rowCount: number, descending: boolean): Uint32Array[] {
  const { values } = data
  let min = Infinity
  let max = -Infinity
  let whole = true
  for (let row = 0; row < rowCount; row++) {
    const value = values[row] as number
    if (value !== value) continue
    if (value < min) min = value
    if (value > max) max = value
    if (whole && value % 1 !== 0) whole = false
  }
  if (whole && max - min < last - 1) {
    const word = new Uint32Array(rowCount)
    const empty = max - min + 1
    for (let row = 0; row < rowCount; row++) {
      const value = values[row] as number
      word[row] = value !== value ? empty : descending ? max - value : value - min
    }
    return [word]
  }
  return floatWords(values, rowCount, descending)
}

/** IEEE doubles as two words whose unsigned order is the numeric order. */
function floatWords(values: Float64Array, rowCount: number, descending: boolean): Uint32Array[] {
  const high = new Uint32Array(rowCount)
  const low = new Uint32Array(rowCount)
  const cell = new Float64Array(1)
  const halves = new Uint32Array(cell.buffer)
  for (let row = 0; row < rowCount; row++) {
    const value = values[row] as number
    if (value !== value) {
      high[row] = last
      low[row] = last
      continue
    }
    cell[0] = value === 0 ? 0 : value
    let h = halves[1] as number
    let l = halves[0] as number
    if (h >>> 31) {
      h = ~h
      l = ~l
    } else h ^= 0x80000000
    high[row] = descending ? ~h : h
    low[row] = descending ? ~l : l
  }
  return [high, low]
}

function reverseBits(bits: number): number {
  let out = 0
  for (let bit = 0; bit < 32; bit++) if (bits & (1 << bit)) out |= 1 << (31 - bit)
  return out >>> 0
}
