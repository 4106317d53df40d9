/** What happened to one record, newest first: who, when, and each value before and after. */
import type { TableName } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import { changePageWith } from './change-pages'
import type { ChangePage, JournalEntry, RegionDatabase } from './region-database'

/** One thing that happened to a record. */
export interface HistoryItem {
  readonly entry: JournalEntry
  readonly kind: 'added' | 'changed' | 'removed'
  /** The fields that changed; empty where the record was added or removed. */
  readonly before: Values
  readonly after: Values
}

/** The newest entries of the journal, those undone and dropped included; `before` pages on. */
export const listJournal = (
  database: RegionDatabase,
  limit: number,
  before: number = Infinity,
): Promise<JournalEntry[]> => database.journal.where('seq').below(before).reverse().limit(limit).toArray()

/** What happened to a record, newest first; entries that were undone are left out. */
export async function recordHistory(
  database: RegionDatabase,
  table: TableName,
  id: string,
): Promise<HistoryItem[]> {
  const entries = await database.journal
    .orderBy('seq')
    .reverse()
    .filter(entry => entry.state === 'done' && entry.counts[table] !== undefined)
    .toArray()
  const found: HistoryItem[] = []
  await database.transaction('r', database.changes, async () => {
    for (const entry of entries) {
      const page = await changePageWith(database, entry.seq, table, id)
      const item = page && itemOf(page, entry, id)
      if (item) found.push(item)
    }
  })
  return found
}

function itemOf(page: ChangePage, entry: JournalEntry, id: string): HistoryItem | null {
  const step = page.changed.find(each => each.id === id)
  if (step) return { entry, kind: 'changed', before: step.before, after: step.after }
  if (page.added.includes(id)) return { entry, kind: 'added', before: {}, after: {} }
  const gone = page.removed.some(each => each.id === id)
  return gone ? { entry, kind: 'removed', before: {}, after: {} } : null
}
