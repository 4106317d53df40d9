/** Dates that have passed and closes that were pushed (PL-9). */
import { parseDay, type Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import { isPush } from './standing-still'

/** A date of a deal that lies before the as-of date. */
export interface Overdue {
  readonly what: 'decisionDate' | 'crmClose'
  readonly on: Day
}

/** The dates of an open deal that have passed (PL-9). */
export function overdueBy(deal: RecordOf<'opportunity'>, asOf: Day): readonly Overdue[] {
  const past: Overdue[] = []
  if (deal.decisionDate !== null && deal.decisionDate < asOf)
    past.push({ what: 'decisionDate', on: deal.decisionDate })
  if (deal.expectedClose !== null && deal.expectedClose < asOf)
    past.push({ what: 'crmClose', on: deal.expectedClose })
  return past
}

/** How often the close moved to a later month (CY-6): in the CRM's date or in the plan, whichever moved more often. */
export function pushesOf(
  facts: readonly RecordOf<'oppFact'>[] | undefined,
  plans: readonly RecordOf<'opportunityPlan'>[] | undefined,
  asOf: Day,
): number {
  const inCrm = (facts ?? []).filter(each => {
    if (each.field !== 'expectedClose' || each.occurredOn > asOf) return false
    const before = typeof each.before === 'string' ? parseDay(each.before) : null
    const after = typeof each.value === 'string' ? parseDay(each.value) : null
    return before !== null && after !== null && isPush(before, after)
  }).length
  const inPlans = (plans ?? []).map(
    plan =>
      plan.revisions.filter((each, i) => {
        const before = plan.revisions[i - 1]
        return before !== undefined && each.on <= asOf && isPush(before.close, each.close)
      }).length,
  )
  return Math.max(inCrm, ...inPlans)
}
