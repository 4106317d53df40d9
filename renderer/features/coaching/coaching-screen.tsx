/** Coaching: the reps with what waits for each, and one rep's page from which a pack is exported and taken back. */
import { useCommand } from '../../host/command-desk'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { askRepPage } from './coaching-facts'
import { RepList } from './rep-list'
import { RepPage } from './rep-page'
import { useExportPack } from './use-export-pack'

/** The screen Coaching. */
export function CoachingScreen() {
  const place = usePlace()
  const places = usePlaces()
  const asOf = useAsOf()
  const chosen = typeof place.filters['rep'] === 'string' ? place.filters['rep'] : null
  const page = useQuery(askRepPage, chosen ?? '', asOf)
  const exporting = useExportPack()
  useCommand('export.pack', () => {
    if (page) exporting.start(page.facts.rep.id)
    else places.setFilters({ wants: 'pack' })
  })
  return page ? (
    <RepPage page={page} exporting={exporting} />
  ) : (
    <RepList hint={place.filters['wants'] === 'pack'} />
  )
}
