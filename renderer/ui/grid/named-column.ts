/** A column as sentences about filters name it. */
import type { ColumnData } from './engine/column-data'
import type { NamedColumn } from './engine/filter-sentence'
import type { GridColumn } from './grid-props'

/** Title, kind and flag labels of a column. */
export function namedColumn(def: GridColumn, data: ColumnData): NamedColumn {
  if (data.kind !== 'flags') return { title: def.title, kind: data.kind }
  const labels = Object.fromEntries(data.flags.map(flag => [flag.key, flag.label]))
  return { title: def.title, kind: data.kind, labels }
}
