/** Accuracy of a region's forecast: the reference backtest from the region itself, its parts that add up, and no look-ahead. */
import { describe, expect, it } from 'vitest'
import { accuracyReport, backtestOrigins } from '#shared/forecast/accuracy-report'
import type { Fact } from '#shared/forecast/backtest'
import { regionFacts } from '#shared/forecast/region-facts'
import { dealStates } from '#shared/process/deal-state'
import { aRegion, day } from '../../builders/region-builder'
import { mavenRegion } from '../../builders/maven-region'

const maven = mavenRegion()
const percent = (x: number | null | undefined): string => ((x ?? NaN) * 100).toFixed(1)

describe.skipIf(maven === null)('the Maven region (A24)', () => {
  const region = (maven ?? aRegion()).region
  const { facts, ...counts } = regionFacts(region, dealStates(region, day('2017-12-31')))
  const origins = backtestOrigins(facts, day('2017-12-31'))
  const report = accuracyReport(facts, origins)

  it('has seven origins from May to November, and says what it took as given', () => {
    expect([origins.length, origins[0], origins.at(-1)]).toEqual([7, '2017-05-31', '2017-11-30'])
    // 8,300 dated deals, all at list price; 500 Prospecting rows have no date.
    expect([counts.deals, counts.undated, counts.listPriced, counts.amountAsNow]).toEqual([
      8300, 500, 8300, 0,
    ])
  })

  it('WAPE 28.4 %, bias +4.8 %, naive 219.8 %', () => {
    const { run, naive } = report
    expect([run.accuracy.wape, run.accuracy.bias, naive.accuracy.wape].map(percent)).toEqual([
      '28.4',
      '4.8',
      '219.8',
    ])
  })

  it('the forecasts of reps and of products add up to the whole, and so do the actuals', () => {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    const [whole, came] = [
      sum(report.run.rows.map(row => row.forecast)),
      sum(report.run.rows.map(row => row.actual)),
    ]
    for (const groups of [report.owners, report.products]) {
      expect(sum(groups.map(each => each.forecast)) / whole).toBeCloseTo(1, 9)
      expect(sum(groups.map(each => each.actual))).toBe(came)
    }
    // Seven products; thirty reps have deals.
    expect([report.products.length, report.owners.length]).toEqual([7, 30])
  })

  it('a period is known on its last day; the horizon of its first is the backtest itself', () => {
    expect(report.horizons.map(each => each.days)).toEqual([90, 60, 30, 0])
    expect(report.horizons[3]).toMatchObject({ n: 7, wape: 0, bias: 0 })
    // June, September and November have thirty days: thirty days before their end is the month end before.
    const row = report.horizons[2]?.rows.find(each => each.period.key === '2017-09')
    expect(row?.origin).toBe('2017-08-31')
    expect(row?.forecast).toBeCloseTo(
      report.run.rows.find(each => each.period.key === '2017-09')?.forecast ?? NaN,
      4,
    )
  })

  it('judges every open deal of every origin once', () => {
    const keys = new Set(report.judged.map(each => `${each.deal}/${each.origin}`))
    expect(keys.size).toBe(report.judged.length)
    expect(report.judged.every(each => each.p >= 0 && each.p <= 1)).toBe(true)
  })
})

describe('facts of a region', () => {
  const built = aRegion()
  const rep = built.add('rep', { name: 'Ann' })
  const other = built.add('rep', { name: 'Ben' })
  built.from('manager', '2017-03-01T09:00:00.000Z')
  const deal = built.add('opportunity', {
    name: 'x',
    owner: other,
    state: 'won',
    createdOn: day('2017-02-20'),
    closedOn: day('2017-06-10'),
    amount: 90_000,
    wonAmount: 80_000,
  })
  for (const [field, before, value, on, at] of [
    ['amount', 120_000, 100_000, '2017-04-01', '2017-04-20'],
    ['amount', 100_000, 90_000, '2017-05-01', '2017-05-01'],
    ['owner', rep, other, '2017-05-15', '2017-05-15'],
    ['state', 'open', 'won', '2017-06-10', '2017-06-14'],
  ] as const)
    built.from('manager', `${at}T09:00:00.000Z`).add('oppFact', {
      opportunity: deal,
      field,
      before,
      value,
      occurredOn: day(on),
      recordedAt: `${at}T09:00:00.000Z`,
    })
  const { facts } = regionFacts(built.region, dealStates(built.region, day('2017-12-31')))
  const of = (field: string): (string | number | null)[][] =>
    facts
      .filter((each: Fact) => each.field === field)
      .map(each => [each.value, each.occurredAt, each.recordedAt])

  it('FC-25: the amount is that of its day, never the one that was won; late records stay unknown until recorded', () => {
    expect(of('amount')).toEqual([
      [120_000, '2017-02-20', '2017-03-01'],
      [100_000, '2017-04-01', '2017-04-20'],
      [90_000, '2017-05-01', '2017-05-01'],
    ])
    expect(of('won')).toEqual([[80_000, '2017-06-10', '2017-06-14']])
  })

  it('FC-25: the owner is the one of the day, not the final one', () => {
    expect(of('owner').map(each => each[0])).toEqual([rep, other])
  })

  it('without a close there is no origin', () => {
    expect(backtestOrigins([], day('2017-12-31'))).toEqual([])
  })
})
