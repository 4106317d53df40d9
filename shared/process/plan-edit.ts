/** Tailoring and moving the steps of a plan (section 1): every edit gives new steps or says why it cannot be. */
import { addBusinessDays, businessDays, roll, type WorkCalendar } from '../base/calendar'
import { addDays, type Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { DateRule, PlanStep } from '../model/process'
import { nextDate } from './date-rule'
import { isLive, schedulePlan } from './plan-schedule'

/** What an edit of a plan changes: its start and its steps. */
export interface PlanDraft {
  readonly startOn: Day
  readonly steps: readonly PlanStep[]
}

/** Why an edit of a plan cannot be made. */
export type PlanEditProblem =
  | { readonly kind: 'notThere' | 'noName' | 'noReason' }
  | { readonly kind: 'badDuration'; readonly given: number }
  | { readonly kind: 'dateBeforeStart'; readonly on: Day; readonly startOn: Day }
  | { readonly kind: 'startAfterActual'; readonly step: string; readonly on: Day }
  | { readonly kind: 'stepIsDone' | 'mandatory' | 'lastClosing'; readonly step: string }

type Edited = Result<PlanDraft, PlanEditProblem>

/** The longest duration of a step in working days. */
const longestStep = 250

const blank = (text: string): boolean => text.trim() === ''

function onStep(
  draft: PlanDraft,
  id: string,
  change: (step: PlanStep) => Result<PlanStep, PlanEditProblem>,
): Edited {
  const step = draft.steps.find(each => each.id === id)
  if (!step) return fail({ kind: 'notThere' })
  const next = change(step)
  if (!next.ok) return next
  return ok({ ...draft, steps: draft.steps.map(each => (each === step ? next.value : each)) })
}

const onOpenStep = (
  draft: PlanDraft,
  id: string,
  change: (step: PlanStep) => Result<PlanStep, PlanEditProblem>,
): Edited =>
  onStep(draft, id, step =>
    step.actualEnd === null ? change(step) : fail({ kind: 'stepIsDone', step: step.name }),
  )

/** Sets how many working days an open step lasts, 0 to 250. */
export const setDuration = (draft: PlanDraft, id: string, days: number): Edited =>
  onOpenStep(draft, id, step =>
    Number.isInteger(days) && days >= 0 && days <= longestStep
      ? ok({ ...step, duration: days })
      : fail({ kind: 'badDuration', given: days }),
  )

/** Sets or takes away a buyer's date; a single day may not lie before the plan's start. */
export const setDateRule = (draft: PlanDraft, id: string, rule: DateRule | null): Edited =>
  onOpenStep(draft, id, step =>
    rule?.kind === 'date' && rule.on < draft.startOn
      ? fail({ kind: 'dateBeforeStart', on: rule.on, startOn: draft.startOn })
      : ok({ ...step, dateRule: rule }),
  )

/** Sets the day on which a plan starts; not later than work that has begun, nor than a buyer's single date. */
export function setStart(draft: PlanDraft, startOn: Day): Edited {
  for (const step of draft.steps.filter(isLive)) {
    const begun = step.actualStart ?? step.actualEnd
    if (begun !== null && begun < startOn)
      return fail({ kind: 'startAfterActual', step: step.name, on: begun })
    if (step.dateRule?.kind === 'date' && step.actualEnd === null && step.dateRule.on < startOn)
      return fail({ kind: 'dateBeforeStart', on: step.dateRule.on, startOn })
  }
  return ok({ ...draft, startOn })
}

/**
 * Moves an open step by working days: a buyer's single date moves itself, the first step moves the plan's start, any
 * other one the waiting time after the step before it (never below none). A recurring date goes to the next or the
 * previous occurrence by waiting until it.
 */
export function moveStep(draft: PlanDraft, id: string, by: number, calendar: WorkCalendar): Edited {
  const step = draft.steps.find(each => each.id === id)
  if (!step || !isLive(step)) return fail({ kind: 'notThere' })
  if (step.actualEnd !== null || step.actualStart !== null)
    return fail({ kind: 'stepIsDone', step: step.name })
  const dated = schedulePlan(draft.steps, draft.startOn, calendar, null).steps
  const at = dated.findIndex(each => each.step.id === id)
  const now = dated[at]
  if (!now) return fail({ kind: 'notThere' })
  if (step.dateRule?.kind === 'date')
    return setDateRule(draft, id, { kind: 'date', on: addBusinessDays(calendar, now.start, by) })
  const before = dated
    .slice(0, at)
    .filter(each => step.parallelGroup === null || each.step.parallelGroup !== step.parallelGroup)
  const leader = before.reduce<(typeof dated)[number] | null>((a, b) => (a && a.end > b.end ? a : b), null)
  if (!leader) return setStart(draft, addBusinessDays(calendar, now.start, by))
  const free = roll(calendar, addDays(leader.end, 1))
  const wanted = wantedStart(step.dateRule, now.start, by, calendar)
  const lag = Math.max(0, businessDays(calendar, free, wanted))
  return onStep(draft, leader.step.id, each => ok({ ...each, lag }))
}

/** The day a step should start on after a move; of a recurring date, the next occurrence or the one before. */
function wantedStart(rule: DateRule | null, start: Day, by: number, calendar: WorkCalendar): Day {
  if (rule === null) return addBusinessDays(calendar, start, by)
  if (by > 0) return nextDate(rule, addDays(start, 1)) ?? start
  // Any day of the month before leads to that month's occurrence, or to none that is earlier.
  return addDays(start, -35)
}

/** Leaves a step out with a reason; a mandatory one never without (CY-W6), the closing one never (CY-W1). */
export const removeStep = (draft: PlanDraft, id: string, reason: string): Edited =>
  onOpenStep(draft, id, step => {
    if (step.closesSale) return fail({ kind: 'lastClosing', step: step.name })
    if (blank(reason)) return fail(step.mandatory ? { kind: 'mandatory', step: step.name } : noReason)
    return ok({ ...step, status: 'removed', reason: reason.trim() })
  })

const noReason: PlanEditProblem = { kind: 'noReason' }

/** Puts a removed or skipped step back. */
export const putBack = (draft: PlanDraft, id: string): Edited =>
  onStep(draft, id, step => ok({ ...step, status: 'notStarted', reason: null }))

/** What a step added by hand is made of. */
export interface NewStep {
  readonly id: string
  readonly name: string
  readonly side: PlanStep['side']
  readonly duration: number
  readonly dateRule: DateRule | null
  /** What the buyer must have done; empty for none. */
  readonly criterion: string
  readonly reason: string
}

/** Adds a step behind another one (at the beginning where `after` is null), with a reason. */
export function addStep(draft: PlanDraft, after: string | null, wish: NewStep): Edited {
  const { id, name, side, duration, dateRule, criterion, reason } = wish
  if (blank(name)) return fail({ kind: 'noName' })
  if (blank(reason)) return fail(noReason)
  const step: PlanStep = {
    id,
    key: null,
    name: name.trim(),
    side,
    duration: 0,
    lag: 0,
    parallelGroup: null,
    dateRule: null,
    closesSale: false,
    mandatory: false,
    baselineStart: null,
    baselineEnd: null,
    actualStart: null,
    actualEnd: null,
    status: 'notStarted',
    reason: reason.trim(),
    notes: null,
    criteria: blank(criterion) ? [] : [openCriterion(`${id}-exit`, criterion.trim())],
    events: [],
  }
  const at = after === null ? 0 : draft.steps.findIndex(each => each.id === after) + 1
  const added = { ...draft, steps: [...draft.steps.slice(0, at), step, ...draft.steps.slice(at)] }
  const dated = setDateRule(added, id, dateRule)
  return dated.ok ? setDuration(dated.value, id, duration) : dated
}

const openCriterion = (key: string, text: string): PlanStep['criteria'][number] => ({
  key,
  text,
  kind: 'buyerAction',
  required: true,
  buyerRole: null,
  met: false,
  waived: false,
  metOn: null,
  evidence: null,
  by: null,
  reason: null,
})

/** Moves a step up (−1) or down (+1) among the live steps; done steps keep their place. */
export function reorder(draft: PlanDraft, id: string, by: -1 | 1): Edited {
  const live = draft.steps.filter(isLive)
  const at = live.findIndex(each => each.id === id)
  const step = live[at]
  const other = live[at + by]
  if (!step || !other) return ok(draft)
  for (const each of [step, other])
    if (each.actualEnd !== null) return fail({ kind: 'stepIsDone', step: each.name })
  const swap = (each: PlanStep): PlanStep => (each === step ? other : each === other ? step : each)
  return ok({ ...draft, steps: draft.steps.map(swap) })
}
