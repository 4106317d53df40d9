/** What is open and what the matrix makes of it, in five figures over the periods. */
import { Button, Group } from '@mantine/core'
import type { Day } from '#shared/base/day'
import {
  naiveValue,
  openWithoutSuspects,
  type ForecastRow,
  type RegionForecast,
} from '#shared/forecast/region-forecast'
import { useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { useAsOf, useQuery } from '../../store/use-region'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { Panel } from '../../ui/part/panel'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { useOpenForecastDeals } from './forecast-places'
import { versionName } from './forecast-words'

const askNaive = query(askDealStates.tables, (region, asOf: Day, forecast: RegionForecast) =>
  naiveValue(askDealStates(region, asOf), forecast.rows),
)

/** The strip. */
export function OpenStrip({
  forecast,
  exact,
}: {
  readonly forecast: RegionForecast
  readonly exact: (amount: number) => string
}) {
  const asOf = useAsOf()
  const words = useWords()
  const open = useOpenForecastDeals()
  const naive = useQuery(askNaive, asOf, forecast)
  const { rows, totals, pipeline, versions } = forecast
  const live = openWithoutSuspects(rows)
  const suspects = rows.length - live.length
  const amount = live.reduce((sum, row) => sum + row.deal.amount, 0)
  const of = (wanted: (row: ForecastRow) => boolean): readonly string[] =>
    rows.filter(wanted).map(({ row }) => row.id)
  const figure = (label: string, shown: string, formula: string, ids: readonly string[], rule: string) => (
    <NamedFigure
      label={label}
      words={{
        measure: `${label} as of ${asOf}.`,
        formula,
        basis: `${words.number(ids.length)} open deals`,
        asOf,
        rule,
      }}
      {...(ids.length > 0 ? { onRecords: () => open(ids, label), recordsLabel: 'Show the deals' } : {})}
    >
      {shown}
    </NamedFigure>
  )
  const counted = of(row => row.forecast.state === 'counted')
  const stalled = of(row => row.forecast.state === 'stalled')
  const ifNothingAged =
    naive === null
      ? ''
      : `\nIf nothing aged: ${naive.won} won of ${naive.closed} closed × everything open = ${exact(naive.value)}. Not a forecast.`
  return (
    <Panel title="Open deals" note={`by ${versions.map(versionName).join('; ') || 'no version'}`}>
      <FigureRow>
        {figure(
          'Open without suspects',
          words.money(amount),
          `Σ amount of ${live.length} deals${suspects > 0 ? `; ${suspects} suspects left out` : ''} = ${exact(amount)}`,
          live.map(({ row }) => row.id),
          'Suspects are in no forecast (FC-11)',
        )}
        {figure(
          'Weighted, whenever it closes',
          words.money(totals.weighted),
          `Σ amount × probability of close × age factor = ${exact(totals.weighted)}${ifNothingAged}`,
          counted,
          'Effective probability (FC-11)',
        )}
        {figure('Count', words.number(counted.length), 'Deals with a chance above zero', counted, 'FC-11')}
        {figure(
          'Stalled',
          words.number(stalled.length),
          `Deals too old for their cell, with ${exact(totals.stalledAmount)}`,
          stalled,
          'Age factor (FC-10)',
        )}
      </FigureRow>
      {pipeline.unvalued.length > 0 && (
        <Group gap={8} mt={8}>
          <SeverityBadge severity="warn">
            {words.number(pipeline.unvalued.length)} without a value count as 0
          </SeverityBadge>
          <Button
            size="compact-xs"
            variant="light"
            onClick={() =>
              open(
                pipeline.unvalued.map(({ row }) => row.id),
                'No amount and no list price',
              )
            }
          >
            Show the deals
          </Button>
        </Group>
      )}
    </Panel>
  )
}
