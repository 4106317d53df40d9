/** Plans of running deals in the sample region, with a second version of its cycle, milestones and the actions of their steps. */
import { addBusinessDays, workCalendar, type WorkCalendar } from '../base/calendar'
import { addDays, type Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import type { CycleStep, PlanRevision, PlanStep } from '../model/process'
import { defaultSteps } from '../process/default-cycle'
import { defaultMilestones } from '../process/default-statuses'
import { schedulePlan } from '../process/plan-schedule'
import { planSteps, withBaseline } from '../process/plan-steps'
import { firstDay, lastDay, workday, type SampleBuilder } from './builder'
import type { SampleDeal } from './deals'
import { cycleSteps } from './process'
import type { Stage } from './story'

const planned = 16
/** The second version has been in force for longer than a plan may stay on the first without a word (CY-W9). */
const secondFrom = addDays(lastDay, -74)

/** The steps of the second version: the test is shorter, because its kit is mounted before it begins. */
const secondSteps: readonly CycleStep[] = cycleSteps.map(step =>
  step.key === 'evaluation'
    ? { ...step, duration: 12, preparation: 'Mount the test kit before the first day of the test.' }
    : step,
)

/** Adds the plans; they come last, so that everything else of the region stays as it is. */
export function addPlans({ build, process, calendar: week }: Stage, deals: readonly SampleDeal[]): void {
  const calendar = workCalendar(
    week.week,
    build.all('holiday').map(each => each.on),
  )
  const manager = { on: firstDay, source: 'manager' as const }
  defaultMilestones.forEach(([key, name, event], order) =>
    build.add('milestoneDef', { key, name, event, order }, manager),
  )
  const standard = addDefault(build)
  const second = addSecond(build, process.version)
  const young = deals
    .filter(each => each.record.state === 'open' && each.hasEvents && each.path.steps.length > 0)
    .filter(each => each.path.startOn >= addDays(lastDay, -110) && each.path.startOn <= addDays(lastDay, -20))
    .sort((a, b) => (b.record.amount ?? 0) - (a.record.amount ?? 0))
    .slice(0, planned)
  young.forEach((deal, at) => {
    const family = build.all('product').find(each => each.id === deal.record.product)?.family
    const fits = family === 'Watchline'
    const version = !fits ? standard : deal.path.startOn >= secondFrom ? second : process.version
    addPlan(build, calendar, deal, version, week, at)
  })
}

function addDefault(build: SampleBuilder): RecordOf<'salesCycleVersion'> {
  const life = { on: firstDay, source: 'manager' as const }
  const cycle = build.add('salesCycle', { name: 'Default cycle', key: 'default', kind: 'sale' }, life)
  return build.add(
    'salesCycleVersion',
    {
      cycle: cycle.id,
      no: 1,
      state: 'active',
      effectiveFrom: firstDay,
      changeNote: 'The cycle that ships',
      steps: defaultSteps,
    },
    life,
  )
}

function addSecond(
  build: SampleBuilder,
  first: RecordOf<'salesCycleVersion'>,
): RecordOf<'salesCycleVersion'> {
  build.amend('salesCycleVersion', first, { effectiveTo: addDays(secondFrom, -1) }, secondFrom)
  return build.add(
    'salesCycleVersion',
    {
      cycle: first.cycle,
      no: 2,
      state: 'active',
      effectiveFrom: secondFrom,
      changeNote: 'The test takes three days less: its kit is mounted before it begins',
      steps: secondSteps,
    },
    { on: secondFrom, source: 'manager' },
  )
}

function addPlan(
  build: SampleBuilder,
  calendar: WorkCalendar,
  deal: SampleDeal,
  version: RecordOf<'salesCycleVersion'>,
  week: RecordOf<'workWeek'>,
  at: number,
): void {
  const startOn = workday(deal.path.startOn)
  // A deal that the buyer decides in a monthly meeting, and one whose test is left out.
  const tailored = planSteps(version.steps).map((step, place): PlanStep => {
    if (at % 4 === 1 && step.key === 'contract')
      return { ...step, dateRule: { kind: 'monthly', week: 3, weekday: 3 } }
    if (at % 5 === 2 && step.key === 'evaluation' && deal.path.steps.length < place)
      return { ...step, status: 'removed', reason: 'Existing customer: the test of the sister plant counts' }
    return step
  })
  const based = withBaseline(tailored, startOn, calendar)
  const steps = based.map((step, place) => worked(step, deal, place, startOn))
  const first = schedulePlan(based, startOn, calendar, null).close as Day
  const now = schedulePlan(steps, startOn, calendar, lastDay).close as Day
  const manager = deal.rep.team === 'Lakes' ? 'Marcus Whitlock' : 'Helen Varga'
  const revisions: PlanRevision[] = [{ no: 0, on: startOn, reason: 'Baseline', close: first, by: manager }]
  // Two of three managers' late plans were re-planned; the others are overdue.
  if (now > first && at % 3 !== 0)
    revisions.push({
      no: 1,
      on: addDays(lastDay, -4),
      reason: 'The buyer answers later than agreed',
      close: now,
      by: manager,
    })
  const on = addDays(startOn, 1)
  build.add(
    'opportunityPlan',
    {
      opportunity: deal.record.id,
      version: version.id,
      startOn,
      workWeek: week.id,
      state: steps.some(step => step.status === 'done') ? 'running' : 'baselined',
      baselineOn: startOn,
      revisions,
      steps,
    },
    { on, updatedOn: addDays(lastDay, -4), source: 'manager' },
  )
  addAction(build, calendar, deal, steps, at)
}

/** A step with what is known to have happened: the deal's own path shows when each step was left. */
function worked(step: PlanStep, deal: SampleDeal, place: number, startOn: Day): PlanStep {
  const left = deal.path.steps[place]?.on
  if (left === undefined || step.status === 'removed') return step
  const begun = place === 0 ? startOn : (deal.path.steps[place - 1]?.on ?? startOn)
  const end = left < startOn ? startOn : left
  const person = deal.customer.people[place % Math.max(1, deal.customer.people.length)]?.name ?? 'The buyer'
  return {
    ...step,
    status: 'done',
    actualStart: begun < startOn ? startOn : begun,
    actualEnd: end,
    criteria: step.criteria.map(each => ({
      ...each,
      met: true,
      metOn: end,
      evidence: `${person} wrote it`,
      by: deal.rep.record.name,
    })),
  }
}

/** What the rep does to get the next exit criterion of a plan; some is done, with what shows it. */
function addAction(
  build: SampleBuilder,
  calendar: WorkCalendar,
  deal: SampleDeal,
  steps: readonly PlanStep[],
  at: number,
): void {
  const step = steps.find(each => each.status === 'notStarted')
  const criterion = step?.criteria[0]
  if (!step || !criterion) return
  const done = at % 4 === 3
  const on = addDays(lastDay, -9)
  build.add(
    'actionItem',
    {
      text: `Get it in writing: ${criterion.text.charAt(0).toLowerCase()}${criterion.text.slice(1)}`,
      rep: deal.record.owner,
      dueOn: addBusinessDays(calendar, lastDay, (at % 6) - 1),
      origin: 'plan',
      originId: step.id,
      opportunity: deal.record.id,
      account: deal.customer.account.id,
      ...(done
        ? { state: 'done', doneOn: addDays(lastDay, -1), evidence: 'Mail of the buyer, filed with the deal' }
        : {}),
    },
    { on, source: 'manager' },
  )
}
