/** Working days (rule CV-4): a week mask and holidays; roll, add and count. */
import { type Day, dayNumber, numberToDay, weekdayOfNumber } from './day'

/** Which days are worked: seven flags from Monday to Sunday, and the days off. */
export interface WorkCalendar {
  readonly week: readonly boolean[]
  readonly holidays: ReadonlySet<Day>
}

/** Monday to Friday without holidays. */
export const plainWeek: WorkCalendar = {
  week: [true, true, true, true, true, false, false],
  holidays: new Set(),
}

/** Every day of the week counts as worked. */
export const sevenDayWeek: WorkCalendar = {
  week: [true, true, true, true, true, true, true],
  holidays: new Set(),
}

/** A calendar from a week mask and a list of holidays; a mask without a single working day is read as Monday to Friday. */
export const workCalendar = (week: readonly boolean[], holidays: Iterable<Day>): WorkCalendar => ({
  week: week.length === 7 && week.some(Boolean) ? week : plainWeek.week,
  holidays: new Set(holidays),
})

const worked = (calendar: WorkCalendar, n: number): boolean =>
  calendar.week[weekdayOfNumber(n)] === true && !calendar.holidays.has(numberToDay(n))

/** True where the day is worked. */
export const isWorkingDay = (calendar: WorkCalendar, d: Day): boolean => worked(calendar, dayNumber(d))

/** The first working day on or after `d` (CV-4 roll). */
export function roll(calendar: WorkCalendar, d: Day): Day {
  let n = dayNumber(d)
  while (!worked(calendar, n)) n++
  return numberToDay(n)
}

/** The `n`-th working day after roll(d); n = 0 gives roll(d) itself (CV-4 add). A negative n counts back. */
export function addBusinessDays(calendar: WorkCalendar, d: Day, n: number): Day {
  let at = dayNumber(roll(calendar, d))
  const step = n < 0 ? -1 : 1
  for (let left = Math.abs(n); left > 0;) {
    at += step
    if (worked(calendar, at)) left--
  }
  return numberToDay(at)
}

/** Working days in the half-open interval (from, to]; negative where to < from (CV-4 bd). */
export function businessDays(calendar: WorkCalendar, from: Day, to: Day): number {
  const a = dayNumber(from)
  const b = dayNumber(to)
  if (b < a) return -businessDays(calendar, to, from)
  const perWeek = calendar.week.filter(Boolean).length
  const weeks = Math.floor((b - a) / 7)
  let count = weeks * perWeek
  for (let n = a + weeks * 7 + 1; n <= b; n++) if (calendar.week[weekdayOfNumber(n)]) count++
  for (const holiday of calendar.holidays) {
    const n = dayNumber(holiday)
    if (n > a && n <= b && calendar.week[weekdayOfNumber(n)]) count--
  }
  return count
}
