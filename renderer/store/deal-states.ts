/** The state of every deal as of a day, worked out once for all screens that show or count it. */
import type { Day } from '#shared/base/day'
import { dealStates } from '#shared/process/deal-state'
import { query } from './query'

/** Every deal's state; the same object until a table that it reads changes. */
export const askDealStates = query(
  [
    'opportunity',
    'oppLine',
    'oppFact',
    'product',
    'rep',
    'account',
    'activity',
    'disposition',
    'opportunityEvent',
    'opportunityPlan',
    'salesCycle',
    'salesCycleVersion',
    'stageStatus',
    'statusDef',
    'eventDef',
    'currencyRate',
    'setting',
    'workWeek',
    'holiday',
  ],
  (region, asOf: Day) => dealStates(region, asOf),
)
