/** What stands still (PL-6 to PL-9): stuck, stale, the 2x2 of both, dead by age; with limits taken from closed deals. */
import { daysBetween, type Day } from '../base/day'
import { quantileOf } from '../base/statistics'

/** How long is too long in one place, and what says so. */
export interface StuckLimit {
  readonly days: number
  /** Won deals behind the median; 0 where a standard step duration stands in. */
  readonly n: number
  readonly basis: 'cell' | 'stage' | 'cycle' | 'step'
}

/** The settings that PL-6 to PL-9 use. */
export interface StillSettings {
  readonly stuckFloor: number
  readonly stuckFactor: number
  readonly staleDays: number
  readonly minWinRateN: number
  readonly minAgeN: number
}

/** PL-6: the floor or 1.5 times the median of won deals, if there are enough of them; else null. */
export function limitFromWon(
  times: readonly number[] | undefined,
  settings: StillSettings,
  basis: StuckLimit['basis'],
): StuckLimit | null {
  if (!times || times.length < settings.minWinRateN) return null
  const median = quantileOf(times, 0.5) ?? 0
  return { days: Math.max(settings.stuckFloor, settings.stuckFactor * median), n: times.length, basis }
}

/** PL-6 without enough won deals: 1.5 times the standard duration of the step; null without one. */
export const limitFromStep = (duration: number | null, settings: StillSettings): StuckLimit | null =>
  duration === null || duration <= 0 ? null : { days: settings.stuckFactor * duration, n: 0, basis: 'step' }

/** Whether something stands still; null with a reason where the data cannot say. */
export type Judged =
  { readonly is: boolean; readonly days: number } | { readonly is: null; readonly why: Unjudged }

/** Why something cannot be judged; `noActivities` and `noNextSteps` mean that none were imported at all. */
export type Unjudged = 'noActivities' | 'noNextSteps' | 'noDate' | 'noComparison' | 'closed'

/** PL-7: days since the last touch (else since the start) against the limit. */
export function judgeStale(
  lastTouch: Day | null,
  start: Day | null,
  anyActivity: boolean,
  staleDays: number,
  asOf: Day,
): Judged {
  if (!anyActivity) return { is: null, why: 'noActivities' }
  const since = lastTouch ?? start
  if (since === null) return { is: null, why: 'noDate' }
  const days = Math.max(0, daysBetween(since, asOf))
  return { is: days >= staleDays, days }
}

/** The four fields of the 2x2 (PL-8). */
export type Standing = 'healthy' | 'stuckTouched' | 'movingStale' | 'stuckStale'

/** PL-8; null while one side cannot be judged. */
export function standingOf(stuck: Judged, stale: Judged): Standing | null {
  if (stuck.is === null || stale.is === null) return null
  return stuck.is ? (stale.is ? 'stuckStale' : 'stuckTouched') : stale.is ? 'movingStale' : 'healthy'
}

/** The longest time any closed deal took, of how many. */
export interface AgeLimit {
  readonly days: number
  readonly n: number
  /** Product family, or null for all deals. */
  readonly family: string | null
}

/** True where the month of a close moved later: one push (CY-6, PL-9). */
export const isPush = (before: Day, after: Day): boolean => after.slice(0, 7) > before.slice(0, 7)
