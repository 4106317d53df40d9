/** How screens know where the user is, and send them elsewhere. */
import { createContext, use, useSyncExternalStore } from 'react'
import { present } from '#shared/base/assert'
import type { Place, PlaceStore, Trail } from './place'

/** The user's way through the open region, given by the frame. */
export const PlaceContext = createContext<PlaceStore | null>(null)

/** The store of places, to go somewhere or select something. */
export const usePlaces = (): PlaceStore =>
  present(use(PlaceContext), 'screens are shown only while a region is open')

/** The whole trail, for the buttons back and forward. */
export function useTrail(): Trail {
  const places = usePlaces()
  return useSyncExternalStore(places.subscribe, () => places.trail)
}

/** Where the user is. */
export const usePlace = (): Place => useTrail().here

/** A part of the place; the caller is drawn again only when that part is another value. */
export function usePlaceOf<T>(part: (place: Place) => T): T {
  const places = usePlaces()
  return useSyncExternalStore(places.subscribe, () => part(places.trail.here))
}

const filtersOf = (place: Place): Place['filters'] => place.filters

/** What the screen remembers of itself, such as filters; selecting a record does not touch it. */
export const usePlaceFilters = (): Place['filters'] => usePlaceOf(filtersOf)
