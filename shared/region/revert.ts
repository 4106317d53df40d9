/** Taking one thing back long after it was done: what can go is undone, what was worked on since is kept and listed. */
import type { Id } from '../base/id'
import { asTableName, fieldsOf, tableNames, type RecordOf, type TableName } from '../model/catalog'
import type { Stamp } from '../model/field'
import { sameValue, tablesOf, type AnyRecord, type ChangeSet, type Values } from './change'
import type { Region } from './region'

/** Something that a revert leaves as it is, and why. */
export interface Kept {
  readonly table: TableName
  readonly id: string
  /** The field, or null for the whole record. */
  readonly field: string | null
  /** Edited since; used by a record that stays; or naming a record that is no longer there. */
  readonly why: 'edited' | 'used' | 'gone'
}

/** What a revert does and what it leaves. */
export interface RevertPlan {
  readonly change: ChangeSet
  readonly kept: readonly Kept[]
}

/** What is known of the time after the thing that is reverted. */
export interface Since {
  /** A record as it is now, of any table; undefined where it is gone. */
  readonly now: (table: TableName, id: string) => AnyRecord | undefined
  /** The values that a record had right after the thing was done, as far as they were changed since. */
  readonly then: (table: TableName, id: string) => Values | undefined
}

interface Draft {
  added: AnyRecord[]
  changed: { id: string; before: Values; after: Values }[]
  removed: AnyRecord[]
}

/**
 * Plans taking `done` back at the moment `at`. Added records go unless they were edited since or something that stays
 * refers to them; changed fields go back unless they hold another value by now; import batches stay, marked reverted.
 */
export function planRevert(region: Region, done: ChangeSet, since: Since, at: Stamp): RevertPlan {
  return new Reverting(region, done, since, at).plan()
}

class Reverting {
  private readonly kept: Kept[] = []
  private readonly drafts = new Map<TableName, Draft>()
  /** Records that go, unless something speaks for them. */
  private readonly leaving = new Map<TableName, Map<string, AnyRecord>>()
  /** Fields of opportunities that keep what the reverted thing gave them; their dated facts stay too. */
  private readonly keptFields = new Set<string>()

  constructor(
    private readonly region: Region,
    private readonly done: ChangeSet,
    private readonly since: Since,
    private readonly at: Stamp,
  ) {}

  plan(): RevertPlan {
    for (const [table, one] of tablesOf(this.done))
      for (const record of one.added) this.weighAdded(table, record.id)
    for (const [table, one] of tablesOf(this.done)) {
      for (const record of one.removed as unknown as AnyRecord[])
        if (!this.since.now(table, record.id)) this.draft(table).added.push(record)
      for (const step of one.changed) this.weighFields(table, step)
    }
    this.keepFacts()
    this.keepUsed()
    this.keepShadows()
    for (const [table, records] of this.leaving) this.draft(table).removed.push(...records.values())
    return { change: Object.fromEntries(this.drafts), kept: this.kept }
  }

  private draft(table: TableName): Draft {
    let draft = this.drafts.get(table)
    if (!draft) this.drafts.set(table, (draft = { added: [], changed: [], removed: [] }))
    return draft
  }

  private weighAdded(table: TableName, id: string): void {
    const now = this.since.now(table, id)
    if (!now) return
    if (table === 'batch') {
      const before = { reverted: now['reverted'], revertedAt: now['revertedAt'], updatedAt: now['updatedAt'] }
      this.draft(table).changed.push({
        id,
        before,
        after: { reverted: true, revertedAt: this.at, updatedAt: this.at },
      })
      return
    }
    const then = this.since.then(table, id) ?? {}
    const edited = Object.keys(then).filter(key => key !== 'updatedAt' && !sameValue(then[key], now[key]))
    if (edited.length > 0) {
      this.kept.push({ table, id, field: null, why: 'edited' })
      return
    }
    const leaving = this.leaving.get(table)
    if (leaving) leaving.set(id, now)
    else this.leaving.set(table, new Map([[id, now]]))
  }

  private weighFields(table: TableName, step: { id: string; before: Values; after: Values }): void {
    const now = this.since.now(table, step.id)
    if (!now) return
    const before: Record<string, unknown> = {}
    const after: Record<string, unknown> = {}
    for (const field of Object.keys(step.after)) {
      if (field === 'updatedAt') continue
      const why = !sameValue(now[field], step.after[field])
        ? 'edited'
        : this.resolves(table, field, step.before[field])
          ? null
          : 'gone'
      if (why === null) {
        before[field] = now[field]
        after[field] = step.before[field]
      } else {
        this.kept.push({ table, id: step.id, field, why })
        this.keptFields.add(`${step.id}/${field}`)
      }
    }
    if (Object.keys(after).length === 0) return
    before['updatedAt'] = now['updatedAt']
    after['updatedAt'] = this.at
    this.draft(table).changed.push({ id: step.id, before, after })
  }

  /** True unless the value names a record that is no longer there. */
  private resolves(table: TableName, name: string, value: unknown): boolean {
    const field = fieldsOf(table)[name]
    const target = field?.table ? asTableName(field.table) : null
    if (!target || value === null) return true
    const ids = (field?.kind === 'refs' ? value : [value]) as readonly string[]
    const back = this.done[target]?.removed as readonly { readonly id: string }[] | undefined
    return ids.every(
      id => this.since.now(target, id) !== undefined || (back?.some(each => each.id === id) ?? false),
    )
  }

  private keepFacts(): void {
    const facts = this.leaving.get('oppFact')
    for (const [id, fact] of facts ?? [])
      if (this.keptFields.has(`${String(fact['opportunity'])}/${String(fact['field'])}`)) facts?.delete(id)
  }

  /** Keeps whatever something that stays refers to, and what that refers to, until nothing is added. */
  private keepUsed(): void {
    const rescued: [TableName, AnyRecord][] = []
    const speakFor = (table: TableName, record: Values): void => {
      for (const [name, field] of Object.entries(fieldsOf(table))) {
        const target = field.table ? asTableName(field.table) : null
        const leaving = target ? this.leaving.get(target) : undefined
        if (!target || !leaving || leaving.size === 0) continue
        const value = record[name]
        for (const id of (Array.isArray(value) ? value : [value]) as (string | null)[]) {
          const used = id === null ? undefined : leaving.get(id)
          if (!used || id === null) continue
          leaving.delete(id)
          this.kept.push({ table: target, id, field: null, why: 'used' })
          rescued.push([target, used])
        }
      }
    }
    for (const table of tableNames) {
      const changed = new Map((this.drafts.get(table)?.changed ?? []).map(each => [each.id, each.after]))
      for (const record of this.region.table(table).values() as IterableIterator<RecordOf<TableName>>) {
        if (this.leaving.get(table)?.has(record.id)) continue
        const after = changed.get(record.id)
        speakFor(table, (after ? { ...record, ...after } : record) as unknown as Values)
      }
      for (const record of this.drafts.get(table)?.added ?? []) speakFor(table, record)
    }
    for (let next = rescued.pop(); next; next = rescued.pop()) speakFor(...next)
  }

  /** What a file said about a record that stays, stays. */
  private keepShadows(): void {
    const shadows = this.leaving.get('shadow')
    const stay = new Set<string>(this.kept.filter(each => each.field === null).map(each => each.id))
    for (const id of stay) shadows?.delete(id)
  }
}

/** The values that records had right after something was done, from what was done since, newest first. */
export function valuesThen(
  later: Iterable<{ readonly table: TableName; readonly id: string; readonly before: Values }>,
): (table: TableName, id: string) => Values | undefined {
  const then = new Map<string, Record<string, unknown>>()
  for (const { table, id, before } of later) {
    const key = `${table}/${id}`
    const values = then.get(key)
    if (values) Object.assign(values, before)
    else then.set(key, { ...before })
  }
  return (table, id) => then.get(`${table}/${id as Id<TableName>}`)
}
