/** Tables that are not kept in memory: their records lie in pages found by a hash of the id, read when needed. */
import { hashText } from '#shared/base/random'
import type { TableName } from '#shared/model/catalog'
import { sameValue, type AnyRecord, type TableChange } from '#shared/region/change'
import type { Page, RegionDatabase } from './region-database'

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
    for (const page of pages)
      for (const row of page?.rows ?? []) if (wanted.has(row.id)) found.set(row.id, row)
  }
  return found
}

/** Carries a change of a lazy table out on disk, inside the caller's transaction; a mismatch throws and undoes all. */
export async function writeLazy(
  database: RegionDatabase,
  table: TableName,
  change: TableChange,
): Promise<void> {
  const work = new Map<number, ((rows: Map<string, AnyRecord>) => void)[]>()
  const plan = (id: string, step: (rows: Map<string, AnyRecord>) => void): void => {
    const bucket = bucketOf(id)
    const steps = work.get(bucket)
    if (steps) steps.push(step)
    else work.set(bucket, [step])
  }
  for (const { id } of change.removed)
    plan(id, rows => {
      if (!rows.delete(id)) throw new LazyMismatch(table, id, 'notThere')
    })
  for (const record of change.added as unknown as AnyRecord[])
    plan(record.id, rows => {
      if (rows.has(record.id)) throw new LazyMismatch(table, record.id, 'alreadyThere')
      rows.set(record.id, record)
    })
  for (const { id, before, after } of change.changed)
    plan(id, rows => {
      const old = rows.get(id)
      const fits = old && Object.keys(before).every(key => sameValue(old[key], before[key]))
      if (!fits) throw new LazyMismatch(table, id, 'notThere')
      rows.set(id, { ...old, ...after })
    })
  const buckets = [...work.keys()].sort((a, b) => a - b)
  for (let i = 0; i < buckets.length; i += 16) {
    const wave = buckets.slice(i, i + 16)
    const pages = await database.pages.bulkGet(wave.map(page => [table, page]))
    const next = wave.map((page, at): Page => {
      const rows = new Map((pages[at]?.rows ?? []).map(row => [row.id, row]))
      for (const step of work.get(page) ?? []) step(rows)
      return { table, page, rows: [...rows.values()] }
    })
    await database.pages.bulkPut(next.filter(page => page.rows.length > 0))
    await database.pages.bulkDelete(
      next.filter(page => page.rows.length === 0).map(page => [table, page.page]),
    )
  }
}
