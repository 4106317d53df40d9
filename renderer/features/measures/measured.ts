/** The deals that the measures are taken over: all of them, or those of a segment. */
import type { Day } from '#shared/base/day'
import type { DealStates } from '#shared/process/deal-state'
import { regionCurrency, settingsOf } from '#shared/region/settings'
import { askSegmentDeals } from '../../records/segments'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlace } from '../../store/use-place'

/** Deal states of a segment's deals alone; limits stay those of the whole region. Null or an unknown id means all deals. */
export const askMeasured = query(
  askSegmentDeals.tables,
  (region, asOf: Day, segment: string | null): DealStates => {
    const states = askDealStates(region, asOf)
    if (segment === null) return states
    const found = askSegmentDeals(region, asOf, regionCurrency(settingsOf(region))).find(
      each => each.segment.id === segment,
    )
    return found ? { ...states, rows: found.rows } : states
  },
)

/** The segment that the measures are taken over; null for all deals. */
export function useSegmentId(): string | null {
  const chosen = usePlace().filters['segment']
  return typeof chosen === 'string' ? chosen : null
}
