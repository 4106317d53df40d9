/** The region's other tables: reps, products, leads, activities, quotas and what they refer to, each in the grid. */
import { Tabs } from '@mantine/core'
import { catalog, type TableName } from '#shared/model/catalog'
import { usePlace, usePlaces } from '../../store/use-place'
import { useRegion } from '../../store/use-region'
import { TableGrid } from '../../records/table-grid'
import { useWords } from '../../records/use-words'
import { ScreenColumn } from '../../ui/part/page-columns'

const listed: readonly TableName[] = [
  'rep',
  'product',
  'oppLine',
  'activity',
  'lead',
  'quota',
  'actionItem',
  'leadSource',
  'sourceCost',
  'competitor',
  'targetMarket',
  'currencyRate',
  'alias',
  'stageStatus',
]

/** The screen Records. */
export function TablesScreen() {
  const region = useRegion(...listed)
  const place = usePlace()
  const places = usePlaces()
  const { number } = useWords()
  const chosen = listed.find(table => table === place.filters['table']) ?? 'rep'
  return (
    <ScreenColumn>
      <Tabs value={chosen} onChange={table => table && places.setFilters({ table })} px="sm">
        <Tabs.List aria-label="Tables">
          {listed.map(table => (
            <Tabs.Tab key={table} value={table}>
              {catalog[table].many} ({number(region.table(table).size)})
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <TableGrid key={chosen} table={chosen} />
    </ScreenColumn>
  )
}
