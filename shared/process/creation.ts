/** Creation of new opportunities (PL-17): by period against the one before, and by week against the trailing mean. */
import { addDays, daysBetween, earlierDay, weekday, type Day } from '../base/day'
import { shiftPeriod, type Period } from '../base/fiscal'
import type { Id } from '../base/id'
import type { DealState, DealStates } from './deal-state'
import { memberOf, type Dimension } from './dimension'

/** Deals begun in a period to date and in the same stretch of the period before. */
export interface Creation {
  readonly key: string | null
  readonly label: string | null
  readonly now: number
  readonly before: number
  /** Relative change; null where nothing was begun before. */
  readonly change: number | null
  readonly deals: readonly Id<'opportunity'>[]
}

/** The two stretches that are compared, so that a half-run quarter meets the same half of the last one. */
interface Stretches {
  readonly now: readonly [Day, Day]
  readonly before: readonly [Day, Day]
  /** True where the period has run to its end. */
  readonly whole: boolean
}

/** The stretch of a period up to the as-of date and the same number of days of the period before. */
export function stretchesOf(period: Period, asOf: Day, startMonth = 1): Stretches {
  const last = shiftPeriod(period, -1, startMonth)
  const whole = asOf >= period.last
  const days = daysBetween(period.first, asOf)
  return {
    now: [period.first, earlierDay(asOf, period.last)],
    before: [last.first, whole ? last.last : earlierDay(last.last, addDays(last.first, days))],
    whole,
  }
}

const within = (d: Day | null, [first, last]: readonly [Day, Day]): boolean =>
  d !== null && d >= first && d <= last

/** Creation over all deals; null keys stand for deals that have no member. */
export function creationBy(
  states: DealStates,
  stretches: Stretches,
  dimension: Dimension | null,
  keep?: (row: DealState) => boolean,
): readonly Creation[] {
  const groups = new Map<
    string | null,
    { label: string | null; before: number; deals: Id<'opportunity'>[] }
  >()
  for (const row of states.rows) {
    if (keep && !keep(row)) continue
    const now = within(row.start, stretches.now)
    if (!now && !within(row.start, stretches.before)) continue
    const { key, label } = dimension ? memberOf(row, dimension, states.rates) : { key: null, label: null }
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { label, before: 0, deals: [] }))
    if (now) group.deals.push(row.id)
    else group.before++
  }
  return [...groups].map(([key, { label, before, deals }]) => ({
    key,
    label,
    now: deals.length,
    before,
    change: before > 0 ? deals.length / before - 1 : null,
    deals,
  }))
}

/** New deals of one week (from Monday) with the mean of the weeks before. */
interface CreationWeek {
  readonly monday: Day
  readonly count: number
  /** Mean of up to 13 weeks before; null for the first. */
  readonly trailing: number | null
}

/** New deals by week over the last `weeks` weeks up to the as-of date. */
export function creationByWeek(
  states: DealStates,
  weeks: number,
  keep?: (row: DealState) => boolean,
): readonly CreationWeek[] {
  const thisMonday = addDays(states.asOf, -weekday(states.asOf))
  const trail = 13
  const counts = Array.from({ length: weeks + trail }, () => 0)
  for (const row of states.rows) {
    if (row.start === null || row.start > states.asOf || (keep && !keep(row))) continue
    const back = Math.floor((daysBetween(row.start, thisMonday) + 6) / 7)
    const at = counts.length - 1 - back
    if (at >= 0 && at < counts.length) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.slice(trail).map((count, i) => {
    const past = counts.slice(i, i + trail)
    return {
      monday: addDays(thisMonday, -7 * (weeks - 1 - i)),
      count,
      trailing: past.length > 0 ? past.reduce((a, b) => a + b, 0) / past.length : null,
    }
  })
}
