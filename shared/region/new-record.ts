/** Making a record with every field in place. */
import type { Id } from '../base/id'
import { fieldsOf, type RecordOf, type TableName } from '../model/catalog'
import type { Source, Stamp } from '../model/field'

/** Who makes a record, and when. */
export interface Origin {
  readonly source: Source
  readonly at: Stamp
}

/** The values that a caller gives for a new record; the rest starts empty. */
export type NewValues<T extends TableName> = Partial<
  Omit<RecordOf<T>, 'id' | 'source' | 'createdAt' | 'updatedAt' | 'archivedAt'>
>

const blanks = new Map<TableName, Readonly<Record<string, unknown>>>()

function blankOf(table: TableName): Readonly<Record<string, unknown>> {
  let blank = blanks.get(table)
  if (!blank) {
    const fields = Object.entries(fieldsOf(table)).map(([name, field]) => [name, field.empty])
    const base = { id: null, source: null, createdAt: null, updatedAt: null, archivedAt: null }
    // An object that was parsed is far quicker to copy than one that was put together.
    blank = JSON.parse(JSON.stringify({ ...base, ...Object.fromEntries(fields) })) as Record<string, unknown>
    blanks.set(table, blank)
  }
  return blank
}

/** A frozen record of `table`; fields that `values` leaves out hold their empty value. */
export function newRecord<T extends TableName>(
  table: T,
  id: Id<T>,
  values: NewValues<T>,
  origin: Origin,
): RecordOf<T> {
  const { source, at } = origin
  const record: Record<string, unknown> = { ...blankOf(table) }
  record['id'] = id
  record['source'] = source
  record['createdAt'] = record['updatedAt'] = at
  return Object.freeze(Object.assign(record, values)) as unknown as RecordOf<T>
}
