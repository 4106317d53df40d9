/** What the sheets of a deal need to know of the deal; the process floor fills it in. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { Minor } from '../base/money'

/** A deal in short. */
export interface DealBrief {
  readonly id: Id<'opportunity'>
  readonly name: string
  readonly open: boolean
  readonly lost: boolean
  /** Minor units of the region's currency. */
  readonly amount: Minor | null
  readonly product: Id<'product'> | null
  /** Rank of the sales status; null where no status is known. */
  readonly selling: number | null
  /** The close that the plan, else the matrix, else the CRM expects. */
  readonly close: Day | null
}

/** True for deals that are worth a sheet and a map: at least the amount that marks key deals, in minor units. */
export const isKeyDeal = (deal: DealBrief, keyAmount: Minor): boolean =>
  deal.amount !== null && deal.amount >= keyAmount
