/** What a user's wish becomes: a change of several tables as plain JSON that can be applied, undone and joined. */
import { asId, type Id } from '../base/id'
import { asTableName, type RecordOf, type TableName } from '../model/catalog'
import type { Region } from './region'

/** Some values of a record by field name. */
export type Values = Readonly<Record<string, unknown>>

/** One record's change; `before` and `after` hold the same keys. */
export interface RecordChange<T extends TableName = TableName> {
  readonly id: Id<T>
  readonly before: Values
  readonly after: Values
}

/** The changes of one table. */
export interface TableChange<T extends TableName = TableName> {
  readonly added: readonly RecordOf<T>[]
  readonly changed: readonly RecordChange<T>[]
  readonly removed: readonly RecordOf<T>[]
}

/** The changes of all tables; a table without changes has no entry. */
export type ChangeSet = { readonly [T in TableName]?: TableChange<T> }

/** A record of any table, for code that treats all tables alike. */
export type AnyRecord = { readonly id: string } & Values

type AnyChange = {
  added: readonly AnyRecord[]
  changed: readonly { id: string; before: Values; after: Values }[]
  removed: readonly AnyRecord[]
}

/** The tables that a change touches, with their changes. */
export const tablesOf = (change: ChangeSet): [TableName, TableChange][] =>
  Object.entries(change).flatMap(([name, one]): [TableName, TableChange][] => {
    const table = asTableName(name)
    return table && one ? [[table, one]] : []
  })

/** True where nothing would change. */
export const isEmptyChange = (change: ChangeSet): boolean =>
  tablesOf(change).every(([, one]) => one.added.length + one.changed.length + one.removed.length === 0)

/** How many records a change adds, changes and removes. */
export function countChange(change: ChangeSet): { added: number; changed: number; removed: number } {
  const sum = { added: 0, changed: 0, removed: 0 }
  for (const [, one] of tablesOf(change)) {
    sum.added += one.added.length
    sum.changed += one.changed.length
    sum.removed += one.removed.length
  }
  return sum
}

/** The change that takes `change` back. */
export const invert = (change: ChangeSet): ChangeSet =>
  Object.fromEntries(
    tablesOf(change).map(([name, one]) => [
      name,
      {
        added: one.removed,
        changed: one.changed.map(each => ({ id: each.id, before: each.after, after: each.before })),
        removed: one.added,
      },
    ]),
  )

/** Carries a change out in memory; the caller has checked that it fits. */
export function applyTo(region: Region, change: ChangeSet): void {
  for (const [name, one] of tablesOf(change)) {
    const shelf = region.table(name)
    for (const record of one.removed) shelf.remove(record.id)
    for (const record of one.added) shelf.put(record)
    for (const each of one.changed) {
      const old = shelf.get(each.id)
      if (old) shelf.put({ ...old, ...each.after })
    }
  }
}

/** Deep equality of values that are plain JSON. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(key => Object.hasOwn(b, key) && sameValue((a as Values)[key], (b as Values)[key]))
}

type Fate =
  | { kind: 'added'; record: AnyRecord }
  | { kind: 'changed'; before: Values; after: Values }
  | { kind: 'removed'; record: AnyRecord }

/** Several changes, one after the other, joined into one; adding is linear in what is added. */
export class ChangeSum {
  private readonly tables = new Map<TableName, Map<string, Fate>>()

  /** Joins one more change to the end. */
  add(change: ChangeSet): this {
    for (const [name, one] of tablesOf(change)) {
      let fates = this.tables.get(name)
      if (!fates) this.tables.set(name, (fates = new Map<string, Fate>()))
      collect(fates, one as unknown as AnyChange)
    }
    return this
  }

  /** The one change that does what all of them do. */
  total(): ChangeSet {
    const joined: Record<string, AnyChange> = {}
    for (const [name, fates] of this.tables) if (fates.size > 0) joined[name] = tableChange(fates)
    return joined
  }
}

/** One change that does what `first` and then `second` do. */
export const squash = (first: ChangeSet, second: ChangeSet): ChangeSet =>
  new ChangeSum().add(first).add(second).total()

function collect(fates: Map<string, Fate>, one: AnyChange): void {
  for (const record of one.removed) {
    const was = fates.get(record.id)
    if (was?.kind === 'added') fates.delete(record.id)
    else if (was?.kind === 'changed')
      fates.set(record.id, { kind: 'removed', record: { ...record, ...was.before } })
    else fates.set(record.id, { kind: 'removed', record })
  }
  for (const record of one.added) {
    const was = fates.get(record.id)
    fates.delete(record.id)
    if (was?.kind === 'removed') {
      const step = difference(was.record, record)
      if (step) fates.set(record.id, { kind: 'changed', ...step })
    } else fates.set(record.id, { kind: 'added', record })
  }
  for (const each of one.changed) {
    const was = fates.get(each.id)
    if (was?.kind === 'added') fates.set(each.id, { kind: 'added', record: { ...was.record, ...each.after } })
    else {
      const before = was?.kind === 'changed' ? { ...each.before, ...was.before } : each.before
      const after = was?.kind === 'changed' ? { ...was.after, ...each.after } : each.after
      const step = difference(before, after)
      if (step) fates.set(each.id, { kind: 'changed', ...step })
      else fates.delete(each.id)
    }
  }
}

/** The fields in which two sets of values differ; null where in none. */
export function difference(before: Values, after: Values): { before: Values; after: Values } | null {
  const old: Record<string, unknown> = {}
  const now: Record<string, unknown> = {}
  for (const key of Object.keys(after)) {
    if (sameValue(before[key], after[key])) continue
    old[key] = before[key]
    now[key] = after[key]
  }
  return Object.keys(now).length > 0 ? { before: old, after: now } : null
}

function tableChange(fates: ReadonlyMap<string, Fate>): AnyChange {
  const added: AnyRecord[] = []
  const changed: { id: string; before: Values; after: Values }[] = []
  const removed: AnyRecord[] = []
  for (const [id, fate] of fates) {
    if (fate.kind === 'added') added.push(fate.record)
    else if (fate.kind === 'removed') removed.push(fate.record)
    else changed.push({ id: asId(id), before: fate.before, after: fate.after })
  }
  return { added, changed, removed }
}
