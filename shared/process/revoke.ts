/** Taking an event back (FC-3) or waiving one (FC-2): plan and milestones follow as they follow a tick. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import type { PlanStep } from '../model/process'
import type { Edit } from '../region/edit'
import type { Region } from '../region/region'
import { livePlan } from './plan-steps'

/** When an event stopped holding, or was waived, and why. */
export interface RevokeReason {
  readonly on: Day
  readonly reason: string
  readonly by: string | null
}

/** Why an event cannot be revoked or waived. */
export type RevokeProblem =
  | { readonly kind: 'noReason' | 'notHolding' }
  | { readonly kind: 'inFuture'; readonly on: Day; readonly asOf: Day }
  | { readonly kind: 'beforeEvent'; readonly on: Day; readonly occurredOn: Day }

/** What revoking an event does besides. */
export interface Revocation {
  readonly event: Id<'opportunityEvent'>
  readonly why: RevokeReason
  /** Steps that rested on it are in progress again. */
  readonly plan: { readonly id: Id<'opportunityPlan'>; readonly steps: readonly PlanStep[] } | null
  readonly reopened: readonly string[]
  /** Milestones that rested on it are archived, with the reason. */
  readonly milestones: readonly Id<'milestoneAchievement'>[]
}

/** What revoking an event would do; needs a reason and a day between the event and the as-of day. */
export function revocation(
  region: Region,
  event: RecordOf<'opportunityEvent'>,
  why: RevokeReason,
  asOf: Day,
): Result<Revocation, readonly RevokeProblem[]> {
  const problems: RevokeProblem[] = []
  const { on } = why
  if (why.reason.trim() === '') problems.push({ kind: 'noReason' })
  if (event.state === 'revoked') problems.push({ kind: 'notHolding' })
  if (on > asOf) problems.push({ kind: 'inFuture', on, asOf })
  if (on < event.occurredOn) problems.push({ kind: 'beforeEvent', on, occurredOn: event.occurredOn })
  if (problems.length > 0) return fail(problems)
  const key = region.get('eventDef', event.event)?.key ?? null
  const plan = livePlan(region.where('opportunityPlan', 'opportunity', event.opportunity))
  const rests = (step: PlanStep): boolean =>
    step.status === 'done' && key !== null && step.events.includes(key)
  const steps = plan?.steps.map(step => (rests(step) ? reopened(step) : step)) ?? []
  const names = plan?.steps.filter(rests).map(step => step.name) ?? []
  return ok({
    event: event.id,
    why,
    plan: plan && names.length > 0 ? { id: plan.id, steps } : null,
    reopened: names,
    milestones: region
      .where('milestoneAchievement', 'opportunity', event.opportunity)
      .filter(each => each.archivedAt === null)
      .filter(each => key !== null && region.get('milestoneDef', each.milestone)?.event === key)
      .map(each => each.id),
  })
}

/** A step in progress again: its end is gone, its criteria are open and keep what was said. */
const reopened = (step: PlanStep): PlanStep => ({
  ...step,
  status: 'inProgress',
  actualEnd: null,
  criteria: step.criteria.map(each => ({ ...each, met: false, metOn: null })),
})

/** Puts a revocation into an edit. */
export function applyRevocation(edit: Edit, done: Revocation): void {
  const { on, reason, by } = done.why
  edit.set('opportunityEvent', done.event, {
    state: 'revoked',
    revokedOn: on,
    revokedAt: edit.at,
    reason: reason.trim(),
    by,
  })
  if (done.plan) edit.set('opportunityPlan', done.plan.id, { steps: done.plan.steps })
  for (const id of done.milestones) {
    edit.set('milestoneAchievement', id, { correction: reason.trim() })
    edit.archive('milestoneAchievement', id)
  }
}

/** The events that a removed step alone gave evidence for and that do not hold yet: their waiver is proposed (FC-2). */
export function waivable(
  region: Region,
  plan: RecordOf<'opportunityPlan'>,
  step: PlanStep,
  defs: readonly RecordOf<'eventDef'>[],
): readonly RecordOf<'eventDef'>[] {
  const elsewhere = new Set(
    plan.steps.flatMap(each => (each.id === step.id || each.status === 'removed' ? [] : each.events)),
  )
  const held = new Set(
    region
      .where('opportunityEvent', 'opportunity', plan.opportunity)
      .filter(each => each.state !== 'revoked')
      .map(each => each.event),
  )
  return defs.filter(each => step.events.includes(each.key) && !elsewhere.has(each.key) && !held.has(each.id))
}

/** Waives events of a deal with a reason (FC-2). */
export function waiveEvents(
  edit: Edit,
  opportunity: Id<'opportunity'>,
  events: readonly Id<'eventDef'>[],
  { on, reason, by }: RevokeReason,
): void {
  for (const event of events)
    edit.add('opportunityEvent', {
      opportunity,
      event,
      occurredOn: on,
      recordedAt: edit.at,
      evidence: `Waived: ${reason.trim()}`,
      state: 'waived',
      reason: reason.trim(),
      by,
    })
}
