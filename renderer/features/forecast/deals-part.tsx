/** The forecast deal by deal: cell, clock, chance, version and what each puts into the periods. */
import { useCallback, useState } from 'react'
import type { Day } from '#shared/base/day'
import type { PeriodKind } from '#shared/base/fiscal'
import { asId } from '#shared/base/id'
import { eventBoard, type EventBoard } from '#shared/forecast/event-board'
import type { Region } from '#shared/region/region'
import { RecordGrid } from '../../records/record-grid'
import type { ShippedView } from '../../records/saved-views'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useRegionStore } from '../../store/use-region'
import type { RowAction } from '../../ui/grid/grid-props'
import { plainView } from '../../ui/grid/grid-view'
import { dealColumns, dealSpec } from './deal-columns'
import { EventDialog } from './event-dialog'
import { dealsGrid, usePeriodKind } from './forecast-places'
import { NoDeals } from './no-deals'

const views: readonly ShippedView[] = [
  {
    id: 'counts',
    name: 'By weighted value',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      sort: [{ column: 'weighted', descending: true }],
    },
  },
  {
    id: 'cell',
    name: 'By cell',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      groups: [{ column: 'cell' }],
      sort: [{ column: 'weighted', descending: true }],
    },
  },
  {
    id: 'owner',
    name: 'By rep',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      groups: [{ column: 'owner' }],
      sort: [{ column: 'weighted', descending: true }],
    },
  },
]

const noun = { one: 'open deal', many: 'open deals' }

const askGrid = query(forecastTables, (region, asOf: Day, kind: PeriodKind, currency: string) => {
  const forecast = askForecast(region, asOf, kind)
  return { forecast, spec: dealSpec(region, forecast, currency), columns: dealColumns(forecast, currency) }
})

const askBoard = (region: Region, asOf: Day, kind: PeriodKind, id: string) =>
  eventBoard(region, askDealStates(region, asOf), askForecast(region, asOf, kind), asId(id))

/** The part Deals of the screen Forecast. */
export function DealsPart() {
  const asOf = useAsOf()
  const currency = useRegionCurrency()
  const [kind] = usePeriodKind()
  const { forecast, spec, columns } = useQuery(askGrid, asOf, kind, currency)
  const { region } = useRegionStore()
  const places = usePlaces()
  const [board, setBoard] = useState<EventBoard | null>(null)
  const rowActions = useCallback(
    (id: string): readonly RowAction[] => [
      { key: 'record', label: 'Record an event', onDo: () => setBoard(askBoard(region, asOf, kind, id)) },
      {
        key: 'events',
        label: 'Events and forecast of the deal',
        onDo: () => places.open({ table: 'opportunity', id }, { tab: 'events' }),
      },
    ],
    [region, asOf, kind, places],
  )
  return (
    <>
      <RecordGrid
        table="opportunity"
        name={dealsGrid}
        label="Forecast by deal"
        noun={noun}
        rows={forecast.rows}
        spec={spec}
        columns={columns}
        views={views}
        rowActions={rowActions}
        empty={<NoDeals />}
      />
      {board && <EventDialog board={board} onClose={() => setBoard(null)} />}
    </>
  )
}
