/** Conditional formats: rules of a view that colour cells or draw a bar in them, always with a shape beside the colour. */
import { isNumeric, type ColumnData } from './column-data'
import type { Condition } from './filter'
import { runFilter, type FilterData } from './run-filter'
import type { PeriodBase } from './period'
import type { Tone } from './column-data'

/** One rule: cells of `column` in rows that pass `when` get a tone; or all its cells get a bar or a scale. */
export type FormatRule =
  | { readonly kind: 'tone'; readonly column: string; readonly when: Condition; readonly tone: Tone }
  | { readonly kind: 'bar'; readonly column: string }
  | { readonly kind: 'scale'; readonly column: string; readonly diverging: boolean }

/** What the rules say about one cell: a tone, and a share (0-1, or -1 to 1 when diverging) to draw. */
export interface CellLook {
  readonly tone?: Tone
  readonly bar?: number
  readonly scale?: number
  readonly diverging?: boolean
}

const noLooks: ReadonlyMap<string, (row: number) => CellLook | null> = new Map()

/** Answers for the cells of each column with rules; columns without are absent. */
export function runFormats(
  rules: readonly FormatRule[],
  data: FilterData,
  base: PeriodBase,
): ReadonlyMap<string, (row: number) => CellLook | null> {
  if (rules.length === 0) return noLooks
  const looks = new Map<string, ((row: number) => CellLook | null)[]>()
  for (const rule of rules) {
    const list = looks.get(rule.column) ?? []
    looks.set(rule.column, list)
    if (rule.kind === 'tone') {
      const mask = runFilter(rule.when, data, base)
      list.push(row => (mask[row] ? { tone: rule.tone } : null))
    } else {
      const column = data.column(rule.column)
      if (isNumeric(column)) list.push(shareLook(rule, column, data.rowCount))
    }
  }
  return new Map([...looks].map(([key, list]) => [key, row => mergeLooks(list, row)]))
}

function mergeLooks(list: readonly ((row: number) => CellLook | null)[], row: number): CellLook | null {
  let look = null as CellLook | null
  // The first rule that speaks wins, as in the list that the reader orders.
  for (const one of list) {
    const next = one(row)
    if (next) look = look ? { ...next, ...look } : next
  }
  return look
}

function shareLook(
  rule: Exclude<FormatRule, { kind: 'tone' }>,
  column: ColumnData & { values: Float64Array },
  rowCount: number,
): (row: number) => CellLook | null {
  let min = Infinity
  let max = -Infinity
  for (let row = 0; row < rowCount; row++) {
    const value = column.values[row] as number
    if (value < min) min = value
    if (value > max) max = value
  }
  const far = Math.max(Math.abs(min), Math.abs(max))
  return row => {
    const value = column.values[row] as number
    if (value !== value) return null
    if (rule.kind === 'bar') return { bar: far === 0 ? 0 : value / far }
    if (rule.diverging) return { scale: far === 0 ? 0 : value / far, diverging: true }
    return { scale: max === min ? 0 : (value - min) / (max - min) }
  }
}
