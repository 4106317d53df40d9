/** Says a filter tree as one English sentence, with the operators' names for menus. */
import type { ColumnKind } from './column-data'
import {
  arity,
  isComplete,
  isGroup,
  type Condition,
  type FilterNode,
  type Operator,
  type Period,
} from './filter'

/** What the sentence needs to know about a column. */
export interface NamedColumn {
  readonly title: string
  readonly kind: ColumnKind
  /** Labels of flags by key. */
  readonly labels?: Readonly<Record<string, string>>
}

const operatorWords: Record<Operator, string> = {
  contains: 'contains',
  notContains: 'does not contain',
  is: 'is',
  isNot: 'is not',
  starts: 'starts with',
  ends: 'ends with',
  in: 'is one of',
  notIn: 'is none of',
  empty: 'is empty',
  notEmpty: 'is not empty',
  eq: 'is',
  ne: 'is not',
  gt: 'is more than',
  ge: 'is at least',
  lt: 'is less than',
  le: 'is at most',
  between: 'is between',
  on: 'is on',
  before: 'is before',
  after: 'is after',
  inPeriod: 'is',
  inLast: 'is in the last … days',
  inNext: 'is in the next … days',
  olderThan: 'is more than … days ago',
  isTrue: 'is yes',
  isFalse: 'is no',
  has: 'has any of',
  hasAll: 'has all of',
  hasNone: 'has none of',
}

/** The periods with their words, in the order of a menu. */
export const periodWords: Readonly<Record<Period, string>> = {
  today: 'today',
  thisWeek: 'this week',
  lastWeek: 'last week',
  nextWeek: 'next week',
  thisMonth: 'this month',
  lastMonth: 'last month',
  nextMonth: 'next month',
  thisQuarter: 'this quarter',
  lastQuarter: 'last quarter',
  nextQuarter: 'next quarter',
  thisYear: 'this year',
  lastYear: 'last year',
  nextYear: 'next year',
  pastAll: 'before the as-of date',
  futureAll: 'on or after the as-of date',
}

/** The name of an operator in a menu. */
export function operatorName(op: Operator): string {
  return op === 'inPeriod' ? 'is in a period' : operatorWords[op]
}

function shown(value: string | number, column: NamedColumn): string {
  if (value === '') return '(empty)'
  if (column.kind === 'percent' && typeof value === 'number')
    return `${Number((value * 100).toPrecision(12))} %`
  if (column.kind === 'flags') return column.labels?.[String(value)] ?? String(value)
  if (typeof value === 'number') return value.toLocaleString('en')
  return column.kind === 'text' || column.kind === 'choice' ? `“${value}”` : value
}

/** At most three values by name, the rest by their number. */
function listed(condition: Condition, column: NamedColumn): string {
  const words = condition.values.slice(0, 3).map(value => shown(value, column))
  const more = condition.values.length - words.length
  if (more > 0) return `${words.join(', ')} and ${more} more`
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

/** One condition in words, without the column: "is between 10 and 20". */
export function conditionWords(condition: Condition, column: NamedColumn): string {
  const { op, values } = condition
  if (!isComplete(condition)) return `${operatorWords[op]} …`
  switch (arity(op)) {
    case 0:
      return operatorWords[op]
    case 2:
      return `is between ${shown(values[0] as string, column)} and ${shown(values[1] as string, column)}`
    case 'many':
      return `${operatorWords[op]} ${listed(condition, column)}`
    case 1: {
      const value = values[0] as string | number
      if (op === 'inPeriod') return `is ${periodWords[String(value) as Period]}`
      if (operatorWords[op].includes('…')) return operatorWords[op].replace('…', String(value))
      return `${operatorWords[op]} ${shown(value, column)}`
    }
  }
}

/** A tree in words; empty text when it asks nothing. */
export function filterSentence(node: FilterNode, columnOf: (key: string) => NamedColumn): string {
  if (!isGroup(node)) {
    const column = columnOf(node.column)
    return `${column.title} ${conditionWords(node, column)}`
  }
  const parts = node.parts.map(part => {
    const words = filterSentence(part, columnOf)
    return isGroup(part) && part.parts.length > 1 && !part.not ? `(${words})` : words
  })
  const joined = parts.filter(Boolean).join(node.join === 'and' ? ' and ' : ' or ')
  return node.not && joined ? `not (${joined})` : joined
}
