/** The pipeline review: its sheets, its figures, and what is read back from the file. */
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { present } from '#shared/base/assert'
import { reviewBook } from '#shared/packs/review-book'
import { reviewFileName, type ReviewContent } from '#shared/packs/review-content'
import { reviewContent } from '#shared/packs/review-sheets'
import { lintBook } from '#shared/packs/lint-book'
import { writeBook } from '#shared/packs/write-book'
import { dealStates } from '#shared/process/deal-state'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'
import { mavenAsOf, mavenRegion } from '../../builders/maven-region'

const asOf = day('2017-12-31')

function small(): RegionBuilder {
  return aRegion()
    .with('setting', { key: 'regionName', value: 'West / North' })
    .with('rep', { name: 'Ann', manager: 'Mo' })
    .with('account', { name: 'Acme' })
    .with('opportunity', {
      name: '=Open',
      account: 'account-1' as never,
      owner: 'rep-1' as never,
      amount: 1_234_00,
      engagedOn: day('2017-11-01'),
      expectedClose: day('2017-12-01'),
    })
    .with('opportunity', { name: 'Put aside', amount: 100_00, engagedOn: day('2017-11-01') })
    .with('disposition', {
      opportunity: 'opportunity-2' as never,
      kind: 'postpone',
      on: day('2017-12-15'),
      revisitOn: day('2018-03-01'),
      reason: 'budget next year',
    })
}

const contentOf = ({ region }: RegionBuilder): ReviewContent =>
  reviewContent(region, dealStates(region, asOf))

const writeReview = (content: ReviewContent): Promise<Uint8Array> => writeBook(reviewBook(content))

async function readBack(content: ReviewContent): Promise<XLSX.WorkBook> {
  return XLSX.read(await writeReview(content), { type: 'array', cellDates: false })
}
const grid = (book: XLSX.WorkBook, sheet: string): unknown[][] =>
  XLSX.utils.sheet_to_json(present(book.Sheets[sheet], `sheet ${sheet}`), { header: 1, defval: null })

test('it has README, Deals, Stuck & stale, Conversions and Sources, and a very hidden _meta', async () => {
  const book = await readBack(contentOf(small()))
  expect(book.SheetNames).toEqual(['README', 'Deals', 'Stuck & stale', 'Conversions', 'Sources', '_meta'])
  expect(book.Workbook?.Sheets?.map(each => each.Hidden)).toEqual([0, 0, 0, 0, 0, 2])
  expect(grid(book, '_meta')).toContainEqual(['asOf', '2017-12-31'])
})

test('Deals lists every open deal with value, decision and day, and adds up what is seen', async () => {
  const book = await readBack(contentOf(small()))
  const rows = grid(book, 'Deals')
  const header = rows.findIndex(row => row[0] === 'Deal')
  const at = (name: string): number => present(rows[header], 'the header').indexOf(name)
  expect(rows.slice(header + 1, header + 3).map(row => [row[0], row[at('Value (USD)')]])).toEqual([
    ['=Open', 1234],
    ['Put aside', 100],
  ])
  const aside = present(rows[header + 2], 'the second deal')
  expect([aside[at('Disposition')], aside[at('Revisit on')], aside[at('Why decided so')]]).toEqual([
    'Postponed',
    43_160,
    'budget next year',
  ])
  const total = present(book.Sheets['Deals'], 'Deals')[
    XLSX.utils.encode_cell({ r: header + 3, c: at('Value (USD)') })
  ] as XLSX.CellObject
  expect([total.v, total.f]).toEqual([1334, 'SUBTOTAL(109,G5:G6)'])
})

test('what stands still names the overdue deal, not the one put aside', async () => {
  const rows = grid(await readBack(contentOf(small())), 'Stuck & stale').map(row => row[0])
  expect(rows).toContain('=Open')
  expect(rows).not.toContain('Put aside')
})

test('equal content gives equal bytes, and an empty region has its sentences', async () => {
  const content = contentOf(small())
  expect(await writeReview(content)).toEqual(await writeReview(content))
  const empty = contentOf(aRegion())
  expect(lintBook(reviewBook(empty))).toEqual([])
  expect(grid(await readBack(empty), 'Deals').flat()).toContain('There are no open deals.')
})

test('the file is named after region and day', () => {
  expect(reviewFileName(contentOf(small()))).toBe('QD_review_West-North_2017-12-31.xlsx')
})

const maven = mavenRegion()

describe.skipIf(maven === null)('Maven, 31 December 2017', () => {
  if (!maven) return
  for (const [stage, dated, state] of [
    ['Prospecting', false, 'open'],
    ['Engaging', true, 'open'],
    ['Won', true, 'won'],
    ['Lost', true, 'lost'],
  ] as const)
    maven.with('stageStatus', { stage, dated, state })
  const content = reviewContent(maven.region, dealStates(maven.region, mavenAsOf))

  test('A09, A10, A13: the findings say win ratios, deals dead by age, and what cannot be judged', () => {
    const all = content.findings.join('\n')
    expect(all).toContain('2089 deals are open')
    expect(all).toContain('1291 in work are older than any deal ever took to close (138 days at most)')
    expect(all).toContain('3,198,664')
    expect(all).toContain(
      'Win ratio 63.15 % (4238/6711, 95 % interval 62.0 % to 64.3 %); of the mature cohort 52.96 % (4238/8002).',
    )
    expect(all).toContain('Stale cannot be judged: no activities imported.')
  })

  test('A15, PL-14: conversions say that the reps differ within chance, and how the cohort went on', () => {
    const { tables } = present(
      content.sheets.find(each => each.name === 'Conversions'),
      'the sheet',
    )
    const texts = tables.flatMap(each => [[each.note], ...each.rows])
    expect(texts.flat().filter(each => typeof each === 'string' && each.includes('χ²'))).toEqual([
      expect.stringContaining('30 reps: differences within chance (χ² 33.35, df 29, p 0.26)'),
    ])
    expect(texts.find(row => row[0] === 'Engaging')?.slice(3, 5)).toEqual([4238, 8002])
    expect(texts.find(row => row[0] === 'Lajuana Vencill')?.slice(1, 5)).toEqual([
      'Watch',
      expect.closeTo(127 / 231, 9),
      127,
      231,
    ])
  })
})
