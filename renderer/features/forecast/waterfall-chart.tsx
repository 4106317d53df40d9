/** The waterfall between two snapshots: bars that add up, each with its deals (FC-26). */
import { useCallback, useMemo } from 'react'
import { toMajor, type CurrencyCode } from '#shared/base/money'
import { barWords, changeFinding } from '#shared/forecast/change-words'
import { waterfallBars, type Waterfall } from '#shared/forecast/waterfall'
import { useOpenDeals, useWords } from '../../records/use-words'
import { Chart } from '../../ui/chart/chart'
import type { ChartOption } from '../../ui/chart/echarts-core'
import type { ChartColours } from '../../ui/chart/palette'
import { shortAmount } from './forecast-words'

/** Settings of `WaterfallChart`. */
interface WaterfallChartProps {
  readonly found: Waterfall
  readonly currency: CurrencyCode
  /** Measure, snapshots and scope in words. */
  readonly subtitle: string
}

interface Step {
  readonly key: string
  readonly name: string
  readonly means: string
  /** Height and where the bar stands, in minor units. */
  readonly amount: number
  readonly base: number
  readonly sign: 0 | 1 | -1
  readonly deals: readonly string[]
}

function stepsOf({ start, startDeals, end, endDeals, bars }: Waterfall): readonly Step[] {
  const steps: Step[] = [
    {
      key: 'start',
      name: 'Start',
      means: 'Open at the first.',
      amount: start,
      base: 0,
      sign: 0,
      deals: startDeals,
    },
  ]
  let level = start
  for (const bar of waterfallBars) {
    const { amount, sign, deals } = bars[bar]
    if (deals.length === 0) continue
    const next = level + sign * amount
    steps.push({ key: bar, ...barWords[bar], amount, base: Math.min(level, next), sign, deals })
    level = next
  }
  return [
    ...steps,
    { key: 'end', name: 'End', means: 'Open at the second.', amount: end, base: 0, sign: 0, deals: endDeals },
  ]
}

/** The chart; a click on a bar opens its deals. */
export function WaterfallChart({ found, currency, subtitle }: WaterfallChartProps) {
  const words = useWords()
  const openDeals = useOpenDeals()
  const steps = useMemo(() => stepsOf(found), [found])
  const signed = useCallback(
    ({ sign, amount }: Step) => `${sign < 0 ? '−' : sign > 0 ? '+' : ''}${words.money(amount)}`,
    [words],
  )
  const option = useCallback(
    (colours: ChartColours): ChartOption => ({
      grid: { left: 64, right: 16, top: 28, bottom: 40 },
      xAxis: { type: 'category', data: steps.map(each => each.name), axisLabel: { interval: 0 } },
      yAxis: { type: 'value', name: currency, axisLabel: { formatter: shortAmount } },
      series: [
        {
          type: 'bar',
          stack: 'all',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: steps.map(each => toMajor(each.base, currency)),
        },
        {
          type: 'bar',
          stack: 'all',
          barCategoryGap: '35%',
          label: {
            show: true,
            position: 'top',
            color: colours.ink,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const step = steps[dataIndex]
              return step
                ? `${step.sign < 0 ? '−' : step.sign > 0 ? '+' : ''}${shortAmount(toMajor(step.amount, currency))}`
                : ''
            },
          },
          data: steps.map(each => ({
            value: toMajor(each.amount, currency),
            itemStyle: {
              color:
                each.sign === 0 ? colours.series[7] : each.sign > 0 ? colours.series[0] : colours.series[1],
            },
          })),
        },
      ],
    }),
    [steps, currency],
  )
  const marks = steps.map((each, datum) => ({
    id: each.key,
    label: each.name,
    value: `${signed(each)}, ${words.number(each.deals.length)} deals`,
    series: 1,
    datum,
  }))
  return (
    <Chart
      title={changeFinding(found, words)}
      subtitle={subtitle}
      option={option}
      table={{
        columns: ['Bar', 'Amount', 'Deals', 'What it counts'],
        rows: steps.map(each => [each.name, signed(each), each.deals.length, each.means]),
      }}
      marks={marks}
      onOpen={mark => {
        const step = steps[mark.datum]
        if (step && step.deals.length > 0) openDeals(step.deals, `${step.name}: ${subtitle}`)
      }}
      height={340}
      fileName="waterfall"
    />
  )
}
