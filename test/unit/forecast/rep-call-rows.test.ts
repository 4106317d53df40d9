import { expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { distribution } from '#shared/forecast/distribution'
import { chancesIn, forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import { callOf, categoryOf, repCallRows } from '#shared/forecast/rep-call-rows'
import { dealStates } from '#shared/process/deal-state'
import { f5Id, f5Region } from '../../builders/f5-region'
import { day } from '../../builders/region-builder'
import { f5AsOf } from '../../fixtures/f5'

const rowsOf = (built: ReturnType<typeof f5Region>) => {
  const states = dealStates(built.region, f5AsOf)
  const forecast = forecastRegion(
    regionPipeline(built.region, states),
    forecastPeriods(f5AsOf, 'quarter', 2, 1),
  )
  return repCallRows(built.region, states, forecast, 0)
}

test('FC-16: commit beside the matrix, with the chance to reach it, quota and gap', () => {
  const built = f5Region()
  const rep = present(built.region.all('rep')[0], 'F5 has a rep').id
  built.with('rep', { name: 'Idle' })
  built.with('forecastCall', {
    rep,
    period: '2017-Q4',
    asOf: f5AsOf,
    commit: 140_000_00,
    submittedAt: '2017-10-02T08:00:00.000Z',
  })
  built.with('forecastCall', {
    rep,
    by: 'manager',
    period: '2017-Q4',
    asOf: f5AsOf,
    commit: 130_000_00,
    submittedAt: '2017-10-02T09:00:00.000Z',
  })
  const [row, ...others] = rowsOf(built)
  expect(others).toEqual([])
  const ann = present(row, 'Ann has open deals')
  expect([ann.commit, ann.manager, ann.quota, ann.bias.bias]).toEqual([140_000_00, 130_000_00, null, null])
  const curve = distribution(chancesIn(ann.rows, 0))
  const call = present(callOf(ann, curve), 'a call')
  expect([call.low, call.middle, call.high]).toEqual([0, 140_000_00, 260_000_00])
  // What is reached is everything but the amounts below the commit.
  const below = curve.cumulative.filter(([amount]) => amount < 140_000_00).at(-1)?.[1] ?? 0
  expect(call.chance).toBeCloseTo(1 - below, 9)
})

test('FC-16: committed but unlikely, likely but not committed, committed before the buyer’s date', () => {
  const built = f5Region()
  const rep = present(built.region.all('rep')[0], 'F5 has a rep').id
  built.change('opportunity', f5Id('O1'), { expectedClose: day('2017-10-31') })
  built.change('opportunity', f5Id('O2'), { forecastCategory: 'Best Case' })
  built.change('opportunity', f5Id('O4'), { forecastCategory: 'Commit' })
  built.with('forecastCall', {
    rep,
    period: '2017-Q4',
    asOf: f5AsOf,
    commit: 1,
    categories: { [f5Id('O1')]: 'commit', [f5Id('O3')]: 'pipeline' },
    submittedAt: '2017-10-02T08:00:00.000Z',
  })
  const found = present(rowsOf(built)[0], 'Ann').differences.map(({ row, why }) => [row.row.deal.name, why])
  // O3 has 67 % and stays below the 70 % from which a deal would be expected in the commit.
  expect(found).toEqual([
    ['O1', 'beforeBuyerDate'],
    ['O4', 'committedUnlikely'],
  ])
})

test('categories are read from the CRM’s words', () => {
  expect(['Commit', 'Best Case', 'Upside', 'Omitted', 'Pipeline', null].map(categoryOf)).toEqual([
    'commit',
    'bestCase',
    'bestCase',
    'omitted',
    'pipeline',
    'pipeline',
  ])
})
