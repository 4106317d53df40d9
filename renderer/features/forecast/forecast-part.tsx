/** The forecast of the region: what each period brings, with its range, its landing and what was called and asked for. */
import { SegmentedControl } from '@mantine/core'
import type { PeriodKind } from '#shared/base/fiscal'
import { askFigures, askForecast } from '../../store/forecast-answers'
import { useAsOf, useQuery } from '../../store/use-region'
import { Panel } from '../../ui/part/panel'
import { Toolbar } from '../../ui/part/toolbar'
import { usePeriodKind } from './forecast-places'
import styles from './forecast.module.css'
import { NoDeals } from './no-deals'
import { PeriodTable } from './period-table'

/** The part Forecast of the screen Forecast. */
export function ForecastPart() {
  const asOf = useAsOf()
  const [kind, setKind] = usePeriodKind()
  const forecast = useQuery(askForecast, asOf, kind)
  const figures = useQuery(askFigures, asOf, kind)
  if (forecast.pipeline.deals.length === 0) return <NoDeals />
  return (
    <div className={styles.body}>
      <Toolbar label="Periods">
        <SegmentedControl
          size="xs"
          aria-label="Periods"
          value={kind}
          onChange={next => setKind(next as PeriodKind)}
          data={[
            { value: 'month', label: 'Months' },
            { value: 'quarter', label: 'Quarters' },
            { value: 'year', label: 'Years' },
          ]}
        />
      </Toolbar>
      <Panel title="By period" note={`as of ${asOf}`} flush>
        <PeriodTable forecast={forecast} figures={figures} />
      </Panel>
    </div>
  )
}
