/** Judging one deal by what surrounds it: the limits, the dates and what hangs on it (section 6). */
import type { WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import { quantileOf } from '../base/statistics'
import type { RecordOf } from '../model/catalog'
import { regionCalendar, settingsOf, type Settings } from '../region/settings'
import type { Region } from '../region/region'
import { dealAge, measureDays, startOf, type DealAge, type Measure, type StateAt } from './deal-age'
import { dealClass, type DealClass } from './deal-class'
import type { DealLinks } from './deal-links'
import type { DealStatus } from './deal-status'
import { dealValue, type DealValue } from './deal-value'
import { dispositionNow, type DispositionNow } from './disposition'
import { nextStepOf, type NextStep } from './next-step'
import { schedulePlan, type Schedule } from './plan-schedule'
import { planCalendar } from './plan-life'
import { livePlan } from './plan-steps'
import { overdueBy, pushesOf, type Overdue } from './overdue'
import { ratesOf, type Rates } from './rates'
import { stageMeanings, type StageMeaning } from './stage-meaning'
import { judgeStale, standingOf, type Judged, type Standing, type StuckLimit } from './standing-still'
import type { AgeLimits, StuckLimits } from './still-limits'

/** Everything about one deal as of a day. */
export interface DealState {
  readonly id: Id<'opportunity'>
  readonly deal: RecordOf<'opportunity'>
  readonly state: Exclude<StateAt, 'absent'>
  readonly owner: RecordOf<'rep'> | null
  readonly account: RecordOf<'account'> | null
  readonly product: RecordOf<'product'> | null
  readonly family: string | null
  readonly value: DealValue
  readonly start: Day | null
  readonly age: DealAge
  /** PL-9; null where the age or the comparison is missing, and for closed deals. */
  readonly deadByAge: boolean | null
  readonly class: DealClass
  readonly status: DealStatus
  /** Days without progress in the cell or stage (PL-6). */
  readonly stuck: Judged
  readonly lastTouch: Day | null
  readonly stale: Judged
  readonly standing: Standing | null
  readonly nextStep: NextStep
  /** PL-9; null where no next steps were imported at all, and for closed deals. */
  readonly noNextStep: boolean | null
  readonly overdue: readonly Overdue[]
  readonly pushes: number
  /** The live plan and its dates; null without one. */
  readonly plan: RecordOf<'opportunityPlan'> | null
  readonly schedule: Schedule | null
  readonly disposition: DispositionNow
  /** Stuck and stale without a decision since (PL-8). */
  readonly needsDisposition: boolean
}

/** What all deals of a region are judged by, apart from other deals. */
export interface Ground {
  readonly region: Region
  readonly asOf: Day
  readonly settings: Settings
  readonly calendar: WorkCalendar
  /** How CRM dates are counted; events always count working days. */
  readonly measure: Measure
  readonly rates: Rates
  readonly stages: ReadonlyMap<string, StageMeaning>
  /** The median step of the newest active cycle version in working days: what PL-6 falls back on. */
  readonly stepDays: number | null
}

/** The limits that other deals set. */
export interface Limits {
  readonly ages: AgeLimits
  readonly stuck: StuckLimits
}

/** Reads what deals are judged by. */
export function groundOf(region: Region, asOf: Day): Ground {
  const settings = settingsOf(region)
  const calendar = regionCalendar(region)
  return {
    region,
    asOf,
    settings,
    calendar,
    measure: settings.calendarDays ? { kind: 'calendarDays' } : { kind: 'workingDays', calendar },
    rates: ratesOf(region),
    stages: stageMeanings(region),
    stepDays: standardStep(region),
  }
}

/** The family of a deal's product; null without one. */
export const familyOf = (ground: Ground, deal: RecordOf<'opportunity'>): string | null =>
  ground.region.get('product', deal.product)?.family ?? null

/** A closed deal's age runs to its close, whatever its stage. */
export const closedAge = (
  ground: Ground,
  deal: RecordOf<'opportunity'>,
  state: DealState['state'],
): DealAge => dealAge(deal, state, true, ground.measure, ground.asOf)

/** Judges one deal. */
export function judgeDeal(
  ground: Ground,
  deal: RecordOf<'opportunity'>,
  state: DealState['state'],
  status: DealStatus,
  links: DealLinks,
  limits: Limits,
): DealState {
  const { region, asOf, settings, calendar, measure } = ground
  const open = state === 'open'
  const meaning = deal.stage === null ? undefined : ground.stages.get(deal.stage)
  const item = region.get('product', deal.product)
  const family = item?.family ?? null
  const age = dealAge(deal, state, meaning?.dated ?? true, measure, asOf)
  const lastTouch = links.lastTouch.get(deal.id) ?? null
  const stale: Judged = open
    ? judgeStale(lastTouch, startOf(deal), links.anyActivity, settings.staleDays, asOf)
    : { is: null, why: 'closed' }
  const nextStep = nextStepOf(deal, links.plans.get(deal.id), asOf)
  const plan = livePlan(links.plans.get(deal.id))
  const planDays = plan && plan.workWeek !== null ? planCalendar(region, plan) : calendar
  const disposition = dispositionNow(links.dispositions.get(deal.id) ?? [], asOf)
  const signs = {
    needAcknowledged: status.basis === 'events' && !status.assumed && status.buying >= 1,
    twoWayMeeting: links.firstMeeting.get(deal.id) !== undefined,
    stageSaysNeed: status.assumed && status.buying >= 1,
    engaged: deal.engagedOn !== null && deal.engagedOn <= asOf,
  }
  const parts = {
    lines: links.lines.get(deal.id) ?? [],
    product: (id: RecordOf<'opportunity'>['product']) => region.get('product', id),
    rates: ground.rates,
  }
  const still = judgeStill(ground, { deal, state, status, age, family, stale, disposition }, limits)
  return {
    id: deal.id,
    deal,
    state,
    owner: region.get('rep', deal.owner),
    account: region.get('account', deal.account),
    product: item,
    family,
    value: dealValue(deal, state === 'won', parts, asOf),
    start: startOf(deal),
    age,
    deadByAge: still.deadByAge,
    class: dealClass(deal, signs, asOf),
    status,
    stuck: still.stuck,
    lastTouch,
    stale,
    standing: still.standing,
    nextStep,
    noNextStep: open && links.anyNextStep ? nextStep.kind !== 'buyer' : null,
    overdue: open ? overdueBy(deal, asOf) : [],
    pushes: pushesOf(links.facts.get(deal.id), links.plans.get(deal.id), asOf),
    plan,
    schedule: plan ? schedulePlan(plan.steps, plan.startOn, planDays, open ? asOf : null) : null,
    disposition,
    needsDisposition: still.needsDisposition,
  }
}

/** What the limits of other deals say about one: all that changes with them. */
export type Still = Pick<DealState, 'stuck' | 'standing' | 'deadByAge' | 'needsDisposition'>

/** Judges the part of a deal that hangs on limits (PL-6, PL-8, PL-9). */
export function judgeStill(
  ground: Ground,
  row: Pick<DealState, 'deal' | 'state' | 'status' | 'age' | 'family' | 'stale' | 'disposition'>,
  limits: Limits,
): Still {
  const { state, age, disposition } = row
  if (state !== 'open')
    return {
      stuck: { is: null, why: 'closed' },
      standing: null,
      deadByAge: null,
      needsDisposition: false,
    }
  const limit = limits.ages.of(row.family)
  const stuck = judgeStuck(ground, row, limits.stuck.of(row.deal, row.status))
  const standing = standingOf(stuck, row.stale)
  return {
    stuck,
    standing,
    deadByAge: limit && age.kind === 'known' ? age.days > limit.days : null,
    needsDisposition:
      standing === 'stuckStale' && (disposition.state === 'working' || disposition.state === 'revisit'),
  }
}

/** PL-6: from the day the deal came where it is, in the days that its limit is counted in. */
function judgeStuck(
  ground: Ground,
  { deal, status, age }: Pick<DealState, 'deal' | 'status' | 'age'>,
  limit: StuckLimit | null,
): Judged {
  const byEvents = status.basis === 'events'
  const inStage = limit?.basis === 'stage'
  const since = byEvents
    ? status.enteredOn
    : inStage
      ? deal.stageSince
      : age.kind === 'known'
        ? age.since
        : null
  if (since === null) return { is: null, why: 'noDate' }
  if (limit === null) return { is: null, why: 'noComparison' }
  const measure: Measure = byEvents ? { kind: 'workingDays', calendar: ground.calendar } : ground.measure
  const days = measureDays(measure, since, ground.asOf)
  return { is: days > limit.days, days }
}

/** The median step duration of the newest active cycle version in working days: what PL-6 falls back on. */
function standardStep(region: Region): number | null {
  let best: RecordOf<'salesCycleVersion'> | null = null
  for (const each of region.all('salesCycleVersion'))
    if (each.state === 'active' && (best === null || (each.effectiveFrom ?? '') > (best.effectiveFrom ?? '')))
      best = each
  return best
    ? quantileOf(
        best.steps.map(step => step.duration).filter(days => days > 0),
        0.5,
      )
    : null
}
