/** Version 1 of a region's database, frozen: its stores, and the shapes that it kept in them. */
import type { Dexie } from 'dexie'

/** Declares version 1. `pages` holds the records; `journal` and `changes` what was done; `archive` what never changes. */
export function version1(database: Dexie): void {
  database.version(1).stores({
    pages: '[table+page]',
    journal: 'seq, [state+seq]',
    changes: '[seq+table+first]',
    archive: 'key',
    facts: 'key',
  })
}
