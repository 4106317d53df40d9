/** The sentences for changes that do not fit: what, where, and what to do. */
import { catalog, fieldOf, type TableName } from '../model/catalog'
import type { ChangeProblem } from './check'

const label = (table: TableName, field: string): string => fieldOf(table, field)?.label ?? field
const quoted = (value: unknown): string =>
  value === null ? 'nothing' : `“${typeof value === 'string' ? value : JSON.stringify(value)}”`

const kindWords: Readonly<Record<string, string>> = {
  text: 'text',
  longText: 'text',
  whole: 'a whole number',
  number: 'a number',
  percent: 'a percentage',
  money: 'an amount of money',
  currency: 'a currency code such as USD',
  day: 'a day',
  stamp: 'a moment',
  flag: 'yes or no',
  choice: 'one of its choices',
  ref: 'a record',
  refs: 'records',
  list: 'a list of texts',
}

/** One sentence, or two, for a problem. */
export function changeProblemText(problem: ChangeProblem): string {
  if (problem.code === 'unknownTable') return `There is no table “${problem.table}”.`
  const one = catalog[problem.table].one
  switch (problem.code) {
    case 'noId':
      return `A record of ${catalog[problem.table].many} has no id.`
    case 'alreadyThere':
      return `The same ${one.toLowerCase()} (${problem.id}) would be there twice.`
    case 'notThere':
      return `The ${one.toLowerCase()} (${problem.id}) is no longer there, or is no longer as it was. Look at it again.`
    case 'unknownField':
      return `${one} has no field “${problem.field}”.`
    case 'missingField':
      return `${label(problem.table, problem.field)} is missing from the ${one.toLowerCase()} (${problem.id}).`
    case 'uneven':
      return `${label(problem.table, problem.field)} of the ${one.toLowerCase()} must come with its old and its new value.`
    case 'loop':
      return `${label(problem.table, problem.field)}: the ${one.toLowerCase()} would stand above itself. Choose another one.`
    case 'empty':
      return `${label(problem.table, problem.field)} of the ${one.toLowerCase()} may not be empty. Give it a value.`
    case 'wrongKind': {
      const kind = fieldOf(problem.table, problem.field)?.kind ?? 'text'
      return `${label(problem.table, problem.field)} must be ${kindWords[kind] ?? 'of another kind'}; ${quoted(problem.value)} is not.`
    }
    case 'notAChoice': {
      const words = fieldOf(problem.table, problem.field)?.choices?.map(each => each.label) ?? []
      return `${label(problem.table, problem.field)} must be one of ${words.join(', ')}; ${quoted(problem.value)} is not.`
    }
    case 'outOfRange': {
      const range = fieldOf(problem.table, problem.field)?.range
      return `${label(problem.table, problem.field)} must lie between ${range?.[0]} and ${range?.[1]}; ${quoted(problem.value)} does not.`
    }
    case 'changedMeanwhile':
      return `${label(problem.table, problem.field)} was ${quoted(problem.expected)} when you started and is ${quoted(problem.found)} now. Look at it and do it again.`
    case 'dangling':
      return `${label(problem.table, problem.field)} names ${catalog[problem.target].one.toLowerCase()} ${quoted(problem.value)}, which is not there.`
    case 'stillUsed':
      return `The ${one.toLowerCase()} cannot go: ${label(problem.by, problem.field)} of ${catalog[problem.by].one.toLowerCase()} ${problem.byId} refers to it. Archive it instead.`
  }
}
