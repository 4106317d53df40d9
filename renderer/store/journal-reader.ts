/** Reading what an entry of the journal changed, and what taking it back would mean today. */
import type { TableName } from '#shared/model/catalog'
import type { AnyRecord, ChangeSet, Values } from '#shared/region/change'
import type { Region } from '#shared/region/region'
import { planRevert, valuesThen, type RevertPlan } from '#shared/region/revert'
import { readLazy } from './buckets'
import { changeOf, readChangePages } from './change-pages'
import { now } from './clock'
import type { JournalEntry, RegionDatabase } from './region-database'

type Look = (table: TableName, id: string) => AnyRecord | undefined

/** Finds records in memory, and those of the named ids on disk where their table is not in memory. */
async function looker(
  database: RegionDatabase,
  region: Region,
  unread: ReadonlySet<TableName>,
  idsOf: (table: TableName) => readonly string[],
): Promise<Look> {
  const absent = new Map<TableName, Map<string, AnyRecord>>()
  for (const table of unread) {
    const ids = idsOf(table)
    if (ids.length > 0) absent.set(table, await readLazy(database, table, ids))
  }
  return (table, id) =>
    absent.get(table)?.get(id) ?? (region.table(table).get(id as never) as unknown as AnyRecord | undefined)
}

/** What an entry changed, with the records that it added as they are now, or were when it was undone. */
export async function readChange(
  database: RegionDatabase,
  region: Region,
  unread: ReadonlySet<TableName>,
  seq: number,
): Promise<ChangeSet> {
  const pages = await readChangePages(database, seq)
  const look = await looker(database, region, unread, table =>
    pages.filter(page => page.table === table && page.kept.length === 0).flatMap(page => page.added),
  )
  return changeOf(pages, look)
}

/** What taking an entry back today would change and keep. */
export async function readRevertPlan(
  database: RegionDatabase,
  region: Region,
  unread: ReadonlySet<TableName>,
  entry: JournalEntry,
): Promise<RevertPlan> {
  const pages = await readChangePages(database, entry.seq)
  const look = await looker(database, region, unread, table =>
    pages
      .filter(page => page.table === table)
      .flatMap(page => [...page.added, ...page.changed.map(each => each.id)]),
  )
  const mine = new Set(pages.flatMap(page => page.added))
  const later: { table: TableName; id: string; before: Values }[] = []
  const after = await database.journal.where('seq').above(entry.seq).reverse().toArray()
  for (const each of after) {
    if (each.state !== 'done') continue
    for (const page of await readChangePages(database, each.seq))
      for (const step of page.changed) if (mine.has(step.id)) later.push({ table: page.table, ...step })
  }
  // An added record that has gone since needs no thought any more.
  const done = changeOf(pages, look)
  return planRevert(region, done, { now: look, then: valuesThen(later) }, now())
}
