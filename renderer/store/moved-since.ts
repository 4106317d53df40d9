/** What moved in a region since some of its tables were last looked at. */
import type { TableName } from '#shared/model/catalog'
import type { Moved } from '#shared/process/renew-deal-links'
import type { Region } from '#shared/region/region'

/** The versions of tables when they were looked at. */
export type Versions = ReadonlyMap<TableName, number>

/** The versions of these tables now. */
export const versionsOf = (region: Region, tables: readonly TableName[]): Versions =>
  new Map(tables.map(table => [table, region.table(table).version]))

/** The records that were put or removed since, as they were; null where that is too long ago to tell. */
export function movedSince(region: Region, versions: Versions): Moved | null {
  const moved: Record<string, unknown> = {}
  for (const [table, version] of versions) {
    const shelf = region.table(table)
    if (shelf.version === version) continue
    const since = shelf.since(version)
    if (since === null) return null
    moved[table] = since
  }
  return moved as Moved
}
