/** Tables that are not kept in memory: their records lie in pages found by a hash of the id, read when needed. */
import { hashText } from '#shared/base/random'
import type { TableName } from '#shared/model/catalog'
import { sameValue, type AnyRecord, type TableChange, type Values } from '#shared/region/change'
import type { Page, RegionDatabase, StoredPage } from './region-database'
import { openPage, storedPage } from './stored-page'

/** Pages of a lazy table; a hundred thousand records make pages of some four hundred. */
const bucketCount = 256

/** The page of a lazy table in which a record lies. */
export const bucketOf = (id: string): number => hashText(id) % bucketCount

/** A record on disk that is not as the change takes it to be. */
export class LazyMismatch extends Error {
  constructor(
    readonly table: TableName,
    readonly id: string,
    readonly kind: 'alreadyThere' | 'notThere',
  ) {
    super(`${table} ${id}: ${kind}`)
  }
}

/** The records of a lazy table with these ids, by id; those that are not there are left out. */
export async function readLazy(
  database: RegionDatabase,
  table: TableName,
  ids: Iterable<string>,
): Promise<Map<string, AnyRecord>> {
  const wanted = new Set(ids)
  const found = new Map<string, AnyRecord>()
  const buckets = [...new Set([...wanted].map(bucketOf))].sort((a, b) => a - b)
  for (let i = 0; i < buckets.length; i += 16) {
    const pages = await database.pages.bulkGet(buckets.slice(i, i + 16).map(page => [table, page]))
    for (const page of pages) for (const row of rowsOf(page)) if (wanted.has(row.id)) found.set(row.id, row)
  }
  return found
}

const rowsOf = (page: StoredPage | undefined): readonly AnyRecord[] => (page ? openPage(page).rows : [])

/** The part of a change that falls into one page. */
interface BucketChange {
  readonly removed: string[]
  readonly added: AnyRecord[]
  readonly changed: { readonly id: string; readonly before: Values; readonly after: Values }[]
}

function byBucket(change: TableChange): ReadonlyMap<number, BucketChange> {
  const buckets = new Map<number, BucketChange>()
  const at = (id: string): BucketChange => {
    const number = bucketOf(id)
    let bucket = buckets.get(number)
    if (!bucket) buckets.set(number, (bucket = { removed: [], added: [], changed: [] }))
    return bucket
  }
  for (const { id } of change.removed) at(id).removed.push(id)
  for (const record of change.added as unknown as readonly AnyRecord[]) at(record.id).added.push(record)
  for (const each of change.changed) at(each.id).changed.push(each)
  return buckets
}

/** The rows of a page after its part of a change; a mismatch throws. */
function rowsAfter(table: TableName, before: readonly AnyRecord[], change: BucketChange): AnyRecord[] {
  const rows = new Map(before.map(row => [row.id, row]))
  for (const id of change.removed) if (!rows.delete(id)) throw new LazyMismatch(table, id, 'notThere')
  for (const record of change.added) {
    if (rows.has(record.id)) throw new LazyMismatch(table, record.id, 'alreadyThere')
    rows.set(record.id, record)
  }
  for (const { id, before: was, after } of change.changed) {
    const old = rows.get(id)
    const fits = old && Object.keys(was).every(key => sameValue(old[key], was[key]))
    if (!fits) throw new LazyMismatch(table, id, 'notThere')
    rows.set(id, { ...old, ...after })
  }
  return [...rows.values()]
}

/** Carries a change of a lazy table out on disk, inside the caller's transaction; a mismatch throws and undoes all. */
export async function writeLazy(
  database: RegionDatabase,
  table: TableName,
  change: TableChange,
): Promise<void> {
  const work = byBucket(change)
  const buckets = [...work.keys()].sort((a, b) => a - b)
  for (let i = 0; i < buckets.length; i += 16) {
    const wave = buckets.slice(i, i + 16)
    const pages = await database.pages.bulkGet(wave.map(page => [table, page]))
    const next = wave.map((page, at): Page => {
      const step = work.get(page)
      const rows = rowsOf(pages[at])
      return { table, page, rows: step ? rowsAfter(table, rows, step) : rows }
    })
    await database.pages.bulkPut(next.filter(page => page.rows.length > 0).map(storedPage))
    await database.pages.bulkDelete(
      next.filter(page => page.rows.length === 0).map(page => [table, page.page]),
    )
  }
}
