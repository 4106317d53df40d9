/** What the import's data show that a manager should know before working with them (A03, A05, A06, A25, A26). */
import { weekday, type Day } from '../base/day'
import type { TableName } from '../model/catalog'
import type { Finding } from './finding'
import { weekendShare } from './finding'
import { priceRealisation } from './price-finding'
import type { WorkedSheet } from './plan-sheet'
import type { Run } from './run'

/** One deal of the import as the findings need it. */
interface Deal {
  readonly account: string | null
  readonly owner: string | null
  readonly stage: string
  readonly state: string
  readonly closedOn: Day | null
  readonly dated: boolean
  readonly amount: boolean
  readonly qualified: boolean
  readonly probability: number | null
  readonly currency: string | null
}

const dateFields = ['engagedOn', 'createdOn', 'closedOn', 'expectedClose']
const buyerFields = ['decisionMaker', 'decisionDate']

/** Looks at the records that the sheets' rows became. */
export function findFindings(run: Run, worked: readonly WorkedSheet[]): Finding[] {
  const rowsOf = (table: TableName): string[] =>
    worked.filter(sheet => sheet.drafts.table === table).flatMap(sheet => [...sheet.seen])
  const texts = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const text = (table: TableName, id: string, field: string): string | null =>
    texts(run.value(table, id, field))
  const deals = rowsOf('opportunity').map((id): Deal => {
    const value = run.reader('opportunity', id)
    const probability = value('probability')
    return {
      account: texts(value('account')),
      owner: texts(value('owner')),
      stage: texts(value('stage')) ?? 'without a stage',
      state: texts(value('state')) ?? 'open',
      closedOn: texts(value('closedOn')) as Day | null,
      dated: dateFields.some(field => texts(value(field)) !== null),
      amount: typeof value('amount') === 'number' || typeof value('wonAmount') === 'number',
      qualified:
        buyerFields.some(field => texts(value(field)) !== null) || typeof value('budget') === 'number',
      probability: typeof probability === 'number' ? probability : null,
      currency: texts(value('currency')),
    }
  })
  const region = (owner: string | null): string | null => (owner ? text('rep', owner, 'region') : null)
  const found: (Finding | null)[] = [
    ...(deals.length > 0
      ? [
          missingAccounts(deals, region),
          withoutDates(deals),
          withoutAmounts(deals),
          unqualified(deals),
          weekends(deals),
          lateCloses(deals, run.input.asOf),
          overlap(deals, region),
          contradictions(deals),
          currencies(deals),
        ]
      : []),
    priceRealisation(run, rowsOf('opportunity')),
    parents(run, rowsOf('account')),
    idleReps(run, rowsOf('rep'), deals),
    deals.length > 0 && rowsOf('activity').length === 0 && run.input.region.all('activity').length === 0
      ? { code: 'no-activities' }
      : null,
    ...[...run.unmatched]
      .filter(([table]) => table !== 'opportunity')
      .map(([table, rows]): Finding => ({ code: 'unmatched', table: table as TableName, rows })),
  ]
  return found.filter(each => each !== null)
}

function tally(items: Iterable<string | null>): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const item of items) if (item !== null) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

type RegionOf = (owner: string | null) => string | null

function missingAccounts(deals: readonly Deal[], region: RegionOf): Finding | null {
  const missing = deals.filter(deal => deal.account === null)
  if (missing.length === 0) return null
  if (missing.length === deals.length) return { code: 'no-accounts', of: deals.length }
  return {
    code: 'missing-account',
    rows: missing.length,
    of: deals.length,
    byStage: tally(missing.map(deal => deal.stage)),
    byRegion: tally(missing.map(deal => region(deal.owner))),
  }
}

function withoutDates(deals: readonly Deal[]): Finding | null {
  const missing = deals.filter(deal => !deal.dated)
  return missing.length === 0
    ? null
    : { code: 'no-dates', rows: missing.length, stages: tally(missing.map(deal => deal.stage)) }
}

function withoutAmounts(deals: readonly Deal[]): Finding | null {
  const missing = deals.filter(deal => !deal.amount)
  const open = missing.filter(deal => deal.state === 'open').length
  return open === 0 ? null : { code: 'no-amount', rows: missing.length, open }
}

function unqualified(deals: readonly Deal[]): Finding | null {
  const open = deals.filter(deal => deal.state === 'open')
  return open.length > 0 && open.every(deal => !deal.qualified)
    ? { code: 'no-qualification', open: open.length }
    : null
}

function weekends(deals: readonly Deal[]): Finding | null {
  const closes = deals.flatMap(deal => (deal.closedOn ? [deal.closedOn] : []))
  const weekend = closes.filter(day => weekday(day) >= 5).length
  return weekend > closes.length * weekendShare
    ? { code: 'weekend-closes', weekend, closes: closes.length }
    : null
}

function lateCloses(deals: readonly Deal[], asOf: Day): Finding | null {
  const late = deals.filter(deal => deal.closedOn !== null && deal.closedOn > asOf).length
  const undated = deals.filter(deal => deal.state !== 'open' && deal.closedOn === null).length
  if (undated > 0) return { code: 'closed-without-date', rows: undated }
  return late > 0 ? { code: 'future-closes', rows: late } : null
}

/** A26: accounts that more than one rep sells to. */
function overlap(deals: readonly Deal[], region: RegionOf): Finding | null {
  const reps = new Map<string, Set<string>>()
  const regions = new Map<string, Set<string>>()
  const all = new Set<string>()
  const put = (map: Map<string, Set<string>>, key: string, value: string): void => {
    const set = map.get(key)
    if (set) set.add(value)
    else map.set(key, new Set([value]))
  }
  for (const { account, owner } of deals) {
    if (account === null || owner === null) continue
    put(reps, account, owner)
    const place = region(owner)
    if (place === null) continue
    put(regions, account, place)
    all.add(place)
  }
  const counts = [...reps.values()].map(set => set.size).filter(size => size > 1)
  if (counts.length === 0) return null
  counts.sort((a, b) => a - b)
  return {
    code: 'account-overlap',
    accounts: reps.size,
    shared: counts.length,
    fewest: counts[0] ?? 0,
    median: counts[Math.floor((counts.length - 1) / 2)] ?? 0,
    most: counts[counts.length - 1] ?? 0,
    regions: all.size,
    inAllRegions: [...regions.values()].filter(set => set.size === all.size).length,
  }
}

function contradictions(deals: readonly Deal[]): Finding | null {
  const rows = deals.filter(
    deal =>
      deal.probability !== null &&
      ((deal.state === 'won' && deal.probability < 1) || (deal.state === 'lost' && deal.probability > 0)),
  ).length
  return rows > 0 ? { code: 'contradicting-probability', rows } : null
}

function currencies(deals: readonly Deal[]): Finding | null {
  const counts = tally(deals.map(deal => deal.currency))
  return counts.length > 1 ? { code: 'mixed-currencies', currencies: counts } : null
}

/** A05: accounts that belong to another. */
function parents(run: Run, accounts: readonly string[]): Finding | null {
  const over = accounts.map(id => run.value('account', id, 'parent')).filter(each => typeof each === 'string')
  return over.length === 0 ? null : { code: 'parents', accounts: over.length, parents: new Set(over).size }
}

/** A06: reps of the team list that own no deal of the import or of the region. */
function idleReps(run: Run, reps: readonly string[], deals: readonly Deal[]): Finding | null {
  if (reps.length === 0 || deals.length === 0) return null
  const busy = new Set<string | null>(deals.map(deal => deal.owner))
  for (const deal of run.input.region.all('opportunity')) busy.add(deal.owner)
  const idle = reps.filter(id => !busy.has(id))
  if (idle.length === 0) return null
  return {
    code: 'idle-reps',
    reps: reps.length,
    withDeals: reps.length - idle.length,
    names: idle.map(id => run.name('rep', id)),
  }
}
