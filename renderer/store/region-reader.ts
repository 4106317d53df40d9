/** Reading a region from disk into memory. */
import { catalog, tableNames, type RecordOf, type TableName } from '#shared/model/catalog'
import type { Region } from '#shared/region/region'
import { breathe } from './breathe'
import { PageMap } from './page-map'
import type { Page, RegionDatabase } from './region-database'

/** Pages fetched at a time. */
const wave = 24

/** The tables that stay on disk until asked for. */
export const lazyTables: readonly TableName[] = tableNames.filter(name => catalog[name].lazy)

/** The pages of a table in their order, a few at a time. */
export async function* pagesOf(database: RegionDatabase, table: TableName): AsyncGenerator<Page[]> {
  let after: [string, number | []] = [table, -1]
  for (;;) {
    const pages = await database.pages
      .where(':id')
      .between(after, [table, []], false, true)
      .limit(wave)
      .toArray()
    if (pages.length > 0) yield pages
    const last = pages.at(-1)
    if (!last || pages.length < wave) return
    after = [table, last.page]
  }
}

function* shelve(region: Region, pages: readonly Page[], map: PageMap | null): Generator<void, void> {
  for (const page of pages) {
    const shelf = region.table(page.table)
    for (const row of page.rows) shelf.put(row as unknown as RecordOf<TableName>)
    map?.note(page)
    yield
  }
}

/** Puts a whole table's records on its shelf. */
export async function readTable(
  database: RegionDatabase,
  region: Region,
  table: TableName,
  map: PageMap | null,
): Promise<void> {
  for await (const pages of pagesOf(database, table)) await breathe(shelve(region, pages, map))
}

/** Reads every table that is not lazy; the page maps say where each record lies. */
export async function readRegion(
  database: RegionDatabase,
  region: Region,
): Promise<ReadonlyMap<TableName, PageMap>> {
  const maps = new Map<TableName, PageMap>()
  for (const table of tableNames) {
    if (lazyTables.includes(table)) continue
    const map = new PageMap(table)
    maps.set(table, map)
    await readTable(database, region, table, map)
  }
  return maps
}
