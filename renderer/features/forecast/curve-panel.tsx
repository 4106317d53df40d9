/** The whole distribution of one period: the chance to reach each amount, with P10, P50, P90, the quota and the commit. */
import { useCallback, useMemo } from 'react'
import { toMajor, type CurrencyCode } from '#shared/base/money'
import { chanceOfAtMost, type Distribution } from '#shared/forecast/distribution'
import type { PeriodFigures } from '#shared/forecast/period-figures'
import type { Words } from '#shared/region/warning'
import { Chart } from '../../ui/chart/chart'
import type { ChartOption } from '../../ui/chart/echarts-core'
import type { ChartColours } from '../../ui/chart/palette'
import { Panel } from '../../ui/part/panel'
import { shortAmount } from './forecast-words'
import { useOpenForecastDeals } from './forecast-places'

/** Settings of `CurvePanel`. */
interface CurvePanelProps {
  readonly figures: PeriodFigures
  readonly curve: Distribution
  readonly asOf: string
  readonly words: Words
  readonly currency: CurrencyCode
  readonly rho: number
}

const shown = 400

/** The panel. */
export function CurvePanel({ figures, curve, asOf, words, currency, rho }: CurvePanelProps) {
  const open = useOpenForecastDeals()
  const { closed, period, quota, commit } = figures
  const points = useMemo(() => thin(curve, closed), [curve, closed])
  const marks = useMemo(
    () =>
      (
        [
          ['Low (P10)', curve.p10, 0.9],
          ['Middle (P50)', curve.p50, 0.5],
          ['High (P90)', curve.p90, 0.1],
        ] as const
      ).map(([label, amount], datum) => ({
        id: label,
        label,
        value: words.money(closed + amount),
        series: 1,
        datum,
        at: [toMajor(closed + amount, currency), 1 - chanceOfAtMost(curve.cumulative, amount - 1)] as const,
      })),
    [curve, closed, words, currency],
  )
  const lines = useMemo(
    () =>
      [
        { name: 'Quota', amount: quota.amount },
        { name: 'Commit', amount: commit.amount },
      ].flatMap(({ name, amount }) => (amount === null ? [] : [{ name, xAxis: toMajor(amount, currency) }])),
    [quota, commit, currency],
  )
  const option = useCallback(
    (colours: ChartColours): ChartOption => ({
      grid: { left: 56, right: 32, top: 28, bottom: 44 },
      xAxis: {
        type: 'value',
        name: `closed and open deals in ${currency}`,
        nameLocation: 'middle',
        nameGap: 28,
        scale: true,
        axisLabel: { formatter: (value: number) => shortAmount(value) },
      },
      yAxis: {
        type: 'value',
        name: 'chance to reach it',
        min: 0,
        max: 1,
        axisLabel: { formatter: (value: number) => `${Math.round(value * 100)} %` },
      },
      series: [
        {
          type: 'line',
          step: 'start',
          symbol: 'none',
          data: points.map(([amount, chance]) => [toMajor(amount, currency), chance]),
          lineStyle: { width: 2, color: colours.series[0] },
          areaStyle: { opacity: 0.08, color: colours.series[0] },
          markLine: {
            symbol: 'none',
            silent: true,
            lineStyle: { color: colours.series[1], type: 'dashed' },
            label: { formatter: '{b}', color: colours.ink, position: 'insideEndTop' },
            data: lines,
          },
        },
        {
          type: 'scatter',
          symbolSize: 9,
          itemStyle: { color: colours.series[0] },
          label: { show: true, position: 'right', color: colours.ink, formatter: '{b}' },
          data: marks.map(each => ({ name: each.label, value: [...each.at] })),
        },
      ],
    }),
    [points, marks, lines, currency],
  )
  const reach = (amount: number): number =>
    amount <= closed ? 1 : 1 - chanceOfAtMost(curve.cumulative, amount - closed - 0.5)
  const range = `Without new business ${period.key} lands between ${words.money(closed + curve.p10)} and ${words.money(closed + curve.p90)} in eight of ten cases`
  const title =
    figures.rows.length === 0
      ? `Nothing open can close in ${period.key} any more`
      : quota.amount === null
        ? range
        : `${range}; the chance to reach the quota of ${words.money(quota.amount)} is ${words.percent(reach(quota.amount))}`
  return (
    <Panel title={`Range of ${period.key}`}>
      <Chart
        title={title}
        subtitle={`Exact distribution of closed won and ${words.number(figures.rows.length)} open deals, ρ = ${words.number(rho, 2)}, as of ${asOf}`}
        option={option}
        table={{
          columns: ['Amount', 'Chance to reach it'],
          rows: points.map(([amount, chance]) => [words.money(amount), words.percent(chance, 1)]),
        }}
        marks={marks}
        onOpen={mark =>
          open(
            figures.rows.map(({ row }) => row.id),
            `${mark.label}, ${period.key}`,
          )
        }
        height={260}
        fileName={`range-${period.key}`}
      />
    </Panel>
  )
}

/** Chances to reach amounts, closed won included, at a few hundred points of the curve. */
function thin(curve: Distribution, closed: number): [amount: number, chance: number][] {
  const { cumulative } = curve
  const step = Math.max(1, Math.floor(cumulative.length / shown))
  const points: [number, number][] = []
  let before = 0
  cumulative.forEach(([amount, chance], i) => {
    // What is reached with less than one chance in a thousand would only flatten the picture.
    if ((i % step === 0 || i === cumulative.length - 1) && 1 - before >= 0.001)
      points.push([closed + amount, 1 - before])
    before = chance
  })
  return points
}
