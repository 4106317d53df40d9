/** The life of a plan: made from a cycle version, baselined, re-planned with a reason, moved to a newer version (section 1). */
import type { WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import type { PlanRevision, PlanStep } from '../model/process'
import type { Edit } from '../region/edit'
import type { NewValues } from '../region/new-record'
import type { Region } from '../region/region'
import { workWeekCalendar } from '../region/settings'
import type { PlanDraft, PlanEditProblem } from './plan-edit'
import { schedulePlan } from './plan-schedule'
import { moveToVersion, planSteps, withBaseline } from './plan-steps'

type Plan = RecordOf<'opportunityPlan'>
type Values = NewValues<'opportunityPlan'>

/** The calendar that a plan's dates are counted on: its own, else the region's. */
export const planCalendar = (region: Region, plan: Plan): WorkCalendar =>
  workWeekCalendar(region, plan.workWeek)

/** The values of a new draft plan of a deal from a cycle version. */
export const newPlan = (
  opportunity: Id<'opportunity'>,
  version: RecordOf<'salesCycleVersion'>,
  startOn: Day,
): Values => ({
  opportunity,
  version: version.id,
  startOn,
  state: 'draft',
  steps: planSteps(version.steps),
})

/** Whether dates and steps of a plan can be edited now: as a draft, or while it is being re-planned. */
export const isOpenToEdits = (plan: Plan): boolean => plan.state === 'draft' || plan.state === 'replanned'

/** Sets the baseline: the present dates are kept to compare with, and the close opens the list of revisions. */
export function baselined(plan: Plan, calendar: WorkCalendar, on: Day, by: string | null): Values {
  const steps = withBaseline(plan.steps, plan.startOn, calendar)
  const { close } = schedulePlan(steps, plan.startOn, calendar, null)
  const begun = steps.some(step => step.actualEnd !== null)
  return {
    steps,
    state: begun ? 'running' : 'baselined',
    baselineOn: on,
    revisions: close === null ? [] : [{ no: 0, on, reason: 'Baseline', close, by }],
  }
}

/** Begins a re-plan: a revision with its reason; the plan can be edited until it runs again. */
export function replanned(
  plan: Plan,
  calendar: WorkCalendar,
  { on, reason, by }: { readonly on: Day; readonly reason: string; readonly by: string | null },
): Result<Values, PlanEditProblem> {
  if (reason.trim() === '') return fail({ kind: 'noReason' })
  const before = firstRevision(plan, calendar, on)
  const close = schedulePlan(plan.steps, plan.startOn, calendar, on).close ?? on
  const no = Math.max(0, ...before.map(each => each.no)) + 1
  return ok({ state: 'replanned', revisions: [...before, { no, on, reason: reason.trim(), close, by }] })
}

/** The revisions of a plan; where none was kept, the baseline's close stands first so that pushes are counted from it. */
function firstRevision(plan: Plan, calendar: WorkCalendar, on: Day): readonly PlanRevision[] {
  if (plan.revisions.length > 0) return plan.revisions
  const { baselineClose, close } = schedulePlan(plan.steps, plan.startOn, calendar, null)
  const first = baselineClose ?? close
  return first === null
    ? []
    : [{ no: 0, on: plan.baselineOn ?? on, reason: 'Baseline', close: first, by: null }]
}

/** The values of an edited plan; while it is re-planned its newest revision keeps the close that comes out. */
export function editedPlan(plan: Plan, draft: PlanDraft, calendar: WorkCalendar, asOf: Day): Values {
  const last = plan.revisions.at(-1)
  if (plan.state !== 'replanned' || !last) return { startOn: draft.startOn, steps: draft.steps }
  const close = schedulePlan(draft.steps, draft.startOn, calendar, asOf).close ?? last.close
  return {
    startOn: draft.startOn,
    steps: draft.steps,
    revisions: [...plan.revisions.slice(0, -1), { ...last, close }],
  }
}

/** Moves a plan to another version of its cycle with a reason (CY-2); steps that are there keep their baseline. */
export function movedPlan(
  plan: Plan,
  target: RecordOf<'salesCycleVersion'>,
  calendar: WorkCalendar,
  why: { readonly on: Day; readonly reason: string; readonly by: string | null },
): Result<Values, PlanEditProblem> {
  const steps: readonly PlanStep[] = moveToVersion(plan.steps, target.steps).steps
  const moved: Plan = { ...plan, steps }
  if (plan.state === 'draft') return ok({ version: target.id, steps })
  const next = replanned(moved, calendar, why)
  return next.ok ? ok({ ...next.value, version: target.id, steps, state: 'running' }) : next
}

/** Adds a draft plan to a deal and leaves the plan that it replaces behind as abandoned. */
export function startPlan(
  edit: Edit,
  region: Region,
  opportunity: Id<'opportunity'>,
  version: RecordOf<'salesCycleVersion'>,
  startOn: Day,
): Id<'opportunityPlan'> {
  for (const old of region.where('opportunityPlan', 'opportunity', opportunity))
    if (old.state !== 'abandoned' && old.state !== 'closed')
      edit.set('opportunityPlan', old.id, { state: 'abandoned' })
  return edit.add('opportunityPlan', newPlan(opportunity, version, startOn))
}
