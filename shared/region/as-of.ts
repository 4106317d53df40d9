/** The as-of date (CV-1): what the user chose, else the newest day on which something is known to have happened. */
import type { Day } from '../base/day'
import type { Region } from './region'
import { chosenAsOf, settingsOf } from './settings'

/** The newest day on which something happened in the data, not later than `today`; null for an empty region. */
export function newestDay(region: Region, today: Day): Day | null {
  let newest: Day | null = null
  const see = (d: Day | null): void => {
    if (d && d <= today && (newest === null || d > newest)) newest = d
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

/** The as-of date of a region; `today` caps it and serves an empty region. */
export const asOfDay = (region: Region, today: Day): Day =>
  chosenAsOf(settingsOf(region)) ?? newestDay(region, today) ?? today
