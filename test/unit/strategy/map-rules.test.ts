/** Rules of editing a map: roles in any words, ratings with evidence, reporting lines, earlier days. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import type { RoleHeld } from '#shared/model/workbench'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { mapReader } from '#shared/strategy/buyer-map'
import { defaultVocabularies } from '#shared/strategy/default-vocabularies'
import { basisIn, holdRole, roleLabel } from '#shared/strategy/hold-role'
import { momentsOfDeal, recordsAt, type DatedChange } from '#shared/strategy/map-in-time'
import { checkRating, ratingAge } from '#shared/strategy/rating-rule'
import { checkReporting, reportingProblemText } from '#shared/strategy/reporting-line'
import { aRegion, day } from '../../builders/region-builder'

const words = new Map(defaultVocabularies.map(each => [each.key, each.roles]))
const asOf = day('2017-10-02')

test('a role given in other words keeps them, and only its basis moves', () => {
  const said: readonly RoleHeld[] = [{ vocabulary: 'millerHeiman', role: 'economic', basis: 'assumed' }]
  const stated = holdRole(said, words, 'meddicc', 'economic', 'stated')
  expect(stated).toEqual([{ vocabulary: 'millerHeiman', role: 'economic', basis: 'stated' }])
  expect(basisIn(stated, words, 'participants', 'decisionMaker')).toBe('stated')
  expect(holdRole(stated, words, 'participants', 'decisionMaker', null)).toEqual([])
})

test('a person holds several roles at once', () => {
  const both = holdRole(
    holdRole([], words, 'millerHeiman', 'user', 'stated'),
    words,
    'millerHeiman',
    'coach',
    'observed',
  )
  expect(basisIn(both, words, 'millerHeiman', 'user')).toBe('stated')
  expect(basisIn(both, words, 'millerHeiman', 'coach')).toBe('observed')
  expect(basisIn(both, words, 'millerHeiman', 'economic')).toBeNull()
})

const vocabularies = fc.constantFrom(...defaultVocabularies)
const anyRole = vocabularies.chain(each =>
  fc.record({
    vocabulary: fc.constant(each.key),
    role: fc.constantFrom(...each.roles.map(role => role.key)),
  }),
)

test('giving a role and taking it away in the same words leaves all other roles as they were', () => {
  fc.assert(
    fc.property(fc.array(anyRole, { maxLength: 4 }), anyRole, (others, one) => {
      const held = others.map((each): RoleHeld => ({ ...each, basis: 'stated' }))
      if (basisIn(held, words, one.vocabulary, one.role) !== null) return
      const given = holdRole(held, words, one.vocabulary, one.role, 'observed')
      expect(basisIn(given, words, one.vocabulary, one.role)).toBe('observed')
      expect(holdRole(given, words, one.vocabulary, one.role, null)).toEqual(held)
    }),
  )
})

test('nobody is called a champion before the test is passed (BR-2)', () => {
  const role = words.get('meddicc')?.find(each => each.key === 'champion')
  if (!role) throw new Error('the vocabulary has a champion')
  expect(roleLabel({ role }, { passed: false })).toBe('Friend or coach')
  expect(roleLabel({ role }, { passed: true })).toBe('Champion')
  const coach = words.get('millerHeiman')?.find(each => each.key === 'coach')
  expect(coach && roleLabel({ role: coach }, { passed: false })).toBe('Coach')
})

test('a rating is whole, not 0, from −5 to 5, and the far ends need evidence', () => {
  expect(checkRating(null, '').ok).toBe(true)
  expect(checkRating(3, '').ok).toBe(true)
  expect(checkRating(-4, 'Voted against us in May').ok).toBe(true)
  expect(checkRating(0, 'x')).toEqual({ ok: false, problem: 'zero' })
  expect(checkRating(6, 'x')).toEqual({ ok: false, problem: 'outside' })
  expect(checkRating(1.5, 'x')).toEqual({ ok: false, problem: 'notWhole' })
  expect(checkRating(4, '  ')).toEqual({ ok: false, problem: 'needsEvidence' })
  expect(checkRating(-5, '')).toEqual({ ok: false, problem: 'needsEvidence' })
})

test('a rating ages: after 30 days it is old (BR-4)', () => {
  const rated = (ratingOn: string | null) =>
    ratingAge({ rating: 2, ratingOn: ratingOn ? day(ratingOn) : null, ratingEvidence: null }, asOf)
  expect(rated('2017-09-02')).toEqual({ days: 30, old: false, evidenced: false })
  expect(rated('2017-09-01')).toEqual({ days: 31, old: true, evidenced: false })
  expect(rated(null)).toEqual({ days: null, old: true, evidenced: false })
  expect(ratingAge({ rating: null, ratingOn: asOf, ratingEvidence: null }, asOf)).toBeNull()
})

function chain(): { ids: Id<'buyerRole'>[]; map: ReturnType<ReturnType<typeof mapReader>> } {
  const built = aRegion()
  const opportunity = built.add('opportunity', { name: 'Codehow' })
  const ids: Id<'buyerRole'>[] = []
  for (const placeholder of ['CFO', 'Head of IT', 'Engineer'])
    ids.push(built.add('buyerRole', { opportunity, placeholder, reportsTo: ids.at(-1) ?? null }))
  return { ids, map: mapReader(built.region, asOf, 30)(opportunity) }
}

test('a reporting line that closes a circle is refused with its names (BR-W3)', () => {
  const { ids, map } = chain()
  const [cfo, head, engineer] = ids as [Id<'buyerRole'>, Id<'buyerRole'>, Id<'buyerRole'>]
  expect(checkReporting(map, engineer, cfo).ok).toBe(true)
  expect(checkReporting(map, cfo, null).ok).toBe(true)
  const refused = checkReporting(map, cfo, engineer)
  expect(refused.ok).toBe(false)
  if (!refused.ok)
    expect(reportingProblemText(refused.problem)).toBe(
      'This would close a circle of reporting lines: CFO → Engineer → Head of IT → CFO. Remove one of the other lines first.',
    )
  const self = checkReporting(map, head, head)
  if (!self.ok)
    expect(reportingProblemText(self.problem)).toBe(
      'Head of IT cannot report to the same person. Choose somebody else.',
    )
})

test('links come and go with the slider, and an import tells its own days', () => {
  const built = aRegion()
  const opportunity = built.add('opportunity', { name: 'Codehow' })
  built.from('import', '2017-05-01T09:00:00.000Z')
  const amin = built.add('buyerRole', { opportunity, placeholder: 'Amin' })
  built.from('import', '2017-07-01T09:00:00.000Z')
  const cfo = built.add('buyerRole', { opportunity, placeholder: 'CFO' })
  const edit = new Edit(built.region, {
    source: 'manager',
    at: '2017-09-01T09:00:00.000Z',
    asOf,
    random: seededRandom(1),
  })
  edit.add('influenceLink', { opportunity, from: amin, to: cfo })
  const history: DatedChange[] = [{ at: '2017-09-01T09:00:00.000Z', change: edit.change() }]
  applyTo(built.region, edit.change())
  const people = (at: string) =>
    recordsAt(built.region, 'buyerRole', history, at).map(each => each.placeholder)
  const links = (at: string) => recordsAt(built.region, 'influenceLink', history, at).length
  expect(people('2017-04-30')).toEqual([])
  expect(people('2017-06-01')).toEqual(['Amin'])
  expect(people('2017-08-01')).toEqual(['Amin', 'CFO'])
  expect(links('2017-08-01')).toBe(0)
  expect(links('2017-09-01T09:00:00.000Z')).toBe(1)
  expect(momentsOfDeal(built.region, history, opportunity)).toEqual([
    '2017-05-01T09:00:00.000Z',
    '2017-07-01T09:00:00.000Z',
    '2017-09-01T09:00:00.000Z',
  ])
})
