/** Every version of a region's database in order; a released version is never edited, a new one is added. */
import type { Dexie } from 'dexie'
import { version1 } from './version-1'
import { version2 } from './version-2'

const versions: readonly ((database: Dexie) => void)[] = [version1, version2]

/** The version that this program writes. */
export const newestFormat = versions.length

/** Declares the versions up to `format`, so that the database is brought there when it opens. */
export function declareVersions(database: Dexie, format = newestFormat): void {
  for (const declare of versions.slice(0, format)) declare(database)
}
