/** Answers a filter tree over typed columns: one byte per row, 1 where the row passes. */
import { isText, type ColumnData, type FlagsColumn, type NumericColumn, type TextColumn } from './column-data'
import { isComplete, isGroup, type Condition, type FilterNode, type Period } from './filter'
import { fold, foldedWords } from './fold'
import { minorFactors } from './money'
import { periodDays, type PeriodBase } from './period'
import { dayNumber } from './rows-source'

/** The part of a source that filters read. */
export interface FilterData {
  readonly rowCount: number
  column(key: string): ColumnData
}

/** The rows that pass `node`; conditions that are not complete pass every row. */
export function runFilter(node: FilterNode, data: FilterData, base: PeriodBase): Uint8Array {
  if (!isGroup(node)) return runCondition(node, data, base)
  const parts = node.parts.filter(part => (isGroup(part) ? part.parts.length > 0 : isComplete(part)))
  if (parts.length === 0) return new Uint8Array(data.rowCount).fill(1)
  const mask = runFilter(parts[0] as FilterNode, data, base)
  for (const part of parts.slice(1)) {
    const other = runFilter(part, data, base)
    if (node.join === 'and')
      for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] as number) & (other[i] as number)
    else for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] as number) | (other[i] as number)
  }
  if (node.not) for (let i = 0; i < mask.length; i++) mask[i] = (mask[i] as number) ^ 1
  return mask
}

function runCondition(condition: Condition, data: FilterData, base: PeriodBase): Uint8Array {
  if (!isComplete(condition)) return new Uint8Array(data.rowCount).fill(1)
  const column = data.column(condition.column)
  if (isText(column)) return textMask(condition, column, data.rowCount)
  if (column.kind === 'flags') return flagsMask(condition, column, data.rowCount)
  return numberMask(condition, column, data.rowCount, base)
}

function textMask(condition: Condition, column: TextColumn, rowCount: number): Uint8Array {
  const { codes, strings } = column
  const passes = new Uint8Array(strings.length)
  // What an empty cell answers: only the negative questions and "is empty" let it pass.
  const emptyPasses = ['empty', 'notContains', 'isNot', 'notIn'].includes(condition.op) ? 1 : 0
  const words = foldedWords(strings)
  const wanted = condition.values.map(value => fold(String(value)))
  const needle = wanted[0] ?? ''
  const set = new Set(wanted)
  const test = wordTest(condition.op, needle, set)
  for (let code = 0; code < strings.length; code++) passes[code] = test(words[code] as string) ? 1 : 0
  const mask = new Uint8Array(rowCount)
  // "Empty" may be one of the values ticked in a value list.
  const ticked = set.has('')
  const empty = condition.op === 'in' && ticked ? 1 : condition.op === 'notIn' && ticked ? 0 : emptyPasses
  for (let row = 0; row < rowCount; row++) {
    const code = codes[row] as number
    mask[row] = code < 0 ? empty : (passes[code] as number)
  }
  return mask
}

function wordTest(op: Condition['op'], needle: string, set: ReadonlySet<string>): (word: string) => boolean {
  switch (op) {
    case 'contains':
      return word => word.includes(needle)
    case 'notContains':
      return word => !word.includes(needle)
    case 'is':
      return word => word === needle
    case 'isNot':
      return word => word !== needle
    case 'starts':
      return word => word.startsWith(needle)
    case 'ends':
      return word => word.endsWith(needle)
    case 'in':
      return word => set.has(word)
    case 'notIn':
      return word => !set.has(word)
    case 'notEmpty':
      return () => true
    default:
      return () => false
  }
}

function flagsMask(condition: Condition, column: FlagsColumn, rowCount: number): Uint8Array {
  let wanted = 0
  column.flags.forEach((flag, bit) => {
    if (condition.values.includes(flag.key)) wanted |= 1 << bit
  })
  wanted >>>= 0
  const mask = new Uint8Array(rowCount)
  for (let row = 0; row < rowCount; row++) {
    const bits = column.values[row] as number
    const both = (bits & wanted) >>> 0
    let pass = false
    if (condition.op === 'has') pass = both !== 0
    else if (condition.op === 'hasAll') pass = both === wanted
    else if (condition.op === 'hasNone') pass = both === 0
    else if (condition.op === 'empty') pass = bits === 0
    else if (condition.op === 'notEmpty') pass = bits !== 0
    mask[row] = pass ? 1 : 0
  }
  return mask
}

/** Every question to a number comes down to a range, a set, or "is there a value", perhaps turned round. */
function numberMask(
  condition: Condition,
  column: NumericColumn,
  rowCount: number,
  base: PeriodBase,
): Uint8Array {
  const { op, values: asked } = condition
  const mask = new Uint8Array(rowCount)
  const { values } = column
  if (op === 'empty' || op === 'notEmpty') {
    const wantEmpty = op === 'empty'
    for (let row = 0; row < rowCount; row++) mask[row] = Number.isNaN(values[row]) === wantEmpty ? 1 : 0
    return mask
  }
  const factors = column.kind === 'money' ? minorFactors(column, rowCount) : null
  const numbers = asked.map(value => asNumber(value, column))
  if (op === 'in' || op === 'notIn') {
    const set = new Set(numbers)
    const keep = op === 'in' ? 1 : 0
    for (let row = 0; row < rowCount; row++) {
      const value = values[row] as number
      const major = factors ? value / (factors.all ?? (factors.each?.[row] as number)) : value
      mask[row] = set.has(major) ? keep : keep ^ 1
    }
    return mask
  }
  const [low, high, turned] = rangeOf(condition, numbers, base)
  for (let row = 0; row < rowCount; row++) {
    let value = values[row] as number
    if (factors) value /= factors.all ?? (factors.each?.[row] as number)
    const inside = value >= low && value <= high
    // An empty cell (NaN) is never inside and never passes, unless the question is "is not".
    mask[row] = turned ? (inside ? 0 : 1) : inside ? 1 : 0
  }
  return mask
}

function asNumber(value: string | number, column: NumericColumn): number {
  if (typeof value === 'number') return value
  if (value === '') return NaN
  return column.kind === 'date' ? dayNumber(value) : Number(value)
}

type Range = readonly [low: number, high: number, turned: boolean]

/** The nearest number below or above, so that "greater than" is a closed range too. */
function beside(value: number, up: boolean): number {
  const step = Math.max(Number.MIN_VALUE, Math.abs(value) * Number.EPSILON)
  return up ? value + step : value - step
}

function rangeOf(condition: Condition, numbers: readonly number[], base: PeriodBase): Range {
  const a = numbers[0] ?? NaN
  const b = numbers[1] ?? NaN
  switch (condition.op) {
    case 'eq':
    case 'on':
      return [a, a, false]
    case 'ne':
      return [a, a, true]
    case 'gt':
    case 'after':
      return [beside(a, true), Infinity, false]
    case 'ge':
      return [a, Infinity, false]
    case 'lt':
    case 'before':
      return [-Infinity, beside(a, false), false]
    case 'le':
      return [-Infinity, a, false]
    case 'between':
      return [Math.min(a, b), Math.max(a, b), false]
    case 'inLast':
      return [base.asOf - a, base.asOf, false]
    case 'inNext':
      return [base.asOf, base.asOf + a, false]
    case 'olderThan':
      return [-Infinity, base.asOf - a - 1, false]
    case 'inPeriod': {
      const [low, high] = periodDays(String(condition.values[0]) as Period, base)
      return [low, high, false]
    }
    case 'isTrue':
      return [1, 1, false]
    case 'isFalse':
      return [0, 0, false]
    default:
      return [-Infinity, Infinity, false]
  }
}
