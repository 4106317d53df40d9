/** The region in memory: frozen records on one shelf a table, with a version number that moves with every change. */
import type { Id } from '../base/id'
import { tableNames, type FieldName, type RecordOf, type TableName } from '../model/catalog'

/** Moves a shelf remembers before it lets the older half go. */
const longestLog = 4096

/** The records that hold one value; `mixed` while they are not in the shelf's order. */
interface Ids<T extends TableName> {
  readonly all: Set<Id<T>>
  mixed: boolean
}

type Shelves = { readonly [T in TableName]: Shelf<T> }

/** The records of one table by id, with look-ups by field that are kept up to date as records come and go. */
class Shelf<T extends TableName = TableName> {
  private readonly records = new Map<Id<T>, RecordOf<T>>()
  private readonly indexes = new Map<string, Map<unknown, Ids<T>>>()
  private readonly moves: { readonly id: Id<T>; readonly before: RecordOf<T> | undefined }[] = []
  private counter = 0

  constructor(readonly name: T) {}

  /** Moves with every change; equal versions mean equal content. */
  get version(): number {
    return this.counter
  }

  /** Number of records, archived ones included. */
  get size(): number {
    return this.records.size
  }

  /** The record with an id, archived or not. */
  get(id: Id<T>): RecordOf<T> | undefined {
    return this.records.get(id)
  }

  /** All records in the order in which they came, archived ones included. */
  values(): IterableIterator<RecordOf<T>> {
    return this.records.values()
  }

  /**
   * The records whose field holds `value`, archived ones included, in the order in which they came; an index is made
   * at the first question.
   */
  where<F extends FieldName<T>>(field: F, value: RecordOf<T>[F & keyof RecordOf<T>]): RecordOf<T>[] {
    const ids = this.index(field).get(value)
    const found: RecordOf<T>[] = []
    if (!ids) return found
    if (ids.mixed) {
      const held = new Set(ids.all)
      ids.all.clear()
      for (const id of this.records.keys()) if (held.has(id)) ids.all.add(id)
      ids.mixed = false
    }
    for (const id of ids.all) found.push(this.records.get(id) as RecordOf<T>)
    return found
  }

  /**
   * What was put or removed since `version`, by id, as it stood at that version (undefined where it was not there);
   * null where that was too long ago to be remembered.
   */
  since(version: number): ReadonlyMap<Id<T>, RecordOf<T> | undefined> | null {
    const back = this.counter - version
    if (back < 0 || back > this.moves.length) return null
    const found = new Map<Id<T>, RecordOf<T> | undefined>()
    for (const { id, before } of this.moves.slice(this.moves.length - back))
      if (!found.has(id)) found.set(id, before)
    return found
  }

  /** Puts a record, new or in the place of the one with its id. */
  put(record: RecordOf<T>): void {
    const id = record.id as Id<T>
    const old = this.records.get(id)
    this.records.set(id, Object.freeze(record) as RecordOf<T>)
    for (const [field, index] of this.indexes) {
      const value = valueOf(record, field)
      if (old) {
        const was = valueOf(old, field)
        if (was === value) continue
        indexRemove(index, was, id)
      }
      const ids = indexAdd(index, value, id)
      // A record that was there before stands in the middle of the shelf, not at its end.
      if (old) ids.mixed = true
    }
    this.note(id, old)
  }

  /** Puts records as they were read from disk, without remembering them as moves: cheaper than `put` for a whole table. */
  fill(records: readonly RecordOf<T>[]): void {
    if (this.indexes.size > 0) return records.forEach(record => this.put(record))
    for (const record of records) this.records.set(record.id as Id<T>, Object.freeze(record) as RecordOf<T>)
    this.counter++
    this.moves.length = 0
  }

  /** Takes a record off the shelf. */
  remove(id: Id<T>): void {
    const old = this.records.get(id)
    if (!old) return
    this.records.delete(id)
    for (const [field, index] of this.indexes) indexRemove(index, valueOf(old, field), id)
    this.note(id, old)
  }

  private note(id: Id<T>, before: RecordOf<T> | undefined): void {
    this.counter++
    this.moves.push({ id, before })
    if (this.moves.length > longestLog) this.moves.splice(0, longestLog / 2)
  }

  private index(field: string): Map<unknown, Ids<T>> {
    let index = this.indexes.get(field)
    if (!index) {
      index = new Map()
      for (const record of this.records.values()) indexAdd(index, valueOf(record, field), record.id as Id<T>)
      this.indexes.set(field, index)
    }
    return index
  }
}

const valueOf = (record: object, field: string): unknown => (record as Record<string, unknown>)[field]

function indexAdd<T extends TableName>(index: Map<unknown, Ids<T>>, value: unknown, id: Id<T>): Ids<T> {
  let ids = index.get(value)
  if (!ids) index.set(value, (ids = { all: new Set(), mixed: false }))
  ids.all.add(id)
  return ids
}

function indexRemove<T extends TableName>(index: Map<unknown, Ids<T>>, value: unknown, id: Id<T>): void {
  const ids = index.get(value)
  ids?.all.delete(id)
  if (ids?.all.size === 0) index.delete(value)
}

/** One manager's region: every table's shelf. Only `applyTo` puts and removes records. */
export class Region {
  private readonly shelves: Shelves

  constructor() {
    this.shelves = Object.fromEntries(tableNames.map(name => [name, new Shelf(name)])) as unknown as Shelves
  }

  /** The shelf of a table. */
  table<T extends TableName>(name: T): Shelf<T> {
    return this.shelves[name]
  }

  /** One record; null for an id that is null or not there. */
  get<T extends TableName>(name: T, id: Id<T> | null | undefined): RecordOf<T> | null {
    return id ? (this.table(name).get(id) ?? null) : null
  }

  /** All records of a table that are not archived. */
  all<T extends TableName>(name: T): RecordOf<T>[] {
    const live: RecordOf<T>[] = []
    for (const record of this.table(name).values()) if (record.archivedAt === null) live.push(record)
    return live
  }

  /** The records of a table whose field holds a value and that are not archived. */
  where<T extends TableName, F extends FieldName<T>>(
    name: T,
    field: F,
    value: RecordOf<T>[F & keyof RecordOf<T>],
  ): RecordOf<T>[] {
    return this.table(name)
      .where(field, value)
      .filter(record => record.archivedAt === null)
  }

  /** The versions of some tables as one text, to remember results by. */
  versionOf(...names: readonly TableName[]): string {
    return names.map(name => this.table(name).version).join('.')
  }
}
