/** One record per deal with everything that section 6 asks about it: what the pipeline grid shows and its measures count. */
import type { WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import { quantileOf } from '../base/statistics'
import type { RecordOf } from '../model/catalog'
import { regionCalendar, settingsOf, type Settings } from '../region/settings'
import type { Region } from '../region/region'
import { dealAge, measureDays, startOf, stateAt, type DealAge, type Measure, type StateAt } from './deal-age'
import { dealClass, type DealClass } from './deal-class'
import { dealLinks, type ByDeal, type DealLinks } from './deal-links'
import { statusReader, type DealStatus, type StatusReader } from './deal-status'
import { dealValue, type DealValue } from './deal-value'
import { dispositionNow, type DispositionNow } from './disposition'
import { nextStepOf, type NextStep } from './next-step'
import { schedulePlan, type Schedule } from './plan-schedule'
import { planCalendar } from './plan-life'
import { livePlan } from './plan-steps'
import { overdueBy, pushesOf, type Overdue } from './overdue'
import { ratesOf, type Rates } from './rates'
import { stageMeanings } from './stage-meaning'
import {
  AgeLimits,
  judgeStale,
  limitFromStep,
  limitFromWon,
  standingOf,
  type AgeLimit,
  type Judged,
  type Standing,
  type StuckLimit,
} from './standing-still'
import { cellKey, WonTimesCollector } from './won-times'

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
  readonly ageLimit: AgeLimit | null
  /** PL-9; null where the age or the comparison is missing, and for closed deals. */
  readonly deadByAge: boolean | null
  readonly class: DealClass
  readonly status: DealStatus
  /** Days without progress in the cell or stage (PL-6). */
  readonly stuck: Judged
  readonly stuckLimit: StuckLimit | null
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

/** All deals of a region as of a day, with what their judgement rests on. */
export interface DealStates {
  readonly asOf: Day
  readonly rows: readonly DealState[]
  readonly byId: ByDeal<DealState>
  readonly rates: Rates
  readonly settings: Settings
  readonly ageLimits: AgeLimits
  readonly statuses: StatusReader
  readonly links: DealLinks
  /** False where stale cannot be judged because nothing was imported to judge it by (A13). */
  readonly anyActivity: boolean
  readonly anyNextStep: boolean
  /** Judges one deal anew by the same limits, with what hangs on it now. */
  readonly judge: (deal: RecordOf<'opportunity'>, state: DealState['state'], links: DealLinks) => DealState
}

/** Derives the state of every deal that is there as of a day, open and closed; nothing is stored. */
export function dealStates(region: Region, asOf: Day): DealStates {
  const settings = settingsOf(region)
  const calendar = regionCalendar(region)
  const measure: Measure = settings.calendarDays
    ? { kind: 'calendarDays' }
    : { kind: 'workingDays', calendar }
  const calendarOf = (plan: RecordOf<'opportunityPlan'>): WorkCalendar =>
    plan.workWeek === null ? calendar : planCalendar(region, plan)
  const links = dealLinks(region, asOf)
  const rates = ratesOf(region)
  const stages = stageMeanings(region)
  const statuses = statusReader(region, links, calendar, { asOf, knownBy: null })
  const product = (id: RecordOf<'opportunity'>['product']): RecordOf<'product'> | null =>
    region.get('product', id)
  const won = new WonTimesCollector(links, calendar, measure)
  const ageLimits = new AgeLimits(settings.minAgeN)
  const here: { deal: RecordOf<'opportunity'>; state: DealState['state']; status: DealStatus }[] = []
  for (const deal of region.all('opportunity')) {
    const state = stateAt(deal, asOf)
    if (state === 'absent') continue
    const status = statuses.of(deal)
    here.push({ deal, state, status })
    if (state === 'open') continue
    const age = dealAge(deal, state, true, measure, asOf)
    if (age.kind === 'known' && deal.closedOn !== null)
      ageLimits.see(product(deal.product)?.family ?? null, age.days)
    if (state === 'won') won.see(deal, status)
  }
  const stepDays = standardStep(region)
  const cycleLimit = limitFromWon(won.cycles, settings, 'cycle')
  const stageLimits = new Map([...won.stages].map(([k, v]) => [k, limitFromWon(v, settings, 'stage')]))
  const cellLimits = new Map([...won.cells].map(([k, v]) => [k, limitFromWon(v, settings, 'cell')]))
  const stepLimit = limitFromStep(stepDays, settings)
  const workingDays: Measure = { kind: 'workingDays', calendar }

  const stuckOf = (
    deal: RecordOf<'opportunity'>,
    status: DealStatus,
    age: DealAge,
  ): { stuck: Judged; limit: StuckLimit | null } => {
    if (status.basis === 'events') {
      const limit = cellLimits.get(cellKey(status.buying, status.selling)) ?? stepLimit
      return against(limit, status.enteredOn, workingDays)
    }
    const stageLimit = deal.stage === null ? null : (stageLimits.get(deal.stage) ?? null)
    if (stageLimit && deal.stageSince !== null) return against(stageLimit, deal.stageSince, measure)
    if (age.kind === 'unknown') return { stuck: { is: null, why: 'noDate' }, limit: null }
    return against(cycleLimit, age.since, measure)
  }
  const against = (
    limit: StuckLimit | null,
    since: Day | null,
    by: Measure,
  ): { stuck: Judged; limit: StuckLimit | null } => {
    if (since === null) return { stuck: { is: null, why: 'noDate' }, limit }
    if (limit === null) return { stuck: { is: null, why: 'noComparison' }, limit }
    const days = measureDays(by, since, asOf)
    return { stuck: { is: days > limit.days, days }, limit }
  }

  const judge = (
    deal: RecordOf<'opportunity'>,
    state: DealState['state'],
    status: DealStatus,
    links: DealLinks,
  ): DealState => {
    const open = state === 'open'
    const meaning = deal.stage === null ? undefined : stages.get(deal.stage)
    const item = product(deal.product)
    const family = item?.family ?? null
    const age = dealAge(deal, state, meaning?.dated ?? true, measure, asOf)
    const ageLimit = ageLimits.of(family)
    const { stuck, limit } = open
      ? stuckOf(deal, status, age)
      : { stuck: { is: null, why: 'closed' } as const, limit: null }
    const lastTouch = links.lastTouch.get(deal.id) ?? null
    const stale: Judged = open
      ? judgeStale(lastTouch, startOf(deal), links.anyActivity, settings.staleDays, asOf)
      : { is: null, why: 'closed' }
    const standing = standingOf(stuck, stale)
    const nextStep = nextStepOf(deal, links.plans.get(deal.id), asOf)
    const plan = livePlan(links.plans.get(deal.id))
    const disposition = dispositionNow(links.dispositions.get(deal.id) ?? [], asOf)
    const signs = {
      needAcknowledged: status.basis === 'events' && !status.assumed && status.buying >= 1,
      twoWayMeeting: links.firstMeeting.has(deal.id),
      stageSaysNeed: status.assumed && status.buying >= 1,
      engaged: deal.engagedOn !== null && deal.engagedOn <= asOf,
    }
    return {
      id: deal.id,
      deal,
      state,
      owner: region.get('rep', deal.owner),
      account: region.get('account', deal.account),
      product: item,
      family,
      value: dealValue(
        deal,
        state === 'won',
        { lines: links.lines.get(deal.id) ?? [], product, rates },
        asOf,
      ),
      start: startOf(deal),
      age,
      ageLimit,
      deadByAge: open && ageLimit && age.kind === 'known' ? age.days > ageLimit.days : null,
      class: dealClass(deal, signs, asOf),
      status,
      stuck,
      stuckLimit: limit,
      lastTouch,
      stale,
      standing,
      nextStep,
      noNextStep: open && links.anyNextStep ? nextStep.kind !== 'buyer' : null,
      overdue: open ? overdueBy(deal, asOf) : [],
      pushes: pushesOf(links.facts.get(deal.id), links.plans.get(deal.id), asOf),
      plan,
      schedule: plan ? schedulePlan(plan.steps, plan.startOn, calendarOf(plan), open ? asOf : null) : null,
      disposition,
      needsDisposition:
        open &&
        standing === 'stuckStale' &&
        (disposition.state === 'working' || disposition.state === 'revisit'),
    }
  }
  const rows = here.map(({ deal, state, status }) => judge(deal, state, status, links))
  return {
    asOf,
    rows,
    byId: new Map(rows.map(row => [row.id, row])),
    rates,
    settings,
    ageLimits,
    statuses,
    links,
    anyActivity: links.anyActivity,
    anyNextStep: links.anyNextStep,
    judge: (deal, state, hanging) => judge(deal, state, statuses.of(deal), hanging),
  }
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
