/** Choosing cycles, comparing versions and the warnings about cycles and plans. */
import { expect, test } from 'vitest'
import { plainWeek } from '#shared/base/calendar'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { defaultSteps } from '#shared/process/default-cycle'
import { defaultCycle, diffVersions, fittingCycles, versionInForce, whereUsed } from '#shared/process/cycle'
import { durationWarnings, planWarnings, stepMedians, versionWarnings } from '#shared/process/cycle-warnings'
import { dealStates } from '#shared/process/deal-state'
import { schedulePlan } from '#shared/process/plan-schedule'
import { planSteps, withBaseline } from '#shared/process/plan-steps'
import { withAccepted, type Warning } from '#shared/region/warning'
import { withProcess } from '../../builders/default-process'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-12-29')

const cycle = (built: RegionBuilder, name: string, values: object, from = '2017-01-01'): Id<'salesCycle'> => {
  const id = built.add('salesCycle', { name, key: name, ...values })
  built.add('salesCycleVersion', {
    cycle: id,
    no: 1,
    state: 'active',
    effectiveFrom: day(from),
    steps: defaultSteps,
  })
  return id
}

test('CY-1: product counts 4, family 2, market 4 and its parent 2; the highest wins, then the newest', () => {
  const built = aRegion()
  const product = built.add('product', { name: 'GTX Plus Pro', family: 'GTX' })
  const parent = built.add('targetMarket', { name: 'Mid-market' })
  const market = built.add('targetMarket', { name: 'Software mid-market', parent, sectors: ['software'] })
  const account = built.add('account', { name: 'Kan-code', sector: 'software' })
  cycle(built, 'family and parent', { productFamily: 'GTX', targetMarket: parent })
  cycle(built, 'product only', { product })
  cycle(built, 'product only, newer', { product }, '2017-06-01')
  cycle(built, 'family and market', { productFamily: 'GTX', targetMarket: market })
  cycle(built, 'other market', { targetMarket: built.add('targetMarket', { name: 'Retail' }) })
  cycle(built, 'renewals', { product, targetMarket: market, kind: 'renewal' })
  const id = built.add('opportunity', { product, account })
  const deal = built.region.get('opportunity', id) as RecordOf<'opportunity'>
  expect(fittingCycles(built.region, deal, asOf).map(each => [each.cycle.name, each.score])).toEqual([
    ['family and market', 6],
    ['product only, newer', 4],
    ['family and parent', 4],
    ['product only', 4],
  ])
})

test('CY-1: below 2 points no cycle fits, and the default cycle is offered', () => {
  const built = withProcess(aRegion())
  const deal = built.region.get('opportunity', built.add('opportunity', {})) as RecordOf<'opportunity'>
  expect(fittingCycles(built.region, deal, asOf)).toEqual([])
  expect(defaultCycle(built.region, asOf)?.cycle.name).toBe('Default cycle')
})

test('CY-1: the version in force is the newest active one of the day', () => {
  const built = aRegion()
  const id = cycle(built, 'c', {})
  built.with('salesCycleVersion', { cycle: id, no: 2, state: 'active', effectiveFrom: day('2017-10-01') })
  built.with('salesCycleVersion', { cycle: id, no: 3, state: 'draft', effectiveFrom: day('2017-11-01') })
  expect(versionInForce(built.region, id, day('2017-09-30'))?.no).toBe(1)
  expect(versionInForce(built.region, id, asOf)?.no).toBe(2)
})

test('two versions differ by step key: added, removed, changed fields and moved', () => {
  const [a, b, c, d] = defaultSteps as never as (typeof defaultSteps)[number][]
  if (!a || !b || !c || !d) throw new Error('steps')
  const diff = diffVersions([a, b, c], [b, { ...a, duration: 7, name: 'First' }, d])
  expect(diff.added.map(each => each.key)).toEqual([d.key])
  expect(diff.removed.map(each => each.key)).toEqual([c.key])
  expect(diff.changed.map(each => [each.after.key, each.fields])).toEqual([['qualify', ['name', 'duration']]])
  expect(diff.moved.map(each => each.key)).toEqual(['needs', 'qualify'])
  expect(diffVersions(defaultSteps, defaultSteps)).toEqual({ added: [], removed: [], changed: [], moved: [] })
})

const codes = (found: readonly Warning[]): string[] => found.map(each => each.code)

test('CY-W1, CY-W2: no closing step, or two, blocks; a step without a buyer’s exit criterion warns', () => {
  const version = 'v' as Id<'salesCycleVersion'>
  const none = defaultSteps.map(each => ({ ...each, closesSale: false }))
  const two = defaultSteps.map((each, i) => ({ ...each, closesSale: i > 4 }))
  expect(versionWarnings(defaultSteps, version)).toEqual([])
  expect(versionWarnings(none, version)).toMatchObject([
    { code: 'CY-W1', severity: 'block', facts: { n: 0 } },
  ])
  expect(versionWarnings(two, version)).toMatchObject([{ code: 'CY-W1', facts: { n: 2 } }])
  const bare = defaultSteps.map((each, i) => (i === 0 ? { ...each, criteria: [] } : each))
  expect(versionWarnings(bare, version)).toMatchObject([
    { code: 'CY-W2', severity: 'warn', facts: { step: 'Prospect qualification' } },
  ])
})

interface Planned {
  built: RegionBuilder
  warnings: (asOf?: string) => readonly Warning[]
}

function planned(values: object = {}, plan: object = {}): Planned {
  const built = withProcess(aRegion())
  const opportunity = built.add('opportunity', {
    name: 'Kan-code Pro',
    createdOn: day('2017-10-02'),
    ...values,
  })
  const [version] = built.region.all('salesCycleVersion')
  const steps = withBaseline(planSteps(defaultSteps), day('2017-10-02'), plainWeek)
  const id = built.add('opportunityPlan', {
    opportunity,
    version: version?.id ?? null,
    startOn: day('2017-10-02'),
    steps,
    state: 'running',
    ...plan,
  })
  return {
    built,
    warnings: (at = '2017-10-05') => {
      const row = dealStates(built.region, day(at)).byId.get(opportunity)
      const record = built.region.get('opportunityPlan', id)
      if (!row || !record) throw new Error('no deal')
      const schedule = schedulePlan(record.steps, record.startOn, plainWeek, day(at))
      return planWarnings(built.region, row, { plan: record, schedule }, plainWeek, day(at))
    },
  }
}

test('CY-W3: a plan that closes more than 10 working days off the CRM date', () => {
  // Seven steps of 60 working days from 2 October end on Friday 22 December.
  expect(planned({ expectedClose: day('2017-12-08') }).warnings()).toEqual([])
  expect(planned({ expectedClose: day('2017-12-07') }).warnings()).toMatchObject([
    { code: 'CY-W3', facts: { plan: '2017-12-22', crm: '2017-12-07', days: 11 } },
  ])
})

test('CY-W4: an open deal without a plan after 5 working days', () => {
  const built = aRegion()
  const id = built.add('opportunity', { name: 'Deal', createdOn: day('2017-10-02') })
  const at = (on: string): readonly Warning[] => {
    const row = dealStates(built.region, day(on)).byId.get(id)
    return row ? planWarnings(built.region, row, null, plainWeek, day(on)) : []
  }
  expect(codes(at('2017-10-09'))).toEqual([])
  expect(codes(at('2017-10-10'))).toEqual(['CY-W4'])
})

test('CY-W5: a step overdue for more than 3 working days, until the plan is made anew', () => {
  expect(codes(planned().warnings('2017-10-11'))).toEqual([])
  expect(planned().warnings('2017-10-12')).toMatchObject([
    { code: 'CY-W5', facts: { step: 'Prospect qualification', days: 4 } },
  ])
  const revisions = [{ no: 1, on: day('2017-10-09'), reason: 'holiday', close: day('2018-01-05'), by: null }]
  expect(codes(planned({}, { revisions }).warnings('2017-10-12'))).toEqual([])
})

test('CY-W6: a mandatory step removed without a reason blocks', () => {
  const steps = withBaseline(planSteps(defaultSteps), day('2017-10-02'), plainWeek).map(each =>
    each.id === 'evaluation' ? { ...each, status: 'removed' as const } : each,
  )
  expect(planned({}, { steps }).warnings()).toMatchObject([{ code: 'CY-W6', severity: 'block' }])
})

test('CY-W7: a duration more than 50 % off what at least 8 won deals took', () => {
  const built = withProcess(aRegion())
  for (let i = 0; i < 8; i++) {
    const opportunity = built.add('opportunity', { state: 'won', closedOn: day('2017-11-01') })
    const steps = planSteps(defaultSteps).map(each =>
      each.id === 'qualify' ? { ...each, status: 'done' as const, actualEnd: day('2017-10-17') } : each,
    )
    built.with('opportunityPlan', { opportunity, startOn: day('2017-10-02'), steps, state: 'closed' })
  }
  const medians = stepMedians(built.region, plainWeek)
  expect(medians.get('qualify')).toEqual({ median: 12, n: 8 })
  const version = 'v' as Id<'salesCycleVersion'>
  expect(durationWarnings(defaultSteps, version, medians, 8)).toMatchObject([
    { code: 'CY-W7', facts: { duration: 5, median: 12, n: 8 } },
  ])
  expect(durationWarnings(defaultSteps, version, medians, 9)).toEqual([])
})

test('CY-W9: a plan that pins a version older than one active for more than 60 days', () => {
  const { built, warnings } = planned()
  const [cycleId] = built.region.all('salesCycle')
  built.with('salesCycleVersion', {
    cycle: (cycleId as RecordOf<'salesCycle'>).id,
    no: 2,
    state: 'active',
    effectiveFrom: day('2017-08-05'),
    steps: defaultSteps,
  })
  expect(codes(warnings('2017-10-04'))).toEqual([])
  expect(codes(warnings('2017-10-05'))).toContain('CY-W9')
})

test('where a version is used: plans of open deals apart from all', () => {
  const { built } = planned()
  const [version] = built.region.all('salesCycleVersion')
  const opportunity = built.add('opportunity', { state: 'lost' })
  built.with('opportunityPlan', { opportunity, version: version?.id ?? null, startOn: day('2017-01-02') })
  const used = whereUsed(built.region, (version as RecordOf<'salesCycleVersion'>).id)
  expect([used.plans.length, used.open]).toEqual([2, 1])
})

test('CV-9: an accepted warning says so until its day has passed', () => {
  const { built, warnings } = planned({ expectedClose: day('2017-11-01') })
  const [found] = warnings()
  built.with('warningAck', {
    code: 'CY-W3',
    subject: found?.subject ?? '',
    reason: 'the buyer asked for it',
    on: day('2017-10-04'),
    until: day('2017-10-31'),
  })
  expect(withAccepted(built.region, warnings(), day('2017-10-31'))[0]?.accepted?.reason).toBe(
    'the buyer asked for it',
  )
  expect(withAccepted(built.region, warnings(), day('2017-11-01'))[0]?.accepted).toBeNull()
})
