/** What the journal says of some tables, oldest first, for looking at a region as it stood. */
import type { TableName } from '#shared/model/catalog'
import type { ChangeSet } from '#shared/region/change'
import { changeOf, readChangePages } from './change-pages'
import type { RegionStore } from './region-store'

/** A change with its moment. */
export interface DatedEntry {
  readonly at: string
  readonly label: string
  readonly change: ChangeSet
}

/**
 * All that was done to records of these tables, and not undone. Records added by an import are told as they are now;
 * entries that only added more than `bulk` records in all are left out, since their records know when they were made.
 */
export async function readDatedChanges(
  store: RegionStore,
  tables: readonly TableName[],
  bulk = 5000,
): Promise<readonly DatedEntry[]> {
  const entries = await store.database.journal.orderBy('seq').toArray()
  const found: DatedEntry[] = []
  for (const entry of entries) {
    const counts = tables.flatMap(table => entry.counts[table] ?? [])
    const sum = Object.values(entry.counts).reduce((all, each) => all + each.added, 0)
    if (entry.state !== 'done' || counts.length === 0 || sum > bulk) continue
    const pages = (await readChangePages(store.database, entry.seq)).filter(page =>
      tables.includes(page.table),
    )
    const change = changeOf(pages, (table, id) => store.region.table(table).get(id as never) as never)
    found.push({ at: entry.at, label: entry.label, change })
  }
  return found
}
