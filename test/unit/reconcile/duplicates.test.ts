import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Region } from '#shared/region/region'
import { applyTo, invert, tablesOf } from '#shared/region/change'
import { check } from '#shared/region/check'
import type { PairChoice } from '#shared/reconcile/decisions'
import { isAccounted, type Plan } from '#shared/reconcile/plan'
import { commitPlan, mapFiles, planOf, textFile } from '../../fixtures/import-run'

const accounts = (...lines: string[]) =>
  textFile('accounts.csv', ['Account ID,Account Name,Industry,Website', ...lines].join('\n'))
const twice = () =>
  mapFiles([accounts('1,Acme Europe,Retail,', '2,AcmeEurope,Trade,acme.eu', '3,Bolt,Retail,')])
const decided = (plan: Plan, choice: PairChoice) => ({
  pairs: Object.fromEntries(plan.duplicates.map(each => [each.key, choice])),
})
const names = (region: Region) =>
  region
    .all('account')
    .map(each => `${each.name} ${each.externalId} ${each.sector} ${each.website}`)
    .sort()

async function importTwice(choice: PairChoice) {
  const region = new Region()
  const sheets = await twice()
  const asked = planOf(region, sheets)
  const plan = planOf(region, sheets, decided(asked, choice))
  expect(check(region, commitPlan(new Region(), plan))).toEqual([])
  commitPlan(region, plan)
  const again = planOf(region, await twice())
  return { region, asked, plan, again }
}

describe('IM-28: two rows of one file that may be one account', () => {
  test('are shown as a pair with the reason, and stay two records until somebody decides', async () => {
    const region = new Region()
    const plan = planOf(region, await twice())
    expect(plan.duplicates).toMatchObject([
      {
        one: { name: 'Acme Europe', row: 1 },
        two: { name: 'AcmeEurope', row: 2 },
        twoKey: 'id:2',
        choice: null,
      },
    ])
    commitPlan(region, plan)
    expect(region.all('account')).toHaveLength(3)
  })

  test('merged: one record, its gaps filled by the second row, what it had kept', async () => {
    const { region, plan } = await importTwice('merge')
    expect(names(region)).toEqual(['Acme Europe 1 Retail acme.eu', 'Bolt 3 Retail null'])
    expect(plan.sheets[0]?.counts).toMatchObject({ read: 3, added: 2, skipped: 1 })
    expect(plan.sheets[0]?.leftOut).toEqual([{ row: 2, why: 'joined', of: 1 }])
    expect(plan.duplicates).toMatchObject([{ choice: 'merge', one: { row: 1 }, two: { row: 2 } }])
  })

  test('the same: one record, of which the second row says nothing', async () => {
    const { region } = await importTwice('same')
    expect(names(region)).toEqual(['Acme Europe 1 Retail null', 'Bolt 3 Retail null'])
  })

  test('two records: both stay', async () => {
    const { region } = await importTwice('two')
    expect(region.all('account')).toHaveLength(3)
  })

  test.each(['merge', 'same', 'two'] as const)(
    'decided “%s”: the next import of the file remembers it, asks nothing and changes nothing',
    async choice => {
      const { region, again } = await importTwice(choice)
      expect(again.sheets[0]?.counts).toMatchObject({ added: 0, changed: 0 })
      expect(again.duplicates.filter(each => each.choice === null)).toEqual([])
      expect(tablesOf(commitPlan(region, again)).map(([table]) => table)).toEqual(['batch'])
    },
  )

  test('a remembered decision can be taken back at a later import', async () => {
    const { region, again } = await importTwice('same')
    expect(again.duplicates).toMatchObject([{ choice: 'same', reasons: expect.anything() as string[] }])
    commitPlan(region, planOf(region, await twice(), decided(again, 'two')))
    expect(region.all('account')).toHaveLength(3)
    expect(region.all('duplicateDecision')).toMatchObject([{ same: false }])
  })

  test('taken back, the name means its own record again: in the same import, in later ones, and not after an undo', async () => {
    const files = () =>
      mapFiles([
        accounts('1,Acme Europe,Retail,', '2,AcmeEurope,,'),
        textFile('deals.csv', 'Deal ID,Deal Name,Account Name,Owner,Stage\n7,One,AcmeEurope,Ann,Open'),
      ])
    const region = new Region()
    const sheets = await files()
    commitPlan(region, planOf(region, sheets, decided(planOf(region, sheets), 'same')))
    const spelling = [{ dimension: 'account.name', from: 'AcmeEurope', to: 'Acme Europe' }]
    expect(region.all('alias')).toMatchObject(spelling)
    const accountOfDeal = (name: string) =>
      region.get('account', region.where('opportunity', 'name', name)[0]!.account!)?.name
    expect(accountOfDeal('One')).toBe('Acme Europe')

    const again = planOf(region, await files())
    const back = commitPlan(region, planOf(region, await files(), decided(again, 'two')))
    expect(region.all('alias')).toEqual([])
    expect(accountOfDeal('One')).toBe('AcmeEurope')

    const later = await mapFiles([
      textFile('more.csv', 'Deal ID,Deal Name,Account Name,Owner,Stage\n8,Two,AcmeEurope,Ann,Open'),
    ])
    commitPlan(region, planOf(region, later))
    expect(accountOfDeal('Two')).toBe('AcmeEurope')

    const undone = new Region()
    commitPlan(undone, planOf(undone, sheets, decided(planOf(undone, sheets), 'same')))
    const retake = planOf(undone, await files(), decided(planOf(undone, await files()), 'two'))
    applyTo(undone, invert(commitPlan(undone, retake)))
    expect(undone.all('alias')).toMatchObject(spelling)
    expect(undone.all('duplicateDecision')).toMatchObject([{ same: true }])
    expect(back.alias?.removed).toHaveLength(1)
  })

  test('deals that name the second row, by id or by name, are deals of the one record', async () => {
    const deals = () =>
      textFile('deals.csv', 'Deal ID,Deal Name,Account ID,Owner,Stage\n7,One,2,Ann,Open\n8,Two,1,Ann,Open')
    const region = new Region()
    const sheets = await mapFiles([accounts('1,Acme Europe,Retail,', '2,AcmeEurope,,'), deals()])
    commitPlan(region, planOf(region, sheets, decided(planOf(region, sheets), 'same')))
    expect(new Set(region.all('opportunity').map(each => each.account)).size).toBe(1)
    const named = await mapFiles([
      textFile('more.csv', 'Deal ID,Deal Name,Account Name,Owner,Stage\n9,Three,AcmeEurope,Ann,Open'),
      textFile('again.csv', 'Deal ID,Deal Name,Account ID,Owner,Stage\n10,Four,2,Ann,Open'),
    ])
    commitPlan(region, planOf(region, named))
    expect(new Set(region.all('opportunity').map(each => each.account)).size).toBe(1)
  })
})

test('a row and a record of the region: merged, the record keeps its name, takes the id, and later rows are its own', async () => {
  const region = new Region()
  commitPlan(
    region,
    planOf(region, await mapFiles([textFile('accounts.csv', 'Account Name,Industry\nAcme Europe,')])),
  )
  const sheets = () => mapFiles([accounts('2,AcmeEurope,Trade,acme.eu')])
  const asked = planOf(region, await sheets())
  expect(asked.duplicates).toMatchObject([{ one: { row: null }, choice: null }])
  commitPlan(region, planOf(region, await sheets(), decided(asked, 'merge')))
  expect(names(region)).toEqual(['Acme Europe 2 Trade acme.eu'])
  const newer = planOf(region, await mapFiles([accounts('2,AcmeEurope,Finance,acme.eu')]))
  expect(newer.sheets[0]?.counts).toMatchObject({ added: 0, changed: 1 })
})

test('whatever is decided about whatever pairs, every row is accounted for, and a second time nothing changes', async () => {
  const line = fc
    .tuple(
      fc.constantFrom('1', '2', '3', '4', ''),
      fc.constantFrom('Acme Europe', 'AcmeEurope', 'Acme-Europe', 'Acme Europa', 'Bolt', ''),
      fc.constantFrom('Retail', 'Trade', ''),
      fc.constantFrom('acme.eu', ''),
    )
    .map(cells => cells.join(','))
  const choice = fc.constantFrom<PairChoice | null>('two', 'same', 'merge', null)
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 2, maxLength: 8 }),
      fc.array(choice, { minLength: 8, maxLength: 8 }),
      async (lines, choices) => {
        const region = new Region()
        const sheets = () => mapFiles([accounts(...lines)])
        const asked = planOf(region, await sheets())
        const pairs = Object.fromEntries(
          asked.duplicates.flatMap((each, at) => {
            const one = choices[at % choices.length]
            return one ? [[each.key, one]] : []
          }),
        )
        const plan = planOf(region, await sheets(), { pairs })
        for (const sheet of plan.sheets) {
          expect(isAccounted(sheet.counts)).toBe(true)
          expect(sheet.rows.length + sheet.rejected.length + sheet.leftOut.length).toBe(sheet.counts.read)
        }
        expect(check(new Region(), commitPlan(region, plan))).toEqual([])
        const again = planOf(region, await sheets())
        expect(again.sheets.map(each => [each.counts.added, each.counts.changed])).toEqual(
          again.sheets.map(() => [0, 0]),
        )
      },
    ),
    { numRuns: 150 },
  )
})
