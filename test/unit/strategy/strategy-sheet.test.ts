/** The strategy sheet: force field, completeness, versions and warnings. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId, type Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import type { Factor, StrategyAction } from '#shared/model/workbench'
import { completenessOf, type ActionOf } from '#shared/strategy/completeness'
import type { DealBrief } from '#shared/strategy/deal-brief'
import { countedEffect, effectiveWeight, forceField } from '#shared/strategy/force-field'
import { currentSheet, diffSheets } from '#shared/strategy/sheet-version'
import { lossPatterns, patternWarnings, sheetWarnings } from '#shared/strategy/strategy-warnings'
import { strategySentence } from '#shared/strategy/strategy-sentence'
import { plainWords } from '../../builders/plain-words'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2017-10-23')

const factor = (id: string, values: Partial<Factor>): Factor => ({
  id,
  direction: 'favour',
  text: id,
  category: 'need',
  weight: 3,
  evidence: 'said so',
  evidenceOn: null,
  persons: [],
  competitor: null,
  status: 'open',
  effect: 0,
  createdOn: day('2017-10-10'),
  ...values,
})

/** The worked sheet of section 2: favour 4, 3, 5 of which two have evidence; against 5, 4 (50 %) and 2. */
const worked: readonly Factor[] = [
  factor('f1', { weight: 4 }),
  factor('f2', { weight: 3 }),
  factor('f3', { weight: 5, evidence: null }),
  factor('a1', { direction: 'against', weight: 5, category: 'competition' }),
  factor('a2', { direction: 'against', weight: 4, effect: 0.5 }),
  factor('a3', { direction: 'against', weight: 2 }),
]
const link = (id: string, ...factors: string[]): StrategyAction => ({
  id,
  action: asId(`action-${id}`),
  intent: 'neutralise',
  factors,
  expectedEffect: 0.5,
})

function actions(values: Readonly<Record<string, Partial<RecordOf<'actionItem'>>>>): ActionOf {
  const built = aRegion()
  for (const [id, more] of Object.entries(values))
    built.with('actionItem', { text: id, ...more }, `action-${id}`)
  return id => built.region.get('actionItem', id)
}
const owned = { ownerName: 'Ann', dueOn: day('2017-11-12') }

const deal: DealBrief = {
  id: asId<'opportunity'>('o1'),
  name: 'Codehow',
  open: true,
  lost: false,
  amount: 30_000_00,
  product: null,
  selling: 3,
  close: null,
}

const sheet = (values: Partial<RecordOf<'strategySheet'>> = {}): RecordOf<'strategySheet'> => {
  const built = aRegion()
  const id = built.add('strategySheet', { opportunity: deal.id, state: 'current', ...values })
  return built.region.get('strategySheet', id) as RecordOf<'strategySheet'>
}

test('SS-1, SS-2: favour 12 against 9 is +3, a pressure of 57.1 % in our favour', () => {
  const found = forceField(worked)
  expect(found).toMatchObject({ favour: 12, against: 9, net: 3 })
  expect(found.pressure).toBeCloseTo(0.571, 3)
  expect(forceField([]).pressure).toBeNull()
})

test('SS-4: without evidence a factor counts as neutralised by a quarter at most', () => {
  const bare = factor('a', { direction: 'against', weight: 4, effect: 0.8, evidence: ' ' })
  expect([countedEffect(bare), effectiveWeight(bare)]).toEqual([0.25, 3])
  expect(effectiveWeight({ ...bare, evidence: 'CFO wrote so' })).toBeCloseTo(0.8, 10)
  expect(effectiveWeight({ ...bare, status: 'invalid' })).toBe(0)
})

test('SS-2: pressure lies between 0 and 1 and rises with what favours us', () => {
  const some = fc.array(
    fc.record({
      direction: fc.constantFrom('favour' as const, 'against' as const),
      weight: fc.integer({ min: 1, max: 5 }),
      effect: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(some, values => {
      const factors = values.map((each, i) => factor(`f${i}`, each))
      const before = forceField(factors).pressure
      const after = forceField([...factors, factor('more', { weight: 1 })]).pressure
      if (before !== null) expect(before >= 0 && before <= 1).toBe(true)
      expect((after ?? 0) >= (before ?? 0)).toBe(true)
    }),
  )
})

test('SS-3: the worked sheet is 5.5 of 10 complete', () => {
  const found = completenessOf(
    { factors: worked, actions: [link('x', 'a1')], reviewedOn: day('2017-10-03') },
    actions({ x: owned }),
    asOf,
  )
  expect(found).toEqual({ favour: 0, against: 2, acted: 1.5, owned: 1, linked: 1, reviewed: 0, score: 5.5 })
})

test('SS-3: a third piece of evidence, a second action and a fresh review make it 10', () => {
  const factors = worked.map(each => ({ ...each, evidence: 'said so' }))
  const full = { factors, actions: [link('x', 'a1'), link('y', 'a2')], reviewedOn: day('2017-10-09') }
  expect(completenessOf(full, actions({ x: owned, y: owned }), asOf).score).toBe(10)
  const cancelled = actions({ x: owned, y: { ...owned, state: 'cancelled' } })
  expect(completenessOf(full, cancelled, asOf).acted).toBe(1.5)
  expect(completenessOf(full, actions({ x: owned, y: { ownerName: 'Ann' } }), asOf).owned).toBe(0)
})

test('SS-5: two versions differ by factor: added, removed, weight, effect', () => {
  const [f1, f2, , a1, a2] = worked as [Factor, Factor, Factor, Factor, Factor]
  const diff = diffSheets([f1, f2, a1], [{ ...f1, weight: 2 }, { ...a1, effect: 0.5 }, a2])
  expect(diff.added.map(each => each.id)).toEqual(['a2'])
  expect(diff.removed.map(each => each.id)).toEqual(['f2'])
  expect([diff.weight.length, diff.effect.length, diff.other.length]).toEqual([1, 1, 0])
  expect(diffSheets(worked, worked)).toEqual({ added: [], removed: [], weight: [], effect: [], other: [] })
})

test('the sheet that counts is the current one, else the newest draft', () => {
  const draft = sheet({ state: 'draft', version: 3 })
  const current = sheet({ version: 2 })
  expect(currentSheet([sheet({ state: 'archived' }), current, draft])?.version).toBe(2)
  expect(currentSheet([sheet({ state: 'archived' }), draft])?.version).toBe(3)
  expect(currentSheet([])).toBeNull()
})

const codes = (one: RecordOf<'strategySheet'> | null, of = deal, actionOf: ActionOf = () => null): string[] =>
  sheetWarnings(of, one, actionOf, 20_000_00, asOf).map(each => each.code)

test('SS-W1: a deal over the threshold and past step 2 has no sheet', () => {
  expect(codes(null)).toEqual(['SS-W1'])
  expect(codes(null, { ...deal, amount: 19_999_99 })).toEqual([])
  expect(codes(null, { ...deal, selling: 1 })).toEqual([])
  expect(codes(null, { ...deal, open: false })).toEqual([])
})

test('SS-W2, SS-W3: a heavy factor without an action, an action overdue', () => {
  const one = sheet({ factors: worked, actions: [link('x', 'a1')] })
  const found = sheetWarnings(deal, one, actions({ x: { dueOn: day('2017-10-12') } }), 20_000_00, asOf)
  expect(found.map(each => strategySentence(each, plainWords))).toEqual([
    'Codehow: “a2” weighs 4 against us and has no action. Make one.',
    'Codehow: “x” was due on 2017-10-12, 11 days ago. Do it, or agree on another day.',
  ])
})

test('SS-W4 to SS-W6: no obstacle, no competition or status quo, nothing new for 30 days', () => {
  expect(codes(sheet({ factors: [factor('f', {})] }))).toEqual(['SS-W4'])
  expect(codes(sheet({ factors: [factor('a', { direction: 'against', weight: 2 })] }))).toEqual(['SS-W5'])
  const old = [
    factor('a', { direction: 'against', weight: 2, category: 'statusQuo', createdOn: day('2017-09-22') }),
  ]
  expect(codes(sheet({ factors: old }))).toEqual(['SS-W6'])
  const [first] = old as [Factor]
  expect(codes(sheet({ factors: [{ ...first, evidenceOn: day('2017-10-01') }] }))).toEqual([])
})

test('SS-W7: the same obstacle in three lost deals of a product is a pattern, in two it is not', () => {
  const lost = (n: number, text: string, product: Id<'product'> | null = null) =>
    Array.from({ length: n }, (_, i) => ({
      deal: { ...deal, id: asId<'opportunity'>(`${text}-${i}`), open: false, lost: true, product },
      sheet: sheet({ factors: [factor('a', { direction: 'against', text, category: 'price' })] }),
    }))
  const alike = [...lost(2, 'Price above budget'), ...lost(1, 'price above budget.')]
  expect(lossPatterns(lost(2, 'Price above budget'))).toEqual([])
  const found = patternWarnings(lossPatterns(alike))
  expect(found.map(each => strategySentence(each, plainWords))).toEqual([
    '“Price above budget” stood against us in 3 lost deals of this product. Change the process, not only the deal.',
  ])
  expect(lossPatterns([...lost(2, 'Price'), ...lost(1, 'Price', asId('p2'))])).toEqual([])
})
