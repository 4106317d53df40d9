/** Collecting a user's wish into one change: adds, sets, archives and removes against the region as it stands. */
import type { Day } from '../base/day'
import { present } from '../base/assert'
import { newId, type Id } from '../base/id'
import type { Random } from '../base/random'
import type { RecordOf, TableName } from '../model/catalog'
import type { Json, Stamp } from '../model/field'
import { ChangeSum, difference, type ChangeSet, type Values } from './change'
import { newRecord, type NewValues, type Origin } from './new-record'
import type { Region } from './region'

/** Fields of an opportunity whose past a forecast must be able to rebuild (CV-2). */
export const trackedFields: readonly string[] = [
  'owner',
  'account',
  'product',
  'stage',
  'state',
  'amount',
  'wonAmount',
  'expectedClose',
  'closedOn',
  'decisionMaker',
  'decisionDate',
  'budget',
  'budgetKnown',
  'forecastCategory',
]

/** What an edit needs to know of its surroundings: who, when (both times of CV-2) and where new ids come from. */
export interface EditContext extends Origin {
  readonly asOf: Day
  readonly random: Random
}

/** A wish under construction; nothing changes until its change is committed. */
export class Edit {
  private readonly sum = new ChangeSum()
  private readonly pending = new Map<string, Values>()

  constructor(
    private readonly region: Region,
    private readonly context: EditContext,
  ) {}

  /** The moment at which the wish is made, for fields that keep when something was learned (CV-2). */
  get at(): Stamp {
    return this.context.at
  }

  /** Adds a record and returns its id. */
  add<T extends TableName>(table: T, values: NewValues<T>, id: Id<T> = newId<T>(this.context.random)): Id<T> {
    const record = newRecord(table, id, values, this.context)
    this.pending.set(`${table}/${id}`, record as unknown as Values)
    this.join({ [table]: { added: [record], changed: [], removed: [] } })
    return id
  }

  /** Sets some fields of a record; fields that already hold the value are left out. */
  set<T extends TableName>(table: T, id: Id<T>, values: NewValues<T> & { archivedAt?: string | null }): void {
    const now = this.current(table, id)
    const step = difference(now, values)
    if (!step) return
    const at = {
      before: { ...step.before, updatedAt: now['updatedAt'] },
      after: { ...step.after, updatedAt: this.context.at },
    }
    this.pending.set(`${table}/${id}`, { ...now, ...at.after })
    this.join({ [table]: { added: [], changed: [{ id, ...at }], removed: [] } })
    if (table === 'opportunity') this.track(id as unknown as Id<'opportunity'>, step)
  }

  /** Archives a record: it leaves every list and stays readable (CV-10). */
  archive<T extends TableName>(table: T, id: Id<T>): void {
    this.set(table, id, { archivedAt: this.context.at } as NewValues<T> & { archivedAt: string })
  }

  /** Removes a record that was made in error and that nothing refers to; undo brings it back. */
  remove<T extends TableName>(table: T, id: Id<T>): void {
    const record = this.current(table, id) as unknown as RecordOf<T>
    this.pending.delete(`${table}/${id}`)
    this.join({ [table]: { added: [], changed: [], removed: [record] } })
  }

  /** The record as it would stand after the wish so far. */
  current<T extends TableName>(table: T, id: Id<T>): Values {
    return present(
      this.pending.get(`${table}/${id}`) ??
        (this.region.table(table).get(id) as unknown as Values | undefined),
      'an edit names a record that is there',
    )
  }

  /** The whole wish as one change. */
  change(): ChangeSet {
    return this.sum.total()
  }

  private track(opportunity: Id<'opportunity'>, step: { before: Values; after: Values }): void {
    for (const field of trackedFields) {
      if (!Object.hasOwn(step.after, field)) continue
      this.add('oppFact', {
        opportunity,
        field,
        before: (step.before[field] ?? null) as Json,
        value: (step.after[field] ?? null) as Json,
        occurredOn: this.context.asOf,
        recordedAt: this.context.at,
      })
    }
  }

  private join(change: object): void {
    this.sum.add(change)
  }
}
