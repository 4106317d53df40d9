/** Ages of deals in work against the times that won deals took (PL-15), and by manager how many outlived them all (PL-9). */
import { useCallback, useMemo } from 'react'
import type { Day } from '#shared/base/day'
import { ageingOf } from '#shared/process/ageing'
import { isInWork } from '#shared/process/decide-deals'
import { query } from '../../store/query'
import { askMeasured, useSegmentId } from './measured'
import { useAsOf, useQuery, useRegionCurrency } from '../../store/use-region'
import { Chart } from '../../ui/chart/chart'
import type { ChartOption } from '../../ui/chart/echarts-core'
import type { ChartColours } from '../../ui/chart/palette'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import { MeasureGrid } from '../../records/measure-grid'
import { useOpenDeals, useWords } from '../../records/use-words'

interface ManagerRow {
  readonly manager: string
  readonly all: string[]
  readonly older: string[]
  amount: number
}

const askAgeing = query([...askMeasured.tables], (region, asOf: Day, segment: string | null) => {
  const states = askMeasured(region, asOf, segment)
  const managers = new Map<string, ManagerRow>()
  for (const row of states.rows) {
    if (!isInWork(row) || row.age.kind !== 'known') continue
    const manager = row.owner?.manager ?? 'None'
    let found = managers.get(manager)
    if (!found) managers.set(manager, (found = { manager, all: [], older: [], amount: 0 }))
    found.all.push(row.id)
    if (row.deadByAge !== true) continue
    found.older.push(row.id)
    found.amount += row.value.amount ?? 0
  }
  return { ageing: ageingOf(states), managers: [...managers.values()] }
})

const columns: readonly GridColumn[] = [
  { key: 'manager', title: 'Manager', pin: 'left', width: 220 },
  { key: 'older', title: 'Older than any closed deal', width: 190 },
  { key: 'all', title: 'In work, with a date', width: 140 },
  { key: 'share', title: 'Share', digits: 0, width: 90 },
  { key: 'amount', title: 'Their value', digits: 0, width: 140 },
]
const specOf = (currency: string): RowsSpec<ManagerRow> => ({
  id: row => row.manager,
  columns: {
    manager: { kind: 'text', get: row => row.manager },
    older: { kind: 'number', get: row => row.older.length },
    all: { kind: 'number', get: row => row.all.length },
    share: { kind: 'percent', get: row => row.older.length / row.all.length },
    amount: { kind: 'money', currency, get: row => row.amount },
  },
})

/** The section. */
export function AgeingSection() {
  const asOf = useAsOf()
  const words = useWords()
  const currency = useRegionCurrency()
  const openDeals = useOpenDeals()
  const { ageing, managers } = useQuery(askAgeing, asOf, useSegmentId())
  const spec = useMemo(() => specOf(currency), [currency])
  const days = (at: number | null): string => (at === null ? '–' : words.number(at, 0))
  const option = useCallback(
    (colours: ChartColours): ChartOption => ({
      grid: { left: 56, right: 24, top: 32, bottom: 40 },
      xAxis: {
        type: 'category',
        name: 'age in days',
        nameLocation: 'middle',
        nameGap: 28,
        data: ageing.bars.map(bar => (bar.to === null ? `${bar.from}+` : String(bar.from))),
      },
      yAxis: { type: 'value', name: 'deals' },
      series: [
        {
          type: 'bar',
          data: ageing.bars.map(bar => ({
            value: bar.deals.length,
            itemStyle: {
              color:
                ageing.longest !== null && bar.from > ageing.longest ? colours.series[1] : colours.series[0],
            },
          })),
          markLine: {
            symbol: 'none',
            label: { formatter: '{b}', color: 'inherit', textBorderWidth: 0 },
            data: [
              ['P50', ageing.p50],
              ['P80', ageing.p80],
              ['P90', ageing.p90],
              ['longest', ageing.longest],
            ].flatMap(([name, at]) =>
              typeof at === 'number'
                ? [{ name, xAxis: Math.min(ageing.bars.length - 1, Math.floor(at / 15)) }]
                : [],
            ),
          },
        },
      ],
    }),
    [ageing],
  )
  const marks = ageing.bars.map((bar, i) => ({
    id: String(bar.from),
    label: bar.to === null ? `${bar.from} days and more` : `${bar.from} to ${bar.to - 1} days`,
    value: `${bar.deals.length} deals, ${words.money(bar.amount)}`,
    series: 0,
    datum: i,
  }))
  return (
    <>
      <Panel title="Ageing" note={`as of ${asOf}`}>
        <Chart
          title={`${words.number(ageing.older)} of ${words.number(ageing.judged)} deals in work are older than any deal ever took to close`}
          subtitle={`Age of deals in work against ${words.number(ageing.wonN)} won deals (P50 ${days(ageing.p50)}, P80 ${days(ageing.p80)}, P90 ${days(ageing.p90)}, longest ${days(ageing.longest)} days), as of ${asOf}${ageing.unknown > 0 ? `; ${words.number(ageing.unknown)} have no date` : ''}`}
          option={option}
          table={{
            columns: ['Age from', 'Age below', 'Deals', 'Value'],
            rows: ageing.bars.map(bar => [bar.from, bar.to ?? '', bar.deals.length, words.money(bar.amount)]),
          }}
          marks={marks}
          onOpen={mark => openDeals(ageing.bars[mark.datum]?.deals ?? [], `Open for ${mark.label}`)}
          height={320}
          fileName="ageing"
        />
      </Panel>
      <Panel title={`Dead by age: ${words.money(ageing.olderAmount)}`} flush>
        <MeasureGrid
          label="Dead by age by manager"
          noun={{ one: 'manager', many: 'managers' }}
          rows={managers}
          spec={spec}
          columns={columns}
          sort={[{ column: 'older', descending: true }]}
          onOpen={id => {
            const row = managers.find(each => each.manager === id)
            if (row) openDeals(row.older, `Dead by age: ${id}`)
          }}
        />
      </Panel>
    </>
  )
}
