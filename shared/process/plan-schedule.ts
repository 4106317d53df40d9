/** Dates of an opportunity plan (CY-3 to CY-6): starts, ends, float, slippage and the derived close date. */
import { addBusinessDays, businessDays, roll, type WorkCalendar } from '../base/calendar'
import { addDays, laterDay, type Day } from '../base/day'
import type { DateRule, PlanStep } from '../model/process'
import { nextDate } from './date-rule'

/** One step with its dates; derived, never stored. */
export interface ScheduledStep {
  readonly step: PlanStep
  readonly start: Day
  readonly end: Day
  /** The day from which the step could have started, before a buyer's date was waited for. */
  readonly arrival: Day
  /** The step whose end and waiting time decide the arrival; null for the first one. */
  readonly after: { readonly name: string; readonly end: Day; readonly lag: number } | null
  /** Not finished although its end lay before the as-of date (CY-4). */
  readonly late: boolean
  /** Working days that the step may slip before the close moves; null after the close and for finished steps. */
  readonly float: number | null
  /** Working days behind the baseline (CY-6); null without one. */
  readonly slip: number | null
  /** The buyer's date of the baseline that was missed, and the one that comes instead (CY-W8). */
  readonly missed: { readonly was: Day; readonly now: Day; readonly because: string | null } | null
}

/** A dated plan. */
export interface Schedule {
  readonly steps: readonly ScheduledStep[]
  /** CY-5: end of the step that closes the sale; null where none does. */
  readonly close: Day | null
  readonly baselineClose: Day | null
  /** CY-6: working days from the baseline's close; null without a baseline. */
  readonly slip: number | null
}

/** True for steps that take part in the dates. */
export const isLive = (step: PlanStep): boolean => step.status !== 'removed' && step.status !== 'skipped'

interface Placed {
  step: PlanStep
  start: Day
  end: Day
  arrival: Day
  after: ScheduledStep['after']
  late: boolean
  missed: ScheduledStep['missed']
}

interface Block {
  members: Placed[]
  /** The day from which the block could have started. */
  arrival: Day
}

/** Dates the live steps of a plan. `asOf` null gives the plan as drawn, without moving late ends (CY-4). */
export function schedulePlan(
  steps: readonly PlanStep[],
  startOn: Day,
  calendar: WorkCalendar,
  asOf: Day | null,
): Schedule {
  const live = steps.filter(isLive)
  const blocks: Block[] = []
  let cursor = roll(calendar, startOn)
  let before: ScheduledStep['after'] = null
  for (let i = 0; i < live.length;) {
    const group = (live[i] as PlanStep).parallelGroup
    const block: Block = { members: [], arrival: cursor }
    let next = cursor
    let leader: ScheduledStep['after'] = null
    do {
      const placed = place(live[i] as PlanStep, cursor, calendar, asOf, before)
      block.members.push(placed)
      const after = addBusinessDays(calendar, addDays(placed.end, 1), placed.step.lag)
      if (leader === null || after > next)
        leader = { name: placed.step.name, end: placed.end, lag: placed.step.lag }
      next = laterDay(next, after)
      i++
    } while (group !== null && i < live.length && live[i]?.parallelGroup === group)
    before = leader
    blocks.push(block)
    cursor = next
  }
  return finished(blocks, calendar)
}

function place(
  step: PlanStep,
  cursor: Day,
  calendar: WorkCalendar,
  asOf: Day | null,
  after: ScheduledStep['after'],
): Placed {
  const done = step.actualEnd !== null
  let start = cursor
  let missed: ScheduledStep['missed'] = null
  if (step.dateRule && !done) {
    const from = asOf !== null && step.dateRule.kind === 'monthly' ? laterDay(cursor, asOf) : cursor
    const fixed = nextDate(step.dateRule, from)
    if (fixed !== null) start = roll(calendar, fixed)
    const was = promisedOn(step, step.dateRule, calendar)
    if (was !== null && start > was) missed = { was, now: start, because: after?.name ?? null }
  }
  if (step.actualEnd !== null) {
    const begun = step.actualStart ?? (cursor <= step.actualEnd ? cursor : step.actualEnd)
    return { step, start: begun, end: step.actualEnd, arrival: cursor, after, late: false, missed: null }
  }
  start = step.actualStart ?? start
  const end = step.duration > 0 ? addBusinessDays(calendar, start, step.duration - 1) : start
  const late = asOf !== null && end < asOf
  return { step, start, end: late ? asOf : end, arrival: cursor, after, late, missed }
}

/** The buyer's date that the plan was made for: the day itself, or the baseline's start where it fell on an occurrence. */
function promisedOn(step: PlanStep, rule: DateRule, calendar: WorkCalendar): Day | null {
  if (rule.kind === 'date') return roll(calendar, rule.on)
  const start = step.baselineStart
  if (start === null) return null
  // A holiday may have moved the occurrence by a few days.
  const named = nextDate(rule, addDays(start, -7))
  const again = nextDate(rule, start)
  return [named, again].some(each => each !== null && roll(calendar, each) === start) ? start : null
}

function finished(blocks: readonly Block[], calendar: WorkCalendar): Schedule {
  const closing = blocks.findIndex(block => block.members.some(each => each.step.closesSale))
  const floats = floatsOf(blocks, closing, calendar)
  const steps = blocks.flatMap((block, i) =>
    block.members.map((each): ScheduledStep => {
      const own = floats[i] ?? null
      const last = block.members.reduce((a, b) => (b.end > a ? b.end : a), each.end)
      const { step, ...dates } = each
      return {
        step,
        ...dates,
        float: own === null || step.actualEnd !== null ? null : own + businessDays(calendar, each.end, last),
        slip: step.baselineEnd === null ? null : businessDays(calendar, step.baselineEnd, each.end),
      }
    }),
  )
  const close = steps.find(each => each.step.closesSale) ?? null
  const baselineClose = close?.step.baselineEnd ?? null
  return {
    steps,
    close: close?.end ?? null,
    baselineClose,
    slip: close && baselineClose !== null ? businessDays(calendar, baselineClose, close.end) : null,
  }
}

/** The float of each block: the slack before the next block that waits for a buyer's date; 0 without one before the close. */
function floatsOf(blocks: readonly Block[], closing: number, calendar: WorkCalendar): (number | null)[] {
  const floats: (number | null)[] = blocks.map(() => null)
  if (closing < 0) return floats
  let ahead = 0
  for (let i = closing; i >= 0; i--) {
    floats[i] = ahead
    const block = blocks[i] as Block
    const waits = block.members.every(each => each.step.dateRule !== null && each.step.actualEnd === null)
    if (waits) {
      const first = block.members.reduce(
        (a, b) => (b.start < a ? b.start : a),
        block.members[0]?.start as Day,
      )
      ahead = Math.max(0, businessDays(calendar, block.arrival, first))
    }
  }
  return floats
}

/** What happens when an unfinished step takes one working day more than its float allows: the cliff of section 1. */
export interface Cliff {
  readonly float: number
  /** The last end that keeps the close. */
  readonly lastGoodEnd: Day
  readonly closeNow: Day
  readonly closeAfter: Day
  /** Working days that the close jumps. */
  readonly jump: number
}

/** The cliff behind a step; null for finished steps, without a close, or where the close moves day by day. */
export function cliffOf(
  steps: readonly PlanStep[],
  startOn: Day,
  calendar: WorkCalendar,
  asOf: Day | null,
  stepId: string,
): Cliff | null {
  const now = schedulePlan(steps, startOn, calendar, asOf)
  const mine = now.steps.find(each => each.step.id === stepId)
  if (!mine || mine.float === null || mine.float === 0 || now.close === null) return null
  const lastGoodEnd = addBusinessDays(calendar, mine.end, mine.float)
  const tooLate = addBusinessDays(calendar, lastGoodEnd, 1)
  const slipped = steps.map(each =>
    each.id === stepId ? { ...each, actualEnd: tooLate, actualStart: each.actualStart ?? mine.start } : each,
  )
  const closeAfter = schedulePlan(slipped, startOn, calendar, asOf).close
  if (closeAfter === null) return null
  return {
    float: mine.float,
    lastGoodEnd,
    closeNow: now.close,
    closeAfter,
    jump: businessDays(calendar, now.close, closeAfter),
  }
}
