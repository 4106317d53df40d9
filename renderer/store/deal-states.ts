/** The state of every deal as of a day, worked out once for all screens that show or count it. */
import type { Day } from '#shared/base/day'
import { dealStates, type DealStates } from '#shared/process/deal-state'
import { dealStateTables, renewDealStates } from '#shared/process/renew-deal-states'
import type { Region } from '#shared/region/region'
import { movedSince, versionsOf, type Versions } from './moved-since'
import { query } from './query'

interface Last {
  readonly asOf: Day
  readonly versions: Versions
  readonly states: DealStates
}

const last = new WeakMap<Region, Last>()

/** Every deal's state; the same object until a table that it reads changes, and judged anew only where something moved. */
export const askDealStates = query(dealStateTables, (region, asOf: Day) => {
  const known = last.get(region)
  const moved = known?.asOf === asOf ? movedSince(region, known.versions) : null
  const states = (known && moved && renewDealStates(known.states, region, moved)) ?? dealStates(region, asOf)
  last.set(region, {
    asOf,
    versions: versionsOf(region, dealStateTables),
    states,
  })
  return states
})
