/** The tab Strategy of a deal: beside a screen a summary, as a full page the sheet. */
import { NotThere } from '../../records/not-there'
import { askDealSheet } from '../../store/deal-sheet'
import { usePlace } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { StrategyPage } from './strategy-page'
import { StrategySide } from './strategy-side'

/** The tab. */
export function StrategyTab({ id }: { readonly table: string; readonly id: string }) {
  const { full } = usePlace()
  const asOf = useAsOf()
  const deal = useQuery(askDealSheet, id, asOf)
  if (!deal) return <NotThere />
  return full ? <StrategyPage key={id} deal={deal} /> : <StrategySide deal={deal} />
}
