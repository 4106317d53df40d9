/** Warnings about the pipeline, their sentences and what answers them. */
import { describe, expect, test } from 'vitest'
import type { CurrencyCode } from '#shared/base/money'
import { adherenceOf } from '#shared/process/adherence'
import { adherenceParts } from '#shared/process/adherence-parts'
import { dealStates } from '#shared/process/deal-state'
import { defaultSteps } from '#shared/process/default-cycle'
import { checkOutcome, type OutcomeWish } from '#shared/process/outcome'
import {
  coverageWarnings,
  creationWarnings,
  dealWarnings,
  pipelineWarnings,
  thinWarnings,
} from '#shared/process/pipeline-warnings'
import { planSteps, withBaseline } from '#shared/process/plan-steps'
import { beforeAfter, checkStart, dueForReview } from '#shared/process/process-change'
import { processSentence } from '#shared/process/warning-sentence'
import { always, winRatios } from '#shared/process/win-ratio'
import { plainWeek } from '#shared/base/calendar'
import type { RecordOf } from '#shared/model/catalog'
import { warning, type Warning } from '#shared/region/warning'
import { complete, withProcess } from '../../builders/default-process'
import { mavenAsOf, mavenRegion } from '../../builders/maven-region'
import { plainWords } from '../../builders/plain-words'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-12-29')

function ofFirst(built: RegionBuilder): readonly Warning[] {
  const states = dealStates(built.region, asOf)
  const row = states.rows[0]
  return row ? dealWarnings(row, states) : []
}
const codes = (found: readonly Warning[]): string[] => found.map(each => each.code)

test('PL-W1: no buyer’s next step ahead, said by what is there instead', () => {
  const said = (values: object): string | null => {
    const built = aRegion()
      .with('opportunity', { name: 'Kan-code', ...values })
      .with('opportunity', { nextStep: 'x' })
    const [found] = ofFirst(built)
    return found ? processSentence(found, plainWords) : null
  }
  expect(said({})).toBe('Kan-code has no next step. Agree on one by the buyer, with a date.')
  expect(said({ nextStep: 'Call', nextStepOn: day('2017-12-01') })).toContain('was due on 2017-12-01')
  expect(said({ nextStep: 'Call', nextStepOn: day('2018-01-05') })).toContain('only ours')
  expect(said({ nextStep: 'Call', nextStepOn: day('2018-01-05'), nextStepBuyer: true })).toBeNull()
})

test('PL-W2, PL-W3: stuck and stale deals are warned about until they are put away', () => {
  const built = withProcess(aRegion())
  const opportunity = built.add('opportunity', { name: 'Kan-code', createdOn: day('2017-08-01') })
  complete(built, opportunity, '2017-08-08', 'BE1')
  built.with('activity', { kind: 'call', on: day('2017-12-28') })
  expect(codes(ofFirst(built))).toEqual(['PL-W2', 'PL-W3'])
  built.with('disposition', {
    opportunity,
    kind: 'postpone',
    on: day('2017-12-20'),
    revisitOn: day('2018-03-01'),
  })
  expect(codes(ofFirst(built))).toEqual([])
})

test('PL-W4: older than any closed deal', () => {
  const built = aRegion()
  const old = built.add('opportunity', { name: 'Old', engagedOn: day('2017-01-02') })
  for (let i = 0; i < 200; i++)
    built.with('opportunity', { state: 'lost', engagedOn: day('2017-03-01'), closedOn: day('2017-05-30') })
  const found = ofFirst(built)
  expect(found).toMatchObject([{ code: 'PL-W4', subject: old, facts: { days: 361, limit: 90, n: 200 } }])
  expect(processSentence(found[0] as Warning, plainWords)).toBe(
    'Old is 361 days old; none of 200 closed deals took more than 90. Disqualify, postpone or archive it.',
  )
})

test('PL-W5: coverage below the own requirement, never below a rule of thumb', () => {
  const parts = { open: 1_200_000_00, quota: 500_000_00, won: 140_000_00 }
  const found = coverageWarnings('2017-Q4', { ...parts, valueWinRatio: 0.28, closingShare: 0.85 })
  expect(processSentence(found[0] as Warning, plainWords)).toBe(
    'Coverage is 3.33 where 4.2 is required: 1,200,000 open for 360,000 still needed. Create, or pull forward.',
  )
  expect(coverageWarnings('2017-Q4', { ...parts, valueWinRatio: null, closingShare: null })).toEqual([])
})

test('PL-W7: qualified on evidence older than 90 days', () => {
  const facts = (on: string): object => ({
    name: 'Kan-code',
    decisionMaker: 'A',
    decisionMakerEvidence: 'A',
    decisionMakerOn: day(on),
    decisionDate: day('2018-03-01'),
    decisionDateEvidence: 'A',
    decisionDateOn: day('2017-12-01'),
    budgetKnown: true,
    budgetEvidence: 'A',
    budgetOn: day('2017-12-01'),
  })
  expect(codes(ofFirst(aRegion().with('opportunity', facts('2017-09-30'))))).toEqual([])
  expect(ofFirst(aRegion().with('opportunity', facts('2017-09-29')))).toMatchObject([
    { code: 'PL-W7', facts: { days: 91, limit: 90 } },
  ])
})

test('PL-W8: a suspect older than 60 days, or past its own review day', () => {
  const suspect = (values: object): string[] => codes(ofFirst(aRegion().with('opportunity', values)))
  expect(suspect({ createdOn: day('2017-10-30') })).toEqual([])
  expect(suspect({ createdOn: day('2017-10-29') })).toEqual(['PL-W8'])
  expect(suspect({ createdOn: day('2017-12-01'), reviewOn: day('2017-12-20') })).toEqual(['PL-W8'])
})

test('PL-W9: one rep with at least 40 % of the open amount', () => {
  const built = aRegion()
  const usd = 'USD' as CurrencyCode
  for (const [name, amount] of [
    ['Ann', 40_00],
    ['Bob', 30_00],
    ['Cy', 30_00],
  ] as const)
    built.with('opportunity', { owner: built.add('rep', { name }), amount, currency: usd })
  const found = pipelineWarnings(built.region, dealStates(built.region, asOf)).filter(
    each => each.code === 'PL-W9',
  )
  expect(found).toMatchObject([{ facts: { who: 'Ann', share: 0.4, of: 'open' } }])
})

test('PL-W10: a view with ratios of few deals says so', () => {
  const built = aRegion()
  const owner = built.add('rep', { name: 'Ann' })
  built.with('opportunity', { owner, state: 'won', closedOn: day('2017-06-01') })
  const states = dealStates(built.region, asOf)
  expect(thinWarnings('reps', winRatios(states, 'rep', always))).toMatchObject([
    { code: 'PL-W10', severity: 'info', facts: { n: 1, of: 1, least: 1 } },
  ])
})

test('every warning has a sentence that ends in what to do', () => {
  const all = [
    ...Array.from({ length: 9 }, (_, i) => `CY-W${i + 1}`),
    ...Array.from({ length: 10 }, (_, i) => `PL-W${i + 1}`),
  ]
  for (const code of all) {
    const said = processSentence(
      warning(code, 'warn', 'x', { deal: 'D', step: 'S', who: 'W' }, []),
      plainWords,
    )
    expect(said, code).toMatch(/^[^!]+\.$/)
  }
  expect(processSentence(warning('FC-W1', 'warn', 'x', {}, []), plainWords)).toBeNull()
})

const maven = mavenRegion()

describe.skipIf(maven === null)('Maven', () => {
  if (!maven) return
  const states = dealStates(maven.region, mavenAsOf)

  test('A21, PL-W6: creation fell by 58 % in the region, and the sentence says it', () => {
    const [region] = creationWarnings(states)
    expect(processSentence(region as Warning, plainWords)).toBe(
      'New opportunities fell from 2,770 to 1,165 (−58 %). Put prospecting on the agenda.',
    )
  })

  test('A16: the concentration on D. Schlecht is warned about', () => {
    const found = pipelineWarnings(maven.region, states).filter(each => each.code === 'PL-W9')
    expect(found.map(each => processSentence(each, plainWords))).toContain(
      'Darcel Schlecht won 1,153,214 of 2,251,930 of Melvin Marxen’s people (51.2 %). Plan for the day when one person is missing.',
    )
  })
})

test('PL-5: a win needs its amount, every end a reason, and no end lies before the start', () => {
  const wish: OutcomeWish = {
    result: 'won',
    on: day('2017-12-20'),
    amount: 100_00,
    competitor: null,
    reasonCode: 'price',
    lesson: null,
  }
  const kinds = (more: Partial<OutcomeWish>): string[] => {
    const checked = checkOutcome({ ...wish, ...more }, day('2017-10-01'), asOf)
    return checked.ok ? [] : checked.problem.map(each => each.kind)
  }
  expect(kinds({})).toEqual([])
  expect(kinds({ amount: null })).toEqual(['wonWithoutAmount'])
  expect(kinds({ result: 'noDecision', amount: null, reasonCode: ' ' })).toEqual(['needsReason'])
  expect(kinds({ on: day('2017-09-01') })).toEqual(['beforeStart'])
  expect(kinds({ on: day('2018-01-01') })).toEqual(['inFuture'])
  expect(kinds({ lesson: 'x'.repeat(201) })).toEqual(['lessonTooLong'])
})

test('6.4: a process change without a metric cannot be started', () => {
  const built = aRegion()
  const id = built.add('processChange', { problem: 'Proposals die', hypothesis: 'Too early', expected: 0.5 })
  const change = (): RecordOf<'processChange'> =>
    built.region.get('processChange', id) as RecordOf<'processChange'>
  expect(checkStart(change())).toMatchObject({
    ok: false,
    problem: ['noMetric', 'noBaseline', 'noPilot', 'noReviewDay'],
  })
  built.change('processChange', id, {
    metric: 'conversion S4 to S5',
    baseline: 0.4,
    baselineN: 60,
    pilot: [built.add('rep', { name: 'Ann' })],
    startOn: day('2017-11-01'),
    reviewOn: day('2017-12-29'),
    state: 'running',
  })
  expect(checkStart(change()).ok).toBe(true)
  expect(dueForReview([change()], asOf)).toHaveLength(1)
  expect(dueForReview([change()], day('2017-12-28'))).toHaveLength(0)
})

test('6.4: before and after are compared with intervals; 40 of 150 against 14 of 30 differ, 40 against 9 do not', () => {
  expect(beforeAfter({ k: 40, n: 150 }, { k: 14, n: 30 }, 20)).toMatchObject({ differs: true })
  expect(beforeAfter({ k: 40, n: 150 }, { k: 9, n: 30 }, 20)).toMatchObject({ differs: false })
})

test('PL-20: the parts come from the plan: 5 of 6 criteria evidenced, in order, one step late, hygiene good', () => {
  const built = withProcess(aRegion())
  const opportunity = built.add('opportunity', {
    createdOn: day('2017-10-02'),
    nextStep: 'Committee',
    nextStepOn: day('2018-01-09'),
    nextStepBuyer: true,
    expectedClose: day('2018-02-01'),
  })
  const steps = withBaseline(planSteps(defaultSteps), day('2017-10-02'), plainWeek).map((each, i) =>
    i < 6
      ? {
          ...each,
          status: 'done' as const,
          actualEnd: day(`2017-1${i < 4 ? 0 : 1}-1${i}`),
          criteria: each.criteria.map(one => ({ ...one, met: true, evidence: i === 3 ? null : 'mail' })),
        }
      : each,
  )
  built.with('opportunityPlan', { opportunity, startOn: day('2017-10-02'), steps, state: 'running' })
  const row = dealStates(built.region, asOf).byId.get(opportunity)
  if (!row) throw new Error('no deal')
  const parts = adherenceParts(row, 7)
  expect(parts).toEqual({ evidence: 5 / 6, order: 1, plan: 0, strategy: 0.7, hygiene: 1 })
  expect(adherenceOf(parts)).toBeCloseTo(0.738, 3)
})
