/** Writing a large change from a worker, while the page's store holds the door: checked, planned and written off the screen. */
import type { TableName } from '#shared/model/catalog'
import { fail, ok, type Result } from '#shared/base/result'
import { tablesOf, type ChangeSet } from '#shared/region/change'
import { checkSteps } from '#shared/region/check'
import { Region } from '#shared/region/region'
import { breathe } from './breathe'
import { changePages } from './change-pages'
import { countsOf } from './entry-counts'
import { PageMap } from './page-map'
import type { JournalEntry, StoredPage } from './region-database'
import { RegionDatabase } from './region-database'
import { lazyTables, readRegion, readTable } from './region-reader'
import { planPages, write, writeNothing } from './region-writer'
import { problemOf, type StoreProblem } from './store-problem'

/** What the store asks a worker to write: everything about the entry but its counts. */
export interface Order {
  readonly entry: Omit<JournalEntry, 'counts'>
  /** Whether entries waiting to be redone are dropped. */
  readonly drop: boolean
}

/** What was written, for the page to take in. */
export interface Written {
  readonly entry: JournalEntry
  /** The pages that hold other records now; null where that is not known. */
  readonly pages: readonly StoredPage[] | null
  readonly removed: readonly (readonly [table: TableName, ids: readonly string[]])[]
}

/** A region as it stands on disk, with the place of every record, lazy tables included. */
export interface Standing {
  readonly region: Region
  readonly maps: ReadonlyMap<TableName, PageMap>
}

/** Reads all of a region. */
export async function readStanding(name: string): Promise<Standing> {
  const database = new RegionDatabase(name)
  const region = new Region()
  try {
    const maps = await readRegion(database, region)
    for (const table of lazyTables) await readTable(database, region, table, null)
    return { region, maps }
  } finally {
    database.close()
  }
}

/** Reads some tables again that have moved on disk since. */
export async function readAgain(
  name: string,
  standing: Standing,
  tables: readonly TableName[],
): Promise<Standing> {
  const database = new RegionDatabase(name)
  const maps = new Map(standing.maps)
  try {
    for (const table of tables) {
      const shelf = standing.region.table(table)
      for (const { id } of [...shelf.values()]) shelf.remove(id)
      const map = lazyTables.includes(table) ? null : new PageMap(table)
      await readTable(database, standing.region, table, map)
      if (map) maps.set(table, map)
    }
    return { region: standing.region, maps }
  } finally {
    database.close()
  }
}

/** Checks a change against the region and writes it as ordered, in one transaction; the region in memory stays as it was. */
export async function writeBeside(
  name: string,
  standing: Standing,
  change: ChangeSet,
  { entry, drop }: Order,
): Promise<Result<Written, StoreProblem>> {
  const { region, maps } = standing
  const problems = await breathe(checkSteps(region, change, { unread: new Set(lazyTables) }))
  if (problems.length > 0) return fail({ code: 'refused', problems })
  const database = new RegionDatabase(name)
  try {
    const whole: JournalEntry = { ...entry, counts: countsOf(change) }
    const plans = await breathe(planPages(region, maps, change))
    const changes = await breathe(changePages(entry.seq, change, false))
    const lazy = tablesOf(change).filter(([table]) => lazyTables.includes(table))
    const pages = await write(database, { ...writeNothing, plans, lazy, entries: [whole], drop, changes })
    return ok({
      entry: whole,
      pages,
      removed: tablesOf(change).map(([table, one]) => [table, one.removed.map(each => each.id)]),
    })
  } catch (error) {
    return fail(problemOf(error))
  } finally {
    database.close()
  }
}
