/** What the last import changed in a table: the values that stood there before it, and those that it brought. */
import type { RecordOf, TableName } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import type { Region } from '#shared/region/region'
import { query } from './query'
import type { RegionDatabase } from './region-database'

/** One record that an import changed; both hold the same fields. */
export interface ImportedChange {
  readonly before: Values
  readonly after: Values
}

/** The newest import or coaching pack that was not taken back; null where there is none. */
export const askLastBatch = query(['batch'], (region: Region): RecordOf<'batch'> | null =>
  region
    .all('batch')
    .reduce<RecordOf<'batch'> | null>(
      (last, batch) => (!batch.reverted && (last === null || batch.at > last.at) ? batch : last),
      null,
    ),
)

/** The records of a table that a batch changed, by id; those that it added are not among them. */
export async function importedChanges(
  database: RegionDatabase,
  table: TableName,
  batch: string,
): Promise<ReadonlyMap<string, ImportedChange>> {
  const found = new Map<string, ImportedChange>()
  const entry = await database.journal
    .reverse()
    .filter(each => each.batch === batch && each.state === 'done')
    .first()
  if (!entry || (entry.counts[table]?.changed ?? 0) === 0) return found
  const pages = await database.changes
    .where(':id')
    .between([entry.seq, table], [entry.seq, table, []])
    .toArray()
  for (const page of pages) for (const { id, before, after } of page.changed) found.set(id, { before, after })
  return found
}
