/** A buyer's own dates (CY-3): one day, or a weekday of each month such as the second Tuesday. */
import { addDays, dayOf, dayParts, daysInMonth, weekday, type Day } from '../base/day'
import type { DateRule } from '../model/process'

/** The day of a month that a monthly rule names; week 5 means the last such weekday. */
function inMonth(year: number, month: number, week: number, wanted: number): Day {
  const first = dayOf(year, month, 1) as Day
  const offset = (wanted - weekday(first) + 7) % 7
  let date = 1 + offset + 7 * (Math.min(5, Math.max(1, week)) - 1)
  if (date > daysInMonth(year, month)) date -= 7
  return addDays(first, date - 1)
}

/** The first day on or after `from` that a rule names; null for a single date that is past. */
export function nextDate(rule: DateRule, from: Day): Day | null {
  if (rule.kind === 'date') return rule.on >= from ? rule.on : null
  let { year, month } = dayParts(from)
  for (;;) {
    const on = inMonth(year, month, rule.week, rule.weekday)
    if (on >= from) return on
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
}

const ordinals = ['first', 'second', 'third', 'fourth', 'last'] as const
/** The days of the week from Monday on. */
export const weekdayNames: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]

/** A rule in words: "second Tuesday of each month", or the day itself. */
export const dateRuleWords = (rule: DateRule): string =>
  rule.kind === 'date'
    ? rule.on
    : `${ordinals[Math.min(5, Math.max(1, rule.week)) - 1]} ${weekdayNames[rule.weekday] ?? ''} of each month`
