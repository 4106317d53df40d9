/** Version 2 of a region's database, frozen: pages are written as texts; those of version 1 are read as they are. */
import type { Dexie } from 'dexie'

/** Declares version 2. A page holds `packed`, made by `packRecords`, or still `rows` until it is next written. */
export function version2(database: Dexie): void {
  database.version(2).stores({})
}
