/** Ageing (PL-15) on a region small enough to count by hand. */
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { ageingOf } from '#shared/process/ageing'
import { dealStates } from '#shared/process/deal-state'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2026-06-30')

/** Two hundred won deals of ten days each, so that PL-9 may speak. */
function aged(): ReturnType<typeof aRegion> {
  const built = aRegion()
  for (let i = 0; i < 200; i++)
    built.with('opportunity', { state: 'won', engagedOn: day('2026-01-01'), closedOn: day('2026-01-11') })
  return built
}

test('PL-15: deals fall into bars of fifteen days, and those without a date are counted apart', () => {
  const built = aged()
    .with('opportunity', { engagedOn: day('2026-06-25') })
    .with('opportunity', { engagedOn: day('2026-06-10') })
    .with('opportunity', { engagedOn: null })
  const found = ageingOf(dealStates(built.region, asOf))
  expect(found).toMatchObject({
    wonN: 200,
    p50: 10,
    p80: 10,
    p90: 10,
    longest: 10,
    judged: 2,
    older: 1,
    unknown: 1,
  })
  expect(found.bars.map(bar => bar.deals)).toEqual([['opportunity-201'], ['opportunity-202'], [], [], []])
})

test('PL-9: a deal that was put aside by a decision is not counted among those that are too old', () => {
  const built = aged().with('opportunity', { engagedOn: day('2026-03-01') })
  expect(ageingOf(dealStates(built.region, asOf))).toMatchObject({ judged: 1, older: 1 })
  built.with('disposition', {
    opportunity: asId('opportunity-201'),
    kind: 'archive',
    on: day('2026-06-01'),
    reason: 'other',
  })
  expect(ageingOf(dealStates(built.region, asOf))).toMatchObject({ judged: 0, older: 0 })
})
