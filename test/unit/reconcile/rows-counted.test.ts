import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aliasCount,
  conflictsCount,
  findingCount,
  nameCount,
  namesCount,
  rowCount,
} from '#shared/reconcile/counted'
import { findingPieces, findingText } from '#shared/reconcile/finding'
import type { Plan } from '#shared/reconcile/plan'
import { rowsCounted } from '#shared/reconcile/rows-counted'
import { Region } from '#shared/region/region'
import { commitPlan, mapFiles, planOf, textFile, type DroppedFile } from '../../fixtures/import-run'
import { realBytes, realData } from '../../fixtures/real-data'

const size = (plan: Plan, key: string): number | null => {
  const { sheets, elsewhere, naming } = rowsCounted(plan, key)
  if (naming) return null
  return sheets.reduce((sum, each) => sum + each.rows.length, elsewhere)
}

/** Every number of every sentence with how many rows it opens. */
const numbers = (plan: Plan) =>
  plan.findings.flatMap(finding =>
    findingPieces(finding).flatMap(piece =>
      typeof piece === 'string'
        ? []
        : [{ text: findingText(finding), said: piece.text, key: findingCount(finding.code, piece.part) }],
    ),
  )

const expectAllOpen = (plan: Plan): void => {
  for (const { text, said, key } of numbers(plan))
    expect([text, key, size(plan, key)?.toLocaleString('en-US') ?? said]).toEqual([text, key, said])
  for (const each of plan.aliases)
    expect([each.from, size(plan, aliasCount(each.dimension, each.from))]).toEqual([each.from, each.count])
  for (const { table, names, rows } of plan.newNames) {
    expect(size(plan, namesCount(table))).toBe(rows)
    for (const { name, count } of names)
      expect([name, size(plan, nameCount(table, name))]).toEqual([name, count])
  }
}

const deals = (...lines: string[]): DroppedFile =>
  textFile(
    'deals.csv',
    ['Deal ID,Deal Name,Account Name,Owner,Stage,Amount,Currency,Close Date', ...lines].join('\n'),
  )

const planned = async (files: DroppedFile[], region = new Region()): Promise<Plan> =>
  planOf(region, await mapFiles(files))

describe('IM-29: a number of the preview opens exactly the rows that it counts', () => {
  test('the rows without an account, by stage and by region', async () => {
    const plan = await planned([
      textFile('reps.csv', 'Rep,Region\nAnn,West\nBob,East'),
      deals(
        '1,One,,Ann,Open,5,USD,',
        '2,Two,Acme,Ann,Open,5,USD,',
        '3,Three,,Bob,Closed Won,5,USD,2017-03-01',
        '4,Four,,Ann,Open,5,USD,',
      ),
    ])
    expectAllOpen(plan)
    const rows = (part: string) => rowsCounted(plan, findingCount('missing-account', part)).sheets
    expect(rows('rows')).toEqual([{ sheet: 1, rows: [1, 3, 4] }])
    expect(rows('stage|Open')).toEqual([{ sheet: 1, rows: [1, 4] }])
    expect(rows('region|East')).toEqual([{ sheet: 1, rows: [3] }])
  })

  test('names without a record, and an odd spelling, in every file that writes them', async () => {
    const plan = await planned([
      textFile('products.csv', 'Product,Sales Price\nGTX Pro,500\nMG Special,55'),
      textFile(
        'a.csv',
        'Deal ID,Deal Name,Product,Owner,Stage\n1,One,GTXPro,Ann,Open\n2,Two,GTX Pro,Ann,Open',
      ),
      textFile(
        'b.csv',
        'Deal ID,Deal Name,Product,Owner,Stage\n3,Three,GTXPro,Ann,Open\n4,Four,Nothing,Ann,Open',
      ),
    ])
    expectAllOpen(plan)
    expect(rowsCounted(plan, aliasCount('product.name', 'GTXPro')).sheets).toEqual([
      { sheet: 1, rows: [1] },
      { sheet: 2, rows: [1] },
    ])
    expect(rowsCounted(plan, nameCount('product', 'Nothing')).sheets).toEqual([{ sheet: 2, rows: [2] }])
    expect(rowsCounted(plan, findingCount('unmatched', 'product')).sheets).toEqual([
      { sheet: 1, rows: [1] },
      { sheet: 2, rows: [1, 2] },
    ])
  })

  test('accounts that are only named by deals open those deals; with a file of their own, their own rows', async () => {
    const two = deals(
      '1,One,Acme,Ann,Open,5,USD,',
      '2,Two,Acme,Bob,Open,5,USD,',
      '3,Three,Bolt,Bob,Open,5,USD,',
    )
    const key = findingCount('account-overlap', 'shared')
    expect(rowsCounted(await planned([two]), key)).toEqual({
      sheets: [{ sheet: 0, rows: [1, 2] }],
      elsewhere: 0,
      naming: true,
    })
    const files = [textFile('accounts.csv', 'Account Name,Industry\nBolt,Retail\nAcme,Retail'), two]
    expect(rowsCounted(await planned(files), key).sheets).toEqual([{ sheet: 0, rows: [2] }])
  })

  test('records without a row in the files are said to stand elsewhere', async () => {
    const plan = await planned([
      textFile('accounts.csv', 'Account Name,Parent Account\nBolt,Meridian Holding\nCord,Meridian Holding'),
    ])
    expect(rowsCounted(plan, findingCount('parents', 'accounts')).sheets).toEqual([
      { sheet: 0, rows: [1, 2] },
    ])
    expect(rowsCounted(plan, findingCount('parents', 'parents'))).toEqual({
      sheets: [],
      elsewhere: 1,
      naming: false,
    })
  })

  test('an opportunity of several lines is one row', async () => {
    const plan = await planned([
      textFile(
        'deals.csv',
        'Opportunity ID,Opportunity Name,Owner,Stage,Amount,Product Name,Quantity,Sales Price\n1,One,Ann,Open,5,A,1,5\n1,One,Ann,Open,7,B,1,7\n2,Two,Ann,Open,5,A,1,5',
      ),
    ])
    expectAllOpen(plan)
    expect(rowsCounted(plan, findingCount('no-accounts', 'of')).sheets).toEqual([{ sheet: 0, rows: [1, 3] }])
  })

  test('a conflict opens its row, and a single row opens itself', async () => {
    const region = new Region()
    const first = deals('1,One,Acme,Ann,Open,5,USD,', '2,Two,Acme,Ann,Open,5,USD,')
    commitPlan(region, await planned([first], region))
    const id = region.where('opportunity', 'name', 'Two')[0]!
    region.table('opportunity').put({ ...id, amount: 900 })
    const plan = await planned([deals('1,One,Acme,Ann,Open,5,USD,', '2,Two,Acme,Ann,Open,7,USD,')], region)
    expect(plan.conflicts).toHaveLength(1)
    expect(rowsCounted(plan, conflictsCount).sheets).toEqual([{ sheet: 0, rows: [2] }])
    expect(rowsCounted(plan, rowCount(0, 2)).sheets).toEqual([{ sheet: 0, rows: [2] }])
    expect(rowsCounted(plan, 'nothing')).toEqual({ sheets: [], elsewhere: 0, naming: false })
  })

  test('whatever the deals are', async () => {
    const line = fc
      .tuple(
        fc.constantFrom('Acme', 'Bolt', 'Acme Inc', ''),
        fc.constantFrom('Ann', 'Bob', ''),
        fc.constantFrom('Open', 'Closed Won', 'Closed Lost'),
        fc.constantFrom('5', ''),
        fc.constantFrom('USD', 'EUR'),
        fc.constantFrom('2017-03-04', '2017-03-06', '2019-01-01', ''),
      )
      .map(cells => cells.join(','))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async lines => {
        expectAllOpen(await planned([deals(...lines.map((each, at) => `${at},D${at},${each}`))]))
      }),
      { numRuns: 60 },
    )
  })

  test.skipIf(realData('a-maven-crm') === null)(
    'A02, A03, A05, A06, A25, A26, A32: the Maven files',
    async () => {
      const names = ['accounts.csv', 'products.csv', 'sales_pipeline.csv', 'sales_teams.csv']
      const plan = await planned(names.map(name => ({ name, bytes: realBytes(`a-maven-crm/${name}`) })))
      expectAllOpen(plan)
      expect(numbers(plan).length).toBeGreaterThan(20)
    },
  )

  test.skipIf(realData('a-zoho-crm-sample') === null)('the Zoho files', async () => {
    const names = ['Accounts.csv', 'Contacts.csv', 'Leads.csv', 'Potentials.csv', 'Tasks.csv', 'Users.csv']
    expectAllOpen(await planned(names.map(name => ({ name, bytes: realBytes(`a-zoho-crm-sample/${name}`) }))))
  })
})
