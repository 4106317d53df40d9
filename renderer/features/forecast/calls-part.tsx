/** Calls beside the matrix, rep by rep: commit, best case, range, quota, bias, and the deals where the two disagree (FC-16). */
import { Button, Loader, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { PeriodKind } from '#shared/base/fiscal'
import { chancesIn } from '#shared/forecast/region-forecast'
import { callOf, type RepCallRow, repCallRows } from '#shared/forecast/rep-call-rows'
import { useOpenDeals, useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useSettings } from '../../store/use-region'
import { Figure } from '../../ui/part/figure'
import { PanelColumn, ScreenColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { Toolbar } from '../../ui/part/toolbar'
import { CallDialog } from './call-dialog'
import { CallDifferences } from './call-differences'
import { useOpenForecastDeals, usePeriodKind } from './forecast-places'
import styles from './forecast.module.css'
import { NoDeals } from './no-deals'
import { useDistributions } from './use-distributions'

const askCalls = query(
  [...forecastTables, 'quota', 'forecastCall'],
  (region, asOf: Day, kind: PeriodKind, at: number) => ({
    rows: repCallRows(region, askDealStates(region, asOf), askForecast(region, asOf, kind), at),
  }),
)

/** The part Calls of the screen Forecast. */
export function CallsPart() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const { filters } = usePlace()
  const { rho } = useSettings()
  const [kind] = usePeriodKind()
  const openForecast = useOpenForecastDeals()
  const openDeals = useOpenDeals()
  const { periods } = useQuery(askForecast, asOf, kind)
  const at = Math.min(periods.length - 1, typeof filters['period'] === 'number' ? filters['period'] : 0)
  const found = useQuery(askCalls, asOf, kind, at)
  const curves = useDistributions(found, () => found.rows.map(each => chancesIn(each.rows, at)), rho)
  const [calling, setCalling] = useState<RepCallRow | null>(null)
  const period = periods[at]
  if (!period || found.rows.length === 0) return <NoDeals />
  const chosen = found.rows.find(each => each.rep.id === filters['rep']) ?? null
  const plain = (amount: number | null): string =>
    amount === null ? '–' : words.money(amount).replace(/\s\S+$/, '')
  return (
    <ScreenColumn>
      <Toolbar label="Period">
        <SegmentedControl
          size="xs"
          aria-label="Period"
          value={String(at)}
          onChange={next => places.setFilters({ period: Number(next) })}
          data={periods.map((each, i) => ({ value: String(i), label: each.key }))}
        />
      </Toolbar>
      <PanelColumn>
        <Panel
          title={`Calls for ${period.key}`}
          note={`as of ${asOf}; a commit counts what is closed already, ranges are never added up over reps`}
          flush
        >
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {[
                    'Rep',
                    'Closed',
                    'Commit',
                    'Best case',
                    'Matrix P10–P90',
                    'Reached',
                    'Manager',
                    'Quota',
                    'Gap',
                    'Bias',
                    'Differ',
                    '',
                  ].map(head => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row, i) => {
                  const curve = curves?.[i] ?? null
                  const call = curve ? callOf(row, curve) : null
                  const open = () =>
                    openForecast(
                      row.rows.map(each => each.row.id),
                      `${row.rep.name}, ${period.key}`,
                    )
                  return (
                    <tr key={row.rep.id} data-strong={chosen === row ? '' : undefined}>
                      <th scope="row">{row.rep.name}</th>
                      <td>
                        <Figure
                          label={`Closed, ${row.rep.name}`}
                          words={{
                            measure: `Won by ${row.rep.name} in ${period.key}.`,
                            basis: `${row.closedDeals.length} won deals`,
                            asOf,
                          }}
                          onRecords={() =>
                            openDeals(row.closedDeals, `Won by ${row.rep.name}, ${period.key}`)
                          }
                        >
                          {plain(row.closed)}
                        </Figure>
                      </td>
                      <td>{plain(row.commit)}</td>
                      <td>{plain(row.bestCase)}</td>
                      <td>
                        {curve ? (
                          <Figure
                            label={`Range, ${row.rep.name}`}
                            words={{
                              measure: `Closed and open deals of ${row.rep.name} in ${period.key} by the matrix, in eight of ten cases.`,
                              formula: `${words.money(row.closed)} closed + ${words.money(curve.p10)} to ${words.money(curve.p90)} (middle ${words.money(curve.p50)}, mean ${words.money(curve.mean)})`,
                              basis: `${row.rows.length} open deals, ρ = ${rho}`,
                              asOf,
                              rule: 'Exact distribution (FC-15); no commit ever changes it (FC-16)',
                            }}
                            onRecords={open}
                            recordsLabel="Show the deals"
                          >
                            {plain(row.closed + curve.p10)}–{plain(row.closed + curve.p90)}
                          </Figure>
                        ) : (
                          <Loader size={12} aria-label="Being worked out" />
                        )}
                      </td>
                      <td>{call ? words.percent(call.chance) : '–'}</td>
                      <td>{plain(row.manager)}</td>
                      <td>{plain(row.quota)}</td>
                      <td>{row.quota === null ? '–' : plain(row.quota - row.closed - row.spread)}</td>
                      <td>
                        <Bias row={row} words={words} asOf={asOf} />
                      </td>
                      <td>
                        {row.differences.length === 0 ? (
                          <span className={styles.none}>0</span>
                        ) : (
                          <button
                            type="button"
                            className={styles.period}
                            aria-pressed={chosen === row}
                            aria-label={`${row.differences.length} deals where ${row.rep.name} and the matrix differ`}
                            onClick={() => places.setFilters({ rep: chosen === row ? null : row.rep.id })}
                          >
                            {row.differences.length}
                          </button>
                        )}
                      </td>
                      <td>
                        <Button
                          size="compact-xs"
                          variant="light"
                          aria-label={`Enter a call of ${row.rep.name}`}
                          onClick={() => setCalling(row)}
                        >
                          Call
                        </Button>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </Panel>
        {chosen && <CallDifferences row={chosen} period={period.key} />}
      </PanelColumn>
      {calling && <CallDialog row={calling} period={period.key} onClose={() => setCalling(null)} />}
    </ScreenColumn>
  )
}

/** FC-16: the bias over four or more periods that are over, greyed with its reason while there are fewer. */
function Bias({
  row,
  words,
  asOf,
}: {
  readonly row: RepCallRow
  readonly words: ReturnType<typeof useWords>
  readonly asOf: string
}) {
  const { bias, periods } = row.bias
  if (periods.length === 0) return <span className={styles.none}>–</span>
  const signed = (share: number): string =>
    `${share > 0 ? '+' : share < 0 ? '−' : ''}${words.percent(Math.abs(share))}`
  return (
    <Figure
      label={`Bias of ${row.rep.name}`}
      words={{
        measure:
          'Mean of (commit − won) ÷ won over the periods that are over; above zero the calls were too high.',
        formula: periods
          .map(each => `${each.period}: ${words.money(each.commit)} called, ${words.money(each.actual)} won`)
          .join('\n'),
        basis: `${periods.length} periods`,
        asOf,
        rule: 'Bias of calls (FC-16)',
        ...(bias === null ? { caution: 'Fewer than four periods with wins: too few to judge.' } : {}),
      }}
    >
      {bias === null ? `${periods.filter(each => each.actual > 0).length} of 4` : signed(bias)}
    </Figure>
  )
}
