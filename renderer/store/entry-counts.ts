/** What an entry of the journal says it did, counted by table. */
import { tablesOf, type ChangeSet } from '#shared/region/change'
import type { Counts, JournalEntry } from './region-database'

/** How many records a change adds, changes and removes in each table. */
export function countsOf(change: ChangeSet): JournalEntry['counts'] {
  const counts: Record<string, Counts> = {}
  for (const [table, one] of tablesOf(change))
    counts[table] = {
      added: one.added.length,
      changed: one.changed.length,
      removed: one.removed.length,
    }
  return counts
}
