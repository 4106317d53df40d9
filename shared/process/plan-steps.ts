/** Making, baselining, re-planning and moving the steps of an opportunity plan (CY-2, CY-6), and the rule of done (CY-7, CY-8). */
import type { WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import type { CycleStep, PlanRevision, PlanStep } from '../model/process'
import { isPush } from './standing-still'
import { isLive, schedulePlan } from './plan-schedule'

/** A plan's step from a cycle's step, not started and with open criteria. */
export function planStep(step: CycleStep, id: string): PlanStep {
  return {
    id,
    key: step.key,
    name: step.name,
    side: step.side,
    duration: step.duration,
    lag: step.lag,
    parallelGroup: step.parallelGroup,
    dateRule: step.dateRule,
    closesSale: step.closesSale,
    mandatory: step.mandatory,
    baselineStart: null,
    baselineEnd: null,
    actualStart: null,
    actualEnd: null,
    status: 'notStarted',
    reason: null,
    notes: null,
    criteria: step.criteria.map(each => ({
      ...each,
      met: false,
      waived: false,
      metOn: null,
      evidence: null,
      by: null,
      reason: null,
    })),
    events: step.events,
  }
}

/** The plan of a deal that counts: the newest that is not abandoned; null without one. */
export const livePlan = (
  plans: readonly RecordOf<'opportunityPlan'>[] | undefined,
): RecordOf<'opportunityPlan'> | null => plans?.filter(plan => plan.state !== 'abandoned').at(-1) ?? null

/** The steps of a new plan; ids are the steps' keys, which are unique in a version. */
export const planSteps = (steps: readonly CycleStep[]): readonly PlanStep[] =>
  steps.map(step => planStep(step, step.key))

/** The same steps with their present dates as the baseline. */
export function withBaseline(
  steps: readonly PlanStep[],
  startOn: Day,
  calendar: WorkCalendar,
): readonly PlanStep[] {
  const dates = new Map(schedulePlan(steps, startOn, calendar, null).steps.map(each => [each.step.id, each]))
  return steps.map(step => {
    const found = dates.get(step.id)
    return { ...step, baselineStart: found?.start ?? null, baselineEnd: found?.end ?? null }
  })
}

/** CY-6: how many revisions moved the close to a later month. */
export const pushCount = (revisions: readonly PlanRevision[]): number =>
  revisions.filter((each, i) => {
    const before = revisions[i - 1]
    return before !== undefined && isPush(before.close, each.close)
  }).length

/** Why a step cannot be called done (CY-7), or a date of it cannot stand. */
export type DoneProblem =
  | { readonly kind: 'noEnd' }
  | { readonly kind: 'endsBeforeStart'; readonly start: Day; readonly end: Day }
  | { readonly kind: 'inFuture'; readonly on: Day; readonly asOf: Day }
  | { readonly kind: 'criterionOpen'; readonly key: string; readonly text: string }
  | { readonly kind: 'waivedWithoutReason'; readonly key: string; readonly text: string }

/** CY-7: done needs an end and every required criterion met, or waived with a reason; else it stays in progress. */
export function checkDone(step: PlanStep, asOf: Day): Result<null, readonly DoneProblem[]> {
  const problems: DoneProblem[] = []
  const { actualStart: start, actualEnd: end } = step
  if (end === null) problems.push({ kind: 'noEnd' })
  else if (start !== null && end < start) problems.push({ kind: 'endsBeforeStart', start, end })
  for (const on of [start, end]) if (on !== null && on > asOf) problems.push({ kind: 'inFuture', on, asOf })
  for (const { key, text, required, met, waived, reason } of step.criteria) {
    if (waived && (reason ?? '').trim() === '') problems.push({ kind: 'waivedWithoutReason', key, text })
    else if (required && !met && !waived) problems.push({ kind: 'criterionOpen', key, text })
  }
  return problems.length > 0 ? fail(problems) : ok(null)
}

/** The step that a plan stands in: the first that is neither done nor left out; null at its end. */
export const stepAt = (steps: readonly PlanStep[]): PlanStep | null =>
  steps.find(each => each.status === 'notStarted' || each.status === 'inProgress') ?? null

/** A step with an end but open criteria: finished by us, not confirmed by the buyer (CY-7). */
export const isUnconfirmed = (step: PlanStep): boolean =>
  step.actualEnd !== null && step.status !== 'done' && isLive(step)

/** CY-8: steps that are done while a mandatory step before them, outside their parallel group, is not. */
export function skippedAhead(steps: readonly PlanStep[]): readonly PlanStep[] {
  const live = steps.filter(isLive)
  return live.filter(
    (step, i) =>
      step.status === 'done' &&
      live
        .slice(0, i)
        .some(
          each =>
            each.mandatory &&
            each.status !== 'done' &&
            (each.parallelGroup === null || each.parallelGroup !== step.parallelGroup),
        ),
  )
}

/** What moving a plan to another version does (CY-2). */
interface VersionMove {
  readonly steps: readonly PlanStep[]
  readonly kept: readonly string[]
  readonly changed: readonly string[]
  readonly added: readonly string[]
  /** Not in the new version, but with actual dates: they stay as extra steps. */
  readonly extra: readonly string[]
  readonly dropped: readonly string[]
}

/** CY-2: matches by step key; done steps keep their dates, steps with actuals that are gone stay as extra, new ones start open. */
export function moveToVersion(steps: readonly PlanStep[], target: readonly CycleStep[]): VersionMove {
  const byKey = new Map(steps.flatMap(step => (step.key === null ? [] : [[step.key, step] as const])))
  const kept: string[] = []
  const changed: string[] = []
  const added: string[] = []
  const moved = target.map((next): PlanStep => {
    const old = byKey.get(next.key)
    if (!old) {
      added.push(next.name)
      return planStep(next, next.key)
    }
    const fresh = planStep(next, old.id)
    if (old.status === 'done' || old.actualEnd !== null) {
      kept.push(old.name)
      return { ...old, closesSale: next.closesSale }
    }
    const results = new Map(old.criteria.map(each => [each.key, each]))
    const criteria = fresh.criteria.map(each => ({ ...each, ...pickResult(results.get(each.key)) }))
    const { status, reason, notes, actualStart, baselineStart, baselineEnd } = old
    const same = old.duration === fresh.duration && old.name === fresh.name && old.lag === fresh.lag
    ;(same ? kept : changed).push(fresh.name)
    return { ...fresh, criteria, status, reason, notes, actualStart, baselineStart, baselineEnd }
  })
  const wanted = new Set(target.map(each => each.key))
  const left = steps.filter(step => step.key === null || !wanted.has(step.key))
  const extra = left.filter(step => step.key === null || step.actualStart !== null || step.actualEnd !== null)
  return {
    steps: insertExtra(moved, extra, steps),
    kept,
    changed,
    added,
    extra: extra.map(step => step.name),
    dropped: left.filter(step => !extra.includes(step)).map(step => step.name),
  }
}

const pickResult = (old: PlanStep['criteria'][number] | undefined): Partial<PlanStep['criteria'][number]> =>
  old
    ? {
        met: old.met,
        waived: old.waived,
        metOn: old.metOn,
        evidence: old.evidence,
        by: old.by,
        reason: old.reason,
      }
    : {}

/** Puts extra steps back behind the step that they followed. */
function insertExtra(
  moved: readonly PlanStep[],
  extra: readonly PlanStep[],
  old: readonly PlanStep[],
): readonly PlanStep[] {
  const result = [...moved]
  for (const step of extra) {
    const before = old.slice(0, old.indexOf(step)).reverse()
    const anchor = before.find(each => result.some(other => other.id === each.id))
    const at = anchor ? result.findIndex(each => each.id === anchor.id) + 1 : 0
    result.splice(at, 0, { ...step, closesSale: false })
  }
  return result
}
