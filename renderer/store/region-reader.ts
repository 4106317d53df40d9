/** Reading a region from disk into memory. */
import { catalog, tableNames, type RecordOf, type TableName } from '#shared/model/catalog'
import type { Region } from '#shared/region/region'
import { breathe } from './breathe'
import { PageMap } from './page-map'
import type { RegionDatabase, StoredPage } from './region-database'
import { openPage } from './stored-page'

/** Pages fetched at a time, and how many such waves are asked for before the first of them has come. */
const [wave, ahead] = [24, 3]

/** The tables that stay on disk until asked for. */
export const lazyTables: readonly TableName[] = tableNames.filter(name => catalog[name].lazy)

type PageKey = readonly [TableName, number]

/** The keys of all pages of some tables in runs of neighbours, so that each run is fetched by one request. */
function runsOf(keys: readonly PageKey[], tables: ReadonlySet<TableName>): PageKey[][] {
  const runs: PageKey[][] = []
  let run: PageKey[] | null = null
  for (const key of keys) {
    if (!tables.has(key[0])) run = null
    else if (run && run.length < wave) run.push(key)
    else runs.push((run = [key]))
  }
  return runs
}

/** The pages of some tables in their order, a few at a time; the next ones are on their way while the caller works. */
export async function* pagesOf(
  database: RegionDatabase,
  tables: ReadonlySet<TableName>,
): AsyncGenerator<StoredPage[], void> {
  const keys = (await database.pages.toCollection().primaryKeys()) as unknown as PageKey[]
  const runs = runsOf(keys, tables)
  const fetch = (run: readonly PageKey[]): Promise<StoredPage[]> => {
    const pages = database.pages.where(':id').between(run[0], run.at(-1), true, true).toArray()
    // Where one fails, the caller hears of it when its turn comes.
    pages.catch(() => {})
    return pages
  }
  const coming = runs.slice(0, ahead).map(fetch)
  for (let at = 0; at < runs.length; at++) {
    const pages = await coming.shift()
    const next = runs[at + ahead]
    if (next) coming.push(fetch(next))
    if (pages) yield pages
  }
}

function* shelve(
  region: Region,
  pages: readonly StoredPage[],
  maps: ReadonlyMap<TableName, PageMap>,
): Generator<void, void> {
  for (const stored of pages) {
    const page = openPage(stored)
    region.table(page.table).fill(page.rows as unknown as readonly RecordOf<TableName>[])
    maps.get(page.table)?.note(page)
    yield
  }
}

async function readTables(
  database: RegionDatabase,
  region: Region,
  tables: readonly TableName[],
  maps: ReadonlyMap<TableName, PageMap>,
): Promise<void> {
  for await (const pages of pagesOf(database, new Set(tables))) await breathe(shelve(region, pages, maps))
}

/** Puts a whole table's records on its shelf. */
export const readTable = (
  database: RegionDatabase,
  region: Region,
  table: TableName,
  map: PageMap | null,
): Promise<void> => readTables(database, region, [table], new Map(map ? [[table, map]] : []))

/** Reads every table that is not lazy; the page maps say where each record lies. */
export async function readRegion(
  database: RegionDatabase,
  region: Region,
): Promise<ReadonlyMap<TableName, PageMap>> {
  const tables = tableNames.filter(name => !lazyTables.includes(name))
  const maps = new Map(tables.map(table => [table, new PageMap(table)]))
  await readTables(database, region, tables, maps)
  return maps
}
