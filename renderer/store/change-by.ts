/** The change that an edit makes of a region as it stands now. */
import type { Source } from '#shared/model/field'
import type { ChangeSet } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import type { Region } from '#shared/region/region'
import { now, today, trueRandom } from './clock'
import { asOfDate } from './data-day'

/** The change that `make` makes of the region as it stands. */
export function changeBy(region: Region, make: (edit: Edit) => void, source: Source): ChangeSet {
  const edit = new Edit(region, { source, at: now(), asOf: asOfDate(region, today()), random: trueRandom })
  make(edit)
  return edit.change()
}
