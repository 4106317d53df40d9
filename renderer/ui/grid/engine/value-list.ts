/** The distinct values of a column with how often each occurs, as in a spreadsheet's filter list. */
import { isText, type ColumnData } from './column-data'
import type { Ranker } from './rank'

/** One distinct value: a word, a number as stored, a flag's key, or null for empty cells. */
export interface ValueCount {
  readonly value: string | number | null
  readonly count: number
}

/** Distinct values among the rows where `mask` is 1 (all rows when null), in sorting order, empty cells last. */
export function valueList(
  column: ColumnData,
  rowCount: number,
  mask: Uint8Array | null,
  ranker: Ranker,
): readonly ValueCount[] {
  if (isText(column))
    return wordCounts(
      column.codes,
      column.strings,
      mask,
      column.ordered ? null : ranker.ranks(column.strings),
    )
  if (column.kind === 'flags') {
    const counts = column.flags.map(() => 0)
    let none = 0
    for (let row = 0; row < rowCount; row++) {
      if (mask && !mask[row]) continue
      const bits = column.values[row] as number
      if (bits === 0) none++
      else
        for (let bit = 0; bit < counts.length; bit++)
          if (bits & (1 << bit)) counts[bit] = (counts[bit] as number) + 1
    }
    const listed: ValueCount[] = column.flags.map((flag, bit) => ({
      value: flag.key,
      count: counts[bit] as number,
    }))
    return withEmpty(listed, none)
  }
  const counts = new Map<number, number>()
  let none = 0
  for (let row = 0; row < rowCount; row++) {
    if (mask && !mask[row]) continue
    const value = column.values[row] as number
    if (value !== value) none++
    else counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const listed = [...counts].sort((a, b) => a[0] - b[0]).map(([value, count]) => ({ value, count }))
  return withEmpty(listed, none)
}

function wordCounts(
  codes: Int32Array,
  strings: readonly string[],
  mask: Uint8Array | null,
  ranks: Uint32Array | null,
): readonly ValueCount[] {
  const counts = new Uint32Array(strings.length)
  let none = 0
  for (let row = 0; row < codes.length; row++) {
    if (mask && !mask[row]) continue
    const code = codes[row] as number
    if (code < 0) none++
    else counts[code] = (counts[code] as number) + 1
  }
  const byPlace = new Int32Array(strings.length).fill(-1)
  for (let code = 0; code < strings.length; code++) {
    if (counts[code]) byPlace[ranks ? (ranks[code] as number) : code] = code
  }
  const listed: ValueCount[] = []
  for (const code of byPlace) {
    if (code >= 0) listed.push({ value: strings[code] as string, count: counts[code] as number })
  }
  return withEmpty(listed, none)
}

function withEmpty(listed: ValueCount[], none: number): readonly ValueCount[] {
  return none > 0 ? [...listed, { value: null, count: none }] : listed
}
