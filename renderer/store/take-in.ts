/** Taking into memory what another thread of this window has written to the region's pages. */
import type { RecordOf, TableName } from '#shared/model/catalog'
import { sameValue } from '#shared/region/change'
import type { Region } from '#shared/region/region'
import { breathe } from './breathe'
import type { PageMap } from './page-map'
import type { Page, RegionDatabase, StoredPage } from './region-database'
import { lazyTables, pagesOf, readTable } from './region-reader'
import { openPage } from './stored-page'
import type { Written } from './write-beside'

function* opened(stored: readonly StoredPage[]): Generator<void, Page[]> {
  const pages: Page[] = []
  for (const each of stored) {
    pages.push(openPage(each))
    yield
  }
  return pages
}

/** Opens the pages that were written, and then, at once, puts what is new in them into memory. */
export async function takeIn(
  database: RegionDatabase,
  region: Region,
  maps: ReadonlyMap<TableName, PageMap>,
  unread: ReadonlySet<TableName>,
  written: Pick<Written, 'pages' | 'removed'>,
): Promise<void> {
  const pages = await breathe(opened(written.pages ?? (await allPages(database, maps.keys()))))
  for (const table of lazyTables)
    if (!unread.has(table) && written.removed.some(([name]) => name === table))
      await readTable(database, region, table, null)
  for (const [table, ids] of written.removed) {
    const shelf = region.table(table)
    for (const id of ids) shelf.remove(id as never)
    maps.get(table)?.forget(ids)
  }
  for (const page of pages) {
    const shelf = region.table(page.table)
    for (const row of page.rows) {
      const old = shelf.get(row.id as never)
      // A record that did not change stays the same object, so that what was worked out from it still holds.
      if (!old || !sameValue(old, row)) shelf.put(row as unknown as RecordOf<TableName>)
    }
    maps.get(page.table)?.note(page)
  }
}

async function allPages(database: RegionDatabase, tables: Iterable<TableName>): Promise<StoredPage[]> {
  const all: StoredPage[] = []
  for await (const pages of pagesOf(database, new Set(tables))) all.push(...pages)
  return all
}
