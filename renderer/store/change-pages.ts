/** A journal entry's change in pages sorted by record id, so that one record's part is found without reading the rest. */
import type { TableName } from '#shared/model/catalog'
import { tablesOf, type AnyRecord, type ChangeSet, type TableChange } from '#shared/region/change'
import type { ChangePage, RegionDatabase } from './region-database'

/** Records in one page of a change. */
const changePageSize = 512

type Item =
  | { kind: 'added'; id: string; record: AnyRecord }
  | { kind: 'changed'; id: string; step: ChangePage['changed'][number] }
  | { kind: 'removed'; id: string; record: AnyRecord }

/**
 * The pages of an entry's change. Of added records only the ids are written, since the records lie in the region's
 * pages; `keep` writes them too, which is needed while the entry is undone.
 */
export function* changePages(seq: number, change: ChangeSet, keep: boolean): Generator<void, ChangePage[]> {
  const pages: ChangePage[] = []
  for (const [table, one] of tablesOf(change)) {
    if (!keep && one.changed.length + one.removed.length === 0) {
      yield* addedPages(seq, table, one, pages)
      continue
    }
    const items = itemsOf(one)
    yield
    items.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    yield
    for (let i = 0; i < items.length; i += changePageSize) {
      pages.push(pageOf(seq, table, items.slice(i, i + changePageSize), keep))
      yield
    }
  }
  return pages
}

/** Only the ids of added records are written, and a list of texts is sorted far quicker than one of records. */
function* addedPages(
  seq: number,
  table: TableName,
  one: TableChange,
  pages: ChangePage[],
): Generator<void, void> {
  const ids = one.added.map((each): string => each.id)
  yield
  ids.sort()
  yield
  for (let i = 0; i < ids.length; i += changePageSize) {
    const added = ids.slice(i, i + changePageSize)
    const [first = '', last = ''] = [added[0], added.at(-1)]
    pages.push({ seq, table, first, last, added, kept: [], changed: [], removed: [] })
  }
}

function itemsOf(one: TableChange): Item[] {
  const items: Item[] = []
  for (const record of one.added as unknown as AnyRecord[])
    items.push({ kind: 'added', id: record.id, record })
  for (const step of one.changed) items.push({ kind: 'changed', id: step.id, step })
  for (const record of one.removed as unknown as AnyRecord[])
    items.push({ kind: 'removed', id: record.id, record })
  return items
}

function pageOf(seq: number, table: TableName, items: readonly Item[], keep: boolean): ChangePage {
  const added: string[] = []
  const kept: AnyRecord[] = []
  const changed: ChangePage['changed'][number][] = []
  const removed: AnyRecord[] = []
  for (const item of items)
    if (item.kind === 'changed') changed.push(item.step)
    else if (item.kind === 'removed') removed.push(item.record)
    else {
      added.push(item.id)
      if (keep) kept.push(item.record)
    }
  return {
    seq,
    table,
    first: items[0]?.id ?? '',
    last: items.at(-1)?.id ?? '',
    added,
    kept,
    changed,
    removed,
  }
}

/** All pages of an entry's change. */
export const readChangePages = (database: RegionDatabase, seq: number): Promise<ChangePage[]> =>
  database.changes.where(':id').between([seq], [seq, []]).toArray()

/**
 * An entry's change as it was done; `get` gives an added record where the page holds only its id; one that is gone
 * is left out.
 */
export function changeOf(
  pages: readonly ChangePage[],
  get: (table: TableName, id: string) => AnyRecord | undefined,
): ChangeSet {
  const change: Record<string, { added: AnyRecord[]; changed: unknown[]; removed: AnyRecord[] }> = {}
  for (const page of pages) {
    const one = (change[page.table] ??= { added: [], changed: [], removed: [] })
    const kept = new Map(page.kept.map(record => [record.id, record]))
    for (const id of page.added) {
      const record = kept.get(id) ?? get(page.table, id)
      if (record) one.added.push(record)
    }
    for (const each of page.changed) one.changed.push(each)
    for (const each of page.removed) one.removed.push(each)
  }
  return change
}

/** The page of an entry's change in which a record would be; null where the entry did not touch it. */
export async function changePageWith(
  database: RegionDatabase,
  seq: number,
  table: TableName,
  id: string,
): Promise<ChangePage | null> {
  const page = await database.changes.where(':id').between([seq, table], [seq, table, id], true, true).last()
  return page && page.last >= id ? page : null
}
