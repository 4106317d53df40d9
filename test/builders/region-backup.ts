/** Writes a region under construction as a backup file, as the app itself would have saved it. */
import 'fake-indexeddb/auto'
import { tableNames, type TableName } from '#shared/model/catalog'
import type { ChangeSet } from '#shared/region/change'
import type { Region } from '#shared/region/region'
import { writeBackupFile } from '../../renderer/store/backup-file'
import { RegionDatabase } from '../../renderer/store/region-database'
import { RegionStore } from '../../renderer/store/region-store'

const addedIn = (region: Region, table: TableName) => [
  table,
  { added: [...region.table(table).values()], changed: [], removed: [] },
]

/** The bytes of a `.qdregion` file that holds all records of a region; `at` is a UTC timestamp. */
export async function regionBackup(region: Region, name: string, at: string): Promise<Buffer> {
  const database = new RegionDatabase(`backup-of-${name}`)
  await database.open()
  const store = await RegionStore.open(name, database, () => {})
  const change = Object.fromEntries(tableNames.map(table => addedIn(region, table))) as ChangeSet
  const done = await store.commit(change, { label: name, source: 'import' })
  if (!done.ok) throw new Error(done.problem.code)
  const bytes = await writeBackupFile(database, name, at)
  await store.close()
  return Buffer.from(bytes)
}
