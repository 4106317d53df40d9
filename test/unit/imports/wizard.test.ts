import { expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { seededRandom } from '#shared/base/random'
import { Region } from '#shared/region/region'
import { noDecisions } from '#shared/reconcile/decisions'
import { givenText } from '../../../renderer/features/imports/given-files'
import { ImportSession } from '../../../renderer/features/imports/import-session'
import { rowStatuses, type RowStatus } from '../../../renderer/features/imports/row-status'
import { wordAt, type ColumnData } from '../../../renderer/ui/grid/engine/column-data'
import { freshWizard, openQuestions, stepWizard } from '../../../renderer/features/imports/wizard'
import { csvText } from '#shared/packs/csv-text'
import { commitPlan, mapFiles, planOf, textFile } from '../../fixtures/import-run'

const session = (): ImportSession =>
  new ImportSession({ region: new Region(), shadows: [] }, '2018-01-01' as Day, seededRandom(1))
const at = '2018-01-01T00:00:00.000Z'

/** The cells of a column of words, in the order of the rows. */
const cells = (column: ColumnData | null): (string | null)[] =>
  column && 'codes' in column ? Array.from(column.codes, (_, row) => wordAt(column, row)) : []

/** The rows of the first sheet that have a status. */
function listed(one: ImportSession, status: RowStatus) {
  const rows = one.rows(0)
  if (!rows) throw new Error('there is no plan')
  return Array.from(rows.line, (line, row) => ({
    line,
    status: rowStatuses[rows.status[row] ?? -1],
    record: wordAt(rows.record, row),
    words: wordAt(rows.words, row),
    notUsed: rows.notUsed[row],
    fix: rows.fix[row],
    fixText: wordAt(rows.fixText, row),
  })).filter(each => each.status === status)
}

test('an ambiguous date column is asked about once, and the answer is kept', async () => {
  const one = session()
  await one.addFiles([
    textFile('deals.csv', 'Deal Name,Owner,Stage,Close Date\nA,Ann,Open,01/02/2018\nB,Ann,Open,03/04/2018'),
  ])
  const [sheet] = one.views().sheets
  expect(openQuestions(one.views().sheets)).toEqual([
    { sheet: sheet?.key, column: 3, text: 'Does “Close Date” put the day or the month first?' },
  ])
  one.setColumn(sheet?.key ?? '', 3, { field: 'expected_close', dates: 'mdy' })
  expect(openQuestions(one.views().sheets)).toEqual([])
  one.plan(noDecisions, at)
  expect(listed(one, 'New').map(each => each.record)).toEqual(['A', 'B'])
})

test('a plan that was worked out ahead is the one that is shown, until something is answered otherwise', async () => {
  let drawn = 0
  const seeded = seededRandom(1)
  const uint32 = (): number => {
    drawn++
    return seeded.uint32()
  }
  const one = new ImportSession({ region: new Region(), shadows: [] }, '2018-01-01' as Day, {
    ...seeded,
    uint32,
  })
  await one.addFiles([textFile('deals.csv', 'Deal Name,Owner,Stage\nA,Ann,Won\nB,Ann,Open')])
  const ahead = one.plan(null, at)
  const drawnAhead = drawn
  expect(one.plan(noDecisions, at)).toEqual(ahead)
  expect(drawn).toBe(drawnAhead)
  one.plan({ ...noDecisions, newNames: { rep: 'leave' } }, at)
  expect(drawn).toBeGreaterThan(drawnAhead)
  expect(one.plan(null, at).newNames).toMatchObject([{ table: 'rep', choice: 'leave' }])
  one.setColumn(one.views().sheets[0]?.key ?? '', 0, { field: null })
  one.setColumn(one.views().sheets[0]?.key ?? '', 0, { field: 'deal_name' })
  const drawnBefore = drawn
  one.plan(null, at)
  expect(drawn).toBeGreaterThan(drawnBefore)
})

test('what a stage means can be said by the user', async () => {
  const one = session()
  await one.addFiles([textFile('deals.csv', 'Deal Name,Owner,Stage\nA,Ann,Handshake\nB,Ann,Open')])
  const [sheet] = one.views().sheets
  one.setState(sheet?.key ?? '', 'Handshake', 'won')
  expect(one.views().sheets[0]?.states).toContainEqual({
    value: 'Handshake',
    count: 1,
    state: 'won',
    mixed: false,
  })
})

test('rejected rows are put right in place, all alike at once', async () => {
  const one = session()
  await one.addFiles([
    textFile(
      'calls.csv',
      'Subject,Activity Date,Owner,Account Name\nCall A,?,Ann,X\nCall B,?,Ann,X\nCall C,2017-12-01,Ann,X\nCall D,2017-12-01,Ann,X\nCall E,2017-12-01,Ann,X',
    ),
  ])
  expect(one.plan(noDecisions, at).total).toMatchObject({ read: 5, added: 3, rejected: 2 })
  const rows = listed(one, 'Rejected')
  expect(rows[0]).toMatchObject({ line: 2, words: 'The row has no day. Type one.', fix: 1, fixText: '?' })
  one.fixCells(
    one.views().sheets[0]?.key ?? '',
    rows.map(({ line, fix = -1 }) => ({ row: line - 1, column: fix, text: '2017-12-02' })),
  )
  expect(one.plan(noDecisions, at).total).toMatchObject({ read: 5, added: 5, rejected: 0 })
})

test('the header row can be moved, and the rows above it are left out', async () => {
  const one = session()
  await one.addFiles([
    textFile('deals.csv', 'Deal Name,Owner,Stage\nreal name,real owner,real stage\nA,Ann,Open'),
  ])
  const key = one.views().sheets[0]?.key ?? ''
  one.setSheet(key, { headerRow: 1 })
  one.setSheet(key, { table: 'opportunity' })
  expect(one.views().sheets[0]).toMatchObject({
    headerRow: 1,
    records: 1,
    leftOut: [{ why: 'above the header', rows: [0] }],
  })
})

test('a file that cannot be read says why, beside the others', async () => {
  const one = session()
  await one.addFiles([
    { name: 'broken.xlsx', bytes: new Uint8Array([80, 75, 3, 4, 0, 0]) },
    textFile('deals.csv', 'Deal Name,Stage\nA,Open'),
  ])
  expect(one.views().unreadable.map(each => each.file)).toEqual(['broken.xlsx'])
  expect(one.views().sheets).toHaveLength(1)
})

test('the wizard goes back to the files when its sheet is gone, and a failure ends what was under way', () => {
  const columns = { ...freshWizard, step: { kind: 'columns', sheet: '0.0', column: null } as const }
  expect(
    stepWizard(columns, { kind: 'views', sheets: [], unreadable: [], given: [], notes: [] }).step,
  ).toEqual({
    kind: 'files',
  })
  const busy = stepWizard(freshWizard, { kind: 'busy', busy: { text: 'Reading', share: null } })
  expect(stepWizard(busy, { kind: 'failed', problem: 'No.' })).toMatchObject({ busy: null, problem: 'No.' })
})

test('a CSV of our own comes back as it was, texts that could run as formulas included', async () => {
  const names = ['=SUM(A1)', '+1 617 555 0100', '@home', "'tis", 'Acme']
  const rows = [['Account', 'Phone'], ...names.map(name => [name, '+49 30 1234'])]
  const bytes = new TextEncoder().encode(csvText(rows))
  const one = session()
  await one.addFiles([{ name: 'QD_West_Accounts_2017-12-31.csv', bytes }])
  one.plan(noDecisions, at)
  expect([0, 1].map(column => cells(one.column(0, column)))).toEqual([names, names.map(() => '+49 30 1234')])
  const other = session()
  await other.addFiles([{ name: 'accounts.csv', bytes: new TextEncoder().encode("Account,Rep\n'tis,'Ann") }])
  other.plan(noDecisions, at)
  expect(cells(other.column(0, 0))).toEqual(["'tis"])
})

test('the preview holds every row with what becomes of it, its typed cells, and what is at fault', async () => {
  const one = session()
  await one.addFiles([
    textFile(
      'deals.csv',
      'Deal ID,Deal Name,Owner,Stage,Amount,Close Date,Mood\n1,A,Ann,Won,"$1,200.50",2017-03-01,good\n,,,,,,\n1,A,Ann,Won,"$1,200.50",2017-03-01,good\n2,B,Ann,Open,much,2017-09-01,\n,,Ann,Open,,2017-10-01,bad',
    ),
  ])
  const { total } = one.plan(noDecisions, at)
  expect(total).toMatchObject({ read: 4, added: 2, skipped: 1, rejected: 1 })
  expect(listed(one, 'New')).toMatchObject([
    { line: 2, record: 'A', words: null, notUsed: NaN, fix: -1 },
    { line: 5, record: 'B', words: 'Amount: “much” is not a number.', notUsed: 1, fix: 4, fixText: 'much' },
  ])
  expect(listed(one, 'Skipped')).toMatchObject([{ line: 4, words: 'The same as row 2.' }])
  expect(listed(one, 'Rejected')).toMatchObject([{ line: 6, fix: 1, fixText: null }])
  const amounts = one.column(0, 4)
  expect(amounts).toMatchObject({ kind: 'money' })
  expect(amounts && 'values' in amounts ? [...amounts.values] : []).toEqual([120_050, 120_050, NaN, NaN])
  // 1 March 2017 is 17,226 days after 1 January 1970.
  const closes = one.column(0, 5)
  expect(closes && 'values' in closes ? closes.values[0] : null).toBe(17_226)
  expect(cells(one.column(0, 6))).toEqual(['good', 'good', null, 'bad'])
})

test('A04: dates like 20-10-16 are shown as read by day, month and year, with the first and the last day', async () => {
  const one = session()
  await one.addFiles([
    textFile(
      'deals.csv',
      'Deal Name,Owner,Stage,engage_date,close_date\nA,Ann,Won,20-10-16,01-03-17\nB,Ann,Won,27-12-17,31-12-17\nC,Ann,Open,05-06-17,',
    ),
  ])
  const readings = one.views().sheets[0]?.columns.map(each => each.reading)
  expect(readings?.[3]).toMatchObject({ order: 'dmy', ambiguous: false, range: ['2016-10-20', '2017-12-27'] })
  expect(readings?.[4]).toMatchObject({ order: 'dmy', ambiguous: false, range: ['2017-03-01', '2017-12-31'] })
})

test('IM-4: a column that could be read both ways is not asked about where another column settles it', async () => {
  const one = session()
  await one.addFiles([
    textFile(
      'deals.csv',
      'Deal Name,Owner,Stage,Close Date,Created Date\nA,Ann,Open,20/02/2018,01/02/2017\nB,Ann,Open,03/04/2018,02/02/2017',
    ),
  ])
  expect(openQuestions(one.views().sheets)).toEqual([])
  expect(one.views().sheets[0]?.columns[4]?.reading).toMatchObject({
    order: 'dmy',
    range: ['2017-02-01', '2017-02-02'],
  })
})

test('files that come while a preview is shown lead back to the files, and the preview is void', async () => {
  const one = session()
  await one.addFiles([textFile('deals.csv', 'Deal Name,Owner,Stage\nA,Ann,Open')])
  const plan = one.plan(noDecisions, at)
  const preview = stepWizard(freshWizard, { kind: 'planned', plan })
  await one.addFiles([textFile('accounts.csv', 'Account Name,Industry\nAcme,Retail')])
  const next = stepWizard(preview, { kind: 'views', ...one.views() })
  expect(next.step).toEqual({ kind: 'files' })
  expect(next.sheets.map(each => each.file)).toEqual(['deals.csv', 'accounts.csv'])
  expect(one.rows(0)).toBeNull()
})

test('the same file twice is imported once; another file of the same name stands beside it, and can be removed', async () => {
  const one = session()
  const deals = (who: string) => textFile('deals.csv', `Deal Name,Owner,Stage\nA,${who},Open`)
  await one.addFiles([deals('Ann')])
  await one.addFiles([deals('Ann')])
  expect(one.views().sheets.map(each => each.file)).toEqual(['deals.csv'])
  expect(one.views().given.map(givenText)).toEqual([
    '“deals.csv” was given again and holds the same. It is imported once.',
  ])
  await one.addFiles([deals('Bob'), deals('Ann'), deals('Bob')])
  expect(one.views().sheets.map(each => each.file)).toEqual(['deals.csv', 'deals (2).csv'])
  one.removeFile('deals (2).csv')
  expect(one.views().sheets.map(each => each.file)).toEqual(['deals.csv'])
  await one.addFiles([deals('Cy')])
  expect(one.views().given.map(givenText)).toContain(
    'Another file of the name “deals.csv” holds something else. Both are here, this one as “deals (2).csv”; remove the one that is not meant.',
  )
})

test('the rows behind a number of a finding are marked in the sheets that hold them', async () => {
  const one = session()
  await one.addFiles([
    textFile('deals.csv', 'Deal Name,Account Name,Owner,Stage\nA,,Ann,Open\nB,Acme,Ann,Open\nC,,Ann,Open'),
  ])
  const plan = one.plan(noDecisions, at)
  const finding = plan.findings.find(each => each.code === 'missing-account')
  const [number] = finding?.pieces.filter(each => typeof each !== 'string') ?? []
  expect(number).toMatchObject({ text: '2' })
  const key = typeof number === 'object' ? number.count : ''
  expect(one.counted(key)).toEqual({ sheets: [{ sheet: 0, count: 2 }], elsewhere: 0, naming: false })
  expect([...(one.picked(0, key) ?? [])]).toEqual([1, NaN, 1])
})

test('an empty file, and one of headers alone, say so; doubts about quotes are told', async () => {
  const one = session()
  await one.addFiles([
    textFile('empty.csv', ''),
    textFile('blank.csv', '\n\n'),
    textFile('headers.csv', 'Deal Name,Owner,Stage\n'),
    textFile('whole.csv', 'Deal Name,Owner,Stage\nA,Ann,Open'),
    textFile('quote.csv', 'Deal Name,Owner,Stage\n"A,Ann,Open\nB,Ann,Open\n'),
  ])
  const said = (file: string) =>
    one
      .views()
      .notes.filter(each => each.file === file)
      .map(each => each.text)
  expect(said('empty.csv')).toEqual(['The file is empty.'])
  expect(said('headers.csv')).toEqual([
    'The file has no rows below its column names. Export it again, with its records.',
  ])
  expect(said('blank.csv')).toEqual(['The file holds nothing but blank rows.'])
  expect(said('whole.csv')).toEqual([])
  expect(said('quote.csv')).toContain(
    'A quote in row 2 is never closed; the row was read to the end of its line.',
  )
  one.removeFile('empty.csv')
  expect(said('empty.csv')).toEqual([])
})

test('a plan made again after the region has moved starts from the region as it is now', async () => {
  const region = new Region()
  const one = new ImportSession({ region, shadows: [] }, '2018-01-01' as Day, seededRandom(1))
  const files = [textFile('accounts.csv', 'Account Name,Industry\nAcme,Retail')]
  await one.addFiles(files)
  expect(one.plan(noDecisions, at).total).toMatchObject({ added: 1 })
  commitPlan(region, planOf(region, await mapFiles(files)))
  one.standOn({ region, shadows: [...region.table('shadow').values()] })
  expect(one.rows(0)).toBeNull()
  expect(one.plan(noDecisions, at).total).toMatchObject({ added: 0, unchanged: 1 })
})
