/** Counts and adds working days around one as-of date in constant time, for recomputing thousands of deals at a keystroke. */
import { isWorkingDay, roll, type WorkCalendar } from '../base/calendar'
import { type Day, dayNumber, numberToDay } from '../base/day'

/** Working-day arithmetic around `asOf`. */
export interface BusinessClock {
  readonly asOf: Day
  /** Working days in (asOf, day]; negative before asOf (CV-4 bd). */
  until(day: Day): number
  /** Working days from `day` to asOf, negative where it lies after. */
  since(day: Day): number
  /** The `n`-th working day after roll(asOf) (CV-4 add), n >= 0. */
  after(n: number): Day
}

/** A clock that has counted `reach` calendar days to either side of `asOf` and counts on when asked for more. */
export function businessClock(calendar: WorkCalendar, asOf: Day, reach = 1100): BusinessClock {
  const origin = dayNumber(asOf)
  const first = dayNumber(roll(calendar, asOf))
  /** forward[i] = working days in (asOf, asOf + i]; backward[i] = working days in (asOf - i, asOf]. */
  const forward = [0]
  const backward = [0]
  /** workdays[n] = day number of the n-th working day after roll(asOf). */
  const workdays = [first]
  const count = (days: number[], to: number, dayAt: (i: number) => number): number => {
    for (let i = days.length; i <= to; i++)
      days.push((days[i - 1] as number) + (isWorkingDay(calendar, numberToDay(dayAt(i))) ? 1 : 0))
    return days[to] as number
  }
  const between = (day: Day): number => {
    const distance = dayNumber(day) - origin
    return distance >= 0
      ? count(forward, distance, i => origin + i)
      : -count(backward, -distance, i => origin - i + 1)
  }
  between(numberToDay(origin + reach))
  between(numberToDay(origin - reach))
  return {
    asOf,
    until: between,
    since: day => -between(day),
    after: n => {
      for (let at = workdays[workdays.length - 1] as number; workdays.length <= n;)
        if (isWorkingDay(calendar, numberToDay(++at))) workdays.push(at)
      return numberToDay(workdays[Math.max(0, n)] as number)
    },
  }
}
