/** The tab Buyers of a deal: beside a screen a summary, as a full page the map. */
import { NotThere } from '../../records/not-there'
import { askDealMap } from '../../store/deal-map'
import { usePlace } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { BuyersPage } from './buyers-page'
import { BuyersSide } from './buyers-side'

/** The tab. */
export function BuyersTab({ id }: { readonly table: string; readonly id: string }) {
  const { full, filters } = usePlace()
  const asOf = useAsOf()
  const words = full ? ((filters['buyers:words'] as string | undefined) ?? '') : ''
  const deal = useQuery(askDealMap, id, asOf, words)
  if (!deal) return <NotThere />
  return full ? <BuyersPage key={id} deal={deal} /> : <BuyersSide deal={deal} />
}
