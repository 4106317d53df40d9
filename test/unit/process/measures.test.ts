/** The worked figures of the measures of section 6. */
import { describe, expect, test } from 'vitest'
import { asId, type Id } from '#shared/base/id'
import { adherenceBy, adherenceOf } from '#shared/process/adherence'
import { completionOf, touchesOf } from '#shared/process/cadence-completion'
import { breakDownOf, conversionsOf } from '#shared/process/conversion'
import { coverageOf, velocityOf } from '#shared/process/coverage'
import type { DealPath, DealPaths } from '#shared/process/deal-path'
import { dealPaths } from '#shared/process/deal-path'
import { dealStates, type DealState } from '#shared/process/deal-state'
import { compareShares, homogeneity, twoShares } from '#shared/process/rep-comparison'
import { ratio } from '#shared/process/ratio'
import { sourceEconomics, sourceTable } from '#shared/process/source-economics'
import { always, winRatio } from '#shared/process/win-ratio'
import { complete, withProcess } from '../../builders/default-process'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2017-12-31')

test('CV-8: the same ratio with different knowledge has different intervals, and a small n is thin', () => {
  const few = ratio(8, 11, 20)
  const many = ratio(80, 110, 20)
  expect([few.low, few.high, many.low, many.high].map(x => Math.round(x * 1000) / 10)).toEqual([
    43.4, 90.3, 63.7, 80.2,
  ])
  expect([few.thin, many.thin]).toEqual([true, false])
  expect(ratio(0, 0, 20)).toMatchObject({ p: null, low: 0, high: 1, thin: true })
})

test('PL-10: no decision counts as decided, disqualified does not', () => {
  const built = aRegion()
  for (const state of ['won', 'lost', 'noDecision', 'disqualified', 'open'] as const)
    built.with('opportunity', { state, closedOn: state === 'open' ? null : day('2017-06-01') })
  const found = winRatio(dealStates(built.region, asOf), always)
  expect(found.closed).toMatchObject({ k: 1, n: 3 })
  expect(found).toMatchObject({ lost: 1, noDecision: 1, disqualified: 1 })
})

test('PL-10: a window takes closed deals by their close and the mature cohort by its beginning', () => {
  const built = aRegion()
    .with('opportunity', { state: 'won', engagedOn: day('2017-01-10'), closedOn: day('2017-04-02') })
    .with('opportunity', { state: 'lost', engagedOn: day('2017-04-03'), closedOn: day('2017-08-01') })
  const window = { first: day('2017-04-01'), last: day('2017-06-30') }
  const found = winRatio(dealStates(built.region, asOf), window)
  expect(found.closed).toMatchObject({ k: 1, n: 1 })
  expect(found.mature).toMatchObject({ k: 0, n: 1 })
})

test('PL-11: 30 reps are compared at 3.14', () => {
  const shares = Array.from({ length: 30 }, (_, i) => ({ key: `r${i}`, k: 60, n: 100 }))
  const compared = compareShares(shares, 20)
  expect(compared.threshold).toBeCloseTo(3.14, 2)
  expect(compared).toMatchObject({ homogeneous: true, df: 29, p: 1 })
  expect(compared.members.every(each => each.verdict === 'chance')).toBe(true)
})

test('PL-11: two shares differ by z = 2.18 in the example of PL-16', () => {
  expect(twoShares(14, 30, 40, 150)).toBeCloseTo(2.18, 2)
  expect(twoShares(1, 1, 0, 0)).toBe(0)
  expect(homogeneity([{ key: 'a', k: 3, n: 3 }])).toEqual({ chiSquare: 0, df: 0, p: 1 })
})

test('PL-11: a rep with few deals gets no verdict', () => {
  const compared = compareShares(
    [
      { key: 'few', k: 0, n: 10 },
      { key: 'a', k: 60, n: 100 },
      { key: 'b', k: 61, n: 100 },
    ],
    20,
  )
  expect(compared.members.map(each => each.verdict)).toEqual(['thin', 'chance', 'chance'])
})

test('PL-12: 1,200,000 open against 360,000 needed is 3.33 where 4.20 is required: short', () => {
  const found = coverageOf({
    open: 1_200_000_00,
    quota: 500_000_00,
    won: 140_000_00,
    valueWinRatio: 0.28,
    closingShare: 0.85,
  })
  expect(found.coverage).toBeCloseTo(3.33, 2)
  expect(found.required).toBeCloseTo(4.2, 2)
  expect(found).toMatchObject({ needed: 360_000_00, verdict: 'short' })
})

test('PL-12: a quota that is reached needs no coverage, and without an own requirement none is compared with', () => {
  expect(coverageOf({ open: 1, quota: 100, won: 100, valueWinRatio: 0.5, closingShare: 0.5 })).toMatchObject({
    coverage: null,
    verdict: 'reached',
  })
  expect(coverageOf({ open: 300, quota: 100, won: 0, valueWinRatio: null, closingShare: 0.5 })).toMatchObject(
    { coverage: 3, required: null, verdict: 'noRequirement' },
  )
})

test('PL-13: 40 deals, 25 %, 30,000 and 60 working days are 5,000 a working day', () => {
  expect(velocityOf({ qualified: 40, winRatio: 0.25, meanWon: 30_000, meanCycle: 60 })).toBe(5_000)
  expect(velocityOf({ qualified: 40, winRatio: 0.25, meanWon: 30_000, meanCycle: 0 })).toBeNull()
})

const noRow = { state: 'lost', deal: { closedOn: day('2017-06-01'), owner: null } } as unknown as DealState
const path = (id: string, row: DealState, ...steps: [string, number, string][]): DealPath => ({
  id: asId(id),
  row,
  steps: steps.map(([step, order, on]) => ({ step, order, on: day(on) })),
})
const columns = [
  { step: 'A', order: 0, label: 'A' },
  { step: 'B', order: 1, label: 'B' },
  { step: 'won', order: 2, label: 'Won' },
]

test('PL-14: conversion is of those who entered in the window and had time; young open deals are set aside', () => {
  const open = { ...noRow, state: 'open', deal: { ...noRow.deal, closedOn: null } } as DealState
  const paths: DealPaths = {
    kind: 'statuses',
    columns,
    paths: [
      path('moved', noRow, ['A', 0, '2017-03-01'], ['B', 1, '2017-03-11']),
      path('lost', noRow, ['A', 0, '2017-05-02']),
      path('old', open, ['A', 0, '2017-02-01']),
      path('young', open, ['A', 0, '2017-11-01']),
      path('outside', noRow, ['A', 0, '2016-01-01'], ['B', 1, '2016-01-05']),
    ],
  }
  const [first] = conversionsOf(paths, { first: day('2017-01-01'), last: null }, day('2017-12-01'), 20)
  // The longest time from A to an end is 517 days (2016-01-01 to 2017-06-01), so both open deals are too young.
  expect(first).toMatchObject({ share: { k: 1, n: 2 }, tooYoung: 2, medianDays: 10 })
})

function exits(reps: readonly [string, number, number, number, number][]): DealPaths {
  const paths: DealPath[] = []
  for (const [rep, lostA, inA, lostB, inB] of reps)
    for (let i = 0; i < inA; i++) {
      const gone = i < lostA
      const row = {
        state: gone || i < lostA + lostB ? 'lost' : 'won',
        deal: { closedOn: day('2017-06-01'), owner: rep },
      } as unknown as DealState
      const steps: [string, number, string][] = [['A', 0, '2017-03-01']]
      if (!gone && i < lostA + inB) steps.push(['B', 1, '2017-04-01'])
      if (row.state === 'won') steps.push(['won', 2, '2017-06-01'])
      paths.push(path(`${rep}-${i}`, row, ...steps))
    }
  return { kind: 'statuses', columns, paths }
}

test('PL-16: 14 of 30 against 40 of 150 is "watch", and a step that is worst for one rep only is coaching', () => {
  const others = ['r1', 'r2', 'r3', 'r4', 'r5'].map((rep, i): [string, number, number, number, number] => [
    rep,
    8,
    30,
    i < 3 ? 10 : 3,
    22,
  ])
  const found = breakDownOf(exits([['r0', 14, 30, 2, 16], ...others]))
  const own = found.steps[0]?.comparison.members.find(each => each.key === 'r0')
  expect(own?.z).toBeCloseTo(2.18, 2)
  expect(own?.verdict).toBe('watch')
  expect(found.worst.get('r0')).toBe('A')
  expect(found.finding).toEqual({ kind: 'coaching', step: 'A', reps: ['r0'] })
})

test('PL-16: the same step worst for at least 60 % of the reps is a matter of the process', () => {
  const found = breakDownOf(
    exits(['r1', 'r2', 'r3'].map((rep): [string, number, number, number, number] => [rep, 2, 30, 20, 28])),
  )
  expect(found.finding).toEqual({ kind: 'process', step: 'B', share: 1 })
})

test('PL-14: paths come from selling statuses; a jump over a step counts as entering it on the same day', () => {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { engagedOn: day('2017-03-01') })
  complete(built, deal, '2017-03-10', 'SE1', 'SE2', 'SE3', 'SE4', 'SE5')
  const states = dealStates(built.region, asOf)
  const found = dealPaths(built.region, states)
  expect(found.kind).toBe('statuses')
  expect(found.paths[0]?.steps).toEqual([
    { step: 'S0', order: 0, on: '2017-03-01' },
    { step: 'S1', order: 1, on: '2017-03-10' },
    { step: 'S2', order: 2, on: '2017-03-10' },
  ])
  expect(found.columns.at(-1)?.step).toBe('won')
})

test('PL-18: the source example: 150, 600, 1,500 and 6,000 a piece, ROI 113 %, too few wins to rank', () => {
  const found = sourceEconomics(
    { cost: 18_000, leads: 120, accepted: 30, qualified: 12, wins: 3, revenue: 96_000, marginRate: 0.4 },
    10,
  )
  expect(found).toMatchObject({
    costPerLead: 150,
    costPerAccepted: 600,
    costPerQualified: 1_500,
    costPerWin: 6_000,
    thin: true,
  })
  expect(found.roi).toBeCloseTo(1.13, 2)
})

test('PL-18: the table takes leads by their creation, wins by their close and costs by their period', () => {
  const built = aRegion()
  const leadSource = built.add('leadSource', { name: 'Fair' })
  built
    .with('sourceCost', { leadSource, period: '2017-Q4', cost: 1_000_00, margin: 0.5 })
    .with('sourceCost', { leadSource, period: '2017-Q1', cost: 9_000_00 })
    .with('lead', { leadSource, createdOn: day('2017-10-05'), state: 'accepted' })
    .with('lead', { leadSource, createdOn: day('2017-11-05') })
    .with('lead', { leadSource, createdOn: day('2017-01-05') })
    .with('opportunity', {
      leadSource,
      engagedOn: day('2017-10-10'),
      state: 'won',
      closedOn: day('2017-12-01'),
      wonAmount: 4_000_00,
    })
  const window = { first: day('2017-10-01'), last: day('2017-12-31') }
  const { rows } = sourceTable(built.region, dealStates(built.region, asOf), window)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    name: 'Fair',
    cost: 1_000_00,
    leads: 2,
    accepted: 1,
    wins: 1,
    revenue: 4_000_00,
    roi: 1,
  })
})

describe('PL-19', () => {
  const touches = (due: number, done: number): Parameters<typeof completionOf>[0][number] => ({
    enrolment: asId('e'),
    owner: null,
    due,
    done,
    needsDisposition: false,
  })

  test('five prospects: 14 of 35 touches are 40 %, the median is 2', () => {
    const found = completionOf(
      [
        [8, 8],
        [8, 3],
        [6, 2],
        [8, 1],
        [5, 0],
      ].map(([due = 0, done = 0]) => touches(due, done)),
    )
    expect(found).toMatchObject({ due: 35, done: 14, share: 0.4, medianDone: 2 })
  })

  test('due is what start plus offset has reached; after a reply nothing more is due and a disposition is', () => {
    const built = aRegion()
    const steps = [0, 3, 7, 14].map((dayOffset, i) => ({
      no: i + 1,
      dayOffset,
      channel: 'call',
      content: '',
    }))
    const cadence = built.add('cadence', { name: 'Eight touches', steps })
    const enrolment = built.add('enrolment', { cadence, startOn: day('2017-12-20') })
    built.with('touch', { enrolment, no: 1, dueOn: day('2017-12-20'), doneOn: day('2017-12-20') })
    const read = (): ReturnType<typeof touchesOf> =>
      touchesOf(
        built.region.all('enrolment')[0] as never,
        built.region.get('cadence', cadence),
        built.region.where('touch', 'enrolment', enrolment),
        false,
        day('2017-12-27'),
      )
    expect(read()).toMatchObject({ due: 3, done: 1, needsDisposition: false })
    built.change('enrolment', enrolment, { state: 'replied' })
    expect(read()).toMatchObject({ due: 1, done: 1, needsDisposition: true })
  })
})

test('PL-20: evidence 5/6, order 1, plan 0, strategy 0.7 and hygiene 1 are 73.8 %', () => {
  expect(adherenceOf({ evidence: 5 / 6, order: 1, plan: 0, strategy: 0.7, hygiene: 1 })).toBeCloseTo(0.738, 3)
})

test('PL-20: parts that do not apply are dropped and the weights rescaled', () => {
  expect(adherenceOf({ evidence: 1, order: null, plan: null, strategy: null, hygiene: 0 })).toBeCloseTo(
    0.8,
    10,
  )
  expect(adherenceOf({ evidence: null, order: null, plan: null, strategy: null, hygiene: null })).toBeNull()
})

test('ids of deals come back with every figure, so that it can be opened', () => {
  const built = aRegion()
  const id: Id<'opportunity'> = built.add('opportunity', { state: 'won', closedOn: day('2017-06-01') })
  expect(winRatio(dealStates(built.region, asOf), always).deals).toEqual([id])
})

test('PL-20: adherence is aggregated by a key; deals without one are left out', () => {
  const deals = [
    { step: 'Proposal', score: 0.738 },
    { step: 'Proposal', score: 0.562 },
    { step: 'Contract', score: 1 },
    { step: null, score: 0 },
  ]
  expect(adherenceBy(deals, each => each.step).map(each => [each.key, each.mean, each.deals.length])).toEqual(
    [
      ['Proposal', 0.65, 2],
      ['Contract', 1, 1],
    ],
  )
})
