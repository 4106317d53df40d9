/** Dates of opportunity plans, to the day, on the calendar of the specification's section 1. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessDays, workCalendar } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import type { PlanStep } from '#shared/model/process'
import { nextDate } from '#shared/process/date-rule'
import { defaultSteps } from '#shared/process/default-cycle'
import { cliffOf, schedulePlan, type Schedule } from '#shared/process/plan-schedule'
import {
  checkDone,
  isUnconfirmed,
  moveToVersion,
  planStep,
  planSteps,
  pushCount,
  skippedAhead,
  withBaseline,
} from '#shared/process/plan-steps'
import { day } from '../../builders/region-builder'

const calendar = workCalendar(
  [true, true, true, true, true, false, false],
  ['2017-11-23', '2017-11-24', '2017-12-25', '2018-01-01', '2018-01-15'].map(day),
)
const start = day('2017-10-02')
const spans = (schedule: Schedule): string[] => schedule.steps.map(each => `${each.start} ${each.end}`)
const step = (values: Partial<PlanStep> & { id: string }): PlanStep => ({
  ...planStep(defaultSteps[0] as never, values.id),
  key: null,
  name: values.id,
  criteria: [],
  ...values,
})

/** Step 4 removed; a reference visit instead; the committee sits on the second Tuesday of the month. */
function tailored(): readonly PlanStep[] {
  const steps = planSteps(defaultSteps)
  const [qualify, needs, solution, evaluation, proposal, contract, order] = steps as [
    PlanStep,
    PlanStep,
    PlanStep,
    PlanStep,
    PlanStep,
    PlanStep,
    PlanStep,
  ]
  const visit = step({ id: 'visit', name: 'Reference visit', duration: 5 })
  const committee = step({
    id: 'committee',
    name: 'Investment committee',
    side: 'buy',
    duration: 0,
    dateRule: { kind: 'monthly', week: 2, weekday: 1 },
  })
  return withBaseline(
    [
      qualify,
      needs,
      solution,
      { ...evaluation, status: 'removed', reason: 'existing customer' },
      visit,
      proposal,
      committee,
      contract,
      order,
    ],
    start,
    calendar,
  )
}

const ending = (id: string, on: string): Schedule =>
  schedulePlan(
    tailored().map(each => (each.id === id ? { ...each, actualEnd: day(on) } : each)),
    start,
    calendar,
    null,
  )
const of = (schedule: Schedule, id: string): Schedule['steps'][number] => {
  const found = schedule.steps.find(each => each.step.id === id)
  if (!found) throw new Error(id)
  return found
}

test('A33, CY-3: the default cycle from 2 October 2017 closes on 27 December', () => {
  const schedule = schedulePlan(planSteps(defaultSteps), start, calendar, null)
  expect(spans(schedule)).toEqual([
    '2017-10-02 2017-10-06',
    '2017-10-09 2017-10-20',
    '2017-10-23 2017-10-27',
    '2017-10-30 2017-11-17',
    '2017-11-20 2017-12-05',
    '2017-12-06 2017-12-19',
    '2017-12-20 2017-12-27',
  ])
  expect(schedule.close).toBe('2017-12-27')
})

test('A33: tailored with a reference visit and a committee on the second Tuesday it closes on 4 January', () => {
  const schedule = schedulePlan(tailored(), start, calendar, null)
  expect(spans(schedule).slice(3)).toEqual([
    '2017-10-30 2017-11-03',
    '2017-11-06 2017-11-17',
    '2017-12-12 2017-12-12',
    '2017-12-13 2017-12-27',
    '2017-12-28 2018-01-04',
  ])
  expect(schedule.close).toBe('2018-01-04')
  expect(of(schedule, 'proposal').float).toBe(14)
  expect(of(schedule, 'contract').float).toBe(0)
})

test('CY-6: needs analysis ending 25 October slips 3 days, the close none, with 11 days of float left', () => {
  const schedule = ending('needs', '2017-10-25')
  expect(of(schedule, 'needs').slip).toBe(3)
  expect([schedule.slip, of(schedule, 'proposal').float]).toEqual([0, 11])
})

test('CY-6: ending 8 November it slips 13 days, the close none, with 1 day of float left', () => {
  const schedule = ending('needs', '2017-11-08')
  expect([of(schedule, 'needs').slip, schedule.slip, of(schedule, 'proposal').float]).toEqual([13, 0, 1])
})

test('A33, CY-W8: ending 10 November the proposal ends on 12 December, misses the committee and the close is 31 January, +18', () => {
  const schedule = ending('needs', '2017-11-10')
  expect(of(schedule, 'proposal').end).toBe('2017-12-12')
  expect(of(schedule, 'committee')).toMatchObject({
    start: '2018-01-09',
    missed: {
      was: '2017-12-12',
      now: '2018-01-09',
      because: 'Proposal and cost justification',
    },
  })
  expect([schedule.close, schedule.slip]).toEqual(['2018-01-31', 18])
})

test('the cliff is known before anyone falls: one day beyond the float moves the close by 18 days', () => {
  expect(cliffOf(tailored(), start, calendar, null, 'needs')).toEqual({
    float: 14,
    lastGoodEnd: '2017-11-09',
    closeNow: '2018-01-04',
    closeAfter: '2018-01-31',
    jump: 18,
  })
  expect(cliffOf(tailored(), start, calendar, null, 'contract')).toBeNull()
})

test('CY-3: steps of one parallel group start together, and the next waits for the longest and its lag', () => {
  const schedule = schedulePlan(
    [
      step({ id: 'a', duration: 3, parallelGroup: 'g' }),
      step({ id: 'b', duration: 6, parallelGroup: 'g', lag: 2 }),
      step({ id: 'c', duration: 1, closesSale: true }),
    ],
    start,
    calendar,
    null,
  )
  expect(spans(schedule)).toEqual(['2017-10-02 2017-10-04', '2017-10-02 2017-10-09', '2017-10-12 2017-10-12'])
  // The shorter of the two may slip until the longer one ends.
  expect(of(schedule, 'a').float).toBe(3)
})

test('CY-3: a start on a holiday rolls on, and a step of no duration is a milestone', () => {
  const schedule = schedulePlan(
    [step({ id: 'm', duration: 0 }), step({ id: 'n', duration: 1, closesSale: true })],
    day('2017-11-23'),
    calendar,
    null,
  )
  expect(spans(schedule)).toEqual(['2017-11-27 2017-11-27', '2017-11-28 2017-11-28'])
})

test('CY-4: a step that should have ended is late and ends today in the projection, never in the past', () => {
  const schedule = schedulePlan(planSteps(defaultSteps), start, calendar, day('2017-10-12'))
  expect(schedule.steps[0]).toMatchObject({ end: '2017-10-12', late: true })
  expect(schedule.steps[1]).toMatchObject({ start: '2017-10-13', late: false })
})

test('CY-4: a committee day that passed unfinished gives way to the next one', () => {
  const schedule = schedulePlan(
    tailored().map(each =>
      ['committee', 'contract', 'order'].includes(each.id)
        ? each
        : { ...each, actualEnd: each.baselineEnd, status: each.status === 'removed' ? 'removed' : 'done' },
    ),
    start,
    calendar,
    day('2017-12-20'),
  )
  expect(of(schedule, 'committee')).toMatchObject({ start: '2018-01-09', missed: { was: '2017-12-12' } })
})

test('CY-W8: a recurring date that is set after the baseline was not missed before it was known', () => {
  const plain = withBaseline(planSteps(defaultSteps), start, calendar)
  const later = plain.map(each =>
    each.id === 'contract' ? { ...each, dateRule: { kind: 'monthly', week: 2, weekday: 1 } as const } : each,
  )
  const schedule = schedulePlan(later, start, calendar, null)
  expect(of(schedule, 'contract')).toMatchObject({ start: '2017-12-12', missed: null })
  expect(of(ending('needs', '2017-11-10'), 'committee').missed).not.toBeNull()
})

test('CY-3: monthly rules name the n-th or the last weekday of a month', () => {
  const second = { kind: 'monthly', week: 2, weekday: 1 } as const
  expect(nextDate(second, day('2017-11-14'))).toBe('2017-11-14')
  expect(nextDate(second, day('2017-11-15'))).toBe('2017-12-12')
  expect(nextDate({ kind: 'monthly', week: 5, weekday: 4 }, day('2017-12-30'))).toBe('2018-01-26')
  expect(nextDate({ kind: 'date', on: day('2017-11-01') }, day('2017-11-02'))).toBeNull()
})

test('CY-3: dates never run backwards, whatever the durations, lags and early finishes', () => {
  const plan = fc.array(
    fc.record({
      duration: fc.integer({ min: 0, max: 20 }),
      lag: fc.integer({ min: 0, max: 5 }),
      group: fc.constantFrom(null, 'g'),
      done: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(plan, steps => {
      const schedule = schedulePlan(
        steps.map((each, i) =>
          step({
            id: `s${i}`,
            duration: each.duration,
            lag: each.lag,
            parallelGroup: each.group,
            actualEnd:
              each.done === null ? null : day(`2017-10-${String(2 + (each.done % 28)).padStart(2, '0')}`),
          }),
        ),
        start,
        calendar,
        null,
      )
      let latest = '' as Day
      for (const each of schedule.steps) {
        expect(each.end >= each.start).toBe(true)
        if (each.step.actualEnd === null && each.step.parallelGroup === null)
          expect(each.start > latest || each.start === start).toBe(true)
        if (each.end > latest) latest = each.end
      }
    }),
  )
})

test('CY-7: done needs an end and every required criterion met, or waived with a reason', () => {
  const asOf = day('2017-12-31')
  const base = planStep(defaultSteps[0] as never, 'qualify')
  const ended = { ...base, actualEnd: day('2017-10-06') }
  const kinds = (one: PlanStep): string[] => {
    const checked = checkDone(one, asOf)
    return checked.ok ? [] : checked.problem.map(each => each.kind)
  }
  const criterion = (values: object): PlanStep => ({
    ...ended,
    criteria: base.criteria.map(each => ({ ...each, ...values })),
  })
  expect(kinds(base)).toEqual(['noEnd', 'criterionOpen'])
  expect(kinds(ended)).toEqual(['criterionOpen'])
  expect(kinds(criterion({ met: true }))).toEqual([])
  expect(kinds(criterion({ waived: true }))).toEqual(['waivedWithoutReason'])
  expect(kinds(criterion({ waived: true, reason: 'framework contract' }))).toEqual([])
  expect(kinds({ ...criterion({ met: true }), actualStart: day('2017-10-09') })).toEqual(['endsBeforeStart'])
  expect(kinds({ ...criterion({ met: true }), actualEnd: day('2018-02-01') })).toEqual(['inFuture'])
  expect(isUnconfirmed(ended)).toBe(true)
})

test('CY-8: a step done while a mandatory one before it is open has skipped ahead', () => {
  const steps = planSteps(defaultSteps).map(each =>
    each.id === 'solution' || each.id === 'qualify' ? { ...each, status: 'done' as const } : each,
  )
  expect(skippedAhead(steps).map(each => each.id)).toEqual(['solution'])
  expect(
    skippedAhead(steps.map(each => (each.id === 'needs' ? { ...each, status: 'removed' as const } : each))),
  ).toEqual([])
})

test('CY-6: only revisions that move the close to a later month are pushes', () => {
  const closes = ['2017-10-10', '2017-10-31', '2017-11-02', '2017-10-30', '2018-01-02']
  expect(
    pushCount(closes.map((close, no) => ({ no, on: start, reason: 'x', close: day(close), by: null }))),
  ).toBe(2)
})

test('CY-2: moving to a newer version keeps done steps and their dates, opens new ones and keeps extra work', () => {
  const old = withBaseline(planSteps(defaultSteps), start, calendar).map(each =>
    each.id === 'qualify'
      ? { ...each, status: 'done' as const, actualEnd: day('2017-10-05') }
      : each.id === 'evaluation'
        ? { ...each, status: 'inProgress' as const, actualStart: day('2017-10-20') }
        : each,
  )
  const target = [...defaultSteps.filter(each => each.key !== 'evaluation' && each.key !== 'solution')].map(
    each => (each.key === 'proposal' ? { ...each, duration: 8 } : each),
  )
  target.splice(2, 0, { ...(defaultSteps[2] as (typeof defaultSteps)[number]), key: 'pilot', name: 'Pilot' })
  const move = moveToVersion(old, target)
  expect(move).toMatchObject({
    added: ['Pilot'],
    changed: ['Proposal and cost justification'],
    dropped: ['Solution discussion'],
    extra: ['Application or technical evaluation'],
  })
  expect(move.steps.map(each => each.id)).toEqual([
    'qualify',
    'needs',
    'evaluation',
    'pilot',
    'proposal',
    'contract',
    'order',
  ])
  expect(move.steps[0]).toMatchObject({ actualEnd: '2017-10-05', status: 'done' })
  expect(move.steps.filter(each => each.closesSale)).toHaveLength(1)
})

test('a plan of 100 steps has its dates', () => {
  const steps = Array.from({ length: 100 }, (_, i) =>
    step({ id: `s${i}`, duration: 3, closesSale: i === 99 }),
  )
  const { close } = schedulePlan(steps, start, calendar, null)
  expect(businessDays(calendar, start, close as Day)).toBe(299)
})
