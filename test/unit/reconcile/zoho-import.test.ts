import { beforeAll, describe, expect, test } from 'vitest'
import { Region } from '#shared/region/region'
import { check } from '#shared/region/check'
import type { ChangeSet } from '#shared/region/change'
import type { Plan } from '#shared/reconcile/plan'
import { acceptAll, commitPlan, mapFiles, planOf } from '../../fixtures/import-run'
import { realBytes, realData, realFiles, realText } from '../../fixtures/real-data'

interface Truth {
  readonly rows: number
  readonly by_stage: Record<string, { readonly n: number; readonly amount: number }>
  readonly by_owner: Record<
    string,
    { readonly won: number; readonly lost: number; readonly open: number; readonly won_amount: number }
  >
}

const here = realData('a-zoho-crm-sample/Potentials.csv') !== null

describe.skipIf(!here)('the 21 files of the Zoho set in one run', () => {
  const truth = JSON.parse(realText('zoho-truth.json') ?? '{}') as Truth
  const files = realFiles('a-zoho-crm-sample')
    .filter(name => name.endsWith('.csv'))
    .map(name => ({ name, bytes: realBytes(`a-zoho-crm-sample/${name}`) }))
  const region = new Region()
  let plan: Plan
  let change: ChangeSet

  beforeAll(async () => {
    const sheets = await mapFiles(files)
    plan = planOf(region, sheets, acceptAll(planOf(region, sheets)), '2021-05-08')
    change = commitPlan(region, plan)
  }, 120_000)

  test('nine of them are kept, and the change fits the region', () => {
    expect(plan.sheets.map(each => each.drafts.file).sort()).toEqual([
      'Accounts.csv',
      'Calls.csv',
      'Contacts.csv',
      'Events.csv',
      'Leads.csv',
      'Potentials.csv',
      'Products.csv',
      'Tasks.csv',
      'Users.csv',
    ])
    expect(check(new Region(), change)).toEqual([])
  })

  test('potentials by stage: rows and amounts', () => {
    const found = new Map<string, { n: number; amount: number }>()
    for (const deal of region.all('opportunity')) {
      const one = found.get(deal.stage ?? '') ?? { n: 0, amount: 0 }
      found.set(deal.stage ?? '', { n: one.n + 1, amount: one.amount + (deal.amount ?? 0) / 100 })
    }
    for (const [stage, each] of Object.entries(truth.by_stage))
      expect(found.get(stage)).toEqual({ n: each.n, amount: each.amount })
  })

  test('won, lost and open by owner', () => {
    for (const [name, each] of Object.entries(truth.by_owner)) {
      const rep = region.all('rep').find(one => one.name === name)
      const deals = region.all('opportunity').filter(deal => deal.owner === rep?.id)
      const of = (state: string) => deals.filter(deal => deal.state === state)
      expect([of('won').length, of('lost').length, of('open').length]).toEqual([
        each.won,
        each.lost,
        each.open,
      ])
      expect(of('won').reduce((sum, deal) => sum + (deal.wonAmount ?? 0), 0) / 100).toBe(each.won_amount)
    }
  })

  test('ids join contacts to accounts across files, and calls to both', () => {
    const tucker = region.all('person').find(each => each.externalId === '2585')
    expect(region.get('account', tucker?.account)?.externalId).toBe('386')
    const call = region.all('activity').find(each => each.externalId === '5000309')
    expect(region.get('account', call?.account)?.externalId).toBe('1458')
    expect(call).toMatchObject({ kind: 'call', minutes: 7, twoWay: true, on: '2021-04-15' })
  })

  test('a second time nothing is new and nothing changes', async () => {
    const again = planOf(region, await mapFiles(files), {}, '2021-05-08')
    for (const sheet of again.sheets)
      expect([sheet.drafts.file, sheet.counts.added, sheet.counts.changed]).toEqual([sheet.drafts.file, 0, 0])
  })
})
