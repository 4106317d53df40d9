/** Tailoring, moving and re-planning a plan; the figures are those of section 1. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workCalendar } from '#shared/base/calendar'
import type { RecordOf } from '#shared/model/catalog'
import { defaultSteps } from '#shared/process/default-cycle'
import {
  addStep,
  moveStep,
  putBack,
  removeStep,
  reorder,
  setDateRule,
  setDuration,
  setStart,
  type NewStep,
  type PlanDraft,
} from '#shared/process/plan-edit'
import {
  baselined,
  editedPlan,
  isOpenToEdits,
  movedPlan,
  newPlan,
  replanned,
} from '#shared/process/plan-life'
import { schedulePlan } from '#shared/process/plan-schedule'
import { planSteps, pushCount } from '#shared/process/plan-steps'
import { aRegion, day } from '../../builders/region-builder'

const calendar = workCalendar(
  [true, true, true, true, true, false, false],
  ['2017-11-23', '2017-11-24', '2017-12-25', '2018-01-01', '2018-01-15'].map(day),
)
const start = day('2017-10-02')
const fresh: PlanDraft = { startOn: start, steps: planSteps(defaultSteps) }
const done = (edited: ReturnType<typeof setDuration>): PlanDraft => {
  if (!edited.ok) throw new Error(edited.problem.kind)
  return edited.value
}
const refused = (edited: ReturnType<typeof setDuration>): unknown =>
  edited.ok ? 'was not refused' : edited.problem
const dates = (draft: PlanDraft) => schedulePlan(draft.steps, draft.startOn, calendar, null)
const of = (draft: PlanDraft, id: string) => dates(draft).steps.find(each => each.step.id === id)
const visit: NewStep = {
  id: 'visit',
  name: 'Reference visit',
  side: 'joint',
  duration: 5,
  dateRule: null,
  criterion: 'The visitors say that they saw it work',
  reason: 'They asked for it',
}

/** The worked example, made only by edits. */
function tailored(): PlanDraft {
  const without = done(removeStep(fresh, 'evaluation', 'Existing customer'))
  const withVisit = done(addStep(without, 'solution', visit))
  return done(
    addStep(withVisit, 'proposal', {
      ...visit,
      id: 'committee',
      name: 'Investment committee',
      side: 'buy',
      duration: 0,
      dateRule: { kind: 'monthly', week: 2, weekday: 1 },
    }),
  )
}

test('A33: the default cycle tailored by hand closes on 4 January, with 14 days of float before the committee', () => {
  expect(dates(tailored()).close).toBe('2018-01-04')
  expect(of(tailored(), 'proposal')).toMatchObject({ end: '2017-11-17', float: 14 })
  expect(of(tailored(), 'committee')?.start).toBe('2017-12-12')
})

test('a step lasts 0 to 250 working days, and done steps are facts', () => {
  expect(dates(done(setDuration(fresh, 'needs', 12))).close).toBe('2017-12-29')
  expect(refused(setDuration(fresh, 'needs', 251))).toEqual({ kind: 'badDuration', given: 251 })
  expect(refused(setDuration(fresh, 'needs', 1.5))).toEqual({ kind: 'badDuration', given: 1.5 })
  const facts = {
    ...fresh,
    steps: fresh.steps.map(each =>
      each.id === 'qualify' ? { ...each, status: 'done' as const, actualEnd: day('2017-10-06') } : each,
    ),
  }
  expect(refused(setDuration(facts, 'qualify', 3))).toMatchObject({ kind: 'stepIsDone' })
  expect(refused(moveStep(facts, 'qualify', 1, calendar))).toMatchObject({ kind: 'stepIsDone' })
  expect(refused(reorder(facts, 'needs', -1))).toMatchObject({ kind: 'stepIsDone' })
  expect(refused(setStart(facts, day('2017-10-09')))).toEqual({
    kind: 'startAfterActual',
    step: 'Prospect qualification',
    on: '2017-10-06',
  })
})

test('a buyer’s date before the start of the plan is refused', () => {
  const on = day('2017-09-29')
  expect(refused(setDateRule(fresh, 'order', { kind: 'date', on }))).toEqual({
    kind: 'dateBeforeStart',
    on,
    startOn: start,
  })
  const fixed = done(setDateRule(fresh, 'order', { kind: 'date', on: day('2018-01-10') }))
  expect(dates(fixed).close).toBe('2018-01-17')
  expect(refused(setStart(fixed, day('2018-01-11')))).toMatchObject({ kind: 'dateBeforeStart' })
})

test('moving a step waits after the one before it, and never starts before that one ends', () => {
  const later = done(moveStep(fresh, 'solution', 3, calendar))
  expect(of(later, 'solution')?.start).toBe('2017-10-26')
  expect(dates(later).close).toBe('2018-01-02')
  const back = done(moveStep(later, 'solution', -2, calendar))
  expect(of(back, 'solution')?.start).toBe('2017-10-24')
  expect(of(done(moveStep(back, 'solution', -9, calendar)), 'solution')?.start).toBe('2017-10-23')
})

test('moving the first step moves the start of the plan', () => {
  const later = done(moveStep(fresh, 'qualify', 5, calendar))
  expect(later.startOn).toBe('2017-10-09')
})

test('a recurring date moves to the next occurrence and back', () => {
  const later = done(moveStep(tailored(), 'committee', 1, calendar))
  expect(of(later, 'committee')?.start).toBe('2018-01-09')
  expect(dates(later).close).toBe('2018-01-31')
  const back = done(moveStep(later, 'committee', -1, calendar))
  expect(of(back, 'committee')?.start).toBe('2017-12-12')
})

test('there and back again: a move and its opposite leave the dates as they were', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('needs', 'solution', 'evaluation', 'proposal', 'contract', 'order'),
      fc.integer({ min: 1, max: 40 }),
      (id, by) => {
        const there = done(moveStep(fresh, id, by, calendar))
        const back = done(moveStep(there, id, -by, calendar))
        expect(back).toEqual(fresh)
      },
    ),
  )
})

test('CY-W6: a mandatory step goes only with a reason, the closing one never', () => {
  expect(refused(removeStep(fresh, 'evaluation', ' '))).toMatchObject({ kind: 'mandatory' })
  expect(refused(removeStep(fresh, 'order', 'Not needed'))).toMatchObject({ kind: 'lastClosing' })
  const without = done(removeStep(fresh, 'evaluation', 'Existing customer'))
  expect(dates(without).steps).toHaveLength(6)
  expect(dates(done(putBack(without, 'evaluation'))).close).toBe('2017-12-27')
})

test('an added step has a name and a reason', () => {
  expect(refused(addStep(fresh, null, { ...visit, name: '' }))).toEqual({ kind: 'noName' })
  expect(refused(addStep(fresh, null, { ...visit, reason: '' }))).toEqual({ kind: 'noReason' })
  expect(done(addStep(fresh, null, visit)).steps[0]).toMatchObject({ id: 'visit', key: null })
})

test('steps change places', () => {
  const swapped = done(reorder(fresh, 'solution', 1))
  expect(swapped.steps.map(each => each.id).slice(2, 4)).toEqual(['evaluation', 'solution'])
})

/** A draft plan as a record. */
function aPlan(values: object = {}): RecordOf<'opportunityPlan'> {
  const built = aRegion()
  const cycle = built.add('salesCycle', { name: 'c', key: 'c' })
  const version = built.add('salesCycleVersion', { cycle, no: 1, steps: defaultSteps })
  const opportunity = built.add('opportunity', {})
  const id = built.add('opportunityPlan', {
    ...newPlan(
      opportunity,
      built.region.get('salesCycleVersion', version) as RecordOf<'salesCycleVersion'>,
      start,
    ),
    steps: tailored().steps,
    ...values,
  })
  return built.region.get('opportunityPlan', id) as RecordOf<'opportunityPlan'>
}

test('the baseline keeps the dates and opens the revisions with its close', () => {
  const values = baselined(aPlan(), calendar, start, 'Ann')
  expect(values.state).toBe('baselined')
  expect(values.steps?.at(-1)?.baselineEnd).toBe('2018-01-04')
  expect(values.revisions).toEqual([{ no: 0, on: start, reason: 'Baseline', close: '2018-01-04', by: 'Ann' }])
})

test('CY-6: re-planning needs a reason, counts the revision and keeps the close that comes out', () => {
  const plan = { ...aPlan(), ...baselined(aPlan(), calendar, start, null) }
  expect(isOpenToEdits(plan)).toBe(false)
  expect(replanned(plan, calendar, { on: start, reason: ' ', by: null })).toEqual({
    ok: false,
    problem: { kind: 'noReason' },
  })
  const again = replanned(plan, calendar, { on: start, reason: 'Their CFO is away', by: 'Ann' })
  if (!again.ok) throw new Error('refused')
  const open: RecordOf<'opportunityPlan'> = { ...plan, ...again.value }
  expect(isOpenToEdits(open)).toBe(true)
  const moved = done(moveStep(open, 'committee', 1, calendar))
  const { revisions } = editedPlan(open, moved, calendar, start)
  expect(revisions?.map(each => [each.no, each.close])).toEqual([
    [0, '2018-01-04'],
    [1, '2018-01-31'],
  ])
  // From 4 to 31 January is the same month: no push.
  expect(pushCount(revisions ?? [])).toBe(0)
  // The baseline stays where it was.
  expect(schedulePlan(moved.steps, moved.startOn, calendar, null).slip).toBe(18)
})

test('CY-2: a running plan moves to a newer version as a revision with its reason', () => {
  const plan = { ...aPlan(), ...baselined(aPlan(), calendar, start, null) }
  const target = {
    ...aRegion().with('salesCycle', {}),
    id: 'v2',
    steps: defaultSteps.map(each => (each.key === 'contract' ? { ...each, duration: 5 } : each)),
  } as unknown as RecordOf<'salesCycleVersion'>
  const moved = movedPlan(plan, target, calendar, { on: start, reason: 'Version 2', by: null })
  if (!moved.ok) throw new Error('refused')
  expect(moved.value).toMatchObject({ version: 'v2', state: 'running' })
  expect(moved.value.revisions).toHaveLength(2)
  expect(moved.value.steps?.find(each => each.id === 'contract')?.duration).toBe(5)
  expect(moved.value.steps?.some(each => each.id === 'visit')).toBe(true)
})
