/** Bringing what hangs on deals up to date at a few deals, without gathering all of it again. */
import { laterDay, type Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf, TableName } from '../model/catalog'
import type { Region } from '../region/region'
import { anyOf, hasStep, isTwoWayMeeting, type ByDeal, type DealLinks, type Evidence } from './deal-links'

type DealId = Id<'opportunity'>

/** Records that were put or removed, by id, as they were before; undefined where they are new. */
export type Moved = { readonly [T in TableName]?: ReadonlyMap<Id<T>, RecordOf<T> | undefined> }

/** Answers kept beside a look-up before both become one. */
const longest = 2000

/** A look-up with other answers for some deals; renewing it again goes on from the same base. */
class Renewed<V> implements ByDeal<V> {
  constructor(
    readonly base: ByDeal<V>,
    readonly answers: ReadonlyMap<DealId, V | undefined>,
  ) {}

  get(deal: DealId): V | undefined {
    return this.answers.has(deal) ? this.answers.get(deal) : this.base.get(deal)
  }
}

/** The same look-up with other answers for a few deals; undefined takes an answer away. */
export function withAnswers<V>(look: ByDeal<V>, answers: ReadonlyMap<DealId, V | undefined>): ByDeal<V> {
  const base = look instanceof Renewed ? (look.base as ByDeal<V>) : look
  const before = look instanceof Renewed ? (look.answers as Renewed<V>['answers']) : []
  const all = new Map([...before, ...answers])
  if (all.size <= longest || !(base instanceof Map)) return new Renewed(base, all)
  const whole = new Map(base as ReadonlyMap<DealId, V>)
  for (const [deal, answer] of all)
    if (answer === undefined) whole.delete(deal)
    else whole.set(deal, answer)
  return whole
}

/** The links of these deals gathered anew. What is there at all is counted from what `moved`. */
export function renewDealLinks(
  links: DealLinks,
  region: Region,
  asOf: Day,
  deals: ReadonlySet<DealId>,
  moved: Moved,
): DealLinks {
  const lists = <T extends 'oppLine' | 'opportunityEvent' | 'oppFact' | 'opportunityPlan' | 'disposition'>(
    look: ByDeal<readonly RecordOf<T>[]>,
    table: T,
  ): ByDeal<readonly RecordOf<T>[]> => {
    if (!moved[table]) return look
    const found = new Map<DealId, readonly RecordOf<T>[] | undefined>()
    for (const deal of deals) {
      const own = region.where(table, 'opportunity' as never, deal as never)
      found.set(deal, own.length > 0 ? own : undefined)
    }
    return withAnswers(look, found)
  }
  const lastTouch = new Map<DealId, Day | undefined>()
  const firstMeeting = new Map<DealId, Day | undefined>()
  for (const deal of deals) {
    lastTouch.set(deal, lastTouchOf(region, deal, asOf))
    if (moved.activity) firstMeeting.set(deal, firstMeetingOf(region, deal, asOf))
  }
  const evidence = renewEvidence(links.evidence, region, moved)
  return {
    lines: lists(links.lines, 'oppLine'),
    events: lists(links.events, 'opportunityEvent'),
    facts: lists(links.facts, 'oppFact'),
    plans: lists(links.plans, 'opportunityPlan'),
    dispositions: lists(links.dispositions, 'disposition'),
    lastTouch: withAnswers(links.lastTouch, lastTouch),
    firstMeeting: moved.activity ? withAnswers(links.firstMeeting, firstMeeting) : links.firstMeeting,
    ...anyOf(evidence),
    evidence,
  }
}

/** PL-7: the newest sign of attention on or before the day. */
function lastTouchOf(region: Region, deal: DealId, asOf: Day): Day | undefined {
  let newest: Day | undefined
  const touch = (on: Day | null): void => {
    if (on !== null && on <= asOf) newest = newest === undefined ? on : laterDay(newest, on)
  }
  const own = region.get('opportunity', deal)
  if (own?.archivedAt === null) touch(own.lastActivityOn)
  for (const each of region.where('activity', 'opportunity', deal)) if (each.status === 'done') touch(each.on)
  for (const each of region.where('opportunityEvent', 'opportunity', deal)) touch(each.occurredOn)
  for (const each of region.where('oppFact', 'opportunity', deal)) touch(each.occurredOn)
  for (const each of region.where('disposition', 'opportunity', deal)) touch(each.on)
  for (const each of region.where('review', 'opportunity', deal))
    if (each.state !== 'prepared') touch(each.on)
  for (const each of region.where('strategySheet', 'opportunity', deal)) touch(each.reviewedOn)
  return newest
}

/** PL-1: the first two-way meeting on or before the day. */
function firstMeetingOf(region: Region, deal: DealId, asOf: Day): Day | undefined {
  let first: Day | undefined
  for (const each of region.where('activity', 'opportunity', deal))
    if (each.status === 'done' && isTwoWayMeeting(each) && each.on <= asOf && (!first || each.on < first))
      first = each.on
  return first
}

function renewEvidence(evidence: Evidence, region: Region, moved: Moved): Evidence {
  const grown = <T extends TableName>(table: T, counts: (record: RecordOf<T>) => boolean): number => {
    const one = (record: RecordOf<T> | null | undefined): number =>
      record?.archivedAt === null && counts(record) ? 1 : 0
    let sum = 0
    for (const [id, before] of (moved[table] ?? []) as ReadonlyMap<Id<T>, RecordOf<T> | undefined>)
      sum += one(region.get(table, id)) - one(before)
    return sum
  }
  return {
    activities: evidence.activities + grown('activity', each => each.status === 'done'),
    touchedDeals: evidence.touchedDeals + grown('opportunity', each => each.lastActivityOn !== null),
    stepDeals: evidence.stepDeals + grown('opportunity', hasStep),
    plans: evidence.plans + grown('opportunityPlan', () => true),
  }
}
