import { expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { seededRandom } from '#shared/base/random'
import { Region } from '#shared/region/region'
import { noDecisions } from '#shared/reconcile/decisions'
import { ImportSession } from '../../../renderer/features/imports/import-session'
import { freshWizard, openQuestions, stepWizard } from '../../../renderer/features/imports/wizard'
import { csvText } from '#shared/packs/csv-text'
import { textFile } from '../../fixtures/import-run'

const session = (): ImportSession =>
  new ImportSession({ region: new Region(), shadows: [] }, '2018-01-01' as Day, seededRandom(1))
const at = '2018-01-01T00:00:00.000Z'

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
  expect(one.rows(0, 'new', 0, 5).map(each => each.title)).toEqual(['A', 'B'])
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

test('a rejected row is put right in place, and all alike with it', async () => {
  const one = session()
  await one.addFiles([
    textFile(
      'calls.csv',
      'Subject,Activity Date,Owner,Account Name\nCall A,?,Ann,X\nCall B,?,Ann,X\nCall C,2017-12-01,Ann,X\nCall D,2017-12-01,Ann,X\nCall E,2017-12-01,Ann,X',
    ),
  ])
  expect(one.plan(noDecisions, at).total).toMatchObject({ read: 5, added: 3, rejected: 2 })
  const [row] = one.rows(0, 'rejected', 0, 5)
  expect(row?.words).toBe('The row has no day. Type one.')
  expect(
    one.fixCell(one.views().sheets[0]?.key ?? '', row?.row ?? 0, row?.fix?.column ?? 0, '2017-12-02', true),
  ).toBe(2)
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
  expect(stepWizard(columns, { kind: 'views', sheets: [], unreadable: [] }).step).toEqual({ kind: 'files' })
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
  expect(one.rows(0, 'new', 0, 9).map(each => each.cells)).toEqual(rows.slice(1))
  const other = session()
  await other.addFiles([{ name: 'accounts.csv', bytes }])
  other.plan(noDecisions, at)
  expect(other.rows(0, 'new', 0, 9)[0]?.cells[0]).toBe("'=SUM(A1)")
})
