/** The tab Buyers of a deal: beside a screen a summary, as a full page the map. */
import { Text } from '@mantine/core'
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
  if (!deal)
    return (
      <Text p="md" c="dimmed">
        This opportunity is not there as of {asOf}. Choose a later as-of date.
      </Text>
    )
  return full ? <BuyersPage key={id} deal={deal} /> : <BuyersSide deal={deal} />
}
