/** Builds regions record by record for tests: `aRegion().with('rep', { name: 'Ann' })`. */
import type { Day } from '#shared/base/day'
import { asId, type Id } from '#shared/base/id'
import type { RecordOf, TableName } from '#shared/model/catalog'
import type { Source } from '#shared/model/field'
import { newRecord, type NewValues } from '#shared/region/new-record'
import { Region } from '#shared/region/region'

/** Reads `YYYY-MM-DD` as a day; tests write days as text. */
export const day = (text: string): Day => text as Day

/** A region under construction; ids count up by table (`opportunity-1`) unless given. */
export class RegionBuilder {
  readonly region = new Region()
  private readonly counters = new Map<TableName, number>()
  private at = '2017-01-01T00:00:00.000Z'
  private source: Source = 'import'

  /** Adds a record and returns its id. */
  add<T extends TableName>(table: T, values: NewValues<T> = {}, id?: string): Id<T> {
    const no = (this.counters.get(table) ?? 0) + 1
    this.counters.set(table, no)
    const key = asId<T>(id ?? `${table}-${no}`)
    this.region.table(table).put(newRecord(table, key, values, { source: this.source, at: this.at }))
    return key
  }

  /** Adds a record and goes on. */
  with<T extends TableName>(table: T, values: NewValues<T> = {}, id?: string): this {
    this.add(table, values, id)
    return this
  }

  /** Sets some fields of a record that was added before. */
  change<T extends TableName>(
    table: T,
    id: Id<T>,
    values: NewValues<T> & { archivedAt?: string | null },
  ): this {
    const old = this.region.table(table).get(id)
    if (!old) throw new Error(`no ${table} ${id}`)
    this.region.table(table).put({ ...old, ...values } as RecordOf<T>)
    return this
  }

  /** The moment and the source that records added from now on carry. */
  from(source: Source, at = this.at): this {
    this.source = source
    this.at = at
    return this
  }
}

/** Starts a region without any record. */
export const aRegion = (): RegionBuilder => new RegionBuilder()
