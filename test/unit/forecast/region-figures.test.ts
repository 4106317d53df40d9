import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { parsePeriod } from '#shared/base/fiscal'
import type { CurrencyCode } from '#shared/base/money'
import { forecastSentence } from '#shared/forecast/forecast-sentence'
import { forecastFigures } from '#shared/forecast/period-figures'
import { breakdownOf, type BreakdownWish } from '#shared/forecast/region-breakdown'
import { repBias } from '#shared/forecast/region-calls'
import { forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import { forecastWarnings } from '#shared/forecast/region-warnings'
import { dealStates } from '#shared/process/deal-state'
import type { RegionBuilder } from '../../builders/region-builder'
import { f5Region } from '../../builders/f5-region'
import { plainWords } from '../../builders/plain-words'
import { aRegion, day } from '../../builders/region-builder'
import { f5AsOf } from '../../fixtures/f5'

const money = (cents: number): string => (cents / 100).toFixed(2)

const built = (region: RegionBuilder) => {
  const states = dealStates(region.region, f5AsOf)
  const forecast = forecastRegion(
    regionPipeline(region.region, states),
    forecastPeriods(f5AsOf, 'quarter', 3, 1),
  )
  return { region: region.region, states, forecast }
}

describe('the figures of a period', () => {
  test('FC-14, FC-16: closed, spread, calls, quota and gap of the first quarter', () => {
    const f5 = f5Region()
    const rep = present(f5.region.all('rep')[0], 'F5 has a rep').id
    const other = f5.add('rep', { name: 'Ben' })
    const usd = 'USD' as CurrencyCode
    f5.with('opportunity', {
      name: 'won',
      owner: rep,
      state: 'won',
      createdOn: day('2017-01-05'),
      closedOn: day('2017-10-01'),
      wonAmount: 10_000_00,
    })
    for (const [who, period, amount] of [
      [rep, '2017-Q4', 200_000_00],
      [other, '2017-Q4', 50_000_00],
      [rep, '2018-Q1', 1_00],
    ] as const)
      f5.with('quota', { rep: who, period, amount, currency: usd })
    f5.with('quota', { unit: 'West', period: '2017-Q4', amount: 999_00, currency: usd })
    const call = (on: string, commit: number, submitted = true) =>
      f5.with('forecastCall', {
        rep,
        period: '2017-Q4',
        asOf: day(on),
        commit,
        bestCase: commit * 2,
        currency: usd,
        submittedAt: submitted ? `${on}T08:00:00.000Z` : null,
      })
    call('2017-09-25', 90_000_00)
    call('2017-10-02', 120_000_00)
    call('2017-10-02', 1_00, false)
    call('2017-10-09', 2_00)
    const { region, states, forecast } = built(f5)
    const first = present(forecastFigures(region, states, forecast).periods[0], 'Q4')
    expect(money(first.closed)).toBe('10000.00')
    expect(money(first.spread)).toBe('148124.75')
    // The last call submitted by the as-of date; drafts and later ones do not count.
    expect(first.commit.amount).toBe(120_000_00)
    expect(first.bestCase.amount).toBe(240_000_00)
    expect(first.quota.amount).toBe(250_000_00)
    expect(money(first.gap ?? 0)).toBe('91875.25')
    expect(first.assumed).toBe(0)
    const own = present(forecastFigures(region, states, forecast, rep).periods[0], 'Q4')
    expect(own.quota.amount).toBe(200_000_00)
  })

  test('CV-7: a quota or a deal without a rate is named, and blocks', () => {
    const f5 = f5Region()
    f5.with('quota', { unit: 'West', period: '2018-Q1', amount: 5_00, currency: 'EUR' as CurrencyCode })
    const { region, states, forecast } = built(f5)
    const figures = forecastFigures(region, states, forecast)
    expect(figures.blockedBy.map(each => each.currency)).toEqual(['EUR'])
    expect(figures.periods[1]?.quota.amount).toBeNull()
  })
})

test('FC-16: a rep’s bias is the mean of (commit − actual) / actual over four or more periods that are over', () => {
  const region = aRegion()
  const rep = region.add('rep', { name: 'Ann' })
  // (110 − 100)/100, (90 − 100)/100, (150 − 100)/100 and (130 − 100)/100: mean 0.20.
  for (const [period, on, commit] of [
    ['2016-Q4', '2016-11-01', 110],
    ['2017-Q1', '2017-02-01', 90],
    ['2017-Q2', '2017-05-01', 150],
    ['2017-Q3', '2017-08-01', 500],
    ['2017-Q3', '2017-09-01', 130],
    ['2017-Q4', '2017-10-01', 130],
  ] as const)
    region.with('forecastCall', {
      rep,
      period,
      asOf: day(on),
      commit,
      submittedAt: `${on}T08:00:00.000Z`,
    })
  for (const closedOn of ['2016-12-01', '2017-03-01', '2017-06-01', '2017-09-30'])
    region.with('opportunity', {
      name: closedOn,
      owner: rep,
      state: 'won',
      createdOn: day('2016-01-01'),
      closedOn: day(closedOn),
      wonAmount: 100,
    })
  const found = repBias(region.region, dealStates(region.region, f5AsOf), rep, key => parsePeriod(key))
  expect(found.periods.map(each => [each.period, each.commit, each.actual])).toEqual([
    ['2016-Q4', 110, 100],
    ['2017-Q1', 90, 100],
    ['2017-Q2', 150, 100],
    ['2017-Q3', 130, 100],
  ])
  expect(found.bias).toBeCloseTo(0.2, 12)
})

describe('FC-13: any two dimensions', () => {
  const { states, forecast } = built(f5Region())
  const table = (wish: Partial<BreakdownWish>) =>
    breakdownOf(
      forecast,
      { rows: 'cell', columns: 'period', measure: 'spread', period: null, ...wish },
      { rates: states.rates, sources: new Map(), markets: new Map(), units: () => 2 },
    )
  test('lines and columns add up to the weighted value', () => {
    const found = table({})
    expect(found.lines.map(each => each.label)).toEqual(['B2/S5', 'B3/S1', 'B4/S4', 'B5/S5'])
    expect(found.columns.map(each => each.label)).toEqual(['2017-Q4', '2018-Q1', '2018-Q2', 'later'])
    expect(found.columns.map(each => money(each.value))).toEqual([
      '148124.75',
      '25790.14',
      '5972.79',
      '2598.03',
    ])
    expect(money(found.total.value)).toBe('182485.71')
    expect(money(found.lines[2]?.cells[0]?.value ?? 0)).toBe('65363.62')
    expect(found.lines[2]?.cells[0]?.deals).toEqual(['deal/O1'])
  })
  test('one period alone, by point, in units and by open amount', () => {
    expect(money(table({ columns: 'rep', period: 0 }).total.value)).toBe('148124.75')
    expect(money(table({ columns: 'rep', period: 0, measure: 'point' }).total.value)).toBe('182485.71')
    // Two units a deal, times the chances 0.62 + 0.42 + 0.67 + 0.17143.
    expect(table({ measure: 'units' }).total.value).toBeCloseTo(
      2 * (0.62 + 0.42 + 0.67 + 0.2 * (1 - 15 / 105)),
      9,
    )
    expect(table({ columns: 'basis', measure: 'amount', period: 0 }).total.value).toBe(460_000_00)
  })
})

describe('the warnings of F5', () => {
  const sentences = (region: RegionBuilder): Record<string, string> => {
    const { region: found, states, forecast } = built(region)
    return Object.fromEntries(
      forecastWarnings(found, states, forecast).map(each => [
        each.code,
        forecastSentence(each, plainWords) ?? '',
      ]),
    )
  }
  test('FC-W2, W3, W6, W9: stalled, large, two sides apart, no quota', () => {
    const found = sentences(f5Region())
    expect(found['FC-W2']).toContain('1 deal')
    expect(found['FC-W2']).toContain('stalled')
    expect(found['FC-W6']).toContain('selling faster than they are buying')
    expect(found['FC-W3']).toBeDefined()
    expect(found['FC-W9']).toContain('2017-Q4, 2018-Q1, 2018-Q2')
  })
  test('FC-W5, W10, W12: a date that has passed, late events, and many of one person at the end of a quarter', () => {
    const f5 = f5Region()
    const id = f5.add('opportunity', {
      name: 'late',
      amount: 100,
      createdOn: day('2017-01-01'),
      decisionDate: day('2017-09-01'),
    })
    for (const event of f5.region.all('eventDef').slice(0, 5))
      f5.with('opportunityEvent', {
        opportunity: id,
        event: event.id,
        occurredOn: day('2017-08-01'),
        recordedAt: '2017-09-28T10:00:00.000Z',
        evidence: 'said so',
        by: 'Ann',
      })
    const found = sentences(f5)
    expect(found['FC-W5']).toContain('1 deal')
    expect(found['FC-W10']).toContain('Ann recorded 5 of')
    expect(sentences(f5)['FC-W12']).toBeUndefined()
    for (const each of f5.region.where('opportunityEvent', 'opportunity', id))
      f5.change('opportunityEvent', each.id, { recordedAt: '2017-09-29T10:00:00.000Z' })
    expect(sentences(f5)['FC-W12']).toContain('Ann recorded 5 events in the last two days of 2017-Q3')
  })
  test('CV-9: a warning accepted with a reason stays accepted', () => {
    const f5 = f5Region().with('warningAck', {
      code: 'FC-W2',
      subject: 'region',
      reason: 'known',
      on: day('2017-10-01'),
    })
    const { region, states, forecast } = built(f5)
    const found = forecastWarnings(region, states, forecast).find(each => each.code === 'FC-W2')
    expect(found?.accepted?.reason).toBe('known')
  })
})
