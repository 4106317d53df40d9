/** Names of records for showing and finding references. */
import { asTableName, tableNames, type TableName } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import { findRecords, titleIndex, type TitleIndex } from '#shared/region/find'
import { recordTitle } from '#shared/region/record-title'
import type { Region } from '#shared/region/region'
import { query } from './query'

const indexes = new Map(
  tableNames.map(table => [table, query([table], (region: Region): TitleIndex => titleIndex(region, table))]),
)

/** The folded titles of a table, remembered until it changes. */
export const titlesOf = (region: Region, table: TableName): TitleIndex => {
  const ask = indexes.get(table)
  return ask ? ask(region) : titleIndex(region, table)
}

/** What a record is called; null where it is not there. */
export function titleOf(region: Region, tableText: string, id: string): string | null {
  const table = asTableName(tableText)
  const record = table && (region.table(table).get(id as never) as unknown as Values | undefined)
  return table && record ? recordTitle(region, table, record) : null
}

/** Records whose title holds the text, best first; with no text the first ones of the table. */
export function findByTitle(
  region: Region,
  tableText: string,
  text: string,
  limit: number,
): readonly { readonly id: string; readonly title: string }[] {
  const table = asTableName(tableText)
  if (!table) return []
  const index = titlesOf(region, table)
  if (text.trim() !== '') return findRecords([index], text, limit)
  return index.ids.slice(0, limit).map((id, i) => ({ id, title: index.titles[i] ?? '' }))
}
