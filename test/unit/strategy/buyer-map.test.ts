/** The buyer-role map: support, champions, threads, gaps, circles, words and warm ways. */
import { expect, test } from 'vitest'
import { asId, type Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import type { RoleHeld } from '#shared/model/workbench'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { championTest, mapReader, supportIndex, threadsOf, type BuyerMap } from '#shared/strategy/buyer-map'
import type { DealBrief } from '#shared/strategy/deal-brief'
import { addDefaultStrategy } from '#shared/strategy/default-strategy'
import { actedOnBy, gapsOf, mapWarnings, reportLoops, type Gap, type GapContext } from '#shared/strategy/gap'
import { momentsOfDeal, recordsAt } from '#shared/strategy/map-in-time'
import { gapSentence, strategySentence } from '#shared/strategy/strategy-sentence'
import { rolesIn, vocabulariesOf } from '#shared/strategy/vocabulary'
import { warmPath } from '#shared/strategy/warm-path'
import { plainWords } from '../../builders/plain-words'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-10-02')

function start(): RegionBuilder {
  const built = aRegion()
  const edit = new Edit(built.region, {
    source: 'manager',
    at: '2017-01-01T00:00:00.000Z',
    asOf,
    random: seededRandom(1),
  })
  addDefaultStrategy(built.region, edit)
  applyTo(built.region, edit.change())
  return built
}

const held = (...roles: string[]): readonly RoleHeld[] =>
  roles.map(role => ({ vocabulary: 'millerHeiman', role, basis: 'stated' as const }))

const deal: DealBrief = {
  id: asId<'opportunity'>('o1'),
  name: 'Codehow',
  open: true,
  lost: false,
  amount: 25_000_00,
  product: null,
  selling: 2,
  close: null,
}
const context: GapContext = {
  asOf,
  keyAmount: 20_000_00,
  threadDays: 30,
  vocabulary: 'millerHeiman',
  actedOn: new Set(),
}

/** Codehow of section 3: one contact, user and coach at once, last talked to 34 days ago. */
function codehow(): { built: RegionBuilder; contact: Id<'buyerRole'>; read: () => BuyerMap } {
  const built = start()
  const account = built.add('account', { name: 'Codehow' })
  const person = built.add('person', { name: 'R. Amin', account, department: 'Operations' })
  const contact = built.add('buyerRole', {
    opportunity: deal.id,
    person,
    roles: held('user', 'coach'),
    influence: 'medium',
    rating: 4,
    ratingOn: day('2017-09-20'),
  })
  built.with('activity', { kind: 'meeting', on: day('2017-08-29'), twoWay: true, persons: [person] })
  return { built, contact, read: () => mapReader(built.region, asOf, 30)(deal.id) }
}

const kinds = (gaps: readonly Gap[]): string[] => gaps.map(each => each.kind)

test('BR-1: the worked support index is +0.24, unknown ratings are excluded and counted', () => {
  const found = supportIndex([
    { influence: 'high', rating: 2 },
    { influence: 'high', rating: -2 },
    { influence: 'medium', rating: 4 },
    { influence: 'low', rating: 3 },
    { influence: 'high', rating: null },
  ])
  expect(found.index).toBeCloseTo(11 / 45, 10)
  expect(found.unknown).toBe(1)
  expect(supportIndex([])).toEqual({ index: null, unknown: 0 })
})

test('BR-4: the Codehow map has no economic buyer, one thread too few, and an empty technical role', () => {
  const { read } = codehow()
  const map = read()
  expect(map.buyers[0]).toMatchObject({ state: 'quiet', lastTwoWay: '2017-08-29' })
  const gaps = gapsOf(deal, map, context)
  expect(gaps.map(each => [each.kind, each.severity])).toEqual([
    ['noEconomic', 'high'],
    ['singleThreaded', 'high'],
    ['roleEmpty', 'medium'],
  ])
  expect(gaps.map(each => gapSentence(each, plainWords))).toEqual([
    'No economic buyer is on the map. Ask who can say yes when all others say no.',
    'Nobody was spoken to in 30 days. Call.',
    'Nobody holds the role “Technical buyer”. Name someone, even as unknown.',
  ])
})

test('section 3: an unknown CFO as placeholder fills the role, and is not contacted until someone is', () => {
  const { built, read } = codehow()
  const cfo = built.add('buyerRole', {
    opportunity: deal.id,
    placeholder: 'CFO (unknown)',
    roles: [{ vocabulary: 'millerHeiman', role: 'economic', basis: 'assumed' }],
    influence: 'high',
  })
  expect(read().buyers.find(each => each.role.id === cfo)?.state).toBe('placeholder')
  expect(kinds(gapsOf(deal, read(), context))).toEqual([
    'economicNotContacted',
    'singleThreaded',
    'roleEmpty',
    'notContacted',
  ])
  expect(gapsOf({ ...deal, selling: 4 }, read(), context)[0]).toMatchObject({
    kind: 'economicNotContacted',
    severity: 'high',
  })
  const person = built.add('person', { name: 'K. Osei', title: 'CFO' })
  built.change('buyerRole', cfo, { person })
  expect(read().buyers.find(each => each.role.id === cfo)?.state).toBe('identified')
  built.with('activity', { kind: 'call', on: day('2017-09-29'), twoWay: true, persons: [person] })
  expect(read().buyers.find(each => each.role.id === cfo)?.state).toBe('engaged')
  expect(kinds(gapsOf(deal, read(), context))).toEqual(['singleThreaded', 'roleEmpty'])
})

test('BR-3: threads are distinct persons within 30 days, departments counted apart', () => {
  const { built, read } = codehow()
  for (const [name, department] of [
    ['A', 'Finance'],
    ['B', 'Finance'],
    ['C', 'IT'],
  ] as const) {
    const person = built.add('person', { name, department })
    built.with('buyerRole', { opportunity: deal.id, person })
    built.with('activity', { kind: 'call', on: day('2017-09-20'), twoWay: true, persons: [person] })
  }
  expect(threadsOf(read().buyers, asOf, 30)).toEqual({ persons: 3, departments: 2 })
  expect(threadsOf(read().buyers, asOf, 40)).toEqual({ persons: 4, departments: 3 })
})

test('BR-2: a champion has power, a personal win and has sold for us; with an assumed role it is only a coach', () => {
  const { built, contact, read } = codehow()
  const test = (): boolean | undefined => read().buyers[0]?.champion.passed
  expect(test()).toBe(false)
  built.change('buyerRole', contact, {
    hasPower: true,
    winPersonal: 'Promotion',
    soldForUs: 'Presented to the board',
  })
  expect(test()).toBe(false)
  built.change('buyerRole', contact, { soldForUsOn: day('2017-09-01') })
  expect(test()).toBe(true)
  built.change('buyerRole', contact, {
    roles: [{ vocabulary: 'millerHeiman', role: 'coach', basis: 'assumed' }],
  })
  const role = built.region.get('buyerRole', contact)
  expect(role && championTest(role, vocabulariesOf(built.region.all('roleVocabulary')))).toMatchObject({
    known: false,
    passed: false,
  })
})

test('BR-4: opponents and the calm need actions, and an action answers them', () => {
  const { built, read } = codehow()
  const person = built.add('person', { name: 'Opponent' })
  const role = built.add('buyerRole', {
    opportunity: deal.id,
    person,
    influence: 'high',
    rating: -3,
    mode: 'overconfident',
    lastTwoWay: day('2017-09-30'),
    roles: held('economic', 'technical'),
  })
  expect(kinds(gapsOf(deal, read(), context))).toEqual(['singleThreaded', 'opponentNoAction', 'calmNoAction'])
  const actedOn = actedOnBy([{ id: 'f1', persons: [role] }], new Set(['f1']), [null])
  expect(kinds(gapsOf(deal, read(), { ...context, actedOn }))).toEqual(['singleThreaded'])
})

test('BR-4: old, contradictory, new and departed people are told apart', () => {
  const { built, contact, read } = codehow()
  built.change('buyerRole', contact, {
    rating: 5,
    mode: 'evenKeel',
    ratingOn: day('2017-09-01'),
    mobiliser: 'friend',
  })
  const [person] = built.region.all('person')
  if (!person) throw new Error('no person')
  built.change('person', person.id, { since: day('2017-09-02') })
  const found = kinds(gapsOf(deal, read(), context))
  expect(found).toEqual(expect.arrayContaining(['noMobiliser', 'newPerson', 'ratingOld', 'contradictory']))
  built.change('person', person.id, { stillThere: false })
  expect(kinds(gapsOf(deal, read(), context))).toEqual(
    expect.arrayContaining(['championLeft', 'noCoach', 'singleThreaded']),
  )
})

test('BR-5: a red flag can be covered by a strength and stays on the list', () => {
  const { built, contact, read } = codehow()
  built.change('buyerRole', contact, { covers: ['noEconomic'] })
  const gaps = gapsOf(deal, read(), context)
  expect(gaps.at(-1)).toMatchObject({ kind: 'noEconomic', coveredBy: contact })
  expect(gaps).toHaveLength(3)
})

test('BR-W1 to BR-W3: two economic buyers, someone gone, a circle of reporting lines', () => {
  const { built, contact, read } = codehow()
  const gone = built.add('person', { name: 'G. One', stillThere: false })
  const a = built.add('buyerRole', { opportunity: deal.id, placeholder: 'CFO', roles: held('economic') })
  const b = built.add('buyerRole', {
    opportunity: deal.id,
    placeholder: 'COO',
    roles: held('economic'),
    reportsTo: a,
  })
  built.with('buyerRole', { opportunity: deal.id, person: gone })
  expect(mapWarnings(deal, read()).map(each => each.code)).toEqual(['BR-W1', 'BR-W2'])
  built.change('buyerRole', a, { reportsTo: b })
  built.change('buyerRole', contact, { reportsTo: a })
  expect(reportLoops(read())).toHaveLength(1)
  const loop = mapWarnings(deal, read()).find(each => each.code === 'BR-W3')
  expect(loop?.severity).toBe('block')
  expect(loop && strategySentence(loop, plainWords)).toMatch(/CFO → COO → CFO|COO → CFO → COO/)
})

test('every vocabulary maps each role to a core role, and a switch there and back loses nothing', () => {
  const { built } = codehow()
  const words = vocabulariesOf(built.region.all('roleVocabulary'))
  expect(words.size).toBe(7)
  for (const [from, roles] of words)
    for (const role of roles) {
      const mine: readonly RoleHeld[] = [{ vocabulary: from, role: role.key, basis: 'observed' }]
      for (const to of words.keys())
        for (const shown of rolesIn(mine, words, to)) {
          expect(shown.held).toBe(mine[0])
          expect(shown.role.core).toBe(role.core)
        }
      expect(rolesIn(mine, words, from)).toMatchObject([{ exact: true, role: { key: role.key } }])
    }
  expect(rolesIn(held('economic'), words, 'buyingCentre')).toMatchObject([
    { exact: false, role: { label: 'Decider' } },
  ])
})

test('the warm way goes over the coach and strong influence, never over a blocker', () => {
  const { built, contact, read } = codehow()
  built.with('activity', {
    kind: 'call',
    on: day('2017-09-29'),
    twoWay: true,
    persons: [asId<'person'>('person-1')],
  })
  const role = (placeholder: string, more: object = {}): Id<'buyerRole'> =>
    built.add('buyerRole', { opportunity: deal.id, placeholder, ...more })
  const [cfo, head, blocker] = [role('CFO'), role('Head of IT'), role('Blocker')]
  const tie = (
    from: Id<'buyerRole'>,
    to: Id<'buyerRole'>,
    strength: number,
    kind: 'advises' | 'blocks',
  ): void => {
    built.add('influenceLink', { opportunity: deal.id, from, to, strength, kind })
  }
  tie(contact, head, 3, 'advises')
  tie(head, cfo, 2, 'advises')
  tie(contact, blocker, 3, 'blocks')
  tie(contact, cfo, 1, 'blocks')
  expect(warmPath(read(), cfo)).toEqual({
    from: contact,
    hops: [
      { from: contact, to: head, why: 'advises' },
      { from: head, to: cfo, why: 'advises' },
    ],
    cost: 3,
  })
  expect(warmPath(read(), contact)).toMatchObject({ hops: [], cost: 0 })
  expect(warmPath(read(), blocker)).toBeNull()
})

test('the time slider takes changes back to any moment', () => {
  const { built, contact } = codehow()
  const history: { at: string; change: ReturnType<Edit['change']> }[] = []
  const step = (at: string, wish: (edit: Edit) => void): void => {
    const edit = new Edit(built.region, { source: 'manager', at, asOf, random: seededRandom(at) })
    wish(edit)
    const change = edit.change()
    applyTo(built.region, change)
    history.push({ at, change })
  }
  step('2017-10-01', edit => edit.set('buyerRole', contact, { rating: 2 }))
  step('2017-10-08', edit => edit.add('buyerRole', { opportunity: deal.id, placeholder: 'CFO' }))
  step('2017-10-15', edit => edit.set('buyerRole', contact, { rating: -1 }))
  const ratings = (at: string): unknown =>
    recordsAt(built.region, 'buyerRole', history, at).map(each => each.rating)
  expect(ratings('2017-09-30')).toEqual([4])
  expect(ratings('2017-10-01')).toEqual([2])
  expect(ratings('2017-10-10')).toEqual([2, null])
  expect(ratings('2017-10-15')).toEqual([-1, null])
  expect(momentsOfDeal(built.region, history, deal.id)).toEqual(
    expect.arrayContaining(['2017-10-01', '2017-10-08', '2017-10-15']),
  )
})
