/** The buyer map beside a screen: its figures, its gaps and its people; the picture is on the full page. */
import { Button, Group } from '@mantine/core'
import { defaultWords } from '#shared/packs/deal-gaps'
import type { DealMap } from '../../store/deal-map'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegion } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { lastTalkWords, ratingText, ratingTone, roleWords, stateWords } from '../../records/buyer-words'
import { SideColumn, TitledPart } from '../../ui/part/page-columns'
import styles from './buyers.module.css'
import { GapList } from './gap-list'
import { MapFigures } from './map-figures'

/** The tab in the inspector. */
export function BuyersSide({ deal }: { readonly deal: DealMap }) {
  const places = usePlaces()
  const asOf = useAsOf()
  const vocabulary = defaultWords(useRegion('roleVocabulary'))
  const open = (person: string | null): void => {
    places.open({ table: 'opportunity', id: deal.row.id }, { full: true, tab: 'buyers' })
    places.setFilters({ 'buyers:person': person })
  }
  if (deal.map.buyers.length === 0)
    return (
      <EmptyState title="No map yet" verb={{ label: 'Draw the map', onDo: () => open(null) }}>
        Who takes part in this purchase, in which roles, and how does each stand?
      </EmptyState>
    )
  return (
    <SideColumn>
      <MapFigures deal={deal} vocabulary={vocabulary} />
      <Group>
        <Button variant="light" onClick={() => open(null)}>
          Open the map
        </Button>
      </Group>
      <TitledPart title="Gaps">
        <GapList deal={deal} onPerson={open} />
      </TitledPart>
      <TitledPart title="People">
        <ul className={styles.people}>
          {deal.map.buyers.map(each => (
            <li key={each.role.id}>
              <button type="button" className={styles.person} onClick={() => open(each.role.id)}>
                <span>{each.name}</span>
                <span className={styles.mark} data-tone={ratingTone(each.role.rating)}>
                  {ratingText(each.role.rating)}
                </span>
                <span className={styles.personNote}>
                  {[
                    roleWords(each, deal.map, vocabulary).join(', '),
                    each.state === 'gone' ? stateWords.gone : lastTalkWords(each, asOf),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </TitledPart>
    </SideColumn>
  )
}
