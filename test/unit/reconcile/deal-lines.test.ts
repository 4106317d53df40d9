import { expect, test } from 'vitest'
import { Region } from '#shared/region/region'
import { tablesOf } from '#shared/region/change'
import { check } from '#shared/region/check'
import { commitPlan, mapFiles, planOf, textFile } from '../../fixtures/import-run'

const products = textFile('products.csv', 'Product Name,List Price\nGTX,100\nMG,50\nGTK,900')
const withLines = (...lines: string[]) =>
  mapFiles([
    products,
    textFile(
      'deals.csv',
      ['Opportunity ID,Opportunity Name,Owner,Stage,Amount,Product Name,Quantity,Sales Price', ...lines].join(
        '\n',
      ),
    ),
  ])
const linesOf = (region: Region) =>
  region
    .all('oppLine')
    .map(each => [
      region.get('product', each.product)?.name,
      each.quantity,
      each.price === null ? null : each.price / 100,
      each.amount === null ? null : each.amount / 100,
    ])
    .sort()

test('an opportunity repeated once a product becomes one opportunity with lines, each row accounted for', async () => {
  const region = new Region()
  const plan = planOf(
    region,
    await withLines(
      '1,One,Ann,Open,350,GTX,2,100',
      '1,One,Ann,Open,350,MG,3,50',
      '2,Two,Ann,Open,900,GTK,1,900',
    ),
  )
  expect(plan.sheets[1]?.counts).toMatchObject({ read: 3, added: 3, skipped: 0 })
  expect(check(region, commitPlan(new Region(), plan))).toEqual([])
  commitPlan(region, plan)
  // 350 stands in both rows: it is the whole opportunity's amount, and the lines are 2 × 100 and 3 × 50.
  expect(region.all('opportunity').map(each => [each.name, (each.amount ?? 0) / 100])).toEqual([
    ['One', 350],
    ['Two', 900],
  ])
  expect(linesOf(region)).toEqual([
    ['GTX', 2, 100, 200],
    ['MG', 3, 50, 150],
  ])
})

test('amounts that differ from row to row are the lines’ own, and the opportunity holds their sum', async () => {
  const region = new Region()
  commitPlan(region, planOf(region, await withLines('1,One,Ann,Open,200,GTX,,', '1,One,Ann,Open,150,MG,,')))
  expect(region.all('opportunity').map(each => (each.amount ?? 0) / 100)).toEqual([350])
  expect(linesOf(region)).toEqual([
    ['GTX', 1, null, 200],
    ['MG', 1, null, 150],
  ])
})

test('the same file again changes nothing, a newer one changes the line', async () => {
  const region = new Region()
  const rows = ['1,One,Ann,Open,200,GTX,2,100', '1,One,Ann,Open,150,MG,3,50'] as const
  commitPlan(region, planOf(region, await withLines(...rows)))
  const again = planOf(region, await withLines(...rows))
  expect(again.sheets[1]?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect(tablesOf(commitPlan(region, again)).map(([table]) => table)).toEqual(['batch'])
  const newer = planOf(region, await withLines(rows[0], '1,One,Ann,Open,200,MG,4,50'))
  expect(newer.sheets[1]?.counts).toMatchObject({ added: 0, changed: 2 })
  commitPlan(region, newer)
  expect(linesOf(region)).toContainEqual(['MG', 4, 50, 200])
  expect(region.all('opportunity').map(each => (each.amount ?? 0) / 100)).toEqual([400])
})

test('a row that repeats the opportunity and its product is still a repetition', async () => {
  const plan = planOf(
    new Region(),
    await withLines(
      '1,One,Ann,Open,200,GTX,2,100',
      '1,One,Ann,Open,200,GTX,2,100',
      '1,One,Ann,Open,200,MG,1,50',
    ),
  )
  expect(plan.sheets[1]?.counts).toMatchObject({ read: 3, added: 2, skipped: 1 })
})
