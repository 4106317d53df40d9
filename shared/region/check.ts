/** Whether a change fits the region as it stands, so that nothing wrong is ever written. */
import { asTableName, catalog, fieldsOf, tableNames, type TableName } from '../model/catalog'
import type { Field, Source } from '../model/field'
import { sameValue, tablesOf, type AnyRecord, type ChangeSet, type TableChange, type Values } from './change'
import { isStamp, valueFault, type ValueFault } from './check-value'
import type { Region } from './region'
import { baseFields, RecordScreen, sources } from './screen-records'

/** Where in a region a problem lies. */
interface Place {
  readonly table: TableName
  readonly id: string
}

/** What can be wrong with a change; facts only, `changeProblemText` has the sentences. */
export type ChangeProblem =
  | { readonly code: 'unknownTable'; readonly table: string }
  | ({ readonly code: 'noId' | 'alreadyThere' | 'notThere' } & Place)
  | ({ readonly code: 'unknownField' | 'missingField' | 'uneven' | 'loop'; readonly field: string } & Place)
  | ({ readonly code: ValueFault; readonly field: string; readonly value: unknown } & Place)
  | ({
      readonly code: 'changedMeanwhile'
      readonly field: string
      readonly expected: unknown
      readonly found: unknown
    } & Place)
  | ({
      readonly code: 'dangling'
      readonly field: string
      readonly target: TableName
      readonly value: string
    } & Place)
  | ({
      readonly code: 'stillUsed'
      readonly by: TableName
      readonly byId: string
      readonly field: string
    } & Place)

/** How to check: tables that are not in memory are judged by their values alone. */
interface CheckOptions {
  readonly unread?: ReadonlySet<TableName>
  /** Stop after so many problems; 50 unless told. */
  readonly limit?: number
}

const changeableBase: ReadonlySet<string> = new Set(['source', 'updatedAt', 'archivedAt'])
/** Records looked at between two pauses of `checkSteps`. */
const stride = 500

/** The problems of a change; none means that it can be applied. */
export function check(region: Region, change: ChangeSet, options: CheckOptions = {}): ChangeProblem[] {
  const steps = checkSteps(region, change, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** As `check`, pausing every few hundred records so that a caller can let the window breathe. */
export function* checkSteps(
  region: Region,
  change: ChangeSet,
  options: CheckOptions = {},
): Generator<void, ChangeProblem[]> {
  const judge = new Judge(region, change, options)
  for (const name of Object.keys(change))
    if (!asTableName(name)) judge.add({ code: 'unknownTable', table: name })
  for (const [table, one] of tablesOf(change))
    for (const look of judge.looks(table, one)) {
      look()
      if (judge.full) return judge.problems
      yield
    }
  for (const [table] of tablesOf(change)) {
    judge.loops(table)
    yield
    judge.uses(table)
    if (judge.full) return judge.problems
    yield
  }
  return judge.problems
}

class Judge {
  readonly problems: ChangeProblem[] = []
  private readonly added = new Map<TableName, ReadonlyMap<string, AnyRecord>>()
  private readonly changed = new Map<TableName, Map<string, Values>>()
  private readonly removed = new Map<TableName, Set<string>>()
  private readonly fieldLists = new Map<TableName, readonly (readonly [string, Field])[]>()
  private readonly limit: number

  constructor(
    private readonly region: Region,
    private readonly change: ChangeSet,
    private readonly options: CheckOptions,
  ) {
    this.limit = options.limit ?? 50
    for (const [table, one] of tablesOf(change)) {
      this.changed.set(table, new Map(one.changed.map(each => [each.id, each.after])))
      this.removed.set(table, new Set(one.removed.map(each => each.id)))
    }
  }

  get full(): boolean {
    return this.problems.length >= this.limit
  }

  add(problem: ChangeProblem): void {
    if (!this.full) this.problems.push(problem)
  }

  /** The added records of a table by id; most tables are never asked for, so that no list is made for them. */
  private addedTo(table: TableName): ReadonlyMap<string, AnyRecord> {
    let added = this.added.get(table)
    if (!added) {
      added = new Map(this.change[table]?.added.map(each => [each.id, each as unknown as AnyRecord]))
      this.added.set(table, added)
    }
    return added
  }

  /** What is to be done for a table, some hundred records at a time. */
  *looks(table: TableName, one: TableChange): Generator<() => void> {
    const seen = new Set<string>()
    const once = (id: string): void => {
      if (typeof id !== 'string' || id === '') this.add({ code: 'noId', table, id: String(id) })
      else if (seen.has(id)) this.add({ code: 'alreadyThere', table, id })
      else seen.add(id)
    }
    const screen = new RecordScreen(table, (to, id) => this.willBe(to, id))
    for (const records of strides(one.removed))
      yield () => {
        for (const { id } of records) {
          once(id)
          if (!this.unread(table) && !this.stored(table, id)) this.add({ code: 'notThere', table, id })
        }
      }
    for (const records of strides(one.added as unknown as readonly AnyRecord[]))
      yield () => {
        const sound = screen.fits(records)
        for (const record of records) {
          once(record.id)
          if (this.stored(table, record.id)) this.add({ code: 'alreadyThere', table, id: record.id })
          if (!sound) this.whole(table, record)
        }
      }
    for (const steps of strides(one.changed))
      yield () => {
        for (const each of steps) {
          once(each.id)
          this.step(table, each)
        }
      }
  }

  private unread(table: TableName): boolean {
    return this.options.unread?.has(table) ?? false
  }

  private stored(table: TableName, id: string): Values | undefined {
    return this.region.table(table).get(id as never) as Values | undefined
  }

  private whole(table: TableName, record: AnyRecord): void {
    const fields = fieldsOf(table)
    for (const name in record)
      if (!Object.hasOwn(fields, name) && !baseFields.includes(name))
        this.add({ code: 'unknownField', table, id: record.id, field: name })
    for (const name of baseFields) this.base(table, record.id, name, record[name])
    for (const [name, field] of this.fieldList(table)) {
      const value = record[name]
      if (value === undefined) this.add({ code: 'missingField', table, id: record.id, field: name })
      else if (value !== null || field.required) this.value(table, record.id, name, field, value)
    }
  }

  /** The fields of a table as pairs, listed once for all its records. */
  private fieldList(table: TableName): readonly (readonly [string, Field])[] {
    let list = this.fieldLists.get(table)
    if (!list) this.fieldLists.set(table, (list = Object.entries(fieldsOf(table))))
    return list
  }

  private step(table: TableName, each: { id: string; before: Values; after: Values }): void {
    const { id, before, after } = each
    const now = this.stored(table, id)
    if (!now && !this.unread(table)) return this.add({ code: 'notThere', table, id })
    const fields = fieldsOf(table)
    for (const [name, value] of Object.entries(after)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (!field && !changeableBase.has(name)) this.add({ code: 'unknownField', table, id, field: name })
      else if (!Object.hasOwn(before, name)) this.add({ code: 'uneven', table, id, field: name })
      else if (now && !sameValue(now[name], before[name]))
        this.add({
          code: 'changedMeanwhile',
          table,
          id,
          field: name,
          expected: before[name],
          found: now[name],
        })
      else if (field) this.value(table, id, name, field, value)
      else this.base(table, id, name, value)
    }
    for (const name of Object.keys(before))
      if (!Object.hasOwn(after, name)) this.add({ code: 'uneven', table, id, field: name })
  }

  private base(table: TableName, id: string, field: string, value: unknown): void {
    const fits =
      field === 'id'
        ? true
        : field === 'source'
          ? sources.includes(value as Source)
          : field === 'archivedAt' && value === null
            ? true
            : isStamp(value)
    if (!fits) this.add({ code: 'wrongKind', table, id, field, value })
  }

  private value(table: TableName, id: string, name: string, field: Field, value: unknown): void {
    const fault = valueFault(field, value)
    if (fault) return this.add({ code: fault, table, id, field: name, value })
    // A record without its name cannot be told from others; other texts may stay blank.
    if (value === '' && field.required && name === 'name' && catalog[table].title === 'name')
      return this.add({ code: 'empty', table, id, field: name, value })
    const target = field.table ? asTableName(field.table) : null
    if (!target || value === null) return
    for (const to of field.kind === 'refs' ? (value as readonly string[]) : [value as string])
      if (!this.willBe(target, to)) this.add({ code: 'dangling', table, id, field: name, target, value: to })
  }

  private willBe(table: TableName, id: string): boolean {
    if (this.unread(table) || this.addedTo(table).has(id)) return true
    return this.stored(table, id) !== undefined && !this.removed.get(table)?.has(id)
  }

  /** A record may not stand above itself, over however many others. */
  loops(table: TableName): void {
    for (const [name, field] of Object.entries(fieldsOf(table))) {
      if (field.kind !== 'ref' || field.table !== table) continue
      const next = (id: string): unknown => {
        const after = this.changed.get(table)?.get(id)
        if (after && Object.hasOwn(after, name)) return after[name]
        return (this.addedTo(table).get(id) ?? this.stored(table, id))?.[name]
      }
      const touched = [
        ...this.addedTo(table).keys(),
        ...[...(this.changed.get(table) ?? [])]
          .filter(([, after]) => Object.hasOwn(after, name))
          .map(([id]) => id),
      ]
      const clear = new Set<string>()
      for (const start of touched) {
        const path = new Set<string>()
        let at: unknown = start
        while (typeof at === 'string' && !clear.has(at) && !path.has(at)) {
          path.add(at)
          at = next(at)
        }
        if (typeof at === 'string' && path.has(at)) this.add({ code: 'loop', table, id: at, field: name })
        for (const id of path) clear.add(id)
      }
    }
  }

  /** A record may not go while another that stays refers to it. */
  uses(table: TableName): void {
    const gone = this.removed.get(table)
    if (!gone || gone.size === 0) return
    for (const by of tableNames) {
      if (this.unread(by)) continue
      for (const [name, field] of Object.entries(fieldsOf(by)))
        if (field.table === table) this.usesOf(table, gone, by, name, field)
    }
  }

  private usesOf(
    table: TableName,
    gone: ReadonlySet<string>,
    by: TableName,
    name: string,
    field: Field,
  ): void {
    const shelf = this.region.table(by)
    const few = field.kind === 'ref' && gone.size < 50
    const candidates: Iterable<object> = few
      ? [...gone].flatMap(id => shelf.where(name as never, id as never))
      : shelf.values()
    for (const candidate of candidates) {
      const record = candidate as AnyRecord
      if (this.removed.get(by)?.has(record.id)) continue
      const after = this.changed.get(by)?.get(record.id)
      const value = after && Object.hasOwn(after, name) ? after[name] : record[name]
      const ids = field.kind === 'refs' ? (value as readonly string[]) : [value as string | null]
      for (const id of ids)
        if (id !== null && gone.has(id) && !this.addedTo(table).has(id))
          this.add({ code: 'stillUsed', table, id, by, byId: record.id, field: name })
    }
  }
}

function* strides<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += stride) yield all.slice(from, from + stride)
}
