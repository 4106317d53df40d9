/** Writing one change to disk: records, journal and archive in one transaction, all of it or nothing. */
import type { TableName } from '#shared/model/catalog'
import { tablesOf, type AnyRecord, type ChangeSet, type TableChange } from '#shared/region/change'
import type { Region } from '#shared/region/region'
import { writeLazy } from './buckets'
import type { NextRecords, PageMap, PagePlan } from './page-map'
import type { ArchiveItem, ChangePage, JournalEntry, RegionDatabase, StoredPage } from './region-database'
import { storedPage } from './stored-page'

/** Pages handed to the database before the window may answer again. */
const wave = 8

/** Everything that one transaction writes. */
export interface Writing {
  readonly plans: readonly PagePlan[]
  /** Changes of tables that are not in memory. */
  readonly lazy: readonly (readonly [TableName, TableChange])[]
  /** Entries to write or to write anew. */
  readonly entries: readonly JournalEntry[]
  /** An entry that is gone because it came to nothing. */
  readonly forget: number | null
  /** Entries waiting to be redone that are now dropped. */
  readonly drop: boolean
  /** The parts of an entry's change; they replace the ones it had. */
  readonly changes: readonly ChangePage[]
  readonly changesOf: number | null
  readonly archive: readonly ArchiveItem[]
}

/** A writing of nothing, to be filled in. */
export const writeNothing: Writing = {
  plans: [],
  lazy: [],
  entries: [],
  forget: null,
  drop: false,
  changes: [],
  changesOf: null,
  archive: [],
}

/** The records of one table after its change, as pages need them. */
export function nextRecords(region: Region, table: TableName, one: TableChange): NextRecords {
  const shelf = region.table(table)
  return {
    added: one.added as unknown as readonly AnyRecord[],
    removed: one.removed,
    changed: one.changed.map(each => ({
      ...(shelf.get(each.id) as unknown as AnyRecord),
      ...each.after,
      id: each.id,
    })),
  }
}

/** Where the records of a change come to lie, table by table. */
export function* planPages(
  region: Region,
  maps: ReadonlyMap<TableName, PageMap>,
  change: ChangeSet,
): Generator<void, PagePlan[]> {
  const plans: PagePlan[] = []
  for (const [table, one] of tablesOf(change)) {
    const map = maps.get(table)
    if (!map) continue
    const shelf = region.table(table)
    const get = (id: string): AnyRecord => shelf.get(id as never) as unknown as AnyRecord
    plans.push(yield* map.plan(nextRecords(region, table, one), get))
  }
  return plans
}

/** Writes it all, or throws and leaves the disk as it was; gives the pages of `plans` as they lie there now. */
export async function write(database: RegionDatabase, writing: Writing): Promise<StoredPage[]> {
  const written: StoredPage[] = []
  const stores = [database.pages, database.journal, database.changes, database.archive]
  await database.transaction('rw', stores, async () => {
    for (const { table, pages } of writing.plans) {
      const full = pages.filter(page => page.rows.length > 0)
      for (let i = 0; i < full.length; i += wave) {
        const stored = full.slice(i, i + wave).map(storedPage)
        written.push(...stored)
        await database.pages.bulkPut(stored)
      }
      const empty = pages.filter(page => page.rows.length === 0)
      if (empty.length > 0)
        await database.pages.bulkDelete(empty.map(page => [table, page.page] as [string, number]))
    }
    for (const [table, change] of writing.lazy) await writeLazy(database, table, change)
    if (writing.drop)
      await database.journal
        .where('[state+seq]')
        .between(['undone', -Infinity], ['undone', Infinity])
        .modify({ state: 'dropped' })
    if (writing.forget !== null) await database.journal.delete(writing.forget)
    if (writing.changesOf !== null)
      await database.changes.where(':id').between([writing.changesOf], [writing.changesOf, []]).delete()
    for (let i = 0; i < writing.changes.length; i += wave)
      await database.changes.bulkPut(writing.changes.slice(i, i + wave))
    await database.journal.bulkPut([...writing.entries])
    await database.archive.bulkPut([...writing.archive])
  })
  return written
}
