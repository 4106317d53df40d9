/** Coverage and velocity from deals, worked out by hand beside the rule's own example. */
import { expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { sevenDayWeek } from '#shared/base/calendar'
import { parsePeriod } from '#shared/base/fiscal'
import { coverageFacts } from '#shared/process/coverage-facts'
import { dealStates } from '#shared/process/deal-state'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-11-30')
const q4 = present(parsePeriod('2017-Q4'), 'a quarter')

const facts = {
  decisionMaker: 'Ann',
  decisionMakerEvidence: 'Ann',
  decisionMakerOn: day('2017-11-01'),
  decisionDateEvidence: 'Ann',
  decisionDateOn: day('2017-11-01'),
  budgetKnown: true,
  budgetEvidence: 'Ann',
  budgetOn: day('2017-11-01'),
}

/** Two wins of 300 and 100 and a loss of 100 before; open: due 400, past 50, next year 70, real 90. */
function region(): RegionBuilder {
  const built = aRegion()
  const deal = (name: string, amount: number, more: object): void => {
    built.with('opportunity', { name, amount: amount * 100, engagedOn: day('2017-08-01'), ...more })
  }
  const closed = (state: 'won' | 'lost', on: string, amount: number): object => ({
    state,
    closedOn: day(on),
    ...(state === 'won' ? { wonAmount: amount * 100 } : {}),
  })
  deal('Won in Q3', 300, closed('won', '2017-09-20', 300))
  deal('Lost in Q3', 100, closed('lost', '2017-09-25', 100))
  deal('Won in Q4', 100, closed('won', '2017-10-10', 100))
  deal('Due', 400, { ...facts, decisionDate: day('2017-12-20') })
  deal('Past', 50, { ...facts, decisionDate: day('2017-11-10') })
  deal('Next year', 70, { ...facts, decisionDate: day('2018-02-01') })
  deal('Real', 90, { expectedClose: day('2017-12-15') })
  return built
}

test('PL-12: coverage counts qualified deals due from today to the end, with its own requirement', () => {
  const states = dealStates(region().region, asOf)
  const found = coverageFacts(states, states.rows, q4, 500_00, sevenDayWeek)
  expect([found.qualified.amount, found.real.amount, found.past.amount]).toEqual([400_00, 90_00, 50_00])
  expect(found.won.amount).toBe(100_00)
  // Value won 400 of 500 decided.
  expect(found.valueWinRatio).toBeCloseTo(0.8, 12)
  // 31 days before the end of Q3, on 30 August, all seven deals were open: 1,110; 400 of it was decided by 30 September.
  expect([found.openThen, found.decidedInTime, found.openThenCount]).toEqual([1_110_00, 400_00, 7])
  expect(found.closingShare).toBeCloseTo(400 / 1110, 12)
  expect(found.coverage).toMatchObject({ needed: 400_00, coverage: 1, verdict: 'short' })
  expect(found.coverage?.required).toBeCloseTo(1 / (0.8 * (400 / 1110)), 9)
})

test('PL-13: velocity is qualified × win ratio × mean won over the mean cycle in working days', () => {
  const states = dealStates(region().region, asOf)
  const { velocity } = coverageFacts(states, states.rows, q4, null, sevenDayWeek)
  // Cycles of the wins: 50 days to 20 September, 70 to 10 October.
  expect(velocity).toMatchObject({ qualified: 3, won: 2, decided: 3, meanWon: 200_00, meanCycle: 60 })
  expect(velocity.perDay).toBeCloseTo((3 * (2 / 3) * 200_00) / 60, 9)
})

test('PL-12: without a quota there is no coverage, without deals no requirement', () => {
  const states = dealStates(region().region, asOf)
  expect(coverageFacts(states, states.rows, q4, null, sevenDayWeek).coverage).toBeNull()
  const none = coverageFacts(states, [], q4, 100_00, sevenDayWeek)
  expect(none.coverage).toMatchObject({ coverage: 0, required: null, verdict: 'noRequirement' })
  expect(none.velocity.perDay).toBeNull()
})

test('PL-2: a deal that was put aside is not counted', () => {
  const built = region()
  built.with('disposition', {
    opportunity: 'opportunity-4' as never,
    kind: 'postpone',
    on: day('2017-11-20'),
    revisitOn: day('2018-03-01'),
  })
  const states = dealStates(built.region, asOf)
  expect(coverageFacts(states, states.rows, q4, 500_00, sevenDayWeek).qualified.amount).toBe(0)
})
