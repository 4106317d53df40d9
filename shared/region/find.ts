/** Finding records by what they are called. */
import { foldText } from '../base/text'
import type { TableName } from '../model/catalog'
import type { AnyRecord } from './change'
import { recordTitle } from './record-title'
import type { Region } from './region'

/** The tables that a user looks for records in, most looked for first. */
export const findableTables: readonly TableName[] = [
  'opportunity',
  'account',
  'person',
  'rep',
  'product',
  'lead',
  'activity',
  'actionItem',
]

/** A record that was found. */
export interface Found {
  readonly table: TableName
  readonly id: string
  readonly title: string
}

/** The folded titles of one table, in the order of its records. */
export interface TitleIndex {
  readonly table: TableName
  readonly ids: readonly string[]
  readonly titles: readonly string[]
  readonly folded: readonly string[]
}

/** Folds the titles of all records of a table that are not archived; external ids can be found as well. */
export function titleIndex(region: Region, table: TableName): TitleIndex {
  const ids: string[] = []
  const titles: string[] = []
  const folded: string[] = []
  for (const record of region.all(table) as unknown as AnyRecord[]) {
    const title = recordTitle(region, table, record)
    const external = record['externalId']
    ids.push(record.id)
    titles.push(title)
    folded.push(foldText(typeof external === 'string' ? `${title} ${external}` : title))
  }
  return { table, ids, titles, folded }
}

/** At most `limit` records of each table whose title holds every word asked for; those that begin with it come first. */
export function findRecords(indexes: readonly TitleIndex[], asked: string, limit = 6): Found[] {
  const wanted = foldText(asked)
  if (wanted === '') return []
  const words = wanted.split(' ')
  return indexes.flatMap(({ table, ids, titles, folded }) => {
    const first: Found[] = []
    const rest: Found[] = []
    for (let i = 0; i < folded.length && first.length < limit; i++) {
      const text = folded[i] ?? ''
      if (!words.every(word => text.includes(word))) continue
      const found = { table, id: ids[i] ?? '', title: titles[i] ?? '' }
      if (text.startsWith(wanted)) first.push(found)
      else if (rest.length < limit) rest.push(found)
    }
    return [...first, ...rest].slice(0, limit)
  })
}
