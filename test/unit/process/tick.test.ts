/** One tick for plan, milestone and forecast event, and taking it back. */
import { expect, test } from 'vitest'
import type { Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import type { RecordOf } from '#shared/model/catalog'
import type { CriterionResult } from '#shared/model/process'
import { defaultSteps } from '#shared/process/default-cycle'
import { planProblemText } from '#shared/process/plan-problem-text'
import { planSteps } from '#shared/process/plan-steps'
import { applyRevocation, revocation, waivable, waiveEvents } from '#shared/process/revoke'
import { applyTick, tick, type TickTarget } from '#shared/process/tick'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { complete, eventId, withProcess } from '../../builders/default-process'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-12-01')

interface Deal {
  readonly built: RegionBuilder
  readonly deal: Id<'opportunity'>
}

/** A deal with the default cycle's plan, already baselined. */
function aDeal(): Deal {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { name: 'Kan-code', engagedOn: day('2017-10-02') })
  built.with('opportunityPlan', {
    opportunity: deal,
    startOn: day('2017-10-02'),
    state: 'baselined',
    steps: planSteps(defaultSteps),
  })
  return { built, deal }
}

const proof = (on: string, evidence = 'Their CFO wrote it'): Parameters<typeof tick>[3] => ({
  on: day(on),
  evidence,
  person: null,
  by: 'Ann',
})
const planOf = ({ built }: Deal): RecordOf<'opportunityPlan'> =>
  built.region.all('opportunityPlan')[0] as RecordOf<'opportunityPlan'>
const stepOf = (on: Deal, id: string) => planOf(on).steps.find(each => each.id === id)
const random = seededRandom(7)
const editing = (on: Deal, work: (edit: Edit) => void): void => {
  const edit = new Edit(on.built.region, {
    source: 'manager',
    at: '2017-12-01T09:00:00.000Z',
    asOf,
    random,
  })
  work(edit)
  applyTo(on.built.region, edit.change())
}
const keysOf = ({ built, deal }: Deal): string[] =>
  built.region
    .where('opportunityEvent', 'opportunity', deal)
    .filter(each => each.state !== 'revoked')
    .map(each => built.region.get('eventDef', each.event)?.key ?? '')
    .sort()
const milestonesOf = ({ built, deal }: Deal): string[] =>
  built.region
    .where('milestoneAchievement', 'opportunity', deal)
    .filter(each => each.archivedAt === null)
    .map(each => built.region.get('milestoneDef', each.milestone)?.key ?? '')
    .sort()
function ticked(on: Deal, target: TickTarget, when: string, evidence?: string) {
  const done = tick(on.built.region, on.deal, target, proof(when, evidence), asOf)
  if (!done.ok) throw new Error(done.problem.map(planProblemText).join(' '))
  editing(on, edit => applyTick(edit, done.value))
  return done.value
}
const result = (key: string, values: Partial<CriterionResult> = {}): CriterionResult => ({
  key,
  met: true,
  waived: false,
  metOn: day('2017-10-06'),
  evidence: 'Named Mr Ito, 15 December and 20,000',
  by: 'Ann',
  reason: null,
  ...values,
})
const step = (id: string, ...results: readonly CriterionResult[]): TickTarget => ({
  kind: 'step',
  step: id,
  startOn: null,
  results,
})

test('a step ticked with the buyer’s evidence records its events and the milestone they show', () => {
  const on = aDeal()
  const done = ticked(on, step('qualify', result('qualify-exit')), '2017-10-06')
  expect(stepOf(on, 'qualify')).toMatchObject({ status: 'done', actualEnd: '2017-10-06' })
  const events = defaultSteps[0]?.events ?? []
  expect(keysOf(on)).toEqual([...events].sort())
  expect(milestonesOf(on)).toContain('qualified')
  expect(done.events.every(each => each.evidence === 'Named Mr Ito, 15 December and 20,000')).toBe(true)
  expect(planOf(on).state).toBe('running')
})

test('events ticked one by one finish the plan’s step with the last of them', () => {
  const on = aDeal()
  const keys = defaultSteps.find(each => each.key === 'needs')?.events ?? []
  keys.forEach((key, at) => {
    expect(stepOf(on, 'needs')?.status).toBe(at === 0 ? 'notStarted' : 'inProgress')
    ticked(on, { kind: 'event', event: eventId(on.built, key) }, `2017-10-1${at}`)
  })
  expect(stepOf(on, 'needs')).toMatchObject({ status: 'done', actualEnd: `2017-10-1${keys.length - 1}` })
  expect(stepOf(on, 'needs')?.criteria.every(each => each.met)).toBe(true)
})

test('a milestone ticked records the event behind it', () => {
  const on = aDeal()
  const milestone = on.built.region.all('milestoneDef').find(each => each.key === 'criteria')
  ticked(on, { kind: 'milestone', milestone: milestone?.id as Id<'milestoneDef'> }, '2017-10-20')
  expect(keysOf(on)).toEqual(['BE4'])
  expect(milestonesOf(on)).toEqual(['criteria'])
})

test('what is already there is not recorded twice', () => {
  const on = aDeal()
  complete(on.built, on.deal, '2017-10-03', 'SE1')
  const events = defaultSteps[0]?.events ?? []
  const done = ticked(on, step('qualify', result('qualify-exit')), '2017-10-06')
  expect(done.events).toHaveLength(events.length - (events.includes('SE1') ? 1 : 0))
  const again = tick(
    on.built.region,
    on.deal,
    { kind: 'event', event: eventId(on.built, 'SE1') },
    proof('2017-10-09'),
    asOf,
  )
  expect(again).toEqual({ ok: false, problem: [{ kind: 'alreadyDone', on: '2017-10-03' }] })
})

test('CY-7: a step that ended with an open criterion stays in progress, and no event is claimed', () => {
  const on = aDeal()
  const done = ticked(on, step('qualify', result('qualify-exit', { met: false })), '2017-10-06')
  expect(done).toMatchObject({ unconfirmed: true, events: [], milestones: [], finished: [] })
  expect(stepOf(on, 'qualify')).toMatchObject({ status: 'inProgress', actualEnd: '2017-10-06' })
})

test('a tick without evidence, in the future or before its start is refused with a sentence, and nothing changes', () => {
  const on = aDeal()
  const refused = (target: TickTarget, when: string, evidence?: string): string[] => {
    const done = tick(on.built.region, on.deal, target, proof(when, evidence), asOf)
    return done.ok ? [] : done.problem.map(each => each.kind)
  }
  const event: TickTarget = { kind: 'event', event: eventId(on.built, 'BE1') }
  expect(refused(event, '2017-10-06', ' ')).toEqual(['noEvidence'])
  expect(refused(event, '2017-12-04')).toContain('inFuture')
  expect(refused(step('qualify', result('qualify-exit', { evidence: ' ' })), '2017-10-06')).toEqual([
    'noEvidence',
  ])
  expect(
    refused(
      { ...step('qualify', result('qualify-exit')), startOn: day('2017-10-09') } as never,
      '2017-10-06',
    ),
  ).toEqual(['endsBeforeStart'])
  expect(
    refused(step('qualify', result('qualify-exit', { met: false, waived: true })), '2017-10-06'),
  ).toEqual(['waivedWithoutReason'])
  expect(refused(step('nowhere'), '2017-10-06')).toEqual(['notThere'])
  expect(keysOf(on)).toEqual([])
})

test('FC-3: revoking an event opens the step again and takes the milestone back, with the reason', () => {
  const on = aDeal()
  ticked(on, step('qualify', result('qualify-exit')), '2017-10-06')
  const budget = on.built.region
    .where('opportunityEvent', 'opportunity', on.deal)
    .find(each => on.built.region.get('eventDef', each.event)?.key === 'SE3')
  const why = { on: day('2017-11-02'), reason: 'Budget withdrawn', by: 'Ann' }
  const back = revocation(on.built.region, budget as RecordOf<'opportunityEvent'>, why, asOf)
  if (!back.ok) throw new Error('refused')
  expect(back.value.reopened).toHaveLength(1)
  editing(on, edit => applyRevocation(edit, back.value))
  expect(stepOf(on, 'qualify')).toMatchObject({ status: 'inProgress', actualEnd: null })
  expect(keysOf(on)).not.toContain('SE3')
  expect(milestonesOf(on)).not.toContain('qualified')
})

test('FC-3: a revocation needs a reason and a day between the event and today', () => {
  const on = aDeal()
  complete(on.built, on.deal, '2017-10-03', 'SE1')
  const event = on.built.region.all('opportunityEvent')[0] as RecordOf<'opportunityEvent'>
  const kinds = (when: string, reason: string): string[] => {
    const found = revocation(on.built.region, event, { on: day(when), reason, by: null }, asOf)
    return found.ok ? [] : found.problem.map(each => each.kind)
  }
  expect(kinds('2017-10-03', 'She left')).toEqual([])
  expect(kinds('2017-10-02', ' ')).toEqual(['noReason', 'beforeEvent'])
  expect(kinds('2018-01-05', 'She left')).toEqual(['inFuture'])
})

test('FC-2: a removed step proposes to waive the events that only it would have shown', () => {
  const on = aDeal()
  const plan = planOf(on)
  const evaluation = plan.steps.find(each => each.id === 'evaluation')
  if (!evaluation) throw new Error('no evaluation')
  const defs = on.built.region.all('eventDef')
  const proposed = waivable(on.built.region, plan, evaluation, defs)
  expect(proposed.map(each => each.key).sort()).toEqual([...evaluation.events].sort())
  editing(on, edit =>
    waiveEvents(
      edit,
      on.deal,
      proposed.map(each => each.id),
      {
        on: asOf,
        reason: 'Existing customer',
        by: 'Ann',
      },
    ),
  )
  expect(on.built.region.all('opportunityEvent').map(each => [each.state, each.reason])).toEqual(
    proposed.map(() => ['waived', 'Existing customer']),
  )
  expect(waivable(on.built.region, plan, evaluation, defs)).toEqual([])
})
