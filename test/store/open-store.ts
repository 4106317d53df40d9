/** A region store on a database in memory, and the means to open it again as after a restart. */
import 'fake-indexeddb/auto'
import type { Day } from '#shared/base/day'
import { seededRandom } from '#shared/base/random'
import { tableNames } from '#shared/model/catalog'
import type { EditContext } from '#shared/region/edit'
import type { Region } from '#shared/region/region'
import { RegionDatabase } from '../../renderer/store/region-database'
import { RegionStore } from '../../renderer/store/region-store'

let count = 0

/** A name that no other test uses. */
export const freshName = (): string => `region-${++count}-${process.pid}`

/** Opens the region of this name, empty at first. */
export async function openStore(name = freshName()): Promise<RegionStore> {
  const database = new RegionDatabase(name)
  await database.open()
  return RegionStore.open(name, database, () => {})
}

/** The context of an edit in a test; `seed` makes its ids. */
export const context = (seed: number | string): EditContext => ({
  source: 'manager',
  at: '2017-12-31T08:00:00.000Z',
  asOf: '2017-12-31' as Day,
  random: seededRandom(seed),
})

/** All records of a region by table and id, to compare regions by. */
export function contentOf(region: Region): Record<string, unknown> {
  const content: Record<string, unknown> = {}
  for (const table of tableNames) {
    const records = [...region.table(table).values()].map(each => ({ ...each }))
    if (records.length > 0) content[table] = records.sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  return content
}
