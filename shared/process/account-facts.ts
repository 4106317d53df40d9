/** What an account's page says: deals by state, won value, people who sell there (A30), its group (A31) and overlap (A26). */
import type { Id } from '../base/id'
import { quantileOf } from '../base/statistics'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'
import type { DealState, DealStates } from './deal-state'

/** Deals and money of one account. */
export interface AccountFacts {
  readonly account: RecordOf<'account'>
  readonly deals: readonly DealState[]
  readonly byStage: ReadonlyMap<string, number>
  readonly won: number
  readonly lost: number
  readonly open: number
  readonly wonAmount: number
  readonly openAmount: number
  readonly reps: ReadonlyMap<Id<'rep'>, number>
  readonly regions: ReadonlySet<string>
}

/** The facts of every account that is not archived, in one pass over the deals. */
export function accountFacts(region: Region, states: DealStates): ReadonlyMap<Id<'account'>, AccountFacts> {
  const deals = new Map<Id<'account'>, DealState[]>()
  for (const row of states.rows) {
    if (row.account === null) continue
    const list = deals.get(row.account.id)
    if (list) list.push(row)
    else deals.set(row.account.id, [row])
  }
  return new Map(
    region.all('account').map(account => [account.id, factsOf(account, deals.get(account.id) ?? [])]),
  )
}

function factsOf(account: RecordOf<'account'>, deals: readonly DealState[]): AccountFacts {
  const byStage = new Map<string, number>()
  const reps = new Map<Id<'rep'>, number>()
  const regions = new Set<string>()
  const counts = { won: 0, lost: 0, open: 0 }
  let wonAmount = 0
  let openAmount = 0
  for (const row of deals) {
    const stage = row.deal.stage ?? row.state
    byStage.set(stage, (byStage.get(stage) ?? 0) + 1)
    if (row.state === 'won') {
      counts.won++
      wonAmount += row.value.amount ?? 0
    } else if (row.state === 'open') {
      counts.open++
      openAmount += row.value.amount ?? 0
    } else counts.lost++
    if (row.owner === null) continue
    reps.set(row.owner.id, (reps.get(row.owner.id) ?? 0) + 1)
    if (row.owner.region !== null) regions.add(row.owner.region)
  }
  return { account, deals, byStage, ...counts, wonAmount, openAmount, reps, regions }
}

/** An account with all accounts below it, however deep. */
export interface AccountGroup {
  readonly members: readonly AccountFacts[]
  readonly wonAmount: number
  readonly openAmount: number
  readonly won: number
  readonly open: number
}

/** The roll-up of an account (A31); a circle of parents is walked once. */
export function accountGroup(
  region: Region,
  facts: ReadonlyMap<Id<'account'>, AccountFacts>,
  top: Id<'account'>,
): AccountGroup {
  const seen = new Set<Id<'account'>>()
  const members: AccountFacts[] = []
  const walk = (id: Id<'account'>): void => {
    if (seen.has(id)) return
    seen.add(id)
    const mine = facts.get(id)
    if (mine) members.push(mine)
    for (const child of region.where('account', 'parent', id)) walk(child.id)
  }
  walk(top)
  const sum = (pick: (each: AccountFacts) => number): number =>
    members.reduce((total, each) => total + pick(each), 0)
  return {
    members,
    wonAmount: sum(each => each.wonAmount),
    openAmount: sum(each => each.openAmount),
    won: sum(each => each.won),
    open: sum(each => each.open),
  }
}

/** The account at the top of an account's parents. */
export function topAccount(region: Region, id: Id<'account'>): Id<'account'> {
  const seen = new Set<Id<'account'>>()
  let at = id
  for (;;) {
    seen.add(at)
    const parent = region.get('account', at)?.parent
    if (!parent || seen.has(parent) || !region.get('account', parent)) return at
    at = parent
  }
}

/** How many accounts are sold by more than one rep, and in how many regions (A26). */
interface AccountOverlap {
  readonly sold: number
  readonly shared: readonly AccountFacts[]
  readonly fewest: number
  readonly most: number
  readonly median: number | null
  /** Number of accounts by the number of regions that sell to them. */
  readonly byRegions: ReadonlyMap<number, number>
}

/** Overlap over the accounts that have deals (A26). */
export function accountOverlap(facts: ReadonlyMap<Id<'account'>, AccountFacts>): AccountOverlap {
  const sold = [...facts.values()].filter(each => each.deals.length > 0)
  const shared = sold.filter(each => each.reps.size > 1)
  const counts = shared.map(each => each.reps.size)
  const byRegions = new Map<number, number>()
  for (const each of sold) byRegions.set(each.regions.size, (byRegions.get(each.regions.size) ?? 0) + 1)
  return {
    sold: sold.length,
    shared,
    fewest: counts.length > 0 ? Math.min(...counts) : 0,
    most: Math.max(0, ...counts),
    median: quantileOf(counts, 0.5),
    byRegions,
  }
}
