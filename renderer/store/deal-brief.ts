/** Deals as sheets, maps and reviews know them. */
import type { Day } from '#shared/base/day'
import { toMinor, type Minor } from '#shared/base/money'
import type { DealState } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { contactsOf } from '#shared/strategy/buyer-map'
import type { DealBrief } from '#shared/strategy/deal-brief'
import { askDealStates } from './deal-states'
import { query } from './query'

/** What sheets, maps and reviews need to know of a deal's state. */
export const briefOf = (row: DealState): DealBrief => ({
  id: row.id,
  name: row.deal.name,
  open: row.state === 'open',
  lost: row.state === 'lost',
  amount: row.value.amount,
  product: row.deal.product,
  selling: row.status.basis === 'none' ? null : row.status.selling,
  close: row.schedule?.close ?? row.deal.expectedClose,
})

/** The newest contacts of all people as of a day, read once for all maps. */
export const askContacts = query(['activity'], (region, asOf: Day) => contactsOf(region, asOf))

/** The amount from which a deal is a key deal, in minor units of the region's currency. */
export function keyAmountOf(region: Region, asOf: Day): Minor {
  const { settings, rates } = askDealStates(region, asOf)
  return toMinor(settings.keyDealAmount, rates.home) ?? 0
}
