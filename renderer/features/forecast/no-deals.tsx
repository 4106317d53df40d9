/** What the forecast says while there is nothing open to forecast. */
import { usePlaces } from '../../store/use-place'
import { EmptyState } from '../../ui/part/empty-state'

/** The empty state of every part of the forecast. */
export function NoDeals() {
  const places = usePlaces()
  return (
    <EmptyState
      title="No open deals to forecast"
      verb={{ label: 'Import your files', onDo: () => places.go({ screen: 'imports' }) }}
    >
      What the open deals may bring stands here by period, with its range, from the events that buyers and we
      have completed.
    </EmptyState>
  )
}
