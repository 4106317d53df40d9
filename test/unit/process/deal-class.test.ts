/** The class of a deal and its three lamps. */
import { expect, test } from 'vitest'
import { dealStates } from '#shared/process/deal-state'
import { complete, withProcess } from '../../builders/default-process'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2017-12-31')
const facts = {
  decisionMaker: 'A. Meyer',
  decisionMakerEvidence: 'told by B. Lee',
  decisionMakerOn: day('2017-11-01'),
  decisionDate: day('2018-02-01'),
  decisionDateEvidence: 'B. Lee',
  decisionDateOn: day('2017-09-01'),
  budgetKnown: true,
  budgetEvidence: 'A. Meyer',
  budgetOn: day('2017-12-01'),
}

const classOf = (values: object): unknown => {
  const built = aRegion()
  const id = built.add('opportunity', values)
  return dealStates(built.region, asOf).byId.get(id)?.class
}

test('PL-1: decision maker, date and budget, each with who said so and when, make a deal qualified', () => {
  expect(classOf(facts)).toMatchObject({
    kind: 'qualified',
    decisionMaker: 'known',
    decisionDate: 'known',
    budget: 'known',
    evidenceAge: 121,
  })
})

test('PL-1: a fact without a person or a date is only claimed, and the deal is not qualified', () => {
  expect(classOf({ ...facts, budgetOn: null })).toMatchObject({ kind: 'suspect', budget: 'claimed' })
  expect(classOf({ ...facts, decisionMakerEvidence: ' ' })).toMatchObject({ decisionMaker: 'claimed' })
  expect(classOf({ ...facts, decisionDate: null })).toMatchObject({ decisionDate: 'missing' })
  expect(classOf({ ...facts, budgetOn: day('2018-01-01') })).toMatchObject({ budget: 'claimed' })
})

test('PL-1: a buyer who named a problem, or a two-way meeting, makes a deal real; a call we made does not', () => {
  const built = withProcess(aRegion())
  const named = built.add('opportunity', { createdOn: day('2017-10-01') })
  complete(built, named, '2017-10-05', 'BE1')
  const met = built.add('opportunity', { createdOn: day('2017-10-01') })
  built.with('activity', { kind: 'meeting', on: day('2017-10-09'), twoWay: true, opportunity: met })
  const called = built.add('opportunity', { createdOn: day('2017-10-01') })
  built.with('activity', { kind: 'call', on: day('2017-10-09'), twoWay: true, opportunity: called })
  const planned = built.add('opportunity', { createdOn: day('2017-10-01') })
  built.with('activity', {
    kind: 'meeting',
    status: 'planned',
    on: day('2017-10-09'),
    twoWay: true,
    opportunity: planned,
  })
  const states = dealStates(built.region, asOf)
  expect(
    [named, met, called, planned].map(id => {
      const found = states.byId.get(id)?.class
      return [found?.kind, found?.basis, found?.assumed]
    }),
  ).toEqual([
    ['real', 'event', false],
    ['real', 'meeting', false],
    ['suspect', null, false],
    ['suspect', null, false],
  ])
})

test('CV-3: an engagement date or a mapped stage makes a deal real only as an assumption', () => {
  expect(classOf({ engagedOn: day('2017-10-01') })).toMatchObject({
    kind: 'real',
    basis: 'engaged',
    assumed: true,
  })
  expect(classOf({ createdOn: day('2017-10-01') })).toMatchObject({ kind: 'suspect', assumed: false })
})
