import { beforeAll, describe, expect, test } from 'vitest'
import { Region } from '#shared/region/region'
import { isEmptyChange, invert, applyTo, tablesOf, type ChangeSet } from '#shared/region/change'
import { findingText, type Finding } from '#shared/reconcile/finding'
import type { Plan } from '#shared/reconcile/plan'
import {
  acceptAll,
  commitPlan,
  mapFiles,
  planOf,
  textFile,
  type MappedSheet,
} from '../../fixtures/import-run'
import { realBytes, realData, realText } from '../../fixtures/real-data'

interface Truth {
  readonly counts_by_stage: Record<string, number>
  readonly blank_account_by_stage: Record<string, number>
  readonly agents_in_teams_without_opportunities: readonly string[]
  readonly totals: { readonly won_value: number }
  readonly by_region: Record<string, { readonly won: number; readonly won_value: number }>
  readonly by_product: Record<string, { readonly won_value: number }>
}

const names = ['accounts.csv', 'products.csv', 'sales_pipeline.csv', 'sales_teams.csv']
const here = realData('a-maven-crm/sales_pipeline.csv') !== null

describe.skipIf(!here)('the four Maven files in one run', () => {
  const truth = JSON.parse(realText('maven-truth.json') ?? '{}') as Truth
  const files = names.map(name => ({
    name,
    bytes: here ? realBytes(`a-maven-crm/${name}`) : new Uint8Array(),
  }))
  const region = new Region()
  let sheets: MappedSheet[]
  let first: Plan
  let accepted: Plan
  let change: ChangeSet
  const finding = <C extends Finding['code']>(
    plan: Plan,
    code: C,
  ): Extract<Finding, { code: C }> | undefined =>
    plan.findings.find((each): each is Extract<Finding, { code: C }> => each.code === code)

  beforeAll(async () => {
    sheets = await mapFiles(files)
    first = planOf(region, sheets)
    accepted = planOf(region, sheets, acceptAll(first))
    change = commitPlan(region, accepted)
  })

  test('every file is known for what it is, and no row is lost', () => {
    expect(sheets.map(each => [each.mapping.product, each.mapping.table])).toEqual([
      ['Maven', 'account'],
      ['Maven', 'product'],
      ['Maven', 'opportunity'],
      ['Maven', 'rep'],
    ])
    expect(first.sheets.map(each => each.counts.read)).toEqual([85, 7, 8800, 35])
    expect(first.sheets.every(each => each.counts.added === each.counts.read)).toBe(true)
  })

  test('A01: 8,800 rows by stage', () => {
    const states = first.sheets[2]?.drafts.states ?? []
    expect(Object.fromEntries(states.map(each => [each.value, each.count]))).toEqual(truth.counts_by_stage)
    expect(Object.fromEntries(states.map(each => [each.value, each.state]))).toEqual({
      Won: 'won',
      Lost: 'lost',
      Engaging: 'open',
      Prospecting: 'open',
    })
  })

  test('A32: wins brought 99.8 % of list; 709 are below 90 % of it, 603 above 110 %', () => {
    const found = finding(accepted, 'price-realisation')
    expect(found).toMatchObject({ wins: 4238, below: 709, above: 603 })
    expect(findingText(found as Finding)).toBe(
      'The 4,238 wins with a list price brought 99.8 % of it: 709 below 90 %, 603 above 110 %.',
    )
    // While GTXPro is nobody's product, its wins have no list price.
    expect(finding(first, 'price-realisation')?.wins).toBeLessThan(4238)
  })

  test('A02: GTXPro stands in 1,480 rows; accepted once, none is unmatched and GTX Pro is the largest product', () => {
    const question = first.aliases.find(each => each.dimension === 'product.name')
    expect(question).toMatchObject({ from: 'GTXPro', to: 'GTX Pro', count: 1480, state: 'open' })
    expect(first.unmatched.get('product')).toBe(1480)
    expect(accepted.unmatched.size).toBe(0)
    const won = new Map<string, number>()
    for (const deal of region.all('opportunity')) {
      const product = region.get('product', deal.product)?.name ?? ''
      won.set(product, (won.get(product) ?? 0) + (deal.wonAmount ?? 0) / 100)
    }
    for (const [product, each] of Object.entries(truth.by_product))
      expect(won.get(product)).toBe(each.won_value)
    expect([...won].sort((a, b) => b[1] - a[1])[0]).toEqual(['GTX Pro', 3_510_578])
  })

  test('A03: 1,425 rows without account are imported and flagged', () => {
    const found = finding(first, 'missing-account')
    expect(found?.rows).toBe(1425)
    expect(Object.fromEntries(found?.byStage ?? [])).toEqual(truth.blank_account_by_stage)
    expect(found?.byRegion).toEqual([
      ['Central', 611],
      ['West', 518],
      ['East', 296],
    ])
    expect(region.all('opportunity').filter(deal => deal.account === null)).toHaveLength(1425)
  })

  test('A04: a copy with dates like 20-10-16 is read as day, month, year', async () => {
    const [header = '', ...lines] = (realText('a-maven-crm/sales_pipeline.csv') ?? '').split('\n')
    const turned = lines.map(line => line.replace(/\b20(\d\d)-(\d\d)-(\d\d)\b/g, '$3-$2-$1'))
    const [sheet] = await mapFiles([textFile('sales_pipeline.csv', [header, ...turned].join('\n'))])
    const days = (field: string): string[] =>
      (sheet?.drafts.columns.find(each => each.field === field)?.values ?? []).filter(
        (each): each is string => each !== null,
      )
    const ends = (list: string[]): (string | undefined)[] => [list.sort()[0], list[list.length - 1]]
    expect(ends(days('engagedOn'))).toEqual(['2016-10-20', '2017-12-27'])
    expect(ends(days('closedOn'))).toEqual(['2017-03-01', '2017-12-31'])
    expect(sheet?.drafts.issues).toEqual([])
  })

  test('A05: technolgy and Philipines are proposed; 15 accounts have a parent', () => {
    expect(first.aliases).toContainEqual(
      expect.objectContaining({
        dimension: 'account.sector',
        from: 'technolgy',
        to: 'technology',
        count: 12,
      }),
    )
    expect(first.aliases).toContainEqual(
      expect.objectContaining({
        dimension: 'account.country',
        from: 'Philipines',
        to: 'Philippines',
        count: 1,
      }),
    )
    expect(first.aliases).toHaveLength(3)
    expect(finding(first, 'parents')).toEqual({ code: 'parents', accounts: 15, parents: 7 })
  })

  test('A06: 35 reps, 30 with deals, the other five by name', () => {
    const found = finding(first, 'idle-reps')
    expect(found).toMatchObject({ reps: 35, withDeals: 30 })
    expect([...(found?.names ?? [])].sort()).toEqual([...truth.agents_in_teams_without_opportunities].sort())
  })

  test('A08: won by region', () => {
    const won = new Map<string, [number, number]>()
    for (const deal of region.all('opportunity')) {
      if (deal.state !== 'won') continue
      const name = region.get('rep', deal.owner)?.region ?? ''
      const [value, n] = won.get(name) ?? [0, 0]
      won.set(name, [value + (deal.wonAmount ?? 0) / 100, n + 1])
    }
    for (const [name, each] of Object.entries(truth.by_region))
      expect(won.get(name)).toEqual([each.won_value, each.won])
  })

  test('A12: nothing is invented for the decision maker, date and budget', () => {
    expect(finding(first, 'no-qualification')).toEqual({ code: 'no-qualification', open: 2089 })
    expect(finding(first, 'no-activities')).toBeDefined()
  })

  test('A25: 1,908 of 6,711 closes are on weekends, and a 7-day calendar is offered', () => {
    const found = finding(first, 'weekend-closes')
    expect(found).toEqual({ code: 'weekend-closes', weekend: 1908, closes: 6711 })
    expect(findingText(found as Finding)).toBe(
      '1,908 of 6,711 closes (28.4 %) are on weekends: use a 7-day calendar?',
    )
  })

  test('A26: 85 of 85 accounts are sold to by more than one rep, 71 in three regions', () => {
    expect(finding(first, 'account-overlap')).toEqual({
      code: 'account-overlap',
      accounts: 85,
      shared: 85,
      fewest: 10,
      median: 14,
      most: 30,
      regions: 3,
      inAllRegions: 71,
    })
  })

  test('A07: a second time nothing is new, nothing changes, and no record is stamped', async () => {
    const stamps = region.all('opportunity').map(deal => deal.updatedAt)
    const plan = planOf(region, await mapFiles(files))
    expect(plan.sheets.map(each => [each.counts.added, each.counts.changed, each.counts.unchanged])).toEqual([
      [0, 0, 85],
      [0, 0, 7],
      [0, 0, 8800],
      [0, 0, 35],
    ])
    expect(plan.aliases).toEqual([])
    expect(plan.conflicts).toEqual([])
    const again = commitPlan(region, plan, '2018-02-01T00:00:00.000Z')
    expect(tablesOf(again).map(([table]) => table)).toEqual(['batch'])
    expect(region.all('opportunity').map(deal => deal.updatedAt)).toEqual(stamps)
  })

  test('a newer file is merged: theirs where I did nothing, mine where the file did nothing, a question where both did', async () => {
    const other = new Region()
    commitPlan(other, accepted)
    const [one, two, three] = other.all('opportunity')
    if (!one || !two || !three) throw new Error('the region has deals')
    const set = (id: string, owner: string): void =>
      applyTo(other, {
        opportunity: {
          added: [],
          removed: [],
          changed: [{ id: id as typeof one.id, before: {}, after: { owner } }],
        },
      })
    const rep = (name: string): string => other.all('rep').find(each => each.name === name)?.id ?? ''
    set(two.id, rep('Carl Lin'))
    set(three.id, rep('Carl Lin'))
    const text = (realText('a-maven-crm/sales_pipeline.csv') ?? '')
      .split('\n')
      .filter(line => !line.startsWith(other.all('opportunity')[9]?.externalId ?? '?'))
      .map(line =>
        [one.externalId, three.externalId].some(id => line.startsWith(id ?? '?'))
          ? line.replace(/,[^,]+,/, ',Mei-Mei Johns,')
          : line,
      )
      .join('\n')
    const newer = await mapFiles([textFile('sales_pipeline.csv', text)])
    const plan = planOf(other, newer)
    expect(plan.sheets[0]?.counts).toEqual({
      read: 8799,
      added: 0,
      changed: 1,
      unchanged: 8798,
      rejected: 0,
      skipped: 0,
      vanished: 1,
    })
    expect(plan.conflicts).toMatchObject([
      { id: three.id, field: 'owner', mine: rep('Carl Lin'), theirs: rep('Mei-Mei Johns') },
    ])
    commitPlan(other, plan, '2018-02-01T00:00:00.000Z')
    expect(other.get('opportunity', one.id)?.owner).toBe(rep('Mei-Mei Johns'))
    expect(other.get('opportunity', two.id)?.owner).toBe(rep('Carl Lin'))
    expect(other.get('opportunity', three.id)?.owner).toBe(rep('Carl Lin'))
    expect(other.where('oppFact', 'opportunity', one.id)).toMatchObject([
      { field: 'owner', before: rep('Moses Frase'), value: rep('Mei-Mei Johns') },
    ])
    const gone = other.all('opportunity')[9]
    expect(other.get('shadow', gone?.id as never)?.vanishedOn).toBe('2017-12-31')
    expect(gone?.archivedAt).toBeNull()
  })

  test('undoing the import leaves the region as it was', () => {
    const other = new Region()
    applyTo(other, change)
    expect(other.all('opportunity')).toHaveLength(8800)
    applyTo(other, invert(change))
    expect(other.all('opportunity')).toHaveLength(0)
    expect(isEmptyChange(change)).toBe(false)
  })
})
