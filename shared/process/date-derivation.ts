/** How a date of a plan came about, in words with its figures (CY-3 to CY-6), so that every date can be opened. */
import { addBusinessDays, businessDays, isWorkingDay, roll, type WorkCalendar } from '../base/calendar'
import { weekday, type Day } from '../base/day'
import { dateRuleWords, nextDate } from './date-rule'
import type { Schedule, ScheduledStep } from './plan-schedule'
import { isUnconfirmed } from './plan-steps'

/** The words behind the figures of one step. */
interface DateWords {
  readonly start: string
  readonly end: string
  readonly slip: string | null
  readonly float: string | null
}

const days = (n: number): string => `${n} working ${n === 1 ? 'day' : 'days'}`

/** Explains the start, the end, the slip and the float of a step of a plan that starts on `startOn`. */
export const explainDates = (
  placed: ScheduledStep,
  startOn: Day,
  calendar: WorkCalendar,
  asOf: Day | null,
): DateWords => ({
  start: startWords(placed, startOn, asOf),
  end: endWords(placed, calendar),
  slip: slipWords(placed),
  float: floatWords(placed, calendar),
})

function startWords({ step, start, arrival, after }: ScheduledStep, startOn: Day, asOf: Day | null): string {
  if (step.actualStart !== null) return `Recorded: begun on ${step.actualStart}.`
  if (step.actualEnd !== null) return `Not recorded: taken as ${start}, when it could begin at the earliest.`
  const rule = step.dateRule
  if (rule) {
    const from = asOf !== null && rule.kind === 'monthly' && asOf > arrival ? asOf : arrival
    const named = nextDate(rule, from)
    if (named !== null) {
      const moved = named === start ? '' : `, moved from ${named} to the next working day`
      return rule.kind === 'date'
        ? `The buyer’s date${moved}. It could begin from ${arrival} on.`
        : `The buyer’s date: the ${dateRuleWords(rule)}, first on or after ${from}${moved}.`
    }
    return `The buyer’s date ${dateRuleWords(rule)} is past; it begins as soon as it can, on ${arrival}.`
  }
  if (!after) {
    const moved = startOn === start ? '' : `, moved to the next working day`
    return `The plan starts on ${startOn}${moved}.`
  }
  const wait = after.lag > 0 ? ` and ${days(after.lag)} of waiting` : ''
  return `First working day after “${after.name}” ends on ${after.end}${wait}.`
}

function endWords(placed: ScheduledStep, calendar: WorkCalendar): string {
  const { step, start, end, late } = placed
  if (step.actualEnd !== null)
    return isUnconfirmed(step)
      ? `Recorded: ended on ${step.actualEnd}, not yet confirmed by the buyer (CY-7).`
      : `Recorded: ended on ${step.actualEnd}.`
  if (step.duration === 0 && !late) return 'Lasts no working day: it ends when it begins.'
  const planned = step.duration > 0 ? addBusinessDays(calendar, start, step.duration - 1) : start
  if (late)
    return `${days(step.duration)} would have ended on ${planned}; not finished, so carried to ${end}.`
  return `${days(step.duration)} from ${start}${offWords(start, end, calendar)}.`
}

/** The holidays between two days, named; weekends go without saying. */
function offWords(start: Day, end: Day, calendar: WorkCalendar): string {
  const found = [...calendar.holidays]
    .filter(each => each >= start && each <= end && !isWorkingDay(calendar, each))
    .filter(each => calendar.week[weekday(each)] === true)
    .sort()
  if (found.length === 0) return ''
  const shown = found.slice(0, 4).join(', ')
  const more = found.length > 4 ? ` and ${found.length - 4} more` : ''
  return `, without the ${found.length === 1 ? 'holiday' : 'holidays'} ${shown}${more}`
}

function slipWords({ step, end, slip }: ScheduledStep): string | null {
  if (slip === null || step.baselineEnd === null) return null
  return `Working days after ${step.baselineEnd}, the baseline, up to ${end}: ${slip}.`
}

function floatWords({ end, float }: ScheduledStep, calendar: WorkCalendar): string | null {
  if (float === null) return null
  if (float === 0)
    return 'None: each day that it ends later moves the close, or the step that waits behind it.'
  return `It may end by ${addBusinessDays(calendar, roll(calendar, end), float)} without moving the close.`
}

/** How the close of a plan came about (CY-5). */
export function explainClose(schedule: Schedule): string {
  const closing = schedule.steps.find(each => each.step.closesSale)
  if (!closing || schedule.close === null)
    return 'No step closes the sale. Let one close it, and the plan has a close date.'
  return `End of “${closing.step.name}”, which closes the sale: ${closing.start} to ${closing.end}.`
}

/** How a slip of the close came about (CY-6). */
export const explainSlip = (schedule: Schedule): string | null =>
  schedule.slip === null || schedule.baselineClose === null || schedule.close === null
    ? null
    : `Working days after ${schedule.baselineClose}, the baseline, up to ${schedule.close}: ${schedule.slip}.`

/** Working days that a step is behind on a day: how long ago it should have ended. */
export const daysLate = (placed: ScheduledStep, calendar: WorkCalendar, asOf: Day): number => {
  if (!placed.late) return 0
  const { step, start } = placed
  const planned = step.duration > 0 ? addBusinessDays(calendar, start, step.duration - 1) : start
  return businessDays(calendar, planned, asOf)
}
