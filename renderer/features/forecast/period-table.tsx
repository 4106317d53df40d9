/** The table of a forecast: one column a period, one line a figure, every figure opens to its deals. */
import type { ReactNode } from 'react'
import type { ForecastFigures, PeriodFigures } from '#shared/forecast/period-figures'
import type { RegionForecast } from '#shared/forecast/region-forecast'
import { useOpenDeals, useWords } from '../../records/use-words'
import { Figure, type FigureWords } from '../../ui/part/figure'
import { useOpenForecastDeals } from './forecast-places'
import styles from './forecast.module.css'

interface Line {
  readonly key: string
  readonly title: string
  readonly strong?: true
  readonly amount: (figures: PeriodFigures) => number | null
  readonly words: (figures: PeriodFigures) => FigureWords
  /** The open deals behind the figure, or the closed ones. */
  readonly deals?: (figures: PeriodFigures) => readonly string[]
  readonly closed?: true
}

/** The table. */
export function PeriodTable({
  forecast,
  figures,
}: {
  readonly forecast: RegionForecast
  readonly figures: ForecastFigures
}) {
  const words = useWords()
  const openForecast = useOpenForecastDeals()
  const openDeals = useOpenDeals()
  const { asOf } = forecast
  const blocked = figures.blockedBy.length > 0
  const lines: readonly Line[] = [
    {
      key: 'closed',
      title: 'Closed won',
      amount: each => each.closed,
      words: each => ({
        measure: `Won amounts of deals closed from ${each.period.first} to ${asOf < each.period.last ? asOf : each.period.last}.`,
        basis: `${words.number(each.closedRows.length)} won deals`,
      }),
      deals: each => each.closedRows.map(row => row.id),
      closed: true,
    },
    {
      key: 'spread',
      title: 'Open, spread',
      amount: each => each.spread,
      words: each => ({
        measure: 'Weighted value of open deals, spread over the days on which they may close.',
        formula: 'Σ amount × chance × share of the period',
        basis: `${words.number(each.rows.length)} open deals`,
        rule: 'Spread allocation (FC-12)',
      }),
      deals: each => each.rows.map(({ row }) => row.id),
    },
    {
      key: 'point',
      title: 'Open, point',
      amount: each => each.point,
      words: each => ({
        measure: 'Weighted value of the open deals whose expected close lies in the period.',
        formula: 'Σ amount × chance where the expected close lies in the period',
        basis: `${words.number(pointRows(forecast, each).length)} open deals`,
        rule: 'Point allocation (FC-12)',
      }),
      deals: each => pointRows(forecast, each),
    },
  ]
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {figures.periods.map(each => (
              <th key={each.period.key} scope="col">
                {each.period.key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.key} data-strong={line.strong ? '' : undefined}>
              <th scope="row">{line.title}</th>
              {figures.periods.map(each => {
                const amount = blocked ? null : line.amount(each)
                const deals = line.deals?.(each)
                const show: ReactNode = amount === null ? '–' : words.money(amount)
                const title = `${line.title}, ${each.period.key}`
                return (
                  <td key={each.period.key}>
                    {amount === null ? (
                      show
                    ) : (
                      <Figure
                        label={title}
                        words={{ ...line.words(each), asOf }}
                        {...(deals && deals.length > 0
                          ? {
                              onRecords: () => (line.closed ? openDeals : openForecast)(deals, title),
                              recordsLabel: 'Show the deals',
                            }
                          : {})}
                      >
                        {show}
                      </Figure>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const pointRows = (forecast: RegionForecast, { period }: PeriodFigures): string[] => {
  const at = forecast.periods.indexOf(period)
  return forecast.rows.filter(each => (each.forecast.point[at] ?? 0) > 0).map(({ row }) => row.id)
}
