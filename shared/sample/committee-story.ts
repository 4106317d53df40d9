/** The second story of the sample region: a buying committee slips. */
import { weekday } from '../base/day'
import type { PlanStep } from '../model/process'
import type { SampleDeal } from './deals'
import { cycleSteps } from './process'
import { buyer, day, setUp, talk, type Stage } from './story'

/**
 * The committee slips: the proposal was ready on 12 November, two days after the committee of the second Tuesday
 * sat; the next one sits on 8 December and the order moves over the turn of the year while the CRM says 11 December.
 */
export function committeeSlips(stage: Stage): SampleDeal {
  const deal = setUp(stage, {
    company: 'Sedgebank Water District',
    sector: 'Water',
    city: 'Erie',
    rep: 'Wanda Kowal',
    product: 'Pulsefield Array',
    deal: 'Pulsefield Array, twelve stations',
    amount: 318_000,
    people: [
      ['Amara Feldman', 'Plant Manager', 'Operations'],
      ['Louis Carrow', 'Chief Financial Officer', 'Finance'],
      ['Noor Halloway', 'Head of Engineering', 'Engineering'],
      ['Stefan Brill', 'Purchasing Manager', 'Purchasing'],
    ],
    startOn: day('2026-09-08'),
    steps: ['2026-09-14', '2026-09-28', '2026-10-05', '2026-10-26', '2026-11-12'].map(day),
    closes: [[day('2026-09-08'), day('2026-12-11')]],
    buying: 3,
    values: {
      decisionMaker: 'Louis Carrow',
      decisionMakerEvidence: 'Amara Feldman',
      decisionMakerOn: day('2026-09-14'),
      decisionDate: day('2026-11-10'),
      decisionDateEvidence: 'Louis Carrow',
      decisionDateOn: day('2026-09-28'),
      budgetKnown: true,
      budget: 33_000_000,
      budgetEvidence: 'Louis Carrow',
      budgetOn: day('2026-09-14'),
      funding: 'requested',
      forecastCategory: 'Commit',
      nextStep: 'The investment committee decides',
      nextStepOn: day('2026-12-08'),
      nextStepBuyer: true,
      lastActivityOn: day('2026-11-12'),
    },
  })
  for (const [on, subject, who] of [
    ['2026-09-14', 'Qualification', 0],
    ['2026-09-28', 'Need summary confirmed', 2],
    ['2026-10-26', 'Pass marks met', 2],
    ['2026-11-05', 'Figures checked with finance', 1],
    ['2026-11-12', 'Proposal presented, two days after the committee', 1],
  ] as const)
    talk(stage, deal, on, subject, [who])
  buyer(stage, deal, 1, {
    role: 'economic',
    influence: 'high',
    rating: 2,
    ratingOn: day('2026-11-12'),
    coverage: 'multiple',
  })
  buyer(stage, deal, 0, {
    role: 'user coach',
    influence: 'medium',
    rating: 4,
    ratingOn: day('2026-11-12'),
    coverage: 'deep',
  })
  buyer(stage, deal, 2, {
    role: 'technical',
    influence: 'medium',
    rating: 3,
    ratingOn: day('2026-10-26'),
    coverage: 'multiple',
  })
  addCommitteePlan(stage, deal)
  return deal
}

/** Baseline and actual days of the plan, worked out by hand from CY-3 with the sample's holidays. */
const planRows: readonly (readonly [
  key: string | null,
  start: string,
  end: string,
  actual: string | null,
  days: number,
])[] = [
  ['qualify', '2026-09-08', '2026-09-14', '2026-09-14', 5],
  ['needs', '2026-09-15', '2026-09-28', '2026-09-28', 10],
  ['solution', '2026-09-29', '2026-10-05', '2026-10-05', 5],
  ['evaluation', '2026-10-06', '2026-10-26', '2026-10-26', 15],
  ['proposal', '2026-10-27', '2026-11-09', '2026-11-12', 10],
  [null, '2026-11-10', '2026-11-10', null, 1],
  ['contract', '2026-11-11', '2026-11-30', null, 12],
  ['agreement', '2026-12-01', '2026-12-07', null, 5],
]

function addCommitteePlan({ build, process, calendar }: Stage, deal: SampleDeal): void {
  const steps = planRows.map(([key, start, end, actual, duration], at): PlanStep => {
    const step = cycleSteps.find(each => each.key === key)
    const begun = actual !== null
    return {
      id: `${deal.record.externalId}-P${at + 1}`,
      key,
      name: step?.name ?? 'Investment committee, second Tuesday of the month',
      side: step?.side ?? 'buy',
      duration,
      lag: 0,
      parallelGroup: null,
      dateRule: key === null ? { kind: 'monthly', week: 2, weekday: weekday(day('2026-11-10')) } : null,
      closesSale: step?.closesSale ?? false,
      mandatory: step?.mandatory ?? true,
      baselineStart: day(start),
      baselineEnd: day(end),
      actualStart: begun ? day(start) : null,
      actualEnd: actual ? day(actual) : null,
      status: begun ? 'done' : 'notStarted',
      reason: key === null ? 'The buyer decides in this committee' : null,
      notes: null,
      criteria: (step?.criteria ?? []).map(each => ({
        ...each,
        met: begun,
        waived: false,
        metOn: actual ? day(actual) : null,
        evidence: begun ? 'Written by the buyer' : null,
        by: begun ? deal.rep.record.name : null,
        reason: null,
      })),
      events: step?.events ?? [],
    }
  })
  build.add(
    'opportunityPlan',
    {
      opportunity: deal.record.id,
      version: process.version.id,
      startOn: day('2026-09-08'),
      workWeek: calendar.id,
      state: 'running',
      baselineOn: day('2026-09-08'),
      steps,
    },
    { on: day('2026-09-08'), updatedOn: day('2026-11-12'), source: 'manager' },
  )
}
