/** Open places of a strategy sheet, changes to it, and the versions that reviews freeze. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import type { RecordOf } from '#shared/model/catalog'
import type { Factor, StrategyAction } from '#shared/model/workbench'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { completenessOf, type ActionOf } from '#shared/strategy/completeness'
import { openSlots, slotQuestion } from '#shared/strategy/open-slots'
import { freezeSheet, putFactor, settleFactor, withoutFactor } from '#shared/strategy/sheet-edit'
import { currentSheet, diffSheets, sheetVersions } from '#shared/strategy/sheet-version'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2017-10-23')

const factor = (id: string, values: Partial<Factor> = {}): Factor => ({
  id,
  direction: 'favour',
  text: id,
  category: 'need',
  weight: 3,
  evidence: 'said so',
  evidenceOn: day('2017-10-10'),
  persons: [],
  competitor: null,
  status: 'open',
  effect: 0,
  createdOn: day('2017-10-10'),
  ...values,
})

/** The worked sheet of section 2, reviewed 20 days ago, with one of two heavy obstacles acted on. */
const worked: readonly Factor[] = [
  factor('f1', { weight: 4 }),
  factor('f2', { weight: 3 }),
  factor('f3', { weight: 5, evidence: null }),
  factor('a1', { direction: 'against', weight: 5, category: 'competition' }),
  factor('a2', { direction: 'against', weight: 4, effect: 0.5 }),
  factor('a3', { direction: 'against', weight: 2 }),
]
const link: StrategyAction = {
  id: 'l1',
  action: asId('action-1'),
  intent: 'neutralise',
  factors: ['a2'],
  expectedEffect: 0.5,
}
const done: ActionOf = () =>
  ({ text: 'Call', rep: 'rep-1', ownerName: null, dueOn: asOf, state: 'open' }) as never

test('the worked sheet of section 2 has three open places, one for each part of its score that is missing', () => {
  const sheet = { factors: worked, actions: [link], reviewedOn: day('2017-10-03') }
  expect(openSlots(sheet, done, asOf).map(slotQuestion)).toEqual([
    '“f3”: who said so, and when?',
    '“a1” weighs 5: what will neutralise it?',
    'Not reviewed for 20 days: what has changed?',
  ])
})

test('an empty sheet asks for what speaks for us and for the three obstacles that every deal has', () => {
  const slots = openSlots({ factors: [], actions: [], reviewedOn: null }, done, asOf)
  expect(slots.map(slotQuestion)).toEqual([
    'What else speaks for us, and who said so?',
    'What else speaks for us, and who said so?',
    'What else speaks for us, and who said so?',
    'Who else do they consider, and who speaks for them?',
    'What if they do nothing?',
    'Is the money there, and released?',
    'When will this sheet be reviewed for the first time?',
  ])
  expect(new Set(slots.map(each => each.key)).size).toBe(slots.length)
})

test('three obstacles of which none is competition, status quo or funding leave one place open (SS-3)', () => {
  const three = ['x', 'y', 'z'].map(id => factor(id, { direction: 'against', weight: 2, category: 'timing' }))
  const against = openSlots({ factors: three, actions: [], reviewedOn: asOf }, done, asOf).filter(
    each => each.side === 'against',
  )
  expect(against.map(each => each.category)).toEqual(['competition'])
})

test('an action without owner or day, and one without a factor, leave places open', () => {
  const nobody: ActionOf = () =>
    ({ text: 'Call', rep: null, ownerName: null, dueOn: asOf, state: 'open' }) as never
  const slots = openSlots(
    { factors: worked, actions: [{ ...link, factors: [] }], reviewedOn: asOf },
    nobody,
    asOf,
  )
  expect(slots.filter(each => each.about === 'l1').map(each => each.kind)).toEqual(['owner', 'link'])
})

const anyFactor = fc
  .record({
    direction: fc.constantFrom('favour' as const, 'against' as const),
    category: fc.constantFrom(
      'need' as const,
      'competition' as const,
      'statusQuo' as const,
      'timing' as const,
    ),
    weight: fc.integer({ min: 1, max: 5 }),
    evidence: fc.constantFrom(null, 'said so'),
    status: fc.constantFrom('open' as const, 'invalid' as const),
  })
  .map(values => values)

test('a sheet has open places exactly where completeness is below ten, once it has an action', () => {
  fc.assert(
    fc.property(fc.array(anyFactor, { maxLength: 9 }), fc.boolean(), (rows, reviewed) => {
      const factors = rows.map((values, at) => factor(`f${at}`, values))
      const actions = factors.length > 0 ? [{ ...link, factors: ['f0'] }] : []
      const sheet = { factors, actions, reviewedOn: reviewed ? asOf : null }
      if (actions.length === 0) return
      const { score } = completenessOf(sheet, done, asOf)
      expect(openSlots(sheet, done, asOf).length === 0).toBe(score === 10)
    }),
  )
})

test('a factor that loses its evidence is open again (section 2, states)', () => {
  const before = factor('a', { direction: 'against', status: 'neutralised', effect: 1 })
  const after = settleFactor(before, { ...before, evidence: '  ' })
  expect([after.status, after.evidence, after.evidenceOn]).toEqual(['open', null, null])
  expect(putFactor([before], { ...before, weight: 1 })[0]?.status).toBe('neutralised')
  expect(putFactor([before], factor('b')).map(each => each.id)).toEqual(['a', 'b'])
  expect(withoutFactor([link], 'a2')[0]?.factors).toEqual([])
})

test('a review freezes the sheet under its version, and the sheet goes on under the next (SS-5)', () => {
  const built = aRegion()
  const opportunity = built.add('opportunity', { name: 'Codehow' })
  const id = built.add('strategySheet', { opportunity, state: 'current', factors: worked })
  const step = (make: (edit: Edit) => void): void => {
    const edit = new Edit(built.region, {
      source: 'manager',
      at: '2017-10-23T09:00:00.000Z',
      asOf,
      random: seededRandom(asOf),
    })
    make(edit)
    applyTo(built.region, edit.change())
  }
  const now = (): RecordOf<'strategySheet'> => {
    const found = currentSheet(built.region.where('strategySheet', 'opportunity', opportunity))
    if (!found) throw new Error('the deal has a sheet')
    return found
  }
  step(edit => void freezeSheet(edit, now(), asOf, 'Helen'))
  step(edit =>
    edit.set('strategySheet', id, { factors: putFactor(now().factors, factor('f1', { weight: 2 })) }),
  )
  const [frozen, current] = sheetVersions(built.region.where('strategySheet', 'opportunity', opportunity))
  expect([frozen?.version, frozen?.state, frozen?.reviewer]).toEqual([1, 'archived', 'Helen'])
  expect([current?.id, current?.version, current?.state, current?.reviewedOn]).toEqual([
    id,
    2,
    'current',
    asOf,
  ])
  const diff = diffSheets(frozen?.factors ?? [], current?.factors ?? [])
  expect(diff.weight.map(each => [each.before.weight, each.after.weight])).toEqual([[4, 2]])
  expect(diff.added).toEqual([])
})
