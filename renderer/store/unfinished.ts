/** Databases that are being made or are to be deleted: noted on the desk, so that what a kill left behind is swept. */
import { Dexie } from 'dexie'
import { newId } from '#shared/base/id'
import type { Result } from '#shared/base/result'
import { now, trueRandom } from './clock'
import type { DeskDatabase } from './desk-database'
import { takeLock } from './lock'

const prefix = 'unfinished/'
const lockOf = (database: string): string => `quarterdeck/unfinished/${database}`

/** A name for a region's database that none has. */
export const databaseName = (): string => `quarterdeck-region-${newId(trueRandom)}`

/** Notes that a database may go unless a region is in it; to be written before it is made or taken off the desk. */
export const noteUnfinished = (desk: DeskDatabase, database: string): Promise<void> =>
  desk.remember(`${prefix}${database}`, now())

/** Takes the note away, as part of the transaction that puts a region into the database where there is one. */
export const noteFinished = (desk: DeskDatabase, database: string): Promise<void> =>
  desk.notes.delete(`${prefix}${database}`)

/** Deletes a database that no region is in any more, and its note. */
export async function dropDatabase(desk: DeskDatabase, database: string): Promise<void> {
  await Dexie.delete(database)
  await noteFinished(desk, database)
}

/**
 * Makes a new database and has `fill` put a region into it. Where it gives a problem nothing is left behind; where the
 * program is ended meanwhile, `sweepUnfinished` finds the rest, and leaves it alone as long as this window is at work.
 */
export async function makeDatabase<T, P>(
  desk: DeskDatabase,
  fill: (database: string) => Promise<Result<T, P>>,
): Promise<Result<T, P>> {
  const database = databaseName()
  const release = await takeLock(lockOf(database))
  try {
    await noteUnfinished(desk, database)
    const made = await fill(database)
    if (!made.ok) await dropDatabase(desk, database)
    return made
  } finally {
    release?.()
  }
}

/** Deletes what is noted as unfinished, is in no region and is not being worked at in any window; returns the names. */
export async function sweepUnfinished(desk: DeskDatabase): Promise<string[]> {
  const swept: string[] = []
  const notes = await desk.notes.where('key').startsWith(prefix).primaryKeys()
  for (const key of notes) {
    const database = key.slice(prefix.length)
    const release = await takeLock(lockOf(database))
    if (!release) continue
    try {
      // Looked at only now: another window may just have finished it.
      if (await desk.regions.filter(each => each.database === database).first())
        await noteFinished(desk, database)
      else {
        await dropDatabase(desk, database)
        swept.push(database)
      }
    } finally {
      release()
    }
  }
  return swept
}
