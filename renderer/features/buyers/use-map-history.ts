/** The past of a map: the moments at which it changed, and the map as it stood at one of them. */
import { useEffect, useMemo, useState } from 'react'
import type { Day } from '#shared/base/day'
import { mapOfRecords, type BuyerMap } from '#shared/strategy/buyer-map'
import { momentsOfDeal, recordsAt, type DatedChange } from '#shared/strategy/map-in-time'
import { askContacts } from '../../store/people-contacts'
import { readDatedChanges } from '../../store/dated-changes'
import type { DealMap } from '../../store/deal-map'
import { useAsOf, useRegionStore, useSettings } from '../../store/use-region'

/** What the slider goes through. */
export interface MapHistory {
  /** Moments in UTC, oldest first; the last one is how the map stands now. */
  readonly moments: readonly string[]
  /** The map at a moment. */
  readonly at: (moment: string) => BuyerMap
}

/** The history of a map; it has no moments until the journal is read. */
export function useMapHistory({ map, row }: DealMap): MapHistory {
  const store = useRegionStore()
  const asOf = useAsOf()
  const { threadDays } = useSettings()
  const [history, setHistory] = useState<readonly DatedChange[]>([])
  useEffect(() => {
    let over = false
    void readDatedChanges(store, ['buyerRole', 'influenceLink']).then(found => {
      if (!over) setHistory(found)
    })
    return () => {
      over = true
    }
  }, [store, map])
  return useMemo(() => {
    const moments = momentsOfDeal(store.region, history, row.id)
    return {
      moments,
      at: moment => {
        const day = moment.slice(0, 10) as Day
        const then = day < asOf ? day : asOf
        return mapOfRecords(
          store.region,
          row.id,
          {
            roles: recordsAt(store.region, 'buyerRole', history, moment).filter(
              each => each.opportunity === row.id,
            ),
            links: recordsAt(store.region, 'influenceLink', history, moment).filter(
              each => each.opportunity === row.id,
            ),
            standings: map.standings,
          },
          {
            words: map.words,
            contacts: askContacts(store.region, then),
            asOf: then,
            windowDays: threadDays,
          },
        )
      },
    }
  }, [store, history, row.id, map, asOf, threadDays])
}

/** What differs between the map then and now, in sentences. */
export function mapDifference(then: BuyerMap, now: BuyerMap): readonly string[] {
  const before = new Map(then.buyers.map(each => [each.role.id, each]))
  const after = new Map(now.buyers.map(each => [each.role.id, each]))
  const found: string[] = []
  for (const each of now.buyers) if (!before.has(each.role.id)) found.push(`${each.name} was not on it`)
  for (const each of then.buyers) {
    const later = after.get(each.role.id)
    if (!later) found.push(`${each.name} was still on it`)
    else if (later.role.rating !== each.role.rating)
      found.push(`${each.name} was ${rated(each.role.rating)}, now ${rated(later.role.rating)}`)
  }
  const gone = now.links.length - then.links.length
  if (gone !== 0)
    found.push(
      `${Math.abs(gone)} ${Math.abs(gone) === 1 ? 'influence' : 'influences'} ${gone > 0 ? 'fewer' : 'more'}`,
    )
  return found
}

const rated = (rating: number | null): string =>
  rating === null ? 'not rated' : `rated ${rating > 0 ? '+' : '−'}${Math.abs(rating)}`
