/** Where days stand in the picture of a plan: its span, its width for a zoom, its months and its shaded days. */
import { isWorkingDay, type WorkCalendar } from '#shared/base/calendar'
import {
  addDays,
  dayNumber,
  dayParts,
  earlierDay,
  laterDay,
  numberToDay,
  weekday,
  type Day,
} from '#shared/base/day'
import type { Schedule } from '#shared/process/plan-schedule'

/** The least and the most pixels of a day. */
const [narrowest, widest] = [1.5, 40] as const

/** The span and the width of a day. */
export interface GanttScale {
  readonly from: Day
  readonly to: Day
  readonly perDay: number
  readonly width: number
  /** The left edge of a day in pixels. */
  readonly x: (day: Day) => number
  /** The day at a distance from the left edge. */
  readonly dayAt: (x: number) => Day
}

const longestSpan = 800

/** The span of a plan with the days that must be seen, and some air at both ends. */
export function spanOf(schedule: Schedule, seen: readonly (Day | null)[]): { from: Day; to: Day } {
  const days: Day[] = seen.filter(each => each !== null)
  for (const { step, start, end } of schedule.steps) {
    days.push(start, end)
    if (step.baselineStart !== null) days.push(step.baselineStart)
    if (step.baselineEnd !== null) days.push(step.baselineEnd)
  }
  const first = days.reduce(earlierDay, days[0] as Day)
  const last = days.reduce(laterDay, first)
  const from = addDays(first, -4)
  return { from, to: earlierDay(addDays(last, 14), addDays(from, longestSpan)) }
}

/** The width of a day within its limits. */
export const clampDay = (perDay: number): number => Math.min(widest, Math.max(narrowest, perDay))

/** The width of a day at which a span just fits into a room. */
export const fittingDay = ({ from, to }: { from: Day; to: Day }, room: number): number =>
  clampDay(Math.min(16, room / (dayNumber(to) - dayNumber(from) + 1)))

/** The scale of a span at a width of a day. */
export function scaleOf({ from, to }: { from: Day; to: Day }, perDay: number): GanttScale {
  const zero = dayNumber(from)
  return {
    from,
    to,
    perDay,
    width: (dayNumber(to) - zero + 1) * perDay,
    x: day => (dayNumber(day) - zero) * perDay,
    dayAt: x => numberToDay(zero + Math.floor(x / perDay)),
  }
}

/** A named stretch of the head: a month or a day of it. */
interface Stretch {
  readonly key: string
  readonly label: string
  readonly x: number
  readonly width: number
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The months of a scale. */
export function monthsOf(scale: GanttScale): readonly Stretch[] {
  const found: Stretch[] = []
  let day = scale.from
  while (day <= scale.to) {
    const { year, month, date } = dayParts(day)
    let next = addDays(day, 32 - date)
    next = addDays(next, 1 - dayParts(next).date)
    const end = earlierDay(next, addDays(scale.to, 1))
    const width = scale.x(end) - scale.x(day)
    const name = monthNames[month - 1] ?? ''
    const label = width > 60 ? `${name} ${year}` : width > 26 ? name : ''
    found.push({ key: `${year}-${month}`, label, x: scale.x(day), width })
    day = next
  }
  return found
}

/** Mondays of a scale, or every day where there is room for it. */
export function ticksOf(scale: GanttScale): readonly Stretch[] {
  const every = scale.perDay >= 18
  if (scale.perDay < 4) return []
  const found: Stretch[] = []
  for (let day = scale.from; day <= scale.to; day = addDays(day, 1))
    if (every || weekday(day) === 0)
      found.push({
        key: day,
        label: String(dayParts(day).date),
        x: scale.x(day),
        width: every ? scale.perDay : scale.perDay * 7,
      })
  return found
}

/** The stretches of days off, each with whether it holds a holiday. */
export function offStretches(
  scale: GanttScale,
  calendar: WorkCalendar,
): readonly (Stretch & { readonly holiday: boolean })[] {
  const found: (Stretch & { readonly holiday: boolean })[] = []
  for (let day = scale.from; day <= scale.to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) continue
    const holiday = calendar.holidays.has(day) && calendar.week[weekday(day)] === true
    const last = found.at(-1)
    if (last && last.holiday === holiday && last.x + last.width === scale.x(day))
      found[found.length - 1] = { ...last, width: last.width + scale.perDay }
    else found.push({ key: day, label: holiday ? day : '', x: scale.x(day), width: scale.perDay, holiday })
  }
  return found
}
