/** What the import's data show that a manager should know before working with them (A03, A05, A06, A25, A26). */
import { weekday, type Day } from '../base/day'
import type { TableName } from '../model/catalog'
import { unmatchedCount, type CountedRecords, type Found } from './counted'
import { weekendShare } from './finding'
import { priceRealisation } from './price-finding'
import type { WorkedSheet } from './plan-sheet'
import type { Run } from './run'

/** One deal of the import as the findings need it. */
interface Deal {
  readonly id: string
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
export function findFindings(run: Run, worked: readonly WorkedSheet[]): Found[] {
  const rowsOf = (table: TableName): string[] => [
    ...new Set(worked.filter(sheet => sheet.drafts.table === table).flatMap(sheet => [...sheet.seen])),
  ]
  const texts = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  const text = (table: TableName, id: string, field: string): string | null =>
    texts(run.value(table, id, field))
  const deals = rowsOf('opportunity').map((id): Deal => {
    const value = run.reader('opportunity', id)
    const probability = value('probability')
    return {
      id,
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
  const found: (Found | null)[] = [
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
      ? { finding: { code: 'no-activities' }, counted: {} }
      : null,
    ...[...run.unmatched]
      .filter(table => table !== 'opportunity')
      .map((table): Found => {
        const rows = run.noted.size(unmatchedCount(table))
        return { finding: { code: 'unmatched', table, rows }, counted: {} }
      }),
  ]
  return found.filter(each => each !== null)
}

function tally(items: Iterable<string | null>): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const item of items) if (item !== null) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

type RegionOf = (owner: string | null) => string | null
type Deals = readonly Deal[]

const counted = (deals: Deals): CountedRecords => ({ table: 'opportunity', ids: deals.map(each => each.id) })

/** The deals of each group that `of` puts them into, as parts `kind|group`. */
function grouped(kind: string, deals: Deals, of: (deal: Deal) => string | null): Found['counted'] {
  const groups = new Map<string, Deal[]>()
  for (const deal of deals) {
    const group = of(deal)
    if (group === null) continue
    const list = groups.get(group)
    if (list) list.push(deal)
    else groups.set(group, [deal])
  }
  return Object.fromEntries([...groups].map(([group, list]) => [`${kind}|${group}`, counted(list)]))
}

function missingAccounts(deals: Deals, region: RegionOf): Found | null {
  const missing = deals.filter(deal => deal.account === null)
  if (missing.length === 0) return null
  const of = counted(deals)
  if (missing.length === deals.length)
    return { finding: { code: 'no-accounts', of: deals.length }, counted: { of } }
  return {
    finding: {
      code: 'missing-account',
      rows: missing.length,
      of: deals.length,
      byStage: tally(missing.map(deal => deal.stage)),
      byRegion: tally(missing.map(deal => region(deal.owner))),
    },
    counted: {
      rows: counted(missing),
      of,
      ...grouped('stage', missing, deal => deal.stage),
      ...grouped('region', missing, deal => region(deal.owner)),
    },
  }
}

function withoutDates(deals: Deals): Found | null {
  const missing = deals.filter(deal => !deal.dated)
  if (missing.length === 0) return null
  return {
    finding: { code: 'no-dates', rows: missing.length, stages: tally(missing.map(deal => deal.stage)) },
    counted: { rows: counted(missing), ...grouped('stage', missing, deal => deal.stage) },
  }
}

function withoutAmounts(deals: Deals): Found | null {
  const missing = deals.filter(deal => !deal.amount)
  const open = missing.filter(deal => deal.state === 'open')
  if (open.length === 0) return null
  return {
    finding: { code: 'no-amount', rows: missing.length, open: open.length },
    counted: { open: counted(open) },
  }
}

function unqualified(deals: Deals): Found | null {
  const open = deals.filter(deal => deal.state === 'open')
  if (open.length === 0 || open.some(deal => deal.qualified)) return null
  return { finding: { code: 'no-qualification', open: open.length }, counted: { open: counted(open) } }
}

function weekends(deals: Deals): Found | null {
  const closes = deals.filter(deal => deal.closedOn !== null)
  const weekend = closes.filter(deal => weekday(deal.closedOn as Day) >= 5)
  if (weekend.length <= closes.length * weekendShare) return null
  return {
    finding: { code: 'weekend-closes', weekend: weekend.length, closes: closes.length },
    counted: { weekend: counted(weekend), closes: counted(closes) },
  }
}

function lateCloses(deals: Deals, asOf: Day): Found | null {
  const undated = deals.filter(deal => deal.state !== 'open' && deal.closedOn === null)
  if (undated.length > 0)
    return {
      finding: { code: 'closed-without-date', rows: undated.length },
      counted: { rows: counted(undated) },
    }
  const late = deals.filter(deal => deal.closedOn !== null && deal.closedOn > asOf)
  if (late.length === 0) return null
  return { finding: { code: 'future-closes', rows: late.length }, counted: { rows: counted(late) } }
}

/** A26: accounts that more than one rep sells to. */
function overlap(deals: Deals, region: RegionOf): Found | null {
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
  const shared = [...reps].filter(([, set]) => set.size > 1)
  if (shared.length === 0) return null
  const counts = shared.map(([, set]) => set.size).sort((a, b) => a - b)
  const everywhere = [...regions].filter(([, set]) => set.size === all.size).map(([id]) => id)
  const of = (ids: readonly string[]): CountedRecords => {
    const wanted = new Set(ids)
    const instead = counted(deals.filter(deal => deal.account !== null && wanted.has(deal.account)))
    return { table: 'account', ids, instead }
  }
  return {
    finding: {
      code: 'account-overlap',
      accounts: reps.size,
      shared: counts.length,
      fewest: counts[0] ?? 0,
      median: counts[Math.floor((counts.length - 1) / 2)] ?? 0,
      most: counts[counts.length - 1] ?? 0,
      regions: all.size,
      inAllRegions: everywhere.length,
    },
    counted: {
      accounts: of([...reps.keys()]),
      shared: of(shared.map(([id]) => id)),
      everywhere: of(everywhere),
    },
  }
}

function contradictions(deals: Deals): Found | null {
  const found = deals.filter(
    deal =>
      deal.probability !== null &&
      ((deal.state === 'won' && deal.probability < 1) || (deal.state === 'lost' && deal.probability > 0)),
  )
  if (found.length === 0) return null
  return {
    finding: { code: 'contradicting-probability', rows: found.length },
    counted: { rows: counted(found) },
  }
}

function currencies(deals: Deals): Found | null {
  const counts = tally(deals.map(deal => deal.currency))
  if (counts.length < 2) return null
  return {
    finding: { code: 'mixed-currencies', currencies: counts },
    counted: grouped('currency', deals, deal => deal.currency),
  }
}

/** A05: accounts that belong to another. */
function parents(run: Run, accounts: readonly string[]): Found | null {
  const below = accounts.filter(id => typeof run.value('account', id, 'parent') === 'string')
  if (below.length === 0) return null
  const over = [...new Set(below.map(id => run.value('account', id, 'parent') as string))]
  return {
    finding: { code: 'parents', accounts: below.length, parents: over.length },
    counted: { accounts: { table: 'account', ids: below }, parents: { table: 'account', ids: over } },
  }
}

/** A06: reps of the team list that own no deal of the import or of the region. */
function idleReps(run: Run, reps: readonly string[], deals: Deals): Found | null {
  if (reps.length === 0 || deals.length === 0) return null
  const owners = new Set<string | null>(deals.map(deal => deal.owner))
  for (const deal of run.input.region.all('opportunity')) owners.add(deal.owner)
  const [busy, idle] = [reps.filter(id => owners.has(id)), reps.filter(id => !owners.has(id))]
  if (idle.length === 0) return null
  const of = (ids: readonly string[]): CountedRecords => ({ table: 'rep', ids })
  return {
    finding: {
      code: 'idle-reps',
      reps: reps.length,
      withDeals: busy.length,
      names: idle.map(id => run.name('rep', id)),
    },
    counted: { reps: of(reps), with: of(busy), without: of(idle) },
  }
}
