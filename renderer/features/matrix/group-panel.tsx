/** Accuracy by horizon, and by rep or product: sums hide offsetting errors (FC-23). */
import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { AccuracyReport, GroupAccuracy, HorizonAccuracy } from '#shared/forecast/accuracy-report'
import { MeasureGrid } from '../../records/measure-grid'
import { useOpenDeals } from '../../records/use-words'
import { useRegion, useRegionCurrency } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import type { AccuracyRun } from './accuracy-desk'

interface Props {
  readonly run: AccuracyRun
  readonly report: AccuracyReport
}

const horizonColumns: readonly GridColumn[] = [
  { key: 'days', title: 'Days before the end', width: 150 },
  { key: 'wape', title: 'Off by (WAPE)', digits: 1, width: 120 },
  { key: 'bias', title: 'Bias', digits: 1, width: 90 },
  { key: 'n', title: 'Months', width: 90 },
]

const horizonSpec: RowsSpec<HorizonAccuracy> = {
  id: row => String(row.days),
  columns: {
    days: { kind: 'number', get: row => row.days },
    wape: { kind: 'percent', get: row => row.wape },
    bias: { kind: 'percent', get: row => row.bias },
    n: { kind: 'number', get: row => row.n },
  },
}

/** Whole months forecast from 90, 60, 30 and 0 days before their end. */
export function HorizonPanel({ run, report }: Props) {
  const openDeals = useOpenDeals()
  return (
    <Panel title="By horizon" note={`whole months, as of ${run.asOf}`} flush>
      <MeasureGrid
        label="Accuracy by horizon"
        noun={{ one: 'horizon', many: 'horizons' }}
        rows={report.horizons}
        spec={horizonSpec}
        columns={horizonColumns}
        onOpen={id => {
          const rows = report.horizons.find(each => String(each.days) === id)?.rows ?? []
          const ids = run.states.rows
            .filter(({ state, deal }) =>
              rows.some(
                ({ period }) =>
                  state === 'won' &&
                  deal.closedOn !== null &&
                  deal.closedOn >= period.first &&
                  deal.closedOn <= period.last,
              ),
            )
            .map(row => row.id)
          openDeals(ids, `Won in the months seen from ${id} days before their end`)
        }}
      />
    </Panel>
  )
}

const groupColumns: readonly GridColumn[] = [
  { key: 'name', title: 'Group', pin: 'left', width: 170 },
  { key: 'forecast', title: 'Forecast', digits: 0, width: 110 },
  { key: 'actual', title: 'Came', digits: 0, width: 110 },
  { key: 'wape', title: 'Off by (WAPE)', digits: 1, width: 120 },
  { key: 'bias', title: 'Bias', digits: 1, width: 90 },
  { key: 'n', title: 'Months', width: 90 },
]

/** By rep or product, each group's months judged on their own. */
export function GroupPanel({ run, report }: Props) {
  const region = useRegion('rep', 'product')
  const currency = useRegionCurrency()
  const openDeals = useOpenDeals()
  const [by, setBy] = useState<'owners' | 'products'>('owners')
  const spec = useMemo(
    (): RowsSpec<GroupAccuracy> => ({
      id: row => row.key,
      columns: {
        name: {
          kind: 'text',
          get: row => region.get(by === 'owners' ? 'rep' : 'product', row.key as never)?.name ?? 'None',
        },
        forecast: { kind: 'money', currency, get: row => row.forecast },
        actual: { kind: 'money', currency, get: row => row.actual },
        wape: { kind: 'percent', get: row => row.wape },
        bias: { kind: 'percent', get: row => row.bias },
        n: { kind: 'number', get: row => row.n },
      },
    }),
    [region, currency, by],
  )
  return (
    <Panel
      title={by === 'owners' ? 'By rep' : 'By product'}
      note={`next month, as of ${run.asOf}`}
      tools={
        <SegmentedControl
          size="xs"
          aria-label="Accuracy by"
          value={by}
          onChange={value => setBy(value === 'products' ? 'products' : 'owners')}
          data={[
            { value: 'owners', label: 'Reps' },
            { value: 'products', label: 'Products' },
          ]}
        />
      }
      flush
    >
      <MeasureGrid
        key={by}
        label="Accuracy by group"
        noun={{ one: 'group', many: 'groups' }}
        rows={report[by]}
        spec={spec}
        columns={groupColumns}
        sort={[{ column: 'actual', descending: true }]}
        onOpen={id => {
          const first = report.run.rows[0]?.period.first
          const last = report.run.rows.at(-1)?.period.last
          const ids = run.states.rows
            .filter(
              ({ state, deal }) =>
                state === 'won' &&
                (by === 'owners' ? deal.owner : deal.product) === id &&
                deal.closedOn !== null &&
                first !== undefined &&
                last !== undefined &&
                deal.closedOn >= first &&
                deal.closedOn <= last,
            )
            .map(row => row.id)
          openDeals(ids, 'What came of the group')
        }}
      />
    </Panel>
  )
}
