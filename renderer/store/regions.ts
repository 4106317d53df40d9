/** The regions of this machine: listing, making, opening, naming and deleting them. */
import { fail, ok, type Result } from '#shared/base/result'
import { newId } from '#shared/base/id'
import type { Region } from '#shared/region/region'
import { now, trueRandom } from './clock'
import type { DeskDatabase, RegionEntry } from './desk-database'
import { takeLock } from './lock'
import { newestFormat } from './migrations/all-versions'
import { formatOf, RegionDatabase } from './region-database'
import { RegionStore } from './region-store'
import { problemOf, type StoreProblem } from './store-problem'
import { databaseName, dropDatabase, makeDatabase, noteFinished, noteUnfinished } from './unfinished'

/** All regions, the one opened last first. */
export async function listRegions(desk: DeskDatabase): Promise<RegionEntry[]> {
  const regions = await desk.regions.toArray()
  return regions.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
}

/** Fills a region that is being made. */
export type Fill = (store: RegionStore) => Promise<Result<unknown, StoreProblem>>

/** A new entry for a database. */
export function newEntry(name: string, database: string, sample: boolean): RegionEntry {
  const at = now()
  return { id: newId(trueRandom), name, database, createdAt: at, openedAt: at, backedUpAt: null, sample }
}

/** Puts a filled database on the desk; from this moment on it is a region. */
export const putOnDesk = (desk: DeskDatabase, entry: RegionEntry): Promise<void> =>
  desk.transaction('rw', desk.regions, desk.notes, async () => {
    await desk.regions.add(entry)
    await noteFinished(desk, entry.database)
  })

/** Makes a region, not open yet; one with a `fill` comes on the desk only when it is filled, whole or not at all. */
export async function createRegion(
  desk: DeskDatabase,
  name: string,
  options: { readonly sample?: boolean; readonly fill?: Fill } = {},
): Promise<Result<RegionEntry, StoreProblem>> {
  const { fill, sample = false } = options
  if (!fill) {
    const entry = newEntry(name, databaseName(), sample)
    await desk.regions.add(entry)
    return ok(entry)
  }
  return makeDatabase(desk, async database => {
    const entry = newEntry(name, database, sample)
    const filled = await fillDatabase(entry, fill)
    if (!filled.ok) return filled
    await putOnDesk(desk, entry)
    return ok(entry)
  })
}

async function fillDatabase(entry: RegionEntry, fill: Fill): Promise<Result<unknown, StoreProblem>> {
  const database = new RegionDatabase(entry.database)
  try {
    await database.open()
    return await fill(await RegionStore.open(entry.id, database, () => {}))
  } catch (error) {
    return fail(problemOf(error))
  } finally {
    database.close()
  }
}

/** What the caller may want done while a region is opened. */
export interface OpenOptions {
  /** Called with the entry and the database's version before it is migrated; throws to stop. */
  readonly beforeMigration?: (entry: RegionEntry, format: number) => Promise<void>
  /** Works out what the first screen needs of a region that has been read. */
  readonly prepare?: (region: Region) => Promise<void>
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
    await options.prepare?.(store.region)
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
  await desk.transaction('rw', desk.regions, desk.notes, async () => {
    await noteUnfinished(desk, entry.database)
    await desk.regions.delete(id)
    await desk.notes.delete(placeKey(id))
  })
  await dropDatabase(desk, entry.database)
}

/** Where the desk remembers the places of a region. */
export const placeKey = (id: string): string => `place/${id}`
