/** Whether probabilities mean what they say: the calibration curve with its bars and n, the Brier score and its split (FC-24). */
import { useCallback, useMemo } from 'react'
import { brierScore, calibrationCurve } from '#shared/forecast/accuracy'
import type { AccuracyReport } from '#shared/forecast/accuracy-report'
import { useOpenDeals, useWords } from '../../records/use-words'
import { Chart } from '../../ui/chart/chart'
import type { ChartOption } from '../../ui/chart/echarts-core'
import type { ChartColours } from '../../ui/chart/palette'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { Panel } from '../../ui/part/panel'
import type { AccuracyRun } from './accuracy-desk'

/** The panel. */
export function CurvePanel({ run, report }: { readonly run: AccuracyRun; readonly report: AccuracyReport }) {
  const words = useWords()
  const openDeals = useOpenDeals()
  const { judged } = report
  const score = useMemo(() => brierScore(judged), [judged])
  const curve = useMemo(() => calibrationCurve(judged), [judged])
  const option = useCallback(
    (colours: ChartColours): ChartOption => {
      const most = Math.min(
        100,
        Math.ceil(Math.max(0.1, ...curve.map(each => Math.max(each.high, each.meanP))) * 10) * 10,
      )
      return {
        grid: { left: 52, right: 24, top: 28, bottom: 44 },
        xAxis: { type: 'value', name: 'said, %', nameLocation: 'middle', nameGap: 28, min: 0, max: most },
        yAxis: { type: 'value', name: 'won, %', min: 0, max: most },
        series: [
          {
            type: 'scatter',
            symbolSize: 9,
            itemStyle: { color: colours.series[0] ?? colours.ink },
            label: {
              show: true,
              position: 'right',
              color: colours.soft,
              formatter: (at: { dataIndex: number }) => `n ${words.number(curve[at.dataIndex]?.n ?? 0)}`,
            },
            data: curve.map(each => [each.meanP * 100, each.share * 100]),
            z: 5,
          },
          {
            type: 'line',
            showSymbol: false,
            silent: true,
            lineStyle: { color: colours.soft, type: 'dashed', width: 1 },
            data: [
              [0, 0],
              [most, most],
            ],
          },
          ...curve.map(each => ({
            type: 'line',
            silent: true,
            symbol: 'rect',
            symbolSize: [9, 1.5],
            lineStyle: { color: colours.series[0] ?? colours.ink, width: 1.5 },
            itemStyle: { color: colours.series[0] ?? colours.ink },
            data: [
              [each.meanP * 100, each.low * 100],
              [each.meanP * 100, each.high * 100],
            ],
          })),
        ],
      }
    },
    [curve, words],
  )
  if (!score) return null
  const within = curve.filter(each => each.meanP >= each.low && each.meanP <= each.high).length
  const range = (from: number, to: number) => `${words.percent(from)} to ${words.percent(to)}`
  const three = (value: number) => value.toFixed(3)
  const figures = [
    [
      'Brier score',
      score.brier,
      'Mean of (probability − outcome)²; 0 is perfect.',
      `n ${words.number(score.n)}`,
    ],
    [
      'Reliability',
      score.reliability,
      'How far said and won lie apart; 0 is best.',
      'Bins of the curve, weighted by n',
    ],
    [
      'Resolution',
      score.resolution,
      'How far the bins lie apart from the base rate; more is better.',
      'Bins of the curve, weighted by n',
    ],
    ['Uncertainty', score.uncertainty, 'Score of always saying the base rate.', 'ȳ (1 − ȳ)'],
  ] as const
  return (
    <Panel
      title="Do the probabilities mean what they say?"
      note={`n ${words.number(score.n)} open deals at ${run.origins.length} month ends`}
    >
      <FigureRow>
        {figures.map(([name, value, measure, basis]) => (
          <NamedFigure
            key={name}
            label={name}
            words={{
              measure,
              formula:
                name === 'Brier score'
                  ? `${three(score.reliability)} − ${three(score.resolution)} + ${three(score.uncertainty)} + ${three(score.within)} inside bins`
                  : three(value),
              basis,
              asOf: run.asOf,
              rule: 'Brier score and its split (FC-24)',
            }}
          >
            {three(value)}
          </NamedFigure>
        ))}
        <NamedFigure
          label="Skill"
          words={{
            measure: 'How much better than always saying the base rate.',
            formula: `1 − ${three(score.brier)} ÷ ${three(score.uncertainty)}`,
            basis: `n ${words.number(score.n)}`,
            asOf: run.asOf,
            rule: 'Brier skill (FC-24)',
          }}
        >
          {score.skill === null ? 'n/a' : words.percent(score.skill, 1)}
        </NamedFigure>
      </FigureRow>
      <Chart
        title={`${within} of ${curve.length} bins hold what they promise within chance`}
        subtitle={`Probability to be won within the next month against the share that was, bars are 95 % intervals, n ${words.number(score.n)}, as of ${run.asOf}`}
        option={option}
        table={{
          columns: ['Said', 'Mean said, %', 'Won, %', 'Low', 'High', 'Won', 'n'],
          rows: curve.map(each => [
            range(each.from, each.to),
            Number((each.meanP * 100).toFixed(1)),
            Number((each.share * 100).toFixed(1)),
            Number((each.low * 100).toFixed(1)),
            Number((each.high * 100).toFixed(1)),
            each.wins,
            each.n,
          ]),
        }}
        marks={curve.map((each, i) => ({
          id: String(each.from),
          label: range(each.from, each.to),
          value: `${each.wins} of ${each.n} won`,
          series: 0,
          datum: i,
        }))}
        onOpen={mark => {
          const bin = curve[mark.datum]
          if (!bin) return
          const last = mark.datum === curve.length - 1
          const ids = judged.filter(each => each.p >= bin.from - 1e-12 && (last || each.p < bin.to - 1e-12))
          openDeals([...new Set(ids.map(each => each.deal))], `Said ${range(bin.from, bin.to)}`)
        }}
        height={300}
        fileName="calibration-curve"
      />
    </Panel>
  )
}
