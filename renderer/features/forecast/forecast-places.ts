/** Where the parts of the forecast are and how their figures lead to deals. */
import { useMemo } from 'react'
import type { PeriodKind } from '#shared/base/fiscal'
import { openedRows } from '../../records/record-grid'
import { usePlace, usePlaces } from '../../store/use-place'

/** The grid of the forecast's deals. */
export const dealsGrid = 'forecast-deals'

/** The kind of period that is shown, kept in the place. */
export function usePeriodKind(): readonly [PeriodKind, (kind: PeriodKind) => void] {
  const places = usePlaces()
  const kept = usePlace().filters['periods']
  const kind = kept === 'month' || kept === 'year' ? kept : 'quarter'
  return [kind, next => places.setFilters({ periods: next })]
}

/** Opens deals with their cells, chances and shares under some words. */
export function useOpenForecastDeals(): (ids: readonly string[], words: string) => void {
  const places = usePlaces()
  return useMemo(
    () => (ids, words) => {
      const { periods } = places.trail.here.filters
      places.go({
        screen: 'forecast',
        filters: {
          part: 'deals',
          ...(periods === undefined ? {} : { periods }),
          ...openedRows(dealsGrid, { ids, words }),
        },
      })
    },
    [places],
  )
}
