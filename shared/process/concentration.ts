/** What depends on one rep, one product or one price: concentration (A16), reps without pipeline (A29), price realisation (A32). */
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'
import type { DealState, DealStates } from './deal-state'
import { memberOf, type Dimension } from './dimension'

/** The largest member of a group and its share of the group's amount. */
export interface Concentration {
  /** The group, such as a manager; null for all deals. */
  readonly group: string | null
  readonly member: string
  readonly label: string
  readonly amount: number
  readonly total: number
  readonly share: number
  readonly deals: readonly Id<'opportunity'>[]
}

/** The rep with the largest part of each group's amount, over the deals that `keep` lets in. */
export function concentrationOf(
  states: DealStates,
  by: Dimension | null,
  keep: (row: DealState) => boolean,
): readonly Concentration[] {
  interface Part {
    label: string
    amount: number
    deals: Id<'opportunity'>[]
  }
  const groups = new Map<string | null, Map<string, Part>>()
  for (const row of states.rows) {
    if (!keep(row) || row.owner === null || row.value.amount === null) continue
    const group = by ? memberOf(row, by, states.rates).label : null
    let parts = groups.get(group)
    if (!parts) groups.set(group, (parts = new Map<string, Part>()))
    let part = parts.get(row.owner.id)
    if (!part) parts.set(row.owner.id, (part = { label: row.owner.name, amount: 0, deals: [] }))
    part.amount += row.value.amount
    part.deals.push(row.id)
  }
  return [...groups].flatMap(([group, parts]) => {
    const total = [...parts.values()].reduce((sum, part) => sum + part.amount, 0)
    const [top] = [...parts].sort((a, b) => b[1].amount - a[1].amount)
    if (!top || total <= 0) return []
    const [member, part] = top
    return [{ group, member, ...part, total, share: part.amount / total }]
  })
}

/** A rep who has closed deals and nothing open (A29). */
interface IdleRep {
  readonly rep: RecordOf<'rep'>
  readonly wonAmount: number
  readonly closed: number
}

/** Active reps with closed deals and without an open one, by what they have won. */
export function repsWithoutPipeline(region: Region, states: DealStates): readonly IdleRep[] {
  const tallies = new Map<Id<'rep'>, { open: number; closed: number; won: number }>()
  for (const row of states.rows) {
    if (row.owner === null) continue
    const tally = tallies.get(row.owner.id) ?? { open: 0, closed: 0, won: 0 }
    if (row.state === 'open') tally.open++
    else tally.closed++
    if (row.state === 'won') tally.won += row.value.amount ?? 0
    tallies.set(row.owner.id, tally)
  }
  return region
    .all('rep')
    .filter(rep => rep.active)
    .flatMap(rep => {
      const tally = tallies.get(rep.id)
      return tally && tally.open === 0 ? [{ rep, wonAmount: tally.won, closed: tally.closed }] : []
    })
    .sort((a, b) => b.wonAmount - a.wonAmount)
}

/** Won value against list value (A32); deals without a list price are left out and counted. */
interface PriceRealisation {
  readonly won: number
  readonly list: number
  readonly share: number | null
  readonly n: number
  /** Wins below 90 % of list. */
  readonly below: readonly Id<'opportunity'>[]
  /** Wins above 110 % of list. */
  readonly above: readonly Id<'opportunity'>[]
  readonly withoutList: number
}

/** The list value of a deal in the region's currency: its lines, else its product; null without prices or rates. */
export function listValue(row: DealState, states: DealStates, region: Region): number | null {
  const lines = states.links.lines.get(row.id) ?? []
  const items =
    lines.length > 0 ? lines.map(line => ({ product: line.product, quantity: line.quantity })) : []
  if (items.length === 0) items.push({ product: row.deal.product, quantity: 1 })
  let sum = 0
  for (const { product, quantity } of items) {
    const found = region.get('product', product)
    if (!found || found.listPrice === null) return null
    const home = states.rates.convert(
      found.listPrice,
      found.currency ?? row.deal.currency,
      row.deal.closedOn ?? states.asOf,
    )
    if (!home.ok) return null
    sum += home.value * quantity
  }
  return sum
}

/** Price realisation of the won deals that `keep` lets in. */
export function priceRealisation(
  region: Region,
  states: DealStates,
  keep: (row: DealState) => boolean = () => true,
): PriceRealisation {
  let won = 0
  let list = 0
  let n = 0
  let withoutList = 0
  const below: Id<'opportunity'>[] = []
  const above: Id<'opportunity'>[] = []
  for (const row of states.rows) {
    if (row.state !== 'won' || row.value.amount === null || !keep(row)) continue
    const price = listValue(row, states, region)
    if (price === null || price <= 0) {
      withoutList++
      continue
    }
    n++
    won += row.value.amount
    list += price
    if (row.value.amount < 0.9 * price) below.push(row.id)
    if (row.value.amount > 1.1 * price) above.push(row.id)
  }
  return { won, list, share: list > 0 ? won / list : null, n, below, above, withoutList }
}
