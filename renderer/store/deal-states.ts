/** The state of every deal as of a day, worked out once for all screens that show or count it. */
import type { Day } from '#shared/base/day'
import type { TableName } from '#shared/model/catalog'
import { dealStates, type DealStates } from '#shared/process/deal-state'
import { renewDealStates } from '#shared/process/renew-deal-states'
import type { Region } from '#shared/region/region'
import { query } from './query'

/** What every deal is judged by; a change in one of these tables means judging all of them again. */
const surroundings: readonly TableName[] = [
  'oppLine',
  'product',
  'rep',
  'account',
  'activity',
  'disposition',
  'opportunityEvent',
  'opportunityPlan',
  'review',
  'strategySheet',
  'salesCycle',
  'salesCycleVersion',
  'stageStatus',
  'statusDef',
  'eventDef',
  'currencyRate',
  'setting',
  'workWeek',
  'holiday',
]

interface Last {
  readonly asOf: Day
  readonly surroundings: string
  readonly states: DealStates
  /** How often the states were renewed since all were judged; wrapped look-ups stay shallow. */
  readonly renewals: number
}

const last = new WeakMap<Region, Last>()

/** Every deal's state; the same object until a table that it reads changes, and renewed deal by deal after small edits. */
export const askDealStates = query(['opportunity', 'oppFact', ...surroundings], (region, asOf: Day) => {
  const version = region.versionOf(...surroundings)
  const known = last.get(region)
  const renewed =
    known && known.asOf === asOf && known.surroundings === version && known.renewals < 200
      ? renewDealStates(known.states, region)
      : null
  const states = renewed ?? dealStates(region, asOf)
  last.set(region, {
    asOf,
    surroundings: version,
    states,
    renewals: renewed && known ? known.renewals + 1 : 0,
  })
  return states
})
