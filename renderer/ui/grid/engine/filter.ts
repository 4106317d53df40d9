/** The filter tree of a view, what each kind of column can be asked, and nothing about how it is answered. */
import type { ColumnKind } from './column-data'

/** What a condition asks of a cell. */
export type Operator =
  | 'contains'
  | 'notContains'
  | 'is'
  | 'isNot'
  | 'starts'
  | 'ends'
  | 'in'
  | 'notIn'
  | 'empty'
  | 'notEmpty'
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'between'
  | 'on'
  | 'before'
  | 'after'
  | 'inPeriod'
  | 'inLast'
  | 'inNext'
  | 'olderThan'
  | 'isTrue'
  | 'isFalse'
  | 'has'
  | 'hasAll'
  | 'hasNone'

/** A period named from the as-of date; weeks start on Monday, quarters and years are fiscal. */
export type Period =
  | 'today'
  | 'lastWeek'
  | 'thisWeek'
  | 'nextWeek'
  | 'lastMonth'
  | 'thisMonth'
  | 'nextMonth'
  | 'lastQuarter'
  | 'thisQuarter'
  | 'nextQuarter'
  | 'lastYear'
  | 'thisYear'
  | 'nextYear'
  | 'pastAll'
  | 'futureAll'

/**
 * One question to one column. `values`: words for text; numbers for number; major units for money; shares (0.65) for percent;
 * `YYYY-MM-DD` for dates; a `Period`; a number of days for inLast, inNext and olderThan; keys for flags.
 */
export interface Condition {
  readonly column: string
  readonly op: Operator
  readonly values: readonly (string | number)[]
}

/** Conditions joined by and/or, nested as deep as wanted; `not` turns the whole group round. */
export interface FilterGroup {
  readonly join: 'and' | 'or'
  readonly not?: boolean
  readonly parts: readonly FilterNode[]
}

/** A node of the filter tree. */
export type FilterNode = Condition | FilterGroup

/** Whether a node is a group. */
export function isGroup(node: FilterNode): node is FilterGroup {
  return 'parts' in node
}

const textOperators: readonly Operator[] = [
  'contains',
  'notContains',
  'is',
  'isNot',
  'starts',
  'ends',
  'in',
  'notIn',
  'empty',
  'notEmpty',
]
const numberOperators: readonly Operator[] = [
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'between',
  'in',
  'notIn',
  'empty',
  'notEmpty',
]
const dateOperators: readonly Operator[] = [
  'inPeriod',
  'on',
  'before',
  'after',
  'between',
  'inLast',
  'inNext',
  'olderThan',
  'in',
  'notIn',
  'empty',
  'notEmpty',
]

/** The operators that a kind of column understands, the most used first. */
export function operatorsOf(kind: ColumnKind): readonly Operator[] {
  switch (kind) {
    case 'text':
      return textOperators
    case 'choice':
      return ['in', 'notIn', 'contains', 'notContains', 'is', 'isNot', 'starts', 'ends', 'empty', 'notEmpty']
    case 'number':
    case 'money':
    case 'percent':
      return numberOperators
    case 'date':
      return dateOperators
    case 'boolean':
      return ['isTrue', 'isFalse', 'empty', 'notEmpty']
    case 'flags':
      return ['has', 'hasAll', 'hasNone', 'empty', 'notEmpty']
  }
}

/** How many values an operator takes. */
export function arity(op: Operator): 0 | 1 | 2 | 'many' {
  switch (op) {
    case 'empty':
    case 'notEmpty':
    case 'isTrue':
    case 'isFalse':
      return 0
    case 'between':
      return 2
    case 'in':
    case 'notIn':
    case 'has':
    case 'hasAll':
    case 'hasNone':
      return 'many'
    default:
      return 1
  }
}

/** Whether a condition has the values it needs to be asked; one that has not lets every row pass. */
export function isComplete(condition: Condition): boolean {
  const need = arity(condition.op)
  if (need === 'many') return condition.values.length > 0
  return condition.values.length >= need && condition.values.slice(0, need).every(value => value !== '')
}

/** Every column that a tree asks. */
export function columnsOf(node: FilterNode): string[] {
  return isGroup(node) ? [...new Set(node.parts.flatMap(columnsOf))] : [node.column]
}
