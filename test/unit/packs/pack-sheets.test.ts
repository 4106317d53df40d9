import { beforeAll, expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { seededRandom } from '#shared/base/random'
import { acceptPack } from '#shared/packs/accept'
import { readCoachingPack, writeCoachingPack } from '#shared/packs/coaching-pack'
import { coachingPack } from '#shared/packs/pack-builder'
import type { PackContent, PackRow, SheetKey } from '#shared/packs/pack-content'
import { packFacts, repFacts } from '#shared/packs/pack-facts'
import { packProposals, type PackReturn } from '#shared/packs/proposals'
import { scorecard } from '#shared/packs/scorecard'
import { applyTo } from '#shared/region/change'
import { Region } from '#shared/region/region'
import { lastDay } from '#shared/sample/builder'
import { sampleRegion } from '#shared/sample/sample-region'
import { put, refill, type Grid } from '../../builders/returned-pack'

const sample = sampleRegion()
let region: Region

beforeAll(() => {
  region = new Region()
  applyTo(region, sample.change)
})

const repNamed = (name: string) => {
  const found = region.all('rep').find(each => each.name === name)
  if (!found) throw new Error(`no rep ${name}`)
  return found
}
const packOf = (name: string): PackContent => {
  const content = coachingPack(region, repNamed(name).id, lastDay)
  if (!content) throw new Error('the rep is there')
  return content
}
const rowsOf = (content: PackContent, key: SheetKey): readonly PackRow[] =>
  content.sheets.find(each => each.key === key)?.rows ?? []

/** Fills a rep's pack in and judges it. */
async function fill(
  content: PackContent,
  edit: (sheet: (name: string) => Grid) => void,
): Promise<{ returned: PackReturn; take: () => Region; again: (here: Region) => PackReturn }> {
  const answers = await readCoachingPack(refill(await writeCoachingPack(content), edit), 'back.xlsx')
  if (!answers.ok) throw new Error(answers.problem.code)
  const judge = (here: Region): PackReturn => {
    const judged = packProposals(here, answers.value, '2026-11-20' as Day)
    if (!judged.ok) throw new Error(judged.problem.code)
    return judged.value
  }
  const returned = judge(region)
  return {
    returned,
    again: judge,
    take: () => {
      const here = new Region()
      applyTo(here, sample.change)
      const mine = judge(here)
      applyTo(
        here,
        acceptPack(here, mine, new Set(mine.proposals.map(each => each.id)), {
          at: '2026-11-20T10:00:00.000Z',
          asOf: lastDay,
          random: seededRandom(5),
        }),
      )
      return here
    },
  }
}

test('the won figure is the sum of the rep’s wins of the quarter, with n and the deals behind it', () => {
  const rep = repNamed('Wanda Kowal')
  const won = region
    .where('opportunity', 'owner', rep.id)
    .filter(
      each =>
        each.state === 'won' && (each.closedOn ?? '') >= '2026-10-01' && (each.closedOn ?? '') <= lastDay,
    )
  const [metric] = scorecard(repFacts(region, rep, packFacts(region, lastDay)))
  expect(metric?.result).toBe(won.reduce((sum, each) => sum + (each.wonAmount ?? 0), 0))
  expect(new Set(metric?.deals)).toEqual(new Set(won.map(each => each.id)))
  expect(metric?.objective).toBe(
    region.all('quota').find(each => each.rep === rep.id && each.period === '2026-Q4')?.amount,
  )
})

test('a share on few deals says so instead of being judged by (CV-8)', () => {
  const [, , ratio] = scorecard(repFacts(region, repNamed('Nils Iversen'), packFacts(region, lastDay)))
  expect(ratio?.n).toMatch(/^\d+\/\d+$/)
  expect(ratio?.comment).toContain('too few to judge by')
})

test('the pack shows both stories: who has left, and the plan’s close beside the CRM’s', () => {
  const buyers = rowsOf(packOf('Ruth Calloway'), 'buyers').filter(each =>
    String(each.values['deal']).includes('Quillhaven'),
  )
  expect(buyers.map(each => each.values['person'])).toContain('Ines Thorvald (has left)')
  const deal = rowsOf(packOf('Wanda Kowal'), 'deals').find(each =>
    String(each.values['account']).includes('Sedgebank'),
  )
  expect([deal?.values['planClose'], deal?.values['crmClose']]).toEqual(['2027-01-04', '2026-12-11'])
})

test('the open deals of the sheet are all of the rep’s and its total is their sum', () => {
  const rep = repNamed('Ruth Calloway')
  const open = region.where('opportunity', 'owner', rep.id).filter(each => each.state === 'open')
  const rows = rowsOf(packOf('Ruth Calloway'), 'deals')
  expect(new Set(rows.map(each => each.ref))).toEqual(new Set(open.map(each => each.id)))
})

test('a call for a period becomes a new call, and a best case below the commit is an error', async () => {
  const { returned, take, again } = await fill(packOf('Wanda Kowal'), sheet => {
    put(sheet('9 Forecast'), '2026-Q4', 'Commit (USD)', 240_000)
    put(sheet('9 Forecast'), '2026-Q4', '✎ Comment', 'Sedgebank decides it')
    put(sheet('9 Forecast'), '2027-Q1', 'Commit (USD)', 100_000)
    put(sheet('9 Forecast'), '2027-Q1', 'Best case (USD)', 90_000)
  })
  expect(returned.errors.map(each => each.why)).toEqual(['The best case is below the commit.'])
  const here = take()
  const calls = here
    .where('forecastCall', 'rep', repNamed('Wanda Kowal').id)
    .filter(each => each.source === 'pack')
  expect(calls.map(each => [each.period, each.commit, each.comment])).toEqual([
    ['2026-Q4', 24_000_000, 'Sedgebank decides it'],
    ['2027-Q1', 10_000_000, null],
  ])
  expect(again(here).proposals).toEqual([])
})

test('skills are rated anew, views on findings reach the one-on-one', async () => {
  const content = packOf('Elena Marchetti')
  const { returned, take, again } = await fill(content, sheet => {
    put(sheet('10 Skills'), 'S1', 'Self (1 to 5)', 5)
    put(sheet('10 Skills'), 'S2', 'Self (1 to 5)', 9)
    put(sheet('2 Focus'), 'F1', 'Rep agrees', 'partly')
    put(sheet('2 Focus'), 'F1', 'My view', 'Three large ones were lost to waiting')
    put(sheet('1 Scorecard'), 'M3', 'Rep comment', 'Two of them will come back')
  })
  expect(returned.errors).toHaveLength(1)
  expect(returned.proposals).toHaveLength(4)
  const here = take()
  const rated = here
    .where('skillRating', 'rep', repNamed('Elena Marchetti').id)
    .filter(each => each.source === 'pack')
  expect(rated.map(each => [each.self, each.on])).toEqual([[5, lastDay]])
  const topics = here.where('meeting', 'rep', repNamed('Elena Marchetti').id).flatMap(each => each.topics)
  expect(topics.some(each => each.endsWith('sees it so: Three large ones were lost to waiting'))).toBe(true)
  expect(again(here).proposals).toEqual([])
})

test('buyers are corrected and added; a factor’s effect above 25 % needs evidence (SS-4)', async () => {
  const owner = region
    .all('strategySheet')
    .flatMap(each => region.get('opportunity', each.opportunity)?.owner ?? [])[0]
  const rep = region.get('rep', owner ?? null)
  if (!rep) throw new Error('a rep has a strategy sheet')
  const content = packOf(rep.name)
  const factors = rowsOf(content, 'strategy').filter(
    each => each.values['type'] === 'Against' && each.values['evidence'] === null,
  )
  const person = rowsOf(content, 'buyers')[0]
  const dealId = String(rowsOf(content, 'deals')[0]?.values['dealId'])
  const bare = factors[0]
  const { returned, take, again } = await fill(content, sheet => {
    if (bare) put(sheet('4 Strategy'), bare.key, 'New effect', 50)
    put(sheet('5 Buyers'), person?.key ?? '', 'Rating now', person?.values['rating'] === -5 ? 5 : -5)
    put(sheet('5 Buyers'), 'new 1', 'New person', 'unknown works council')
    put(sheet('5 Buyers'), 'new 1', 'Deal id of new person', dealId)
  })
  expect(returned.errors.map(each => each.why)).toEqual(
    bare ? ['An effect above 25 % needs evidence beside it.'] : [],
  )
  const here = take()
  expect(here.all('buyerRole').some(each => each.placeholder === 'unknown works council')).toBe(true)
  expect(again(here).proposals).toEqual([])
})

test('9.4: a factor and an action are named by their number on the deal’s own sheet', () => {
  const current = region
    .all('strategySheet')
    .find(each => each.state === 'current' && each.factors.length > 1)
  const deal = region.get('opportunity', current?.opportunity ?? null)
  const rep = region.get('rep', deal?.owner ?? null)
  if (!current || !deal || !rep) throw new Error('a deal has a strategy sheet with two factors')
  const refs = rowsOf(packOf(rep.name), 'strategy').filter(
    each => each.values['deal'] === deal.name && each.values['type'] !== 'Action',
  )
  expect(refs.slice(0, 2).map(each => [each.values['ref'], each.values['text']])).toEqual([
    ['F1', current.factors[0]?.text],
    ['F2', current.factors[1]?.text],
  ])
})

test('a region without activities, quotas or process still gives a pack that says what is missing', async () => {
  const bare = new Region()
  applyTo(bare, {
    rep: sample.change.rep ?? { added: [], changed: [], removed: [] },
  })
  const content = coachingPack(bare, repNamed('Ruth Calloway').id, lastDay)
  if (!content) throw new Error('the rep is there')
  expect(content.sheets).toHaveLength(11)
  for (const sheet of content.sheets) expect(sheet.empty).toMatch(/\.$/)
  expect((await writeCoachingPack(content)).length).toBeGreaterThan(5_000)
})

test('9.4: each deal has five empty rows for new factors, and what is written there becomes a topic about it', async () => {
  const content = packOf('Wanda Kowal')
  const rows = rowsOf(content, 'strategy')
  const deals = new Map<string, number>()
  for (const row of rows)
    if (row.key.startsWith('new')) {
      const deal = String(row.values['deal'])
      deals.set(deal, (deals.get(deal) ?? 0) + 1)
    }
  expect([...deals.keys()]).toEqual([...new Set(rows.map(each => String(each.values['deal'])))])
  expect(new Set(deals.values())).toEqual(new Set([5]))
  const empty = rows.find(each => each.key.startsWith('new'))
  const { returned, take, again } = await fill(content, sheet =>
    put(sheet('4 Strategy'), empty?.key ?? '', 'New factor or action', 'The plant manager retires in May'),
  )
  expect(returned.errors).toEqual([])
  const here = take()
  const topics = here.where('meeting', 'rep', repNamed('Wanda Kowal').id).flatMap(each => each.topics)
  expect(topics).toContain(
    `${String(empty?.values['deal'])}. Wanda Kowal proposes: The plant manager retires in May`,
  )
  expect(again(here).proposals).toEqual([])
})
