/** Drafting versions of a cycle and putting them in force. */
import { expect, test } from 'vitest'
import type { Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import type { RecordOf } from '#shared/model/catalog'
import type { CycleStep } from '#shared/model/process'
import { diffVersions, versionInForce } from '#shared/process/cycle'
import {
  addCycle,
  addDefaultCycle,
  emptyStep,
  freeKey,
  hasDefaultCycle,
  nextDraft,
  publish,
  publishProblems,
  publishProblemText,
  withClosing,
  withStepAt,
} from '#shared/process/cycle-edit'
import { diffLines } from '#shared/process/cycle-words'
import { defaultSteps } from '#shared/process/default-cycle'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-12-01')
const random = seededRandom(3)
const editing = (built: RegionBuilder, work: (edit: Edit) => void): void => {
  const edit = new Edit(built.region, { source: 'manager', at: '2017-12-01T09:00:00.000Z', asOf, random })
  work(edit)
  applyTo(built.region, edit.change())
}
const draftOf = (built: RegionBuilder): RecordOf<'salesCycleVersion'> => {
  const found = built.region.all('salesCycleVersion').find(each => each.state === 'draft')
  if (!found) throw new Error('no draft')
  return found
}
function aCycle(): { built: RegionBuilder; cycle: Id<'salesCycle'> } {
  const built = aRegion()
  editing(built, edit => void addCycle(edit, built.region, 'Solution sale'))
  return { built, cycle: built.region.all('salesCycle')[0]?.id as Id<'salesCycle'> }
}
const kinds = (built: RegionBuilder, steps: readonly CycleStep[], from = '2018-01-01'): string[] =>
  publishProblems(built.region, { ...draftOf(built), steps }, day(from)).map(each => each.kind)

test('a new cycle begins as a draft of the default steps', () => {
  const { built, cycle } = aCycle()
  expect(built.region.get('salesCycle', cycle)?.key).toBe('solution-sale')
  expect(draftOf(built)).toMatchObject({ no: 1, state: 'draft' })
  expect(kinds(built, defaultSteps)).toEqual([])
})

test('CY-W1: a version without exactly one closing step is refused', () => {
  const { built } = aCycle()
  const none = defaultSteps.map(step => ({ ...step, closesSale: false }))
  expect(kinds(built, none)).toEqual(['closingSteps'])
  expect(
    kinds(
      built,
      defaultSteps.map(step => ({ ...step, closesSale: true })),
    ),
  ).toEqual(['closingSteps'])
  expect(kinds(built, [])).toEqual(['noSteps'])
  expect(
    withClosing(none, 'contract')
      .filter(step => step.closesSale)
      .map(step => step.key),
  ).toEqual(['contract'])
  expect(publishProblemText({ kind: 'closingSteps', n: 0 })).toContain('Mark the one')
})

test('a step without a name, with an empty criterion or an impossible duration is refused', () => {
  const { built } = aCycle()
  const bad = (values: Partial<CycleStep>): string[] =>
    kinds(
      built,
      defaultSteps.map((step, at) => (at === 1 ? { ...step, ...values } : step)),
    )
  expect(bad({ name: ' ' })).toEqual(['unnamedStep'])
  expect(bad({ duration: 251 })).toEqual(['duration'])
  expect(bad({ criteria: [{ key: 'x', text: '', kind: 'fact', required: true, buyerRole: null }] })).toEqual([
    'emptyCriterion',
  ])
})

test('CY-1: two versions in force never overlap: the older ends on the day before', () => {
  const { built, cycle } = aCycle()
  editing(built, edit => void publish(edit, built.region, draftOf(built), day('2017-01-01')))
  editing(built, edit => void edit.add('salesCycleVersion', nextDraft(built.region, cycle)))
  expect(draftOf(built)).toMatchObject({ no: 2, steps: defaultSteps })
  expect(kinds(built, defaultSteps)).toEqual(['noChangeNote'])
  built.change('salesCycleVersion', draftOf(built).id, { changeNote: 'Shorter' })
  expect(kinds(built, defaultSteps, '2017-01-01')).toEqual(['beforeOlder'])
  editing(built, edit => void publish(edit, built.region, draftOf(built), day('2018-01-01')))
  expect(versionInForce(built.region, cycle, day('2017-12-31'))?.no).toBe(1)
  expect(versionInForce(built.region, cycle, day('2018-01-01'))?.no).toBe(2)
  const older = built.region.all('salesCycleVersion').find(each => each.no === 1)
  expect(older?.effectiveTo).toBe('2017-12-31')
})

test('what is in force is not published again', () => {
  const { built } = aCycle()
  const draft = draftOf(built)
  expect(publishProblems(built.region, { ...draft, state: 'active' }, asOf).map(each => each.kind)).toContain(
    'notADraft',
  )
})

test('the default cycle comes back once', () => {
  const built = aRegion()
  expect(hasDefaultCycle(built.region)).toBe(false)
  editing(built, edit => addDefaultCycle(edit, built.region, asOf))
  editing(built, edit => addDefaultCycle(edit, built.region, asOf))
  expect(built.region.all('salesCycle')).toHaveLength(1)
  expect(hasDefaultCycle(built.region)).toBe(true)
})

test('keys are short, plain and free', () => {
  expect(freeKey('Technical test, in depth', new Set())).toBe('technical-test-i')
  expect(freeKey('Pilot', new Set(['pilot', 'pilot-2']))).toBe('pilot-3')
  expect(freeKey('…', new Set())).toBe('step')
  expect(emptyStep(defaultSteps, 'Needs').key).toBe('needs-2')
})

test('a step changes its place, and stays where there is no other', () => {
  const keys = (steps: readonly CycleStep[]): string => steps.map(step => step.key[0]).join('')
  expect(keys(withStepAt(defaultSteps, 0, 2))).toBe('nsqepco')
  expect(withStepAt(defaultSteps, 0, -1)).toBe(defaultSteps)
})

test('two versions are compared part by part, in words', () => {
  const after = defaultSteps
    .filter(step => step.key !== 'evaluation')
    .map(step =>
      step.key === 'contract'
        ? { ...step, duration: 12, dateRule: { kind: 'monthly', week: 2, weekday: 1 } as const }
        : step,
    )
  expect(diffLines(diffVersions(defaultSteps, after))).toEqual([
    {
      kind: 'removed',
      step: 'Application or technical evaluation',
      part: null,
      before: null,
      after: null,
    },
    { kind: 'changed', step: 'Contract discussions', part: 'Working days', before: '10', after: '12' },
    {
      kind: 'changed',
      step: 'Contract discussions',
      part: 'Buyer’s date',
      before: 'nothing',
      after: 'second Tuesday of each month',
    },
  ])
})
