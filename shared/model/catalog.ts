/** Every table of a region with its fields and words; the types of all records come from here. */
import * as coaching from './coaching'
import type { Field, RecordIn } from './field'
import * as forecast from './forecast'
import * as opportunity from './opportunity'
import * as people from './people'
import * as process from './process'
import * as reference from './reference'
import * as system from './system'
import * as workbench from './workbench'

/** All tables by name. */
export const catalog = {
  ...reference,
  ...people,
  ...opportunity,
  ...process,
  ...workbench,
  ...forecast,
  ...coaching,
  ...system,
}

/** The catalog's type. */
export type Catalog = typeof catalog

/** The name of a table. */
export type TableName = keyof Catalog

/** A record of table `T`. */
export type RecordOf<T extends TableName> = RecordIn<Catalog[T]>

/** The name of a field of table `T`. */
export type FieldName<T extends TableName> = keyof Catalog[T]['fields'] & string

/** All table names, in the catalog's order. */
export const tableNames = Object.keys(catalog) as readonly TableName[]

/** Reads a table name; null where there is no such table. */
export const asTableName = (name: string): TableName | null =>
  Object.hasOwn(catalog, name) ? (name as TableName) : null

/** The fields of a table by name, as plain descriptions. */
export const fieldsOf = (table: TableName): Readonly<Record<string, Field>> => catalog[table].fields

/** One field's description; null where the table has no such field. */
export const fieldOf = (table: TableName, name: string): Field | null => {
  const fields = fieldsOf(table)
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null
}
