/** Three ways to read a cell's history, with the wrong one named, and the curve of how many were won by which day. */
import { useCallback, useMemo } from 'react'
import type { CellVisit, Proposal } from '#shared/forecast/calibration'
import { wonCurve } from '#shared/forecast/competing-risks'
import { useWords } from '../../records/use-words'
import { Chart } from '../../ui/chart/chart'
import type { ChartOption } from '../../ui/chart/echarts-core'
import type { ChartColours } from '../../ui/chart/palette'
import styles from './matrix.module.css'

/** The history of a cell; draws nothing where nothing was won. */
export function CellHistory(props: {
  readonly visits: readonly CellVisit[]
  readonly mature: Pick<Proposal, 'n' | 'wins'>
  readonly name: string
  readonly asOf: string
}) {
  const { visits, mature, name, asOf } = props
  const words = useWords()
  const { closed, wins, curve, plain } = useMemo(() => {
    const outcome = (each: CellVisit) => (each.outcome === 'noDecision' ? ('lost' as const) : each.outcome)
    const timed = visits.map(each => ({ time: each.time, outcome: outcome(each), delay: each.delay ?? 0 }))
    return {
      closed: visits.filter(each => each.outcome !== 'open').length,
      wins: visits.filter(each => each.outcome === 'won').length,
      curve: wonCurve(timed),
      plain: wonCurve(timed.map(each => ({ ...each, delay: 0 }))),
    }
  }, [visits])
  const option = useCallback(
    (colours: ChartColours): ChartOption => ({
      grid: { left: 44, right: 16, top: 28, bottom: 40 },
      xAxis: { type: 'value', name: 'days in the cell', nameLocation: 'middle', nameGap: 26 },
      yAxis: { type: 'value', name: 'won, %', max: Math.min(100, Math.ceil((curve.share * 100) / 10) * 10) },
      series: [
        {
          type: 'line',
          step: 'end',
          showSymbol: false,
          lineStyle: { color: colours.series[0] ?? colours.ink },
          data: [[0, 0], ...curve.steps.map(([time, share]) => [time, share * 100])],
          ...(curve.quartiles
            ? {
                markLine: {
                  symbol: 'none',
                  label: { formatter: `median ${Math.round(curve.quartiles[1])}`, color: 'inherit' },
                  data: [{ xAxis: curve.quartiles[1] }],
                },
              }
            : {}),
        },
      ],
    }),
    [curve],
  )
  if (wins === 0) return <p className={styles.faint}>No visit of this cell was won yet.</p>
  const percent = (k: number, n: number) => (n === 0 ? 'n/a' : words.percent(k / n, 1))
  return (
    <>
      <dl className={styles.three}>
        <dt>Closed only</dt>
        <dd>{`${words.number(wins)} of ${words.number(closed)}: ${percent(wins, closed)}`}</dd>
        <dd className={styles.faint}>leaves out what never closes: too high</dd>
        <dt>Mature visits</dt>
        <dd>{`${words.number(mature.wins)} of ${words.number(mature.n)}: ${percent(mature.wins, mature.n)}`}</dd>
        <dd className={styles.faint}>what proposals rest on</dd>
        <dt>Competing risks</dt>
        <dd>{words.percent(plain.share, 1)}</dd>
        <dd className={styles.faint}>
          {Math.abs(plain.share - curve.share) < 5e-4
            ? 'open visits counted up to now'
            : `${words.percent(curve.share, 1)} with late entries allowed for`}
        </dd>
      </dl>
      <Chart
        title={
          curve.quartiles
            ? `Half of the wins from ${name} come within ${Math.round(curve.quartiles[1])} days`
            : `Wins from ${name}`
        }
        subtitle={`Share won by days since entering, losses as competing risk, n ${words.number(visits.length)}, as of ${asOf}`}
        option={option}
        table={{
          columns: ['Days', 'Won by then, %'],
          rows: curve.steps.map(([time, share]) => [time, Number((share * 100).toFixed(2))]),
        }}
        height={200}
        fileName={`cell-${name.replace('/', '-')}`}
      />
    </>
  )
}
