/** The state of every deal as of a day, worked out once for all screens that show or count it. */
import type { Day } from '#shared/base/day'
import { dealStates, dealStateSteps, type DealStates } from '#shared/process/deal-state'
import { dealStateTables, renewDealStates } from '#shared/process/renew-deal-states'
import type { Region } from '#shared/region/region'
import { breathe } from './breathe'
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
  if (known && moved && Object.keys(moved).length === 0) return known.states
  const states = (known && moved && renewDealStates(known.states, region, moved)) ?? dealStates(region, asOf)
  last.set(region, { asOf, versions: versionsOf(region, dealStateTables), states })
  return states
})

/** Judges all deals while the window goes on answering, so that `askDealStates` then has its answer at once. */
export async function prepareDealStates(region: Region, asOf: Day): Promise<void> {
  // As of before the first step: what moves in between is then judged anew.
  const versions = versionsOf(region, dealStateTables)
  last.set(region, { asOf, versions, states: await breathe(dealStateSteps(region, asOf)) })
}
