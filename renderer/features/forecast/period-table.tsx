/** The table of a forecast: one column a period, one line a figure, every figure opens to its deals. */
import { Loader, Tooltip } from '@mantine/core'
import type { ForecastFigures } from '#shared/forecast/period-figures'
import { useOpenDeals } from '../../records/use-words'
import { Figure } from '../../ui/part/figure'
import { useOpenForecastDeals } from './forecast-places'
import styles from './forecast.module.css'
import { type LineContext, type PeriodFigure, type PeriodLine, periodLines } from './period-lines'

/** Settings of `PeriodTable`. */
interface PeriodTableProps {
  readonly context: LineContext
  readonly figures: ForecastFigures
  /** The period that the parts below are about. */
  readonly chosen: number
  readonly onChoose: (at: number) => void
}

/** The table; while a rate is missing it shows no total (CV-7). */
export function PeriodTable({ context, figures, chosen, onChoose }: PeriodTableProps) {
  const lines = periodLines(context)
  const blocked = figures.blockedBy.length > 0
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{context.words.money(0).replace(/^\S+\s/, '')}</th>
            {figures.periods.map((each, at) => (
              <th key={each.period.key} scope="col">
                <button
                  type="button"
                  className={styles.period}
                  aria-pressed={at === chosen}
                  title={`${each.period.first} to ${each.period.last}`}
                  onClick={() => onChoose(at)}
                >
                  {each.period.key}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr
              key={line.key}
              data-strong={line.strong ? '' : undefined}
              data-begins={line.begins ? '' : undefined}
            >
              <th scope="row">
                <Tooltip label={line.help} multiline maw={320} position="right" openDelay={300}>
                  <span>{line.title}</span>
                </Tooltip>
              </th>
              {figures.periods.map((each, at) => (
                <td key={each.period.key} data-chosen={at === chosen ? '' : undefined}>
                  <Cell
                    figure={blocked ? null : line.of(each, at)}
                    line={line}
                    period={each.period.key}
                    context={context}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({
  figure,
  line,
  period,
  context,
}: {
  readonly figure: PeriodFigure | null
  readonly line: PeriodLine
  readonly period: string
  readonly context: LineContext
}) {
  const openForecast = useOpenForecastDeals()
  const openDeals = useOpenDeals()
  if (figure?.waits) return <Loader size={12} aria-label="Being worked out" />
  if (!figure || figure.amount === null) return <span className={styles.none}>–</span>
  const title = `${line.title}, ${period}`
  const { records } = figure
  return (
    <Figure
      label={title}
      words={{ ...figure.words, asOf: context.forecast.asOf }}
      {...(records && records.ids.length > 0
        ? {
            onRecords: () => (records.open ? openForecast : openDeals)(records.ids, title),
            recordsLabel: 'Show the deals',
          }
        : {})}
    >
      {plain(context, figure.amount)}
    </Figure>
  )
}

/** Whole units without the currency, which stands over the lines. */
const plain = ({ words }: LineContext, amount: number): string => words.money(amount).replace(/\s\S+$/, '')
