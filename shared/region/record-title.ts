/** What a record is called on the screen. */
import { asTableName, catalog, fieldsOf, type TableName } from '../model/catalog'
import type { Values } from './change'
import type { Region } from './region'

/**
 * The name of a record: its title field, else the record that it belongs to ("Opportunity plan of Kan-code"), else
 * the word for its table. Never empty.
 */
export function recordTitle(region: Region, table: TableName, record: Values): string {
  const { title, one } = catalog[table]
  const own = title === null ? null : record[title]
  const field = title === null ? undefined : fieldsOf(table)[title]
  if (typeof own === 'string' && own !== '') {
    const word = field?.choices?.find(each => each.key === own)?.label
    return word ?? own
  }
  for (const [name, each] of Object.entries(fieldsOf(table))) {
    const target = each.kind === 'ref' && each.table ? asTableName(each.table) : null
    const id = record[name]
    if (!target || target === table || typeof id !== 'string') continue
    const parent = region.table(target).get(id as never) as Values | undefined
    if (parent) return `${one} of ${recordTitle(region, target, parent)}`
  }
  return one
}
