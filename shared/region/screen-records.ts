/** A quick look through many new records, field by field: whether all are in order, not what is wrong with one. */
import { asTableName, catalog, fieldsOf, type TableName } from '../model/catalog'
import type { Field, Source } from '../model/field'
import type { AnyRecord } from './change'
import { isStamp, valueFault } from './check-value'

/** The sources that a record may have. */
export const sources: readonly Source[] = ['import', 'manager', 'rep', 'pack', 'derived', 'assumed']

/** The fields that records of all tables have. */
export const baseFields: readonly string[] = ['id', 'source', 'createdAt', 'updatedAt', 'archivedAt']

type Test = (value: unknown) => boolean

/** The screen of one table; `isThere` says whether a record that is referred to will be there. */
export class RecordScreen {
  private readonly tests: readonly (readonly [string, Test])[]

  constructor(
    table: TableName,
    private readonly isThere: (table: TableName, id: string) => boolean,
  ) {
    this.tests = [
      ['source', value => sources.includes(value as Source)],
      ['createdAt', isStamp],
      ['updatedAt', isStamp],
      ['archivedAt', value => value === null || isStamp(value)],
      ...Object.entries(fieldsOf(table)).map(
        ([name, field]) => [name, this.testOf(table, name, field)] as const,
      ),
    ]
  }

  /** True where all records have exactly the fields of the table, with values that fit; false also where it is not sure. */
  fits(records: readonly AnyRecord[]): boolean {
    const [first] = records
    if (!first) return true
    const names = Object.keys(first)
    if (names.length !== this.tests.length + 1 || !names.includes('id')) return false
    if (!records.every(each => hasNames(each, names))) return false
    for (const [name, test] of this.tests) {
      if (!Object.hasOwn(first, name)) return false
      for (const record of records) if (!test(record[name])) return false
    }
    return true
  }

  private testOf(table: TableName, name: string, field: Field): Test {
    const fits = this.filledTest(table, name, field)
    const mayBeNull = valueFault(field, null) === null
    return value => (value === null ? mayBeNull : fits(value))
  }

  private filledTest(table: TableName, name: string, field: Field): Test {
    const titled = field.required && name === 'name' && catalog[table].title === 'name'
    const to = field.table ? asTableName(field.table) : null
    switch (field.kind) {
      case 'text':
      case 'longText':
        return value => typeof value === 'string' && !(titled && value === '')
      case 'day':
      case 'stamp':
      case 'currency':
      case 'choice':
        return remembered(value => valueFault(field, value) === null)
      case 'ref':
        return remembered(
          value => valueFault(field, value) === null && (to === null || this.isThere(to, value as string)),
        )
      case 'refs':
        return value =>
          valueFault(field, value) === null &&
          (to === null || (value as readonly string[]).every(id => this.isThere(to, id)))
      default:
        return value => valueFault(field, value) === null
    }
  }
}

/** A test that looks once at each of the values that it found good. */
function remembered(test: Test): Test {
  const good = new Set<unknown>()
  return value => good.has(value) || (test(value) && !!good.add(value))
}

function hasNames(record: object, names: readonly string[]): boolean {
  let at = 0
  for (const name in record) if (name !== names[at++]) return false
  return at === names.length
}
