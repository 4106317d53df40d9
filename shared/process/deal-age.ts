/** Whether a deal is there, open or closed as of a day, and how old it is. */
import { businessDays, type WorkCalendar } from '../base/calendar'
import { daysBetween, type Day } from '../base/day'
import type { RecordOf } from '../model/catalog'

/** How a deal stands as of a day; `absent` before it began. */
export type StateAt = RecordOf<'opportunity'>['state'] | 'absent'

/** The day from which a deal's age runs: its engagement, else its creation; null where the data have neither. */
export const startOf = (deal: RecordOf<'opportunity'>): Day | null => deal.engagedOn ?? deal.createdOn

/** How a deal stands as of a day (CV-1): a deal closed later is still open, one begun later is absent. */
export function stateAt(deal: RecordOf<'opportunity'>, asOf: Day): StateAt {
  const start = deal.createdOn ?? deal.engagedOn
  if (start !== null && start > asOf) return 'absent'
  return deal.state !== 'open' && deal.closedOn !== null && deal.closedOn > asOf ? 'open' : deal.state
}

/** How durations from CRM dates are counted: calendar days, or working days of a calendar (CV-5). */
export type Measure =
  { readonly kind: 'calendarDays' } | { readonly kind: 'workingDays'; calendar: WorkCalendar }

/** Days between two days in a measure. */
export const measureDays = (measure: Measure, from: Day, to: Day): number =>
  measure.kind === 'calendarDays' ? daysBetween(from, to) : businessDays(measure.calendar, from, to)

/** A deal's age, or why it has none. */
export type DealAge =
  | { readonly kind: 'known'; readonly since: Day; readonly days: number }
  | { readonly kind: 'unknown'; readonly why: 'noDate' | 'undatedStage' }

/** A deal's age as of a day, or at its close; `dated` is false in stages where the age does not run (A11). */
export function dealAge(
  deal: RecordOf<'opportunity'>,
  state: StateAt,
  dated: boolean,
  measure: Measure,
  asOf: Day,
): DealAge {
  const since = startOf(deal)
  if (since === null) return { kind: 'unknown', why: 'noDate' }
  if (state === 'open' && !dated) return { kind: 'unknown', why: 'undatedStage' }
  const until = state === 'open' || deal.closedOn === null ? asOf : deal.closedOn
  return { kind: 'known', since, days: measureDays(measure, since, until) }
}
