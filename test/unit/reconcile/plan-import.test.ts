import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '#shared/region/check'
import { Region } from '#shared/region/region'
import { tablesOf } from '#shared/region/change'
import { isAccounted } from '#shared/reconcile/plan'
import { acceptAll, commitPlan, mapFiles, planOf, textFile } from '../../fixtures/import-run'

const deals = (...lines: string[]) =>
  textFile('deals.csv', ['Deal ID,Deal Name,Account Name,Owner,Stage,Amount,Close Date', ...lines].join('\n'))
const sheetsOf = (...lines: string[]) => mapFiles([deals(...lines)])

const word = fc.constantFrom('Acme', 'Acme Inc.', 'Bolt', 'Bolt Ltd', '', 'Ann', 'n/a')
const row = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '5', ''),
    word,
    word,
    word,
    fc.constantFrom('Won', 'Lost', 'Open', ''),
    fc.constantFrom('$1,000', '2000', 'x', ''),
    fc.constantFrom('2017-03-01', '31/12/2017', 'soon', ''),
  )
  .map(cells => cells.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(','))

test('rows read = new + changed + unchanged + rejected + skipped, whatever the rows hold, and the change fits the region', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.array(row, { minLength: 1, maxLength: 25 }),
      async (one, two) => {
        const region = new Region()
        for (const lines of [one, two]) {
          const plan = planOf(region, await sheetsOf(...lines))
          for (const sheet of plan.sheets) {
            expect(isAccounted(sheet.counts)).toBe(true)
            const fates = sheet.rows.length + sheet.rejected.length + sheet.leftOut.length
            expect(fates).toBe(sheet.counts.read)
          }
          const before = new Region()
          expect(check(before, {})).toEqual([])
          commitPlan(region, plan)
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('A07: any file imported twice adds and changes nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async lines => {
      const region = new Region()
      const first = planOf(region, await sheetsOf(...lines))
      commitPlan(region, planOf(region, await sheetsOf(...lines), acceptAll(first)))
      const again = planOf(region, await sheetsOf(...lines), acceptAll(first))
      for (const sheet of again.sheets) expect([sheet.counts.added, sheet.counts.changed]).toEqual([0, 0])
      const change = commitPlan(region, again, '2018-02-01T00:00:00.000Z')
      expect(tablesOf(change).map(([table]) => table)).toEqual(['batch'])
    }),
    { numRuns: 200 },
  )
})

test('a change that an import makes passes the check of the region', async () => {
  const region = new Region()
  const sheets = await mapFiles([
    textFile(
      'accounts.csv',
      'Account ID,Account Name,Parent Account,Industry\n1,Acme,Bolt,Retail\n2,Bolt,,Retail',
    ),
    deals('7,One,Acme,Ann,Closed Won,$10,2017-03-01', '8,Two,Nobody,Ann,Open,,2017-09-01'),
  ])
  const plan = planOf(region, sheets)
  const other = new Region()
  expect(check(other, commitPlan(region, plan))).toEqual([])
  expect(
    region
      .all('account')
      .map(each => each.name)
      .sort(),
  ).toEqual(['Acme', 'Bolt', 'Nobody'])
})

test('a row that names nothing is rejected with a reason, the others are imported', async () => {
  const plan = planOf(new Region(), await sheetsOf(',,,Ann,Open,,', '2,Two,,Ann,Open,5,'))
  expect(plan.sheets[0]?.rejected).toEqual([{ row: 1, code: 'no-identity' }])
  expect(plan.sheets[0]?.counts).toMatchObject({ read: 2, added: 1, rejected: 1 })
})

test('a row that could not be known again is rejected: it has no id, name, account, product or starting date', async () => {
  const plan = planOf(
    new Region(),
    await sheetsOf(',,,Ann,Won,"$1,000",2017-03-01', '1,One,Acme,Ann,Won,"$1,000",2017-03-01'),
  )
  expect(plan.sheets[0]?.rejected).toEqual([{ row: 1, code: 'no-identity' }])
  expect(plan.sheets[0]?.counts).toMatchObject({ read: 2, added: 1, rejected: 1 })
})

test('a repeated id is skipped: as the same row, or as another row of the same record', async () => {
  const plan = planOf(
    new Region(),
    await sheetsOf('1,One,,Ann,Open,5,', '1,One,,Ann,Open,5,', '1,One,,Ann,Open,6,'),
  )
  expect(plan.sheets[0]?.leftOut).toEqual([
    { row: 2, why: 'repeats', of: 1 },
    { row: 3, why: 'same-record', of: 1 },
  ])
})

test('one close date is expected while a deal is open and actual once it is closed', async () => {
  const region = new Region()
  commitPlan(region, planOf(region, await sheetsOf('1,One,,Ann,Negotiation,5,2017-09-01')))
  expect(region.all('opportunity')[0]).toMatchObject({
    state: 'open',
    expectedClose: '2017-09-01',
    closedOn: null,
  })
  commitPlan(
    region,
    planOf(region, await sheetsOf('1,One,,Ann,Closed Won,5,2017-09-20')),
    '2018-02-01T00:00:00.000Z',
  )
  expect(region.all('opportunity')[0]).toMatchObject({
    state: 'won',
    expectedClose: '2017-09-01',
    closedOn: '2017-09-20',
    wonAmount: 500,
  })
  expect(
    region
      .all('oppFact')
      .map(each => each.field)
      .sort(),
  ).toEqual(['closedOn', 'stage', 'state', 'wonAmount'])
})

test('company suffixes and punctuation do not part an account from itself, an outside id does', async () => {
  const region = new Region()
  commitPlan(
    region,
    planOf(region, await sheetsOf('1,One,"Acme, Inc.",Ann,Open,5,', '2,Two,ACME,Ann,Open,5,')),
  )
  expect(region.all('account')).toHaveLength(1)
})

test('new names stay out where the user says so, and the rows are imported all the same', async () => {
  const region = new Region()
  commitPlan(
    region,
    planOf(region, await sheetsOf('1,One,Acme,Ann,Open,5,'), { newNames: { account: 'leave' } }),
  )
  expect(region.all('account')).toHaveLength(0)
  expect(region.all('opportunity')[0]).toMatchObject({ name: 'One', account: null })
})

test('a record missing from a newer full export is marked, and forgiven when it comes back', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => `${i},Deal ${i},,Ann,Open,5,`)
  const region = new Region()
  commitPlan(region, planOf(region, await sheetsOf(...lines)))
  const gone = planOf(region, await sheetsOf(...lines.slice(1)))
  expect(gone.vanished.map(each => each.name)).toEqual(['Deal 0'])
  commitPlan(region, gone, '2018-02-01T00:00:00.000Z')
  expect(region.all('shadow').filter(each => each.vanishedOn !== null)).toHaveLength(1)
  commitPlan(region, planOf(region, await sheetsOf(...lines)), '2018-03-01T00:00:00.000Z')
  expect(region.all('shadow').filter(each => each.vanishedOn !== null)).toHaveLength(0)
})

test('nothing vanishes from a part of the earlier file unless it is said to be whole', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => `${i},Deal ${i},,Ann,Open,5,`)
  const region = new Region()
  commitPlan(region, planOf(region, await sheetsOf(...lines)))
  const part = await sheetsOf(...lines.slice(8))
  expect(planOf(region, part).vanished).toEqual([])
  expect(planOf(region, part, { fullExport: { 0: true } }).vanished).toHaveLength(8)
})

test('the owner’s region and manager on a deal fill the rep, and only where the rep has none', async () => {
  const region = new Region()
  const file = textFile(
    'deals.csv',
    'Deal ID,Deal Name,Owner,Region,Manager,Stage,Amount\n1,One,Ann,West,Bea,Open,5\n2,Two,Ann,West,Bea,Open,6',
  )
  commitPlan(region, planOf(region, await mapFiles([file])))
  expect(region.all('rep')).toMatchObject([{ name: 'Ann', region: 'West', manager: 'Bea' }])
})
