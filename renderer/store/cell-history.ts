/** What happened to one field of a record, newest first, with the file and row where an import brought the value. */
import type { TableName } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import { changePageWith } from './change-pages'
import { recordHistory } from './record-history'
import type { JournalEntry } from './region-database'
import type { RegionStore } from './region-store'

/** One value that a field took. */
export interface CellChange {
  readonly entry: JournalEntry
  /** Null where the record came with the value. */
  readonly before: { readonly value: unknown } | null
  readonly after: unknown
  /** The line of a file that brought it; null where none did. */
  readonly from: FileLine | null
}

/** A line of an imported file; `row` counts from 1 as the file's reader does. */
export interface FileLine {
  readonly file: string
  readonly row: number
}

/** The history of a field: its values, and what the last file that named the record said of it. */
export interface CellHistory {
  readonly changes: readonly CellChange[]
  /** Null where no file spoke of the field. */
  readonly said: (FileLine & { readonly value: unknown; readonly vanishedOn: string | null }) | null
}

interface Statement {
  readonly file: string
  readonly row: number
  readonly batch: string
  readonly values: Values
  readonly vanishedOn: string | null
}

/** The values that a field of a record had; values before the first import of a backup may be unknown and are left out. */
export async function cellHistory(
  store: RegionStore,
  table: TableName,
  id: string,
  field: string,
): Promise<CellHistory> {
  const items = await recordHistory(store.database, table, id)
  const last = (await store.find('shadow', id)) as unknown as Statement | null
  // Walking back in time, each step tells what stood there before it: of the record and of what its file said.
  let value = ((await store.find(table, id)) as Values | null)?.[field]
  let statement: Statement | null = last
  const changes: CellChange[] = []
  for (const { entry, kind, before, after } of items) {
    let from: FileLine | null = null
    if (entry.batch !== null) {
      const page = await changePageWith(store.database, entry.seq, 'shadow', id)
      const step = page?.changed.find(each => each.id === id)
      if (statement?.batch === entry.batch) from = { file: statement.file, row: statement.row }
      if (step && statement) statement = { ...statement, ...(step.before as Partial<Statement>) }
      else if (page?.added.includes(id)) statement = null
    }
    if (kind === 'changed' && field in after) {
      changes.push({ entry, before: { value: before[field] }, after: after[field], from })
      value = before[field]
    } else if (kind === 'added') changes.push({ entry, before: null, after: value, from })
  }
  const spoke = last && field in last.values
  return {
    changes,
    said: spoke
      ? { file: last.file, row: last.row, value: last.values[field], vanishedOn: last.vanishedOn }
      : null,
  }
}
