/** The forecast by any two dimensions (FC-13); every cell opens to its deals. */
import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { PeriodKind } from '#shared/base/fiscal'
import {
  breakdownOf,
  type BreakdownCell,
  type BreakdownWish,
  type ForecastDimension,
  type ForecastMeasure,
} from '#shared/forecast/region-breakdown'
import { useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { Figure } from '../../ui/part/figure'
import { Panel } from '../../ui/part/panel'
import { useOpenForecastDeals } from './forecast-places'
import styles from './forecast.module.css'

const dimensions: readonly { readonly value: ForecastDimension; readonly label: string }[] = [
  { value: 'period', label: 'Period' },
  { value: 'rep', label: 'Rep' },
  { value: 'manager', label: 'Manager' },
  { value: 'team', label: 'Team' },
  { value: 'region', label: 'Region' },
  { value: 'product', label: 'Product' },
  { value: 'family', label: 'Product family' },
  { value: 'market', label: 'Target market' },
  { value: 'cycle', label: 'Sales cycle' },
  { value: 'cell', label: 'Cell' },
  { value: 'basis', label: 'Events or assumed' },
  { value: 'class', label: 'Class' },
  { value: 'account', label: 'Account' },
  { value: 'sector', label: 'Sector' },
  { value: 'source', label: 'Lead source' },
  { value: 'size', label: 'Size' },
]

const measures: readonly { readonly value: ForecastMeasure; readonly label: string }[] = [
  { value: 'spread', label: 'Bookings, spread' },
  { value: 'point', label: 'Bookings, point' },
  { value: 'units', label: 'Units, weighted' },
  { value: 'amount', label: 'Open amount' },
]

const askBreakdown = query(
  [...forecastTables, 'leadSource', 'targetMarket', 'oppLine'],
  (
    region,
    asOf: Day,
    kind: PeriodKind,
    rows: ForecastDimension,
    columns: ForecastDimension,
    measure: ForecastMeasure,
    period: number | null,
  ) => {
    const states = askDealStates(region, asOf)
    const wish: BreakdownWish = { rows, columns, measure, period }
    return breakdownOf(askForecast(region, asOf, kind), wish, {
      rates: states.rates,
      sources: new Map(region.all('leadSource').map(each => [each.id as string, each.name])),
      markets: new Map(region.all('targetMarket').map(each => [each.id as string, each.name])),
      units: ({ row }) => {
        const lines = states.links.lines.get(row.id)
        return lines ? lines.reduce((sum, line) => sum + line.quantity, 0) : 1
      },
    })
  },
)

const [shownLines, shownColumns] = [20, 10]

/** The panel; without the dimension period it is about the period chosen above. */
export function BreakdownPanel({ chosen, kind }: { readonly chosen: number; readonly kind: PeriodKind }) {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const { filters } = usePlace()
  const openDeals = useOpenForecastDeals()
  const [all, setAll] = useState(false)
  const pick = <V extends string>(key: string, known: readonly { readonly value: V }[], otherwise: V): V =>
    known.find(each => each.value === filters[key])?.value ?? otherwise
  const rows = pick('by', dimensions, 'rep')
  const columns = pick('across', dimensions, 'period')
  const measure = pick('measure', measures, 'spread')
  const withPeriod = rows === 'period' || columns === 'period'
  const table = useQuery(askBreakdown, asOf, kind, rows, columns, measure, withPeriod ? null : chosen)
  const { periods } = useQuery(askForecast, asOf, kind)
  const show = (value: number): string =>
    measure === 'units' ? words.number(value, 1) : words.money(value).replace(/\s\S+$/, '')
  const labelOf = (dimension: ForecastDimension): string =>
    dimensions.find(each => each.value === dimension)?.label ?? dimension
  const measureLabel = measures.find(each => each.value === measure)?.label ?? ''
  const cell = (found: BreakdownCell, name: string) => (
    <Figure
      label={name}
      words={{
        measure: `${measureLabel} of ${name}.`,
        formula: `Σ over the deals = ${measure === 'units' ? words.number(found.value, 2) : words.money(found.value)}`,
        basis: `${words.number(found.deals.length)} open deals`,
        asOf,
        rule: 'One table of facts, any two dimensions (FC-13)',
      }}
      onRecords={() => openDeals(found.deals, name)}
      recordsLabel="Show the deals"
    >
      {show(found.value)}
    </Figure>
  )
  const lines = all ? table.lines : table.lines.slice(0, shownLines)
  const across = all ? table.columns : table.columns.slice(0, shownColumns)
  const more = table.lines.length - lines.length + (table.columns.length - across.length)
  const select = (
    label: string,
    key: string,
    value: string,
    data: readonly { value: string; label: string }[],
  ) => (
    <Select
      size="xs"
      w={150}
      aria-label={label}
      value={value}
      data={[...data]}
      allowDeselect={false}
      onChange={next => next && places.setFilters({ [key]: next })}
    />
  )
  return (
    <Panel
      title="By two dimensions"
      note={withPeriod ? 'all periods' : `in ${periods[chosen]?.key ?? ''}`}
      tools={
        <>
          {select('Lines', 'by', rows, dimensions)}
          {select('Columns', 'across', columns, dimensions)}
          {select('Measure', 'measure', measure, measures)}
        </>
      }
      flush
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{labelOf(rows)}</th>
              {across.map(each => (
                <th key={each.key} scope="col">
                  {each.label === 'later' ? 'Later' : each.label}
                </th>
              ))}
              <th scope="col">Total</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.key}>
                <th scope="row">{line.label}</th>
                {across.map((column, at) => {
                  const found = line.cells[at]
                  return (
                    <td key={column.key}>
                      {found ? (
                        cell(found, `${line.label}, ${column.label}`)
                      ) : (
                        <span className={styles.none}>–</span>
                      )}
                    </td>
                  )
                })}
                <td>{cell(line, line.label)}</td>
              </tr>
            ))}
            <tr data-strong="">
              <th scope="row">Total</th>
              {across.map(each => (
                <td key={each.key}>{cell(each, each.label)}</td>
              ))}
              <td>{cell(table.total, 'Total')}</td>
            </tr>
          </tbody>
        </table>
      </div>
      {more > 0 && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show {words.number(more)} more lines and columns
        </button>
      )}
    </Panel>
  )
}
