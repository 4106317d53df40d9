/** The newest day in the data and the as-of date, kept up to date record by record. */
import type { Day } from '#shared/base/day'
import { asOfDay, datedTables, newestDay, renewNewestDay } from '#shared/region/as-of'
import type { Region } from '#shared/region/region'
import { movedSince, versionsOf, type Versions } from './moved-since'

interface Known {
  readonly today: Day
  readonly versions: Versions
  readonly newest: Day | null
}

const last = new WeakMap<Region, Known>()

/** The newest day on which something happened in the data, not later than `today`; null for an empty region. */
export function dataDay(region: Region, today: Day): Day | null {
  const known = last.get(region)
  const moved = known?.today === today ? movedSince(region, known.versions) : null
  const newest =
    known && moved ? renewNewestDay(known.newest, region, today, moved) : newestDay(region, today)
  last.set(region, { today, versions: versionsOf(region, datedTables), newest })
  return newest
}

/** The as-of date of a region (CV-1). */
export const asOfDate = (region: Region, today: Day): Day => asOfDay(region, today, dataDay(region, today))
