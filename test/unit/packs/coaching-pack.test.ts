import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { seededRandom } from '#shared/base/random'
import { acceptPack } from '#shared/packs/accept'
import { daySerial } from '#shared/packs/book'
import { readCoachingPack, writeCoachingPack } from '#shared/packs/coaching-pack'
import { coachingPack } from '#shared/packs/pack-builder'
import { packFileName, type PackContent } from '#shared/packs/pack-content'
import type { PackAnswers } from '#shared/packs/pack-answers'
import { answerNoteText, packProblemText } from '#shared/packs/pack-problem-text'
import { packProposals, type PackReturn } from '#shared/packs/proposals'
import { applyTo, invert } from '#shared/region/change'
import { Region } from '#shared/region/region'
import { lastDay } from '#shared/sample/builder'
import { sampleRegion } from '#shared/sample/sample-region'
import { columnOf, put, refill, type Grid } from '../../builders/returned-pack'

const today = '2026-11-20' as Day
let region: Region
let content: PackContent
let bytes: Uint8Array

const sample = sampleRegion()
const freshRegion = (): Region => {
  const made = new Region()
  applyTo(made, sample.change)
  return made
}
const ruth = (of: Region) => {
  const found = of.all('rep').find(each => each.name === 'Ruth Calloway')
  if (!found) throw new Error('the sample has Ruth Calloway')
  return found
}
const read = async (file: Uint8Array, name = 'back.xlsx'): Promise<PackAnswers> => {
  const result = await readCoachingPack(file, name)
  if (!result.ok) throw new Error(packProblemText(result.problem, name))
  return result.value
}
const judge = (of: Region, answers: PackAnswers): PackReturn => {
  const result = packProposals(of, answers, today)
  if (!result.ok) throw new Error(packProblemText(result.problem, 'back.xlsx'))
  return result.value
}
const context = { at: '2026-11-20T10:00:00.000Z', asOf: lastDay, random: seededRandom(7) }
const all = (returned: PackReturn) => new Set(returned.proposals.map(each => each.id))

/** Sorts the rows of a table by a column, as a rep would, the keys going with them. */
function sortBy(grid: Grid, header: string): void {
  const column = columnOf(grid, header)
  const rows = grid.slice(3).filter(row => typeof row[0] === 'string')
  rows.sort((a, b) => String(b[column]).localeCompare(String(a[column])))
  grid.splice(3, rows.length, ...rows)
}

beforeAll(async () => {
  region = freshRegion()
  const made = coachingPack(region, ruth(region).id, lastDay)
  if (!made) throw new Error('the rep is there')
  content = made
  bytes = await writeCoachingPack(content)
})

test('exporting twice from the same state gives the same content and the same bytes (CO-10)', async () => {
  const other = freshRegion()
  const again = coachingPack(other, ruth(other).id, lastDay)
  expect(again).toEqual(content)
  expect(await writeCoachingPack(again as PackContent)).toEqual(bytes)
})

test('the file is named for region, rep, day and version', () => {
  expect(packFileName(content)).toBe('QD_Tidewater_Ruth-Calloway_2026-11-13_v1.xlsx')
})

test('a pack that comes back untouched proposes nothing', async () => {
  const returned = judge(region, await read(bytes))
  expect([returned.proposals.length, returned.errors.length, returned.notes.length]).toEqual([0, 0, 0])
})

/** Fourteen changed cells on the sheet of deals, two of them invalid (A37). */
function fourteen(file: Uint8Array): Uint8Array {
  return refill(file, sheet => {
    const deals = sheet('3 Deals')
    sortBy(deals, 'Account')
    put(deals, 'D1', 'Next buyer step', 'Plant manager signs the test plan')
    put(deals, 'D1', 'Next step date', daySerial('2026-11-24' as Day))
    put(deals, 'D2', 'Commit category', 'commit')
    put(deals, 'D2', 'Amount new (USD)', 150_000)
    put(deals, 'D3', 'Decision date (buyer’s words)', '2026-12-04')
    put(deals, 'D5', 'Event completed 1', 'BE1')
    put(deals, 'D5', 'Event 1 date', daySerial('2026-11-12' as Day))
    put(deals, 'D5', 'Event 1 evidence', 'Plant manager wrote the cost of the standstill')
    put(deals, 'D7', 'Disposition', 'Postpone')
    put(deals, 'D7', 'Revisit on', daySerial('2027-02-01' as Day))
    put(deals, 'D8', 'Disposition', 'Archive')
    put(deals, 'D8', 'Reason', 'Plant is being closed')
    put(deals, 'D10', 'Commit category', 'for sure')
    put(deals, 'D11', 'Next step date', 'soon')
  })
}

test('A37: 14 cells changed in a sorted and renamed file, 2 of them invalid, are 12 proposals and 2 errors with sheet!cell', async () => {
  const returned = judge(region, await read(fourteen(bytes), 'my answers (final).xlsx'))
  expect(returned.proposals).toHaveLength(12)
  expect(returned.proposals.filter(each => each.conflict)).toEqual([])
  expect(returned.errors).toHaveLength(2)
  for (const error of returned.errors) expect(error.at).toMatch(/^3 Deals![A-Z]+\d+$/)
  expect(returned.errors.map(each => each.text).sort()).toEqual(['for sure', 'soon'])
})

test('A37: accepting is one undoable change with the source pack, and the second import proposes nothing', async () => {
  const answers = await read(fourteen(bytes))
  const here = freshRegion()
  const returned = judge(here, answers)
  const change = acceptPack(here, returned, all(returned), context)
  applyTo(here, change)
  const deal = (key: string) => {
    const ref = content.sheets.find(each => each.key === 'deals')?.rows.find(each => each.key === key)?.ref
    return here.all('opportunity').find(each => each.id === ref)
  }
  expect(deal('D1')?.nextStep).toBe('Plant manager signs the test plan')
  expect(deal('D1')?.nextStepOn).toBe('2026-11-24')
  expect([deal('D2')?.amount, deal('D2')?.forecastCategory]).toEqual([15_000_000, 'Commit'])
  expect(deal('D3')?.decisionDate).toBe('2026-12-04')
  const decisions = change.disposition?.added ?? []
  expect(decisions.map(each => [each.kind, each.revisitOn, each.reason, each.source])).toEqual(
    expect.arrayContaining([
      ['postpone', '2027-02-01', null, 'pack'],
      ['archive', null, 'Plant is being closed', 'pack'],
    ]),
  )
  expect(change.opportunityEvent?.added.map(each => each.occurredOn)).toEqual(['2026-11-12'])
  const second = judge(here, answers)
  expect([second.proposals.length, second.done]).toEqual([0, 12])
  applyTo(here, invert(change))
  expect([...here.table('opportunity').values()]).toEqual([...freshRegion().table('opportunity').values()])
})

test('a value that the region changed meanwhile is a conflict with both values', async () => {
  const here = freshRegion()
  const target = content.sheets.find(each => each.key === 'deals')?.rows.find(each => each.key === 'D1')?.ref
  const record = here.all('opportunity').find(each => each.id === target)
  if (!record) throw new Error('D1 is there')
  applyTo(here, {
    opportunity: {
      added: [],
      removed: [],
      changed: [{ id: record.id, before: { nextStep: record.nextStep }, after: { nextStep: 'Mine' } }],
    },
  })
  const returned = judge(here, await read(fourteen(bytes)))
  const conflicts = returned.proposals.filter(each => each.conflict)
  expect(conflicts.map(each => [each.answer.column, each.now, each.answer.value])).toEqual([
    ['nextStep', 'Mine', 'Plant manager signs the test plan'],
  ])
})

test('a decision without what it needs is an error at its cell', async () => {
  const file = refill(bytes, sheet => {
    const deals = sheet('3 Deals')
    put(deals, 'D1', 'Disposition', 'Postpone')
    put(deals, 'D2', 'Disposition', 'Disqualify')
    put(deals, 'D3', 'Reason', 'Because')
    put(deals, 'D4', 'Event completed 1', 'BE1')
    put(deals, 'D6', 'Event completed 1', 'BE1')
    put(deals, 'D6', 'Event 1 date', '2026-12-24')
  })
  const returned = judge(region, await read(file))
  expect(returned.proposals).toEqual([])
  expect(returned.errors.map(each => each.why)).toEqual(
    expect.arrayContaining([
      'Postpone needs a date under Revisit on.',
      'A reason is needed beside it.',
      'A disposition is needed beside it.',
      'The date on which it happened is needed beside it.',
      'An event cannot have happened in the future.',
    ]),
  )
})

test('actions are done, moved and added; own topics reach the next one-on-one', async () => {
  const here = freshRegion()
  const file = refill(bytes, sheet => {
    const actions = sheet('7 Actions')
    put(actions, 'A1', 'Done', 'y')
    put(actions, 'A1', 'Done on', '2026-11-12')
    put(actions, 'A2', 'New due', daySerial('2026-12-01' as Day))
    put(actions, 'new 1', 'New action', 'Call the district engineer')
    put(actions, 'new 1', 'New due', daySerial('2026-11-30' as Day))
    const agenda = sheet('11 Agenda')
    put(agenda, 'new 2', 'My topic', 'Holidays')
  })
  const answers = await read(file)
  const returned = judge(here, answers)
  expect(returned.errors).toEqual([])
  expect(returned.proposals).toHaveLength(6)
  const change = acceptPack(here, returned, all(returned), context)
  applyTo(here, change)
  const added = here.all('actionItem').find(each => each.text === 'Call the district engineer')
  expect([added?.dueOn, added?.origin, added?.rep]).toEqual(['2026-11-30', 'pack', ruth(here).id])
  const topics = here.where('meeting', 'rep', ruth(here).id).flatMap(each => each.topics)
  expect(topics).toContain('Ruth Calloway wants to talk about: Holidays')
  expect(judge(here, answers).proposals).toEqual([])
})

test('a row whose key was lost is found by its content; a changed shown value is said and ignored; a removed row means nothing', async () => {
  const file = refill(bytes, sheet => {
    const deals = sheet('3 Deals')
    put(deals, 'D4', 'Next buyer step', 'Found again')
    const row = deals.find(each => each[0] === 'D4')
    if (row) row[0] = null
    put(deals, 'D5', 'Amount (USD)', 1)
    deals.splice(
      deals.findIndex(each => each[0] === 'D6'),
      1,
    )
  })
  const returned = judge(region, await read(file))
  expect(returned.proposals.map(each => each.answer.row)).toEqual(['D4'])
  expect(returned.notes.map(each => each.code).sort()).toEqual([
    'rowFoundByContent',
    'rowMissing',
    'shownChanged',
  ])
  for (const note of returned.notes) expect(answerNoteText(note)).toMatch(/\.$/)
})

test('a row that stands twice is read once, a row that was not in the pack is an error', async () => {
  const file = refill(bytes, sheet => {
    const deals = sheet('3 Deals')
    put(deals, 'D1', 'Next buyer step', 'First')
    const copy = [...(deals.find(each => each[0] === 'D1') ?? [])]
    copy[columnOf(deals, 'Next buyer step')] = 'Second'
    deals.push(copy)
    const stranger: Grid[number] = Array.from({ length: copy.length }, () => null)
    stranger[columnOf(deals, 'Next buyer step')] = 'Who am I'
    deals.push(stranger)
  })
  const returned = judge(region, await read(file))
  expect(returned.proposals.map(each => each.answer.value)).toEqual(['First'])
  expect(returned.errors).toHaveLength(2)
})

test('wrong region, wrong rep, other schema, missing or broken _meta and no workbook at all are refused with a sentence', async () => {
  const meta = (find: string, value: string) =>
    refill(bytes, sheet => {
      for (const row of sheet('_meta')) if (row[1] === find) row[2] = value
    })
  const why = async (file: Uint8Array) => {
    const result = await readCoachingPack(file, 'x.xlsx')
    if (!result.ok) return result.problem.code
    const judged = packProposals(region, result.value, today)
    return judged.ok ? 'taken' : judged.problem.code
  }
  expect(await why(meta('region', 'Elsewhere'))).toBe('otherRegion')
  expect(await why(meta('repId', 'nobody'))).toBe('unknownRep')
  expect(await why(meta('schema', '0'))).toBe('otherSchema')
  expect(await why(meta('asOf', 'yesterday'))).toBe('brokenMeta')
  expect(await why(refill(bytes, (_sheet, drop) => drop('_meta')))).toBe('noMeta')
  expect(await why(new TextEncoder().encode('%PDF-1.7 no workbook'))).toBe('unreadable')
})

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(each =>
  existsSync(each),
)

test.skipIf(!office)(
  'a pack saved by LibreOffice, where _meta is only hidden, still reads back',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qd-pack-'))
    try {
      writeFileSync(join(folder, 'in.xlsx'), fourteen(bytes))
      writeFileSync(join(folder, 'plain.xlsx'), bytes)
      const convert = (file: string) =>
        execFileSync(office as string, [
          '--headless',
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          join(folder, 'out'),
          join(folder, file),
        ])
      convert('in.xlsx')
      convert('plain.xlsx')
      const plain = judge(region, await read(new Uint8Array(readFileSync(join(folder, 'out', 'plain.xlsx')))))
      expect([plain.proposals.length, plain.errors.length, plain.notes]).toEqual([0, 0, []])
      const filled = judge(region, await read(new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')))))
      expect([filled.proposals.length, filled.errors.length]).toEqual([12, 2])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  240_000,
)
