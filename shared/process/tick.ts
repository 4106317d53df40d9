/** One tick for plan, milestone and forecast event (5.1): whatever is ticked, the other two follow, with one evidence. */
import { laterDay, type Day } from '../base/day'
import type { Id } from '../base/id'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import type { CriterionResult, PlanStep } from '../model/process'
import type { Edit } from '../region/edit'
import type { Region } from '../region/region'
import { statusSetOf } from './deal-status'
import { isLive } from './plan-schedule'
import { checkDone, livePlan, type DoneProblem } from './plan-steps'

/** What is ticked: an event, a milestone, or a step of the deal's plan with how its exit criteria stand. */
export type TickTarget =
  | { readonly kind: 'event'; readonly event: Id<'eventDef'> }
  | { readonly kind: 'milestone'; readonly milestone: Id<'milestoneDef'> }
  | {
      readonly kind: 'step'
      readonly step: string
      readonly startOn: Day | null
      readonly results: readonly CriterionResult[]
    }

/** When it happened and what shows it. */
export interface TickProof {
  readonly on: Day
  readonly evidence: string
  readonly person: Id<'person'> | null
  readonly by: string | null
}

/** Why something cannot be ticked. */
export type TickProblem =
  | DoneProblem
  | { readonly kind: 'noEvidence' | 'notThere' }
  | { readonly kind: 'alreadyDone'; readonly on: Day }

/** Everything that one tick does. */
export interface Tick {
  readonly deal: Id<'opportunity'>
  readonly events: readonly (TickProof & { readonly event: Id<'eventDef'> })[]
  readonly milestones: readonly {
    readonly milestone: Id<'milestoneDef'>
    readonly on: Day
    readonly evidence: string
  }[]
  readonly plan: {
    readonly id: Id<'opportunityPlan'>
    readonly steps: readonly PlanStep[]
    readonly state: RecordOf<'opportunityPlan'>['state']
  } | null
  /** Names of the plan's steps that are done by it. */
  readonly finished: readonly string[]
  /** CY-7: the step ended, but a criterion of the buyer is open, so that it stays in progress. */
  readonly unconfirmed: boolean
}

type Deal = Id<'opportunity'>

/** What one tick would do to a deal as of a day; nothing is changed yet. */
export function tick(
  region: Region,
  deal: Deal,
  target: TickTarget,
  proof: TickProof,
  asOf: Day,
): Result<Tick, readonly TickProblem[]> {
  const ticking = new Ticking(region, deal, proof)
  const problems = [...proofProblems(proof, target, asOf), ...ticking.begin(target, asOf)]
  return problems.length > 0 ? fail(problems) : ok(ticking.follow(asOf))
}

/** Puts a tick into an edit: events and milestones are added, the plan's steps replaced. */
export function applyTick(edit: Edit, done: Tick): void {
  for (const { on, ...each } of done.events)
    edit.add('opportunityEvent', { opportunity: done.deal, ...each, occurredOn: on, recordedAt: edit.at })
  for (const { on, ...each } of done.milestones)
    edit.add('milestoneAchievement', {
      opportunity: done.deal,
      ...each,
      achievedOn: on,
      recordedAt: edit.at,
    })
  if (done.plan) edit.set('opportunityPlan', done.plan.id, { steps: done.plan.steps, state: done.plan.state })
}

function proofProblems(proof: TickProof, target: TickTarget, asOf: Day): readonly TickProblem[] {
  const found: TickProblem[] = []
  if (proof.on > asOf) found.push({ kind: 'inFuture', on: proof.on, asOf })
  // A step carries its evidence in its criteria.
  if (target.kind !== 'step' && proof.evidence.trim() === '') found.push({ kind: 'noEvidence' })
  return found
}

/** The work of one tick: what was there, and what comes to it. */
class Ticking {
  private readonly plan: RecordOf<'opportunityPlan'> | null
  private steps: readonly PlanStep[]
  private readonly defs: ReadonlyMap<string, RecordOf<'eventDef'>>
  /** Days on which events hold, by key; waived ones hold as well. */
  private readonly held = new Map<string, Day>()
  private readonly events: Tick['events'][number][] = []
  private readonly finished: PlanStep[] = []
  private readonly directly: Id<'milestoneDef'>[] = []
  private unconfirmed = false

  constructor(
    private readonly region: Region,
    private readonly deal: Deal,
    private readonly proof: TickProof,
  ) {
    const plans = region.where('opportunityPlan', 'opportunity', deal)
    this.plan = livePlan(plans)
    this.steps = this.plan?.steps ?? []
    const sets = new Set(region.all('eventDef').map(each => each.set))
    const set = statusSetOf(region, plans, sets)
    this.defs = new Map(
      region.all('eventDef').flatMap(each => (each.set === set ? [[each.key, each] as const] : [])),
    )
    for (const each of region.where('opportunityEvent', 'opportunity', deal)) {
      const key = region.get('eventDef', each.event)?.key
      if (key === undefined || each.state === 'revoked') continue
      const old = this.held.get(key)
      this.held.set(key, old && old < each.occurredOn ? old : each.occurredOn)
    }
  }

  /** Ticks the target itself; problems where it cannot be. */
  begin(target: TickTarget, asOf: Day): readonly TickProblem[] {
    if (target.kind === 'event') return this.beginEvent(target.event)
    if (target.kind === 'milestone') return this.beginMilestone(target.milestone)
    return this.beginStep(target, asOf)
  }

  /** Lets plan and milestones follow what was ticked. */
  follow(asOf: Day): Tick {
    if (this.events.length > 0) this.finishSteps(asOf)
    return {
      deal: this.deal,
      events: this.events,
      milestones: this.reached(),
      plan: this.planChange(),
      finished: this.finished.map(each => each.name),
      unconfirmed: this.unconfirmed,
    }
  }

  private planChange(): Tick['plan'] {
    const { plan, steps } = this
    if (!plan || steps.every((step, i) => step === plan.steps[i])) return null
    return { id: plan.id, steps, state: plan.state === 'baselined' ? 'running' : plan.state }
  }

  private beginEvent(id: Id<'eventDef'>): readonly TickProblem[] {
    const def = this.region.get('eventDef', id)
    if (!def) return [{ kind: 'notThere' }]
    const held = this.held.get(def.key)
    if (held !== undefined) return [{ kind: 'alreadyDone', on: held }]
    this.addEvent(def.key, def, this.proof)
    return []
  }

  private beginMilestone(id: Id<'milestoneDef'>): readonly TickProblem[] {
    const def = this.region.get('milestoneDef', id)
    if (!def) return [{ kind: 'notThere' }]
    const old = this.achieved(id)
    if (old) return [{ kind: 'alreadyDone', on: old.achievedOn }]
    this.directly.push(id)
    const event = def.event === null ? undefined : this.defs.get(def.event)
    if (event && !this.held.has(event.key)) this.addEvent(event.key, event, this.proof)
    return []
  }

  private beginStep(target: TickTarget & { kind: 'step' }, asOf: Day): readonly TickProblem[] {
    const step = this.steps.find(each => each.id === target.step)
    if (!step || !isLive(step)) return [{ kind: 'notThere' }]
    const results = new Map(target.results.map(each => [each.key, each]))
    const ended: PlanStep = {
      ...step,
      status: 'inProgress',
      actualStart: target.startOn,
      actualEnd: this.proof.on,
      criteria: step.criteria.map(each => ({ ...each, ...results.get(each.key) })),
    }
    const checked = checkDone(ended, asOf)
    const problems = checked.ok ? [] : checked.problem.filter(each => each.kind !== 'criterionOpen')
    const unproved = ended.criteria.find(each => each.met && (each.evidence ?? '').trim() === '')
    if (problems.length > 0 || unproved) return [...problems, ...(unproved ? [noEvidence] : [])]
    this.unconfirmed = !checked.ok
    const done: PlanStep = { ...ended, status: checked.ok ? 'done' : 'inProgress' }
    this.steps = this.steps.map(each => (each.id === step.id ? done : each))
    if (!checked.ok) return []
    this.finished.push(done)
    const evidence = evidenceOf(done) || `Step “${step.name}” of the plan is done`
    for (const key of step.events) {
      const def = this.defs.get(key)
      if (def && !this.held.has(key)) this.addEvent(key, def, { ...this.proof, evidence })
    }
    return []
  }

  private addEvent(key: string, def: RecordOf<'eventDef'>, proof: TickProof): void {
    this.events.push({ event: def.id, ...proof })
    this.held.set(key, proof.on)
  }

  /** Steps all of whose events now hold are done: the events are the buyer's proof. */
  private finishSteps(asOf: Day): void {
    const fresh = new Set(this.events.map(each => this.region.get('eventDef', each.event)?.key))
    this.steps = this.steps.map(step => {
      if (step.status === 'done' || !isLive(step) || !step.events.some(key => fresh.has(key))) return step
      const days = step.events.map(key => this.held.get(key))
      if (days.some(each => each === undefined))
        return step.status === 'notStarted' ? { ...step, status: 'inProgress' } : step
      const done: PlanStep = {
        ...step,
        status: 'done',
        actualEnd: (days as Day[]).reduce(laterDay),
        criteria: step.criteria.map(each => (each.met || each.waived ? each : { ...each, ...this.met() })),
      }
      if (!checkDone(done, asOf).ok) return step
      this.finished.push(done)
      return done
    })
  }

  private met(): Partial<CriterionResult> {
    const { on, evidence, by } = this.proof
    return { met: true, metOn: on, evidence, by }
  }

  private achieved(id: Id<'milestoneDef'>): RecordOf<'milestoneAchievement'> | undefined {
    return this.region
      .where('milestoneAchievement', 'opportunity', this.deal)
      .find(each => each.milestone === id && each.archivedAt === null)
  }

  private reached(): Tick['milestones'] {
    const { on, evidence } = this.proof
    const fresh = new Set(this.events.map(each => this.region.get('eventDef', each.event)?.key))
    const steps = new Set(this.finished.map(each => each.key))
    const shown = (def: RecordOf<'milestoneDef'>): boolean =>
      this.directly.includes(def.id) ||
      (def.event !== null && fresh.has(def.event)) ||
      (def.step !== null && steps.has(def.step))
    return this.region
      .all('milestoneDef')
      .filter(def => shown(def) && !this.achieved(def.id))
      .map(def => ({
        milestone: def.id,
        on,
        evidence:
          evidence || this.events.at(-1)?.evidence || `Step “${this.finished[0]?.name ?? ''}” is done`,
      }))
  }
}

const noEvidence: TickProblem = { kind: 'noEvidence' }

/** The evidence of a step: that of its criteria, each once. */
const evidenceOf = (step: PlanStep): string =>
  [...new Set(step.criteria.flatMap(each => (each.met && each.evidence ? [each.evidence.trim()] : [])))].join(
    '; ',
  )
