/** New opportunities against the period before, by week and by rep (PL-17). */
import { useCallback, useMemo } from 'react'
import { periodOf } from '#shared/base/fiscal'
import type { Day } from '#shared/base/day'
import { creationBy, creationByWeek, stretchesOf, type Creation } from '#shared/process/creation'
import { monthShares } from '#shared/process/month-index'
import { query } from '../../store/query'
import { useAsOf, useQuery } from '../../store/use-region'
import { Chart } from '../../ui/chart/chart'
import type { ChartOption } from '../../ui/chart/echarts-core'
import type { ChartColours } from '../../ui/chart/palette'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import { MeasureGrid } from '../../records/measure-grid'
import { askMeasured, useSegmentId } from './measured'
import styles from './measures.module.css'
import { useOpenDeals, useWords } from '../../records/use-words'

const askCreation = query([...askMeasured.tables], (region, asOf: Day, segment: string | null) => {
  const states = askMeasured(region, asOf, segment)
  const { fiscalStart } = states.settings
  const quarter = periodOf(asOf, 'quarter', fiscalStart)
  const stretches = stretchesOf(quarter, asOf, fiscalStart)
  return {
    quarter,
    stretches,
    all: creationBy(states, stretches, null)[0] ?? null,
    managers: creationBy(states, stretches, 'manager'),
    reps: creationBy(states, stretches, 'rep'),
    weeks: creationByWeek(states, 26),
    months: monthShares(states, quarter),
  }
})

const columns: readonly GridColumn[] = [
  { key: 'who', title: 'Who', pin: 'left', width: 220 },
  { key: 'before', title: 'Before', width: 100 },
  { key: 'now', title: 'Now', width: 100 },
  { key: 'change', title: 'Change', digits: 0, width: 100 },
]
const spec: RowsSpec<Creation> = {
  id: row => row.key ?? '',
  columns: {
    who: { kind: 'text', get: row => row.label ?? 'None' },
    before: { kind: 'number', get: row => row.before },
    now: { kind: 'number', get: row => row.now },
    change: { kind: 'percent', get: row => row.change },
  },
}

/** The section. */
export function CreationSection() {
  const asOf = useAsOf()
  const words = useWords()
  const openDeals = useOpenDeals()
  const found = useQuery(askCreation, asOf, useSegmentId())
  const { all, weeks, months, quarter } = found
  const option = useCallback(
    (colours: ChartColours): ChartOption => ({
      grid: { left: 56, right: 108, top: 32, bottom: 40 },
      xAxis: {
        type: 'category',
        name: 'week from',
        nameLocation: 'middle',
        nameGap: 28,
        data: weeks.map(week => week.monday.slice(5)),
      },
      yAxis: { type: 'value', name: 'new deals' },
      series: [
        {
          type: 'bar',
          name: 'New',
          data: weeks.map(week => week.count),
          itemStyle: { color: colours.series[0] },
        },
        {
          type: 'line',
          name: 'Mean of 13 weeks before',
          data: weeks.map(week => week.trailing),
          symbol: 'none',
          endLabel: {
            show: true,
            formatter: 'mean of the\n13 weeks before',
            lineHeight: 14,
            color: colours.series[1] ?? colours.ink,
          },
          lineStyle: { color: colours.series[1] },
          itemStyle: { color: colours.series[1] },
        },
      ],
    }),
    [weeks],
  )
  const table = useMemo(
    () => ({
      columns: ['Week from', 'New', 'Mean of 13 weeks before'],
      rows: weeks.map(week => [
        week.monday,
        week.count,
        week.trailing === null ? '' : words.number(week.trailing, 1),
      ]),
    }),
    [weeks, words],
  )
  const open = (rows: readonly Creation[]) => (id: string) => {
    const row = rows.find(each => (each.key ?? '') === id)
    if (row) openDeals(row.deals, `New in ${quarter.key}: ${row.label ?? 'none'}`)
  }
  const verb = all?.change !== null && (all?.change ?? 0) < 0 ? 'fell' : 'rose'
  return (
    <>
      <Panel title="Creation" note={`${quarter.key}${found.stretches.whole ? '' : ' to date'}`}>
        <Chart
          title={
            all === null || all.change === null
              ? 'No new opportunities in the period before to compare with'
              : `New opportunities ${verb} by ${words.percent(Math.abs(all.change))}: ${words.number(all.before)} to ${words.number(all.now)}`
          }
          subtitle={`New opportunities by week; ${quarter.key} against the period before, as of ${asOf}`}
          option={option}
          table={table}
          height={260}
          fileName="creation"
        />
      </Panel>
      <Panel title="By manager" flush>
        <MeasureGrid
          label="Creation by manager"
          noun={{ one: 'manager', many: 'managers' }}
          rows={found.managers}
          spec={spec}
          columns={columns}
          sort={[{ column: 'change', descending: false }]}
          onOpen={open(found.managers)}
        />
      </Panel>
      <Panel title="By rep" flush>
        <MeasureGrid
          label="Creation by rep"
          noun={{ one: 'rep', many: 'reps' }}
          rows={found.reps}
          spec={spec}
          columns={columns}
          sort={[{ column: 'change', descending: false }]}
          onOpen={open(found.reps)}
        />
      </Panel>
      <Panel title={`Months of ${quarter.key} by won amount`}>
        <ul className={styles.list}>
          {months.map(month => (
            <li key={month.month}>
              <b>{month.month}</b> {words.money(month.amount)} ({words.number(month.wins)} wins
              {month.share === null
                ? ''
                : `, ${words.percent(month.share)} of the quarter; index ${words.number(month.share * months.length, 2)} for a monthly quota`}
              )
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
