/** How long a closed deal took: its age (PL-9), and for a won deal its stays in cells and stages (PL-6). */
import { businessDays, type WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import { measureDays, startOf, type DealAge, type Measure } from './deal-age'
import type { DealStatus } from './deal-status'
import { sampleKey, type DealTime } from './deal-times'

/** What is known of a closed deal when its times are taken. */
interface ClosedDeal {
  readonly deal: RecordOf<'opportunity'>
  readonly state: Exclude<RecordOf<'opportunity'>['state'], 'open'>
  readonly status: DealStatus
  readonly age: DealAge
  readonly family: string | null
}

/** The times that one closed deal adds: its age, and for a won deal its cycle, its stays in stages and in cells. */
export function closedTimes(
  closed: ClosedDeal,
  facts: readonly RecordOf<'oppFact'>[],
  calendar: WorkCalendar,
  measure: Measure,
): readonly DealTime[] {
  const times: DealTime[] = []
  const { deal, age, family } = closed
  if (age.kind === 'known' && deal.closedOn !== null) {
    times.push([sampleKey.ages, age.days])
    if (family !== null) times.push([sampleKey.family(family), age.days])
  }
  if (closed.state === 'won') times.push(...wonTimes(deal, closed.status, facts, calendar, measure))
  return times
}

/** Working days by cell, days of the measure by stage and for the whole cycle. */
function wonTimes(
  deal: RecordOf<'opportunity'>,
  status: DealStatus,
  facts: readonly RecordOf<'oppFact'>[],
  calendar: WorkCalendar,
  measure: Measure,
): readonly DealTime[] {
  const start = startOf(deal)
  const end = deal.closedOn
  if (end === null) return []
  const times: DealTime[] = []
  if (start !== null) times.push([sampleKey.cycles, measureDays(measure, start, end)])
  for (const visit of status.visits)
    times.push([
      sampleKey.cell(visit.buying, visit.selling),
      businessDays(calendar, visit.enteredOn, visit.leftOn ?? end),
    ])
  for (const stay of stageStays(facts, start))
    times.push([sampleKey.stage(stay.stage), measureDays(measure, stay.from, stay.to)])
  return times
}

/** The stays in stages that a deal's dated facts show; `start` opens the first. */
export function stageStays(
  facts: readonly RecordOf<'oppFact'>[],
  start: Day | null,
): { stage: string; from: Day; to: Day }[] {
  const moves = facts
    .filter(each => each.field === 'stage')
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0))
  const stays: { stage: string; from: Day; to: Day }[] = []
  let since = start
  for (const move of moves) {
    if (typeof move.before === 'string' && since !== null && since <= move.occurredOn)
      stays.push({ stage: move.before, from: since, to: move.occurredOn })
    since = move.occurredOn
  }
  return stays
}
