/** The forecast pack: F5 in the workbook to the cent, formulas that hold, and matrices that come back. */
import { describe, expect, it } from 'vitest'
import { accuracyReport, backtestOrigins } from '#shared/forecast/accuracy-report'
import { setValues } from '#shared/forecast/matrix-edit'
import { forecastFigures } from '#shared/forecast/period-figures'
import { regionFacts } from '#shared/forecast/region-facts'
import { forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { cellsOf } from '#shared/forecast/region-matrix'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import { startingMatrix } from '#shared/forecast/starting-values'
import { packFacts, type PackFacts } from '#shared/packs/pack-facts'
import { forecastBook, forecastFileName } from '#shared/packs/forecast-book'
import { forecastContent } from '#shared/packs/forecast-content'
import { lintBook } from '#shared/packs/lint-book'
import { readMatrixBook } from '#shared/packs/matrix-book'
import { writeBook } from '#shared/packs/write-book'
import { dealStates } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { sampleRegion } from '#shared/sample/sample-region'
import { applyTo } from '#shared/region/change'
import { asOfDay } from '#shared/region/as-of'
import { f5AsOf } from '../../fixtures/f5'
import { f5Id, f5Region } from '../../builders/f5-region'
import { aRegion, day } from '../../builders/region-builder'

function contentOf(region: Region, asOf = f5AsOf) {
  const states = dealStates(region, asOf)
  const forecast = forecastRegion(
    regionPipeline(region, states),
    forecastPeriods(asOf, 'quarter', 4, states.settings.fiscalStart),
  )
  const { facts } = regionFacts(region, states)
  const origins = backtestOrigins(facts, asOf)
  const versions = forecast.versions.map(each => ({
    ...each,
    state: 'not approved by anyone',
    rows: each.rows.map(code => ({ code, label: '' })),
    columns: each.columns.map(code => ({ code, label: '' })),
  }))
  return forecastContent(region, {
    states,
    forecast,
    figures: forecastFigures(region, states, forecast),
    versions,
    changes: null,
    accuracy: origins.length > 0 ? accuracyReport(facts, origins) : null,
  })
}

describe('the forecast pack of F5', () => {
  const content = contentOf(f5Region().region)
  const book = forecastBook(content)
  const sheet = (name: string) => {
    const found = book.sheets.find(each => each.name === name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }

  it('has the sheets of section 5, without a flaw', () => {
    expect(lintBook(book)).toEqual([])
    expect(book.sheets.map(each => each.name)).toEqual([
      'README',
      'Summary',
      'Deals',
      'Matrix POC',
      'Matrix TUC',
      'Waterfall',
      'Accuracy',
      'Assumptions',
      '_meta',
    ])
    expect(forecastFileName(content)).toMatch(/^QD_forecast_.*_2017-10-02\.xlsx$/)
  })

  it('A34: weighted values and the spread of the quarter stand to the cent, with formulas beside them', () => {
    const rows = sheet('Deals').rows.slice(4)
    const cents = (value: unknown): string => Number(value).toFixed(2)
    const weighted = new Map(rows.map(row => [row[1]?.value, cents(row[14]?.value)]))
    expect(['O1', 'O2', 'O3', 'O4', 'O5'].map(name => weighted.get(name))).toEqual([
      '74400.00',
      '33600.00',
      '40200.00',
      '34285.71',
      '0.00',
    ])
    const totals = rows.at(-1)
    expect([10, 14, 17].map(at => cents(totals?.[at]?.value))).toEqual([
      '500000.00',
      '182485.71',
      '148124.75',
    ])
    expect(totals?.[14]?.formula).toBe('SUBTOTAL(109,O5:O9)')
    expect(rows[0]?.[14]?.formula).toBe('K5*N5')
  })

  it('FC-15: the range of the quarter is the one of F5 where deals are independent', () => {
    const [period] = forecastBook({ ...content, rho: 0 }).sheets[1]?.rows.slice(4) ?? []
    expect([period?.[5]?.value, period?.[6]?.value, period?.[7]?.value]).toEqual([0, 140_000, 260_000])
  })

  it('measures the gap by what is closed and open, not by new business that nobody has found yet', () => {
    const [known] = content.periods
    if (!known) throw new Error('no period')
    const first = { ...known, closed: 10_000_00, spread: 5_000_00, newBusiness: 2_000_00 }
    const [row] =
      forecastBook({ ...content, periods: [{ ...first, quota: 30_000_00 }] }).sheets[1]?.rows.slice(4) ?? []
    expect(row?.[13]).toMatchObject({ value: 15_000, formula: 'M5-B5-C5' })
  })

  it('its matrices come back like those of a workbook of their own', async () => {
    const read = await readMatrixBook(await writeBook(book), 'pack.xlsx')
    expect(read).toMatchObject({
      ok: true,
      value: { missing: [], matrices: [{ changed: 0 }, { changed: 0 }] },
    })
  })

  it('says that history is too short where it is', () => {
    expect(String(sheet('Accuracy').rows[1]?.[0]?.value)).toMatch(/too short/)
  })
})

it('CO-10: the same state gives the same bytes', async () => {
  const [one, two] = [
    await writeBook(forecastBook(contentOf(f5Region().region))),
    await writeBook(forecastBook(contentOf(f5Region().region))),
  ]
  expect(one.length).toBe(two.length)
  expect(one.every((byte, i) => byte === two[i])).toBe(true)
})

it('the sample is packed with its accuracy by month, horizon and rep', () => {
  const { region } = aRegion()
  applyTo(region, sampleRegion().change)
  const content = contentOf(region, asOfDay(region, day('2026-11-22')))
  const book = forecastBook(content)
  expect(lintBook(book)).toEqual([])
  expect(content.accuracy?.report.run.rows.length).toBeGreaterThan(6)
  expect(content.accuracy?.reps.every(each => each.name !== 'None')).toBe(true)
  const accuracy = book.sheets.find(each => each.name === 'Accuracy')
  const wape = accuracy?.rows.find(row => row[0]?.value === 'Off by (WAPE)')?.[1]
  expect(wape?.value).toBe(content.accuracy?.report.run.accuracy.wape)
  expect(wape?.formula).toMatch(/^SUMPRODUCT\(ABS\(G5:G\d+\)\)\/SUM\(F5:F\d+\)$/)
})

it('5.4: the coaching pack forecasts each deal by the version in force for it', () => {
  const built = f5Region()
  const set = built.add('matrixSet', { name: 'All deals' })
  const matrix = setValues(startingMatrix(), 'poc', [{ b: 4, s: 4, value: 0.5 }])
  built.add('matrixVersion', {
    set,
    state: 'approved',
    effectiveFrom: day('2017-07-01'),
    rows: ['B0', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6'],
    columns: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6'],
    cells: cellsOf(matrix),
  })
  const states = dealStates(built.region, f5AsOf)
  const forecast = forecastRegion(
    regionPipeline(built.region, states),
    forecastPeriods(f5AsOf, 'quarter', 4, 1),
  )
  const of = (facts: PackFacts) => facts.forecast.get(f5Id('O1'))?.p
  expect(of(packFacts(built.region, f5AsOf, { states, forecast }))).toBe(0.5)
  expect(of(packFacts(built.region, f5AsOf, { states }))).toBe(0.62)
})
