/** Quotas of a period for the region or one rep, in the region's currency. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { MissingRate, Rates } from '../process/rates'
import type { Region } from '../region/region'

/** A quota with the records that it is the sum of; `amount` is null without any, or while a rate is missing (CV-7). */
export interface PeriodQuota {
  readonly amount: number | null
  readonly records: readonly RecordOf<'quota'>[]
  readonly blockedBy: readonly MissingRate[]
}

/**
 * The bookings quota of a period. For the region the reps' quotas are added up; where no rep has one, those of teams and
 * regions.
 */
export function quotaOf(
  region: Region,
  rates: Rates,
  period: string,
  asOf: Day,
  rep: Id<'rep'> | null = null,
): PeriodQuota {
  const all = region.where('quota', 'period', period).filter(each => each.measure === 'bookings')
  const ofReps = all.filter(each => each.rep !== null && (rep === null || each.rep === rep))
  const records = rep !== null || ofReps.length > 0 ? ofReps : all.filter(each => each.rep === null)
  const blockedBy: MissingRate[] = []
  let sum = 0
  for (const { amount, currency } of records) {
    const home = rates.convert(amount, currency, asOf)
    if (home.ok) sum += home.value
    else blockedBy.push(home.problem)
  }
  return { amount: records.length === 0 || blockedBy.length > 0 ? null : sum, records, blockedBy }
}
