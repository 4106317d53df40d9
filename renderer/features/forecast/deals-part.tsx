/** The forecast deal by deal: cell, clock, chance, version and what each puts into the periods. */
import type { Day } from '#shared/base/day'
import type { PeriodKind } from '#shared/base/fiscal'
import { RecordGrid } from '../../records/record-grid'
import type { ShippedView } from '../../records/saved-views'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'
import { useAsOf, useQuery, useRegionCurrency } from '../../store/use-region'
import { plainView } from '../../ui/grid/grid-view'
import { dealColumns, dealSpec } from './deal-columns'
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

/** The part Deals of the screen Forecast. */
export function DealsPart() {
  const asOf = useAsOf()
  const currency = useRegionCurrency()
  const [kind] = usePeriodKind()
  const { forecast, spec, columns } = useQuery(askGrid, asOf, kind, currency)
  return (
    <RecordGrid
      table="opportunity"
      name={dealsGrid}
      label="Forecast by deal"
      noun={noun}
      rows={forecast.rows}
      spec={spec}
      columns={columns}
      views={views}
      empty={<NoDeals />}
    />
  )
}
