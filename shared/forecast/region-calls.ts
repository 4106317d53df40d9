/** Forecast calls of a period: the last one submitted by each rep, the manager's, and what a rep's calls were worth (FC-16). */
import type { Day } from '../base/day'
import type { Period } from '../base/fiscal'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { DealStates } from '../process/deal-state'
import type { Region } from '../region/region'
import { commitBias } from './forecast-call'

type Call = RecordOf<'forecastCall'>

/** A call is submitted once and never changes; what is not submitted is a draft and counts nowhere. */
const isSubmitted = (call: Call): boolean => call.submittedAt !== null

const later = (a: Call, b: Call): boolean =>
  a.asOf > b.asOf || (a.asOf === b.asOf && (a.submittedAt ?? '') > (b.submittedAt ?? ''))

/** The last submitted call of each rep for a period as of a day, by rep. */
export function repCalls(region: Region, period: string, asOf: Day): ReadonlyMap<Id<'rep'>, Call> {
  const last = new Map<Id<'rep'>, Call>()
  for (const call of region.where('forecastCall', 'period', period)) {
    if (call.by !== 'rep' || call.rep === null || call.asOf > asOf || !isSubmitted(call)) continue
    const old = last.get(call.rep)
    if (!old || later(call, old)) last.set(call.rep, call)
  }
  return last
}

/** The manager's last submitted call for a period: of one rep, or of the region where `rep` is null. */
export function managerCall(
  region: Region,
  period: string,
  asOf: Day,
  rep: Id<'rep'> | null = null,
): Call | null {
  let last: Call | null = null
  for (const call of region.where('forecastCall', 'period', period))
    if (call.by === 'manager' && call.rep === rep && call.asOf <= asOf && isSubmitted(call))
      if (!last || later(call, last)) last = call
  return last
}

/** A period that is over, with what the rep had committed and what was won. */
interface CalledPeriod {
  readonly period: string
  readonly commit: number
  readonly actual: number
  readonly call: Call
}

/** A rep's calls that can be judged, oldest first, and the mean of (commit − actual) / actual; null with fewer than four. */
export interface RepBias {
  readonly periods: readonly CalledPeriod[]
  readonly bias: number | null
}

/**
 * FC-16: how a rep's calls came out, over periods that ended by the as-of date; the last call made before a period's end
 * counts. `periodOfKey` reads a period key; amounts are minor units of the region's currency.
 */
export function repBias(
  region: Region,
  states: DealStates,
  rep: Id<'rep'>,
  periodOfKey: (key: string) => Period | null,
): RepBias {
  const last = new Map<string, Call>()
  for (const call of region.where('forecastCall', 'rep', rep)) {
    const period = periodOfKey(call.period)
    if (!period || period.last > states.asOf || call.by !== 'rep' || !isSubmitted(call)) continue
    if (call.asOf > period.last) continue
    const old = last.get(call.period)
    if (!old || later(call, old)) last.set(call.period, call)
  }
  const periods = [...last.values()].flatMap((call): CalledPeriod[] => {
    const period = periodOfKey(call.period)
    const commit = states.rates.convert(call.commit, call.currency, call.asOf)
    if (!period || !commit.ok) return []
    let actual = 0
    for (const { state, deal, owner, value } of states.rows)
      if (state === 'won' && owner?.id === rep && deal.closedOn !== null)
        if (deal.closedOn >= period.first && deal.closedOn <= period.last) actual += value.amount ?? 0
    return [{ period: period.key, commit: commit.value, actual, call }]
  })
  periods.sort((a, b) => (a.period < b.period ? -1 : 1))
  return { periods, bias: commitBias(periods) }
}
