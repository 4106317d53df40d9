/** The history of a region's cells: first visits of every deal, open and closed, as calibration needs them (FC-17, FC-21). */
import { businessDays } from '../base/calendar'
import type { Day } from '../base/day'
import type { DealStates } from '../process/deal-state'
import { regionCalendar } from '../region/settings'
import type { Region } from '../region/region'
import type { CellVisit } from './calibration'

/** A visit with the deal that it belongs to. */
export interface RegionVisit extends CellVisit {
  readonly deal: string
  readonly enteredOn: Day
}

/** The day of the first close: deals that had ended before are not in the data (FC-21). */
export const firstClose = (states: DealStates): Day | null =>
  states.rows.reduce<Day | null>((first, { state, deal }) => {
    const closed = state === 'open' ? null : deal.closedOn
    return closed !== null && (first === null || closed < first) ? closed : first
  }, null)

/**
 * FC-17: the first visit of each deal to each cell, from recorded events alone, of deals that run by `statusSet`. Times
 * are working days; `delay` is the age in the cell at the first close in the data (FC-21).
 */
export function regionVisits(region: Region, states: DealStates, statusSet: string): readonly RegionVisit[] {
  const calendar = regionCalendar(region)
  const since = firstClose(states)
  return states.rows.flatMap(({ id, state, deal, status }) => {
    if (status.basis !== 'events' || states.statuses.setOf(deal) !== statusSet) return []
    const end = state === 'open' ? states.asOf : (deal.closedOn ?? states.asOf)
    const seen = new Set<string>()
    return status.visits.flatMap(({ buying, selling, enteredOn }): RegionVisit[] => {
      const key = `${buying}/${selling}`
      if (seen.has(key) || enteredOn > end) return []
      seen.add(key)
      return [
        {
          deal: id,
          enteredOn,
          b: buying,
          s: selling,
          time: businessDays(calendar, enteredOn, end),
          outcome: state === 'disqualified' ? 'lost' : state,
          delay: since === null ? 0 : Math.max(0, businessDays(calendar, enteredOn, since)),
        },
      ]
    })
  })
}
