/** A32: what the won deals of an import brought beside the list prices of their products. */
import type { TableName } from '../model/catalog'
import type { CountedRecords, Found } from './counted'
import type { Run } from './run'

/** CV-8: an average over fewer wins says nothing. */
const fewestWins = 10

interface Item {
  readonly product: unknown
  readonly quantity: number
}

/** Won value over list value of the deals that have both in one currency; null for fewer than ten of them. */
export function priceRealisation(run: Run, deals: readonly string[]): Found | null {
  const lines = linesOf(run)
  let [won, list] = [0, 0]
  const [wins, below, above]: [string[], string[], string[]] = [[], [], []]
  for (const id of deals) {
    if (run.value('opportunity', id, 'state') !== 'won') continue
    const brought = run.value('opportunity', id, 'wonAmount') ?? run.value('opportunity', id, 'amount')
    if (typeof brought !== 'number') continue
    const items = lines.get(id) ?? [{ product: run.value('opportunity', id, 'product'), quantity: 1 }]
    const price = listPrice(run, items, run.value('opportunity', id, 'currency'))
    if (price === null || price <= 0) continue
    wins.push(id)
    won += brought
    list += price
    if (brought < 0.9 * price) below.push(id)
    if (brought > 1.1 * price) above.push(id)
  }
  if (wins.length < fewestWins) return null
  const of = (ids: readonly string[]): CountedRecords => ({ table: 'opportunity', ids })
  return {
    finding: {
      code: 'price-realisation',
      wins: wins.length,
      share: won / list,
      below: below.length,
      above: above.length,
    },
    counted: { wins: of(wins), below: of(below), above: of(above) },
  }
}

/** The list price of what was sold, in minor units; null where a price is not known or in another currency. */
function listPrice(run: Run, items: readonly Item[], currency: unknown): number | null {
  let sum = 0
  for (const { product, quantity } of items) {
    if (typeof product !== 'string') return null
    const price = run.value('product', product, 'listPrice')
    const own = run.value('product', product, 'currency')
    if (typeof price !== 'number' || (own !== null && currency !== null && own !== currency)) return null
    sum += price * quantity
  }
  return sum
}

function linesOf(run: Run): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>()
  const table: TableName = 'oppLine'
  const ids = [...run.input.region.all(table).map(each => each.id), ...run.writesOf(table).added.keys()]
  for (const id of ids) {
    const deal = run.value(table, id, 'opportunity')
    if (typeof deal !== 'string') continue
    const quantity = run.value(table, id, 'quantity')
    const item = {
      product: run.value(table, id, 'product'),
      quantity: typeof quantity === 'number' ? quantity : 1,
    }
    const list = found.get(deal)
    if (list) list.push(item)
    else found.set(deal, [item])
  }
  return found
}
