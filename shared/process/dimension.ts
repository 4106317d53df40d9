/** The ways in which deals are broken down (PL-10): by rep, manager, product, customer type, source and size. */
import { toMajor } from '../base/money'
import type { DealState } from './deal-state'
import type { Rates } from './rates'

/** The dimensions; `size` bands the value in the region's currency. */
export type Dimension =
  | 'rep'
  | 'manager'
  | 'team'
  | 'region'
  | 'product'
  | 'family'
  | 'account'
  | 'sector'
  | 'country'
  | 'accountType'
  | 'source'
  | 'kind'
  | 'size'

/** One value of a dimension: the key it is grouped by and the words shown; null where a deal has none. */
export interface Member {
  readonly key: string | null
  readonly label: string | null
}

const none: Member = { key: null, label: null }
const plain = (text: string | null | undefined): Member => (text ? { key: text, label: text } : none)
const named = (record: { readonly id: string; readonly name: string } | null): Member =>
  record ? { key: record.id, label: record.name } : none

/** Upper ends of the size bands in major units of the region's currency. */
const sizeBands: readonly number[] = [1_000, 5_000, 20_000, 100_000, 500_000]

function sizeOf(row: DealState, rates: Rates): Member {
  if (row.value.amount === null) return none
  const major = toMajor(row.value.amount, rates.home)
  const band = sizeBands.findIndex(top => major < top)
  const from = band < 0 ? sizeBands.at(-1) : (sizeBands[band - 1] ?? 0)
  const to = band < 0 ? null : sizeBands[band]
  return { key: String(band < 0 ? sizeBands.length : band), label: to ? `${from}–${to}` : `${from} and more` }
}

/** The member of a dimension that a deal belongs to. `sources` names lead sources by id. */
export function memberOf(
  row: DealState,
  dimension: Dimension,
  rates: Rates,
  sources: ReadonlyMap<string, string> = new Map(),
): Member {
  switch (dimension) {
    case 'rep':
      return named(row.owner)
    case 'manager':
      return plain(row.owner?.manager)
    case 'team':
      return plain(row.owner?.team)
    case 'region':
      return plain(row.owner?.region)
    case 'product':
      return named(row.product)
    case 'family':
      return plain(row.family)
    case 'account':
      return named(row.account)
    case 'sector':
      return plain(row.account?.sector)
    case 'country':
      return plain(row.account?.country)
    case 'accountType':
      return plain(row.account?.type)
    case 'source':
      return row.deal.leadSource
        ? { key: row.deal.leadSource, label: sources.get(row.deal.leadSource) ?? null }
        : none
    case 'kind':
      return plain(row.deal.kind)
    case 'size':
      return sizeOf(row, rates)
  }
}
