/** Actions: what they need, when they are overdue, and what shows that they are done. */
import { expect, test } from 'vitest'
import { plainWeek } from '#shared/base/calendar'
import { asId } from '#shared/base/id'
import {
  actionProblemText,
  actionStanding,
  checkAction,
  checkActionDone,
  type ActionDraft,
} from '#shared/process/action-item'
import type { ActionItem } from '#shared/model/records'
import { aRegion, day } from '../../builders/region-builder'

// 2017-12-01 is a Friday.
const asOf = day('2017-12-01')
const whole: ActionDraft = {
  text: 'Reference call',
  rep: asId('rep-1'),
  ownerName: null,
  dueOn: day('2017-12-08'),
}
const kinds = (draft: Partial<ActionDraft>): readonly string[] =>
  checkAction({ ...whole, ...draft }, asOf).map(each => each.kind)
const action = (values: Partial<ActionItem>): ActionItem => {
  const built = aRegion()
  const id = built.add('actionItem', { text: 'x', ...values })
  return built.region.get('actionItem', id) as ActionItem
}
const standing = (values: Partial<ActionItem>) => actionStanding(action(values), plainWeek, asOf)

test('an action needs what will be done, who does it and by when', () => {
  expect(kinds({})).toEqual([])
  expect(kinds({ text: '  ' })).toEqual(['noText'])
  expect(kinds({ rep: null, ownerName: ' ' })).toEqual(['noOwner'])
  expect(kinds({ rep: null, ownerName: 'Nadia of the laboratory' })).toEqual([])
  expect(kinds({ dueOn: null })).toEqual(['noDue'])
})

test('an action is due today or later, never in the past', () => {
  expect(kinds({ dueOn: asOf })).toEqual([])
  expect(checkAction({ ...whole, dueOn: day('2017-11-30') }, asOf)).toEqual([
    { kind: 'duePast', due: '2017-11-30', asOf },
  ])
})

test('an action is done on a day that has come, with what shows it', () => {
  expect(checkActionDone(asOf, 'Their CFO wrote back', asOf)).toEqual([])
  expect(checkActionDone(null, ' ', asOf).map(each => each.kind)).toEqual(['noDoneOn', 'noEvidence'])
  expect(checkActionDone(day('2017-12-04'), 'planned', asOf)).toEqual([
    { kind: 'doneInFuture', on: '2017-12-04', asOf },
  ])
})

test('an open action is overdue from the day after it was due, counted in working days', () => {
  expect(standing({ dueOn: asOf })).toEqual({ kind: 'dueSoon', days: 0 })
  expect(standing({ dueOn: day('2017-11-30') })).toEqual({ kind: 'overdue', days: 1 })
  expect(standing({ dueOn: day('2017-11-24') })).toEqual({ kind: 'overdue', days: 5 })
  expect(standing({ dueOn: day('2017-12-08') }).kind).toBe('dueSoon')
  expect(standing({ dueOn: day('2017-12-11') }).kind).toBe('open')
  expect(standing({}).kind).toBe('noDate')
})

test('an action due on a Saturday is one day late on Sunday, although no working day has passed', () => {
  expect(actionStanding(action({ dueOn: day('2017-12-02') }), plainWeek, day('2017-12-03'))).toEqual({
    kind: 'overdue',
    days: 1,
  })
})

test('finished and dropped actions are never overdue', () => {
  expect(standing({ dueOn: day('2017-01-01'), state: 'done' })).toEqual({ kind: 'done', days: 0 })
  expect(standing({ dueOn: day('2017-01-01'), state: 'cancelled' })).toEqual({ kind: 'cancelled', days: 0 })
})

test('every problem says what to do', () => {
  for (const problem of [
    ...checkAction({ text: '', rep: null, ownerName: null, dueOn: null }, asOf),
    ...checkAction({ ...whole, dueOn: day('2017-11-30') }, asOf),
    ...checkActionDone(null, '', asOf),
    ...checkActionDone(day('2017-12-04'), 'x', asOf),
  ])
    expect(actionProblemText(problem)).toMatch(/(Say|Name|Give|done when).*\.$/)
})
