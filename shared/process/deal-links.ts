/** What hangs on each deal, gathered in one pass over each table, so that many deals can be judged at once. */
import { laterDay, type Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'

type DealId = Id<'opportunity'>

/** Something that can be asked by deal. */
export interface ByDeal<V> {
  get(deal: DealId): V | undefined
}

/** The records of each deal; a deal without records has no entry. */
export interface DealLinks {
  readonly lines: ByDeal<readonly RecordOf<'oppLine'>[]>
  readonly events: ByDeal<readonly RecordOf<'opportunityEvent'>[]>
  readonly facts: ByDeal<readonly RecordOf<'oppFact'>[]>
  readonly plans: ByDeal<readonly RecordOf<'opportunityPlan'>[]>
  readonly dispositions: ByDeal<readonly RecordOf<'disposition'>[]>
  /** The newest sign of attention on or before the as-of date (PL-7). */
  readonly lastTouch: ByDeal<Day>
  /** The first dated two-way meeting on or before the as-of date (PL-1). */
  readonly firstMeeting: ByDeal<Day>
  /** False where the region has neither activities nor last-activity dates (A13). */
  readonly anyActivity: boolean
  /** False where no open deal has a next step and no deal has a plan. */
  readonly anyNextStep: boolean
  readonly evidence: Evidence
}

/** How many records there are that let stale deals and next steps be judged at all. */
export interface Evidence {
  readonly activities: number
  readonly touchedDeals: number
  readonly stepDeals: number
  readonly plans: number
}

/** Records by the deal that they name. */
export function byDeal<R extends { readonly opportunity: DealId | null }>(
  records: Iterable<R>,
): Map<DealId, R[]> {
  const found = new Map<DealId, R[]>()
  for (const record of records) {
    if (record.opportunity === null) continue
    const list = found.get(record.opportunity)
    if (list) list.push(record)
    else found.set(record.opportunity, [record])
  }
  return found
}

const meetings: ReadonlySet<string> = new Set(['meeting', 'demo', 'visit'])

/** Whether an activity is a meeting with the buyer that was held (PL-1). */
export const isTwoWayMeeting = (each: RecordOf<'activity'>): boolean => each.twoWay && meetings.has(each.kind)

/** Whether a deal itself has a next step. */
export const hasStep = (deal: RecordOf<'opportunity'>): boolean =>
  deal.nextStep !== null || deal.nextStepOn !== null

/** Whether such records are there at all: what `anyActivity` and `anyNextStep` say. */
export const anyOf = (evidence: Evidence): Pick<DealLinks, 'anyActivity' | 'anyNextStep'> => ({
  anyActivity: evidence.activities + evidence.touchedDeals > 0,
  anyNextStep: evidence.stepDeals + evidence.plans > 0,
})

/** Gathers what hangs on the deals of a region as of a day. */
export function dealLinks(region: Region, asOf: Day): DealLinks {
  const lastTouch = new Map<DealId, Day>()
  const firstMeeting = new Map<DealId, Day>()
  const touch = (deal: DealId | null, on: Day | null): void => {
    if (deal === null || on === null || on > asOf) return
    const old = lastTouch.get(deal)
    lastTouch.set(deal, old ? laterDay(old, on) : on)
  }
  let activities = 0
  for (const each of region.all('activity')) {
    if (each.status !== 'done') continue
    activities++
    touch(each.opportunity, each.on)
    if (each.opportunity === null || !isTwoWayMeeting(each) || each.on > asOf) continue
    const old = firstMeeting.get(each.opportunity)
    if (!old || each.on < old) firstMeeting.set(each.opportunity, each.on)
  }
  let stepDeals = 0
  let touchedDeals = 0
  for (const deal of region.all('opportunity')) {
    if (hasStep(deal)) stepDeals++
    if (deal.lastActivityOn !== null) {
      touchedDeals++
      touch(deal.id, deal.lastActivityOn)
    }
  }
  const events = region.all('opportunityEvent')
  for (const each of events) touch(each.opportunity, each.occurredOn)
  const facts = region.all('oppFact')
  for (const each of facts) touch(each.opportunity, each.occurredOn)
  const dispositions = region.all('disposition')
  for (const each of dispositions) touch(each.opportunity, each.on)
  for (const each of region.all('review')) if (each.state !== 'prepared') touch(each.opportunity, each.on)
  for (const each of region.all('strategySheet')) touch(each.opportunity, each.reviewedOn)
  const plans = region.all('opportunityPlan')
  const evidence: Evidence = { activities, touchedDeals, stepDeals, plans: plans.length }
  return {
    lines: byDeal(region.all('oppLine')),
    events: byDeal(events),
    facts: byDeal(facts),
    plans: byDeal(plans),
    dispositions: byDeal(dispositions),
    lastTouch,
    firstMeeting,
    ...anyOf(evidence),
    evidence,
  }
}
