/** What an entry of the journal changed, in a few words. */
import { catalog, asTableName } from '#shared/model/catalog'
import type { JournalEntry } from '../../store/region-database'

type ShowCount = (n: number) => string

const words = (n: number, table: string, count: ShowCount): string => {
  const name = asTableName(table)
  if (!name) return ''
  return `${count(n)} ${(n === 1 ? catalog[name].one : catalog[name].many).toLowerCase()}`
}

/** "12 opportunities new, 41 opportunities changed"; the largest parts first, at most three. */
export function entryWords(entry: JournalEntry, count: ShowCount): string {
  const parts = Object.entries(entry.counts).flatMap(([table, { added, changed, removed }]) => [
    { n: added, text: `${words(added, table, count)} new` },
    { n: changed, text: `${words(changed, table, count)} changed` },
    { n: removed, text: `${words(removed, table, count)} removed` },
  ])
  const some = parts.filter(each => each.n > 0).sort((a, b) => b.n - a.n)
  const shown = some.slice(0, 3).map(each => each.text)
  return some.length > 3 ? `${shown.join(', ')} and more` : shown.join(', ')
}
