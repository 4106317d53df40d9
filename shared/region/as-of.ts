/** The as-of date (CV-1): what the user chose, else the newest day on which something is known to have happened. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Region } from './region'
import { chosenAsOf, settingsOf } from './settings'

type Dated = { readonly [T in (typeof datedTables)[number]]?: ReadonlyMap<Id<T>, RecordOf<T> | undefined> }

/** The tables whose records say that something happened. */
export const datedTables = ['opportunity', 'activity', 'opportunityEvent', 'lead'] as const

type Reader = {
  readonly [T in (typeof datedTables)[number]]: (record: RecordOf<T>) => readonly (Day | null)[]
}

const daysOf: Reader = {
  opportunity: each => [each.closedOn, each.engagedOn, each.createdOn, each.lastActivityOn],
  activity: each => [each.status === 'done' ? each.on : null],
  opportunityEvent: each => [each.occurredOn],
  lead: each => [each.createdOn],
}

/** The newest day on which something happened in the data, not later than `today`; null for an empty region. */
export function newestDay(region: Region, today: Day): Day | null {
  let newest: Day | null = null
  const see = (d: Day | null): void => {
    // Most days are not newer than the newest seen, which one comparison tells.
    if (d !== null && (newest === null || d > newest) && d <= today) newest = d
  }
  for (const deal of region.table('opportunity').values()) {
    see(deal.closedOn)
    see(deal.engagedOn)
    see(deal.createdOn)
    see(deal.lastActivityOn)
  }
  for (const one of region.table('activity').values()) if (one.status === 'done') see(one.on)
  for (const one of region.table('opportunityEvent').values()) see(one.occurredOn)
  for (const one of region.table('lead').values()) see(one.createdOn)
  return newest
}

/** The newest day after what `moved` (records as they were), equal to what `newestDay` would give. */
export function renewNewestDay(newest: Day | null, region: Region, today: Day, moved: Dated): Day | null {
  let now = newest
  const look = <T extends (typeof datedTables)[number]>(table: T): boolean => {
    for (const [id, before] of (moved[table] ?? []) as ReadonlyMap<Id<T>, RecordOf<T> | undefined>) {
      // The day may have been this record's alone.
      if (before && daysOf[table](before).includes(newest)) return false
      const after = region.table(table).get(id)
      for (const day of after ? daysOf[table](after) : [])
        if (day !== null && day <= today && (now === null || day > now)) now = day
    }
    return true
  }
  return datedTables.every(look) ? now : newestDay(region, today)
}

/** The as-of date of a region; `today` caps it and serves an empty region; `newest` is its newest day where known. */
export const asOfDay = (region: Region, today: Day, newest = newestDay(region, today)): Day =>
  chosenAsOf(settingsOf(region)) ?? newest ?? today
