/** What-if of a draft: equal to forecasting the whole pipeline twice, and limited to the deals that the draft would govern. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessClock } from '#shared/forecast/business-clock'
import { forecastDeals } from '#shared/forecast/deal-forecast'
import { draftWhatIf, type GovernedDeal } from '#shared/forecast/draft-what-if'
import { setValues } from '#shared/forecast/matrix-edit'
import { startingMatrix } from '#shared/forecast/starting-values'
import { f5AsOf, f5Calendar, f5Deals, f5Periods } from '../../fixtures/f5'

const clock = businessClock(f5Calendar, f5AsOf)
const start = startingMatrix()
const deals: readonly GovernedDeal[] = f5Deals.map(deal => ({ before: deal, after: deal, matrix: start }))

describe('what-if of a draft', () => {
  it('A35: POC(B4,S4) from 62 to 68 % moves one deal, the total by 7,200.00 and the quarter by 6,325.51', () => {
    const after = setValues(start, 'poc', [{ b: 4, s: 4, value: 0.68 }])
    const { weighted, spread, affected, most } = draftWhatIf(deals, after, clock, f5Periods)
    expect([(weighted / 100).toFixed(2), ((spread[0] ?? 0) / 100).toFixed(2)]).toEqual(['7200.00', '6325.51'])
    expect([affected, most[0]?.deal.id]).toEqual([1, 'O1'])
  })

  it('gives what the difference of two whole forecasts gives, for any edits', () => {
    const edit = fc.record({
      b: fc.integer({ min: 0, max: 6 }),
      s: fc.integer({ min: 0, max: 6 }),
      poc: fc.integer({ min: 1, max: 98 }),
      tuc: fc.integer({ min: 1, max: 300 }),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.constantFrom(0.6, 0.9), (edits, sigma) => {
        const poc = setValues(
          start,
          'poc',
          edits.map(({ b, s, poc }) => ({ b, s, value: poc / 100 })),
        )
        const both = setValues(
          poc,
          'tuc',
          edits.map(({ b, s, tuc }) => ({ b, s, value: tuc })),
        )
        const after = { ...both, sigma }
        const was = forecastDeals(f5Deals, start, clock, f5Periods).totals
        const now = forecastDeals(f5Deals, after, clock, f5Periods).totals
        const { weighted, spread, later } = draftWhatIf(deals, after, clock, f5Periods)
        expect(weighted).toBeCloseTo(now.weighted - was.weighted, 4)
        expect(later).toBeCloseTo(now.later - was.later, 4)
        spread.forEach((value, i) =>
          expect(value).toBeCloseTo((now.spread[i] ?? 0) - (was.spread[i] ?? 0), 4),
        )
      }),
    )
  })

  it('compares with any other version instead of the one in force', () => {
    const low = setValues(start, 'poc', [{ b: 4, s: 4, value: 0.5 }])
    const { weighted } = draftWhatIf(deals, start, clock, f5Periods, { against: low })
    // O1: 120,000 at 62 % instead of 50 %.
    expect((weighted / 100).toFixed(2)).toBe('14400.00')
  })

  it('a deal that no version governed counts nothing before', () => {
    const empty = { cells: [], sigma: 0.6, ageZero: 2.5 }
    const fresh = deals.slice(0, 1).map(each => ({ ...each, matrix: empty }))
    expect((draftWhatIf(fresh, start, clock, f5Periods).weighted / 100).toFixed(2)).toBe('74400.00')
  })
})
