/** The forecast of the region: what each period brings, with its range, its landing and what was called and asked for. */
import { Checkbox, NumberInput, SegmentedControl } from '@mantine/core'
import type { PeriodKind } from '#shared/base/fiscal'
import { chancesIn } from '#shared/forecast/region-forecast'
import { useExactMoney, useWords } from '../../records/use-words'
import { askFigures, askForecast } from '../../store/forecast-answers'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useSettings } from '../../store/use-region'
import { PanelColumn, ScreenColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import { BreakdownPanel } from './breakdown-panel'
import { CurvePanel } from './curve-panel'
import { usePeriodKind } from './forecast-places'
import styles from './forecast.module.css'
import { MissingRates } from './missing-rates'
import { NoDeals } from './no-deals'
import { OpenStrip } from './open-strip'
import { PeriodTable } from './period-table'
import { useDistributions } from './use-distributions'
import { WarningsPanel } from './warnings-panel'

/** The part Forecast of the screen Forecast. */
export function ForecastPart() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const { filters } = usePlace()
  const currency = useRegionCurrency()
  const settings = useSettings()
  const [kind, setKind] = usePeriodKind()
  const forecast = useQuery(askForecast, asOf, kind)
  const figures = useQuery(askFigures, asOf, kind)
  const rho = typeof filters['rho'] === 'number' ? filters['rho'] : settings.rho
  const newBusiness = filters['newBusiness'] !== false
  const curves = useDistributions(
    forecast,
    () => forecast.periods.map((_, at) => chancesIn(forecast.rows, at)),
    rho,
  )
  const chosen = Math.min(
    forecast.periods.length - 1,
    // On the last day of a period the next one is what matters.
    typeof filters['period'] === 'number'
      ? filters['period']
      : (forecast.periods[0]?.last ?? '') <= asOf
        ? 1
        : 0,
  )
  const exact = useExactMoney()
  if (forecast.pipeline.deals.length === 0) return <NoDeals />
  const period = figures.periods[chosen]
  const curve = curves?.[chosen]
  const blocked = figures.blockedBy.length > 0
  return (
    <ScreenColumn>
      <Toolbar label="What is shown">
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
        <Checkbox
          size="xs"
          label="New business"
          checked={newBusiness}
          onChange={event => places.setFilters({ newBusiness: event.currentTarget.checked })}
        />
        <ToolbarPush />
        <NumberInput
          size="xs"
          w={200}
          label="Deals move together, ρ"
          classNames={{ root: styles.inline, label: styles.inlineLabel }}
          min={0}
          max={0.9}
          step={0.05}
          decimalScale={2}
          clampBehavior="strict"
          value={rho}
          onChange={next => typeof next === 'number' && places.setFilters({ rho: next })}
        />
      </Toolbar>
      <PanelColumn>
        {blocked ? (
          <MissingRates blockedBy={figures.blockedBy} />
        ) : (
          <OpenStrip forecast={forecast} exact={exact} />
        )}
        <Panel
          title="By period"
          note={`as of ${asOf}, in ${currency}; click a figure to see how it is formed`}
          flush
        >
          <PeriodTable
            context={{ forecast, curves, words, exact, rho, newBusiness }}
            figures={figures}
            chosen={chosen}
            onChoose={at => places.setFilters({ period: at })}
          />
        </Panel>
        {period && curve && !blocked && period.rows.length > 0 && (
          <CurvePanel
            figures={period}
            curve={curve}
            asOf={asOf}
            words={words}
            currency={currency}
            rho={rho}
          />
        )}
        {!blocked && <BreakdownPanel chosen={chosen} kind={kind} />}
        <WarningsPanel kind={kind} />
      </PanelColumn>
    </ScreenColumn>
  )
}
