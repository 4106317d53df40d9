/** The day that files are of: the newest day on which something in them is known to have happened. */
import type { Day } from '../base/day'
import type { Drafts } from '../mapping/drafts'

const happened: ReadonlySet<string> = new Set([
  'closedOn',
  'createdOn',
  'engagedOn',
  'lastActivityOn',
  'occurredOn',
])

/** The newest such day not after `today`; `today` where the files name none. */
export function newestDataDay(sheets: readonly Drafts[], today: Day): Day {
  let newest: Day | null = null
  for (const drafts of sheets)
    for (const column of drafts.columns) {
      if (!happened.has(column.field)) continue
      for (const value of column.values)
        if (typeof value === 'string' && value <= today && (newest === null || value > newest))
          newest = value as Day
    }
  return newest ?? today
}
