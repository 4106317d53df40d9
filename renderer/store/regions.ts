/** The regions of this machine: listing, making, opening, naming and deleting them. */
import { Dexie } from 'dexie'
import { fail, ok, type Result } from '#shared/base/result'
import { newId } from '#shared/base/id'
import { now, trueRandom } from './clock'
import type { DeskDatabase, RegionEntry } from './desk-database'
import { takeLock } from './lock'
import { newestFormat } from './migrations/all-versions'
import { formatOf, RegionDatabase } from './region-database'
import { RegionStore } from './region-store'
import { problemOf, type StoreProblem } from './store-problem'

/** All regions, the one opened last first. */
export async function listRegions(desk: DeskDatabase): Promise<RegionEntry[]> {
  const regions = await desk.regions.toArray()
  return regions.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
}

/** Fills a region that is being made. */
export type Fill = (store: RegionStore) => Promise<Result<unknown, StoreProblem>>

/** Makes a region, not open yet; one with a `fill` comes on the desk only when it is filled, whole or not at all. */
export async function createRegion(
  desk: DeskDatabase,
  name: string,
  options: { readonly sample?: boolean; readonly fill?: Fill; readonly database?: string } = {},
): Promise<Result<RegionEntry, StoreProblem>> {
  const at = now()
  const entry: RegionEntry = {
    id: newId(trueRandom),
    name,
    database: options.database ?? databaseName(),
    createdAt: at,
    openedAt: at,
    backedUpAt: null,
    sample: options.sample ?? false,
  }
  const filled = options.fill ? await fillDatabase(entry, options.fill) : ok(null)
  if (!filled.ok) return filled
  await desk.regions.add(entry)
  return ok(entry)
}

async function fillDatabase(entry: RegionEntry, fill: Fill): Promise<Result<unknown, StoreProblem>> {
  const database = new RegionDatabase(entry.database)
  const filled = await (async () => {
    try {
      await database.open()
      return await fill(await RegionStore.open(entry.id, database, () => {}))
    } catch (error) {
      return fail(problemOf(error))
    }
  })()
  database.close()
  if (!filled.ok) await Dexie.delete(entry.database)
  return filled
}

/** A name for a region's database that none has. */
export const databaseName = (): string => `quarterdeck-region-${newId(trueRandom)}`

/** What an opened region's caller may want done before an older database is brought to the newest version. */
export interface OpenOptions {
  /** Called with the entry and the database's version before it is migrated; throws to stop. */
  readonly beforeMigration?: (entry: RegionEntry, format: number) => Promise<void>
}

/** Opens a region for this window alone. */
export async function openRegion(
  desk: DeskDatabase,
  id: string,
  options: OpenOptions = {},
): Promise<Result<RegionStore, StoreProblem>> {
  const entry = await desk.regions.get(id)
  if (!entry) return fail({ code: 'noSuchRegion' })
  const release = await takeLock(`quarterdeck/${id}`)
  if (!release) return fail({ code: 'openElsewhere', name: entry.name })
  try {
    const format = await formatOf(entry.database)
    if (format !== null && format > newestFormat) {
      release()
      return fail({ code: 'newerRegion', name: entry.name, format, known: newestFormat })
    }
    if (format !== null && format < newestFormat) await options.beforeMigration?.(entry, format)
    const database = new RegionDatabase(entry.database)
    await database.open()
    const store = await RegionStore.open(id, database, release)
    await desk.regions.update(id, { openedAt: now() })
    return ok(store)
  } catch (error) {
    release()
    return fail(problemOf(error))
  }
}

/** Gives a region another name in the list. */
export async function renameRegion(desk: DeskDatabase, id: string, name: string): Promise<void> {
  await desk.regions.update(id, { name })
}

/** Deletes a closed region and everything in it; the caller has kept a copy. */
export async function deleteRegion(desk: DeskDatabase, id: string): Promise<void> {
  const entry = await desk.regions.get(id)
  if (!entry) return
  await desk.regions.delete(id)
  await desk.notes.delete(placeKey(id))
  await Dexie.delete(entry.database)
}

/** Where the desk remembers the places of a region. */
export const placeKey = (id: string): string => `place/${id}`
