/** Any table of the region as its catalog describes it, in the grid. */
import { Button, Stack, Text } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { catalog, fieldsOf, asTableName, type TableName } from '#shared/model/catalog'
import type { AnyRecord } from '#shared/region/change'
import { fieldColumn, fieldRead, gridFields } from './catalog-columns'
import { RecordGrid } from './record-grid'
import type { ShippedView } from './saved-views'
import { useAddRecord } from './use-add-record'
import { query, type Query } from '../store/query'
import { usePlaces } from '../store/use-place'
import { useQuery, useRegionCurrency } from '../store/use-region'
import type { RowsSpec } from '../ui/grid/engine/rows-source'
import { plainView } from '../ui/grid/grid-view'

const views: readonly ShippedView[] = [{ id: 'all', name: 'All', view: { ...plainView, filterRow: true } }]

interface TableAsks {
  readonly rows: Query<[], readonly AnyRecord[]>
  readonly spec: Query<[string], RowsSpec<AnyRecord>>
}

const asked = new Map<TableName, TableAsks>()

/** The questions to one table, made once: its live records, and how the grid reads them. */
function asksOf(table: TableName): TableAsks {
  const known = asked.get(table)
  if (known) return known
  const targets = Object.values(fieldsOf(table)).flatMap(field =>
    field.table ? [asTableName(field.table) ?? table] : [],
  )
  const asks: TableAsks = {
    rows: query([table], region => region.all(table) as unknown as readonly AnyRecord[]),
    spec: query([...new Set(targets)], (region, currency: string) => ({
      id: row => row.id,
      columns: Object.fromEntries(
        gridFields(table).map(name => [
          name,
          fieldRead<AnyRecord>(region, table, name, row => row, currency),
        ]),
      ),
    })),
  }
  asked.set(table, asks)
  return asks
}

/** The records of one table; `shown` names the columns that stand at first, all of them where it is absent. */
export function TableGrid({
  table,
  shown,
  empty,
}: {
  readonly table: TableName
  readonly shown?: readonly string[]
  readonly empty?: ReactNode
}) {
  const places = usePlaces()
  const add = useAddRecord(table)
  const words = catalog[table]
  const asks = asksOf(table)
  const rows = useQuery(asks.rows)
  const spec = useQuery(asks.spec, useRegionCurrency())
  const columns = useMemo(
    () =>
      gridFields(table).map(name =>
        fieldColumn(table, name, {
          ...(shown ? { hidden: !shown.includes(name) } : {}),
          ...(name === words.title ? { pin: 'left' as const, width: 200 } : {}),
        }),
      ),
    [table, shown, words.title],
  )
  const one = words.one.toLowerCase()
  const noun = useMemo(() => ({ one, many: words.many.toLowerCase() }), [one, words.many])
  return (
    <RecordGrid
      table={table}
      name={`table-${table}`}
      label={words.many}
      noun={noun}
      rows={rows}
      spec={spec}
      columns={columns}
      views={views}
      tools={
        <Button size="compact-xs" variant="default" onClick={add}>
          New {one}
        </Button>
      }
      empty={
        empty ?? (
          <Stack align="center" gap="sm" p="xl">
            <Text>There are no {noun.many} yet.</Text>
            <Button onClick={() => places.go({ screen: 'imports' })}>Import your files</Button>
          </Stack>
        )
      }
    />
  )
}
