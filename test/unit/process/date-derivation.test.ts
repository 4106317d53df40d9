/** The words behind each date of a plan, on the worked example of section 1. */
import { expect, test } from 'vitest'
import { workCalendar } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import type { PlanStep } from '#shared/model/process'
import { daysLate, explainClose, explainDates, explainSlip } from '#shared/process/date-derivation'
import { dateRuleWords } from '#shared/process/date-rule'
import { defaultSteps } from '#shared/process/default-cycle'
import { schedulePlan } from '#shared/process/plan-schedule'
import { planSteps, withBaseline } from '#shared/process/plan-steps'
import { day } from '../../builders/region-builder'

const calendar = workCalendar(
  [true, true, true, true, true, false, false],
  ['2017-11-23', '2017-11-24', '2017-12-25', '2018-01-01', '2018-01-15'].map(day),
)
const start = day('2017-10-02')
const plain = withBaseline(planSteps(defaultSteps), start, calendar)
const words = (id: string, steps: readonly PlanStep[] = plain, asOf: Day | null = null) => {
  const found = schedulePlan(steps, start, calendar, asOf).steps.find(each => each.step.id === id)
  if (!found) throw new Error(id)
  return explainDates(found, start, calendar, asOf)
}
const set = (id: string, values: Partial<PlanStep>): readonly PlanStep[] =>
  plain.map(each => (each.id === id ? { ...each, ...values } : each))

test('CY-3: the first step starts with the plan, the others after the one before', () => {
  expect(words('qualify').start).toBe('The plan starts on 2017-10-02.')
  expect(words('needs').start).toBe('First working day after “Prospect qualification” ends on 2017-10-06.')
  expect(words('needs', set('qualify', { lag: 1 })).start).toContain('and 1 working day of waiting')
})

test('CY-3: an end names its working days and the holidays among them', () => {
  expect(words('qualify').end).toBe('5 working days from 2017-10-02.')
  expect(words('proposal').end).toBe(
    '10 working days from 2017-11-20, without the holidays 2017-11-23, 2017-11-24.',
  )
  expect(words('needs', set('needs', { duration: 0 })).end).toContain('ends when it begins')
})

test('CY-3: a buyer’s date says its rule and from when it was sought', () => {
  const rule = { kind: 'monthly', week: 2, weekday: 1 } as const
  expect(dateRuleWords(rule)).toBe('second Tuesday of each month')
  expect(words('contract', set('contract', { dateRule: rule })).start).toBe(
    'The buyer’s date: the second Tuesday of each month, first on or after 2017-12-06.',
  )
  const fixed = { kind: 'date', on: day('2017-12-25') } as const
  expect(words('order', set('order', { dateRule: fixed })).start).toContain(
    'moved from 2017-12-25 to the next working day',
  )
  const past = { kind: 'date', on: day('2017-10-30') } as const
  expect(words('order', set('order', { dateRule: past })).start).toContain('is past')
})

test('CY-4: a late step says when it should have ended, and by how much', () => {
  const asOf = day('2017-10-12')
  expect(words('qualify', plain, asOf).end).toBe(
    '5 working days would have ended on 2017-10-06; not finished, so carried to 2017-10-12.',
  )
  const placed = schedulePlan(plain, start, calendar, asOf).steps
  expect(placed.map(each => daysLate(each, calendar, asOf)).slice(0, 2)).toEqual([4, 0])
})

test('CY-7: a recorded end says whether the buyer has confirmed it', () => {
  expect(words('qualify', set('qualify', { actualEnd: day('2017-10-05'), status: 'done' })).end).toBe(
    'Recorded: ended on 2017-10-05.',
  )
  expect(
    words('qualify', set('qualify', { actualEnd: day('2017-10-05'), status: 'inProgress' })).end,
  ).toContain('not yet confirmed')
})

test('CY-5, CY-6: the close names its step, the slip its two days, the float its last good day', () => {
  const late = set('needs', { actualEnd: day('2017-10-25'), status: 'done' })
  const schedule = schedulePlan(late, start, calendar, null)
  expect(explainClose(schedule)).toContain('“Agreement and order release”, which closes the sale')
  expect(explainSlip(schedule)).toBe('Working days after 2017-12-27, the baseline, up to 2018-01-02: 3.')
  const waiting = set('contract', { dateRule: { kind: 'date', on: day('2017-12-12') } })
  expect(words('proposal', waiting).float).toBe('It may end by 2017-12-11 without moving the close.')
  expect(words('order').float).toContain('None')
})
