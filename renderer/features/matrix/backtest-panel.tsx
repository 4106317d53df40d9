/** The backtest: forecast against actual by month, with its parts, and the naive figure beside it (FC-23, FC-25). */
import { useCallback, useMemo } from 'react'
import { toMajor } from '#shared/base/money'
import type { AccuracyReport } from '#shared/forecast/accuracy-report'
import { quarterMonthIndex, wholeQuarters } from '#shared/forecast/quarter-months'
import { firstClose } from '#shared/forecast/region-visits'
import { MeasureGrid } from '../../records/measure-grid'
import { useOpenDeals, useWords } from '../../records/use-words'
import { useRegionCurrency, useSettings } from '../../store/use-region'
import { Chart } from '../../ui/chart/chart'
import type { ChartOption } from '../../ui/chart/echarts-core'
import type { ChartColours } from '../../ui/chart/palette'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { Panel } from '../../ui/part/panel'
import type { AccuracyRun } from './accuracy-desk'
import styles from './matrix.module.css'

interface Row {
  readonly key: string
  readonly origin: string
  readonly open: number
  readonly fresh: number
  readonly forecast: number
  readonly actual: number
  readonly naive: number
}

/** A share as "28.4 %" or "n/a". */
const shareText = (words: ReturnType<typeof useWords>, share: number | null, signed = false): string =>
  share === null
    ? 'n/a'
    : `${signed && share > 0 ? '+' : signed && share < 0 ? '−' : ''}${words.percent(signed ? Math.abs(share) : share, 1)}`

/** The panel. */
export function BacktestPanel({
  run,
  report,
}: {
  readonly run: AccuracyRun
  readonly report: AccuracyReport
}) {
  const words = useWords()
  const currency = useRegionCurrency()
  const { fiscalStart } = useSettings()
  const openDeals = useOpenDeals()
  const { run: mine, naive } = report
  const rows = useMemo(
    () =>
      mine.rows.map((row, i): Row => ({
        key: row.period.key,
        origin: row.origin,
        open: row.open,
        fresh: row.newBusiness,
        forecast: row.forecast,
        actual: row.actual,
        naive: naive.rows[i]?.forecast ?? 0,
      })),
    [mine, naive],
  )
  const won = (key: string) => {
    const period = mine.rows.find(row => row.period.key === key)?.period
    if (!period) return
    const ids = run.states.rows
      .filter(
        ({ state, deal }) =>
          state === 'won' &&
          deal.closedOn !== null &&
          deal.closedOn >= period.first &&
          deal.closedOn <= period.last,
      )
      .map(row => row.id)
    openDeals(ids, `Won in ${key}`)
  }
  const openAt = (key: string) => {
    const origin = mine.rows.find(row => row.period.key === key)?.origin
    if (!origin) return
    const ids = run.states.rows
      .filter(
        ({ start, state, deal }) =>
          start !== null &&
          start <= origin &&
          (state === 'open' || deal.closedOn === null || deal.closedOn > origin),
      )
      .map(row => row.id)
    openDeals(ids, `Open at the end of ${origin}`)
  }
  const option = useCallback(
    (colours: ChartColours): ChartOption => ({
      grid: { left: 64, right: 100, top: 28, bottom: 28 },
      xAxis: { type: 'category', data: rows.map(row => row.key) },
      yAxis: { type: 'value', name: currency },
      series: [
        {
          type: 'bar',
          name: 'Came',
          barWidth: '45%',
          itemStyle: { color: colours.line, borderColor: colours.soft, borderWidth: 1 },
          data: rows.map(row => toMajor(row.actual, currency)),
        },
        {
          type: 'line',
          name: 'Forecast',
          symbolSize: 7,
          lineStyle: { color: colours.series[0] ?? colours.ink },
          itemStyle: { color: colours.series[0] ?? colours.ink },
          endLabel: { show: true, formatter: 'forecast', color: colours.series[0] ?? colours.ink },
          data: rows.map(row => toMajor(row.forecast, currency)),
        },
        {
          type: 'line',
          name: 'Win rate × all open',
          symbol: 'triangle',
          symbolSize: 7,
          lineStyle: { color: colours.series[1] ?? colours.ink, type: 'dashed' },
          itemStyle: { color: colours.series[1] ?? colours.ink },
          endLabel: { show: true, formatter: 'win rate × open', color: colours.series[1] ?? colours.ink },
          data: rows.map(row => toMajor(row.naive, currency)),
        },
      ],
    }),
    [rows, currency],
  )
  const months = useMemo(() => {
    const won = run.states.rows.flatMap(({ state, deal, value }) =>
      state === 'won' && deal.closedOn !== null ? [{ closed: deal.closedOn, amount: value.amount ?? 0 }] : [],
    )
    const since = firstClose(run.states)
    const whole = since && wholeQuarters(since, run.asOf, fiscalStart)
    if (!whole) return null
    const { first, last } = whole
    const index = quarterMonthIndex(
      won.filter(each => each.closed >= first && each.closed <= last),
      fiscalStart,
    )
    return index && { ...index, first, last }
  }, [run, fiscalStart])
  const spec = useMemo(() => specOf(currency), [currency])
  const sums = rows.reduce(
    (sum, row) => ({
      miss: sum.miss + Math.abs(row.forecast - row.actual),
      net: sum.net + row.forecast - row.actual,
      actual: sum.actual + row.actual,
    }),
    { miss: 0, net: 0, actual: 0 },
  )
  const basis = `${rows.length} months, ${words.money(sums.actual)} won`
  return (
    <Panel title="Backtest of the next month" note={`${rows.length} month ends, as of ${run.asOf}`}>
      <FigureRow>
        <NamedFigure
          name="Off by (WAPE)"
          label="Weighted absolute error"
          words={{
            measure: 'Absolute misses of the months, as a share of what came.',
            formula: `${words.money(sums.miss)} ÷ ${words.money(sums.actual)}`,
            basis,
            asOf: run.asOf,
            rule: 'WAPE (FC-23), forecasts without look-ahead (FC-25)',
            ...(rows.length < 6 ? { caution: 'Fewer than six months' } : {}),
          }}
        >
          {shareText(words, mine.accuracy.wape)}
        </NamedFigure>
        <NamedFigure
          label="Bias"
          words={{
            measure: 'Forecast less what came, over all months, as a share of what came.',
            formula: `${words.money(sums.net)} ÷ ${words.money(sums.actual)}`,
            basis,
            asOf: run.asOf,
            rule: 'Bias (FC-23)',
          }}
        >
          {shareText(words, mine.accuracy.bias, true)}
        </NamedFigure>
        <NamedFigure
          name="Open deals alone"
          label="Error of the open part"
          words={{
            measure: 'The same error for the deals that were open at each month end, without new business.',
            basis: `${rows.length} months; bias ${shareText(words, mine.open?.bias ?? null, true)}`,
            asOf: run.asOf,
            rule: 'WAPE of the open part (FC-14, FC-23)',
          }}
        >
          {shareText(words, mine.open?.wape ?? null)}
        </NamedFigure>
        <NamedFigure
          name="Win rate × everything open"
          label="Error of the naive figure"
          words={{
            measure:
              'The error of multiplying the win rate of closed deals with all that is open, whenever it may close.',
            basis: `${rows.length} months; bias ${shareText(words, naive.accuracy.bias, true)}`,
            asOf: run.asOf,
            rule: 'The figure to warn of (section 5.6)',
            caution: 'Shown to be beaten, not to be used',
          }}
        >
          {shareText(words, naive.accuracy.wape)}
        </NamedFigure>
      </FigureRow>
      <Chart
        title={`The forecast was off by ${shareText(words, mine.accuracy.wape)}; the win rate times everything open by ${shareText(words, naive.accuracy.wape)}`}
        subtitle={`Won amount of the next month, forecast at each month end from deals' ages and recent new business, n ${rows.length}, as of ${run.asOf}`}
        option={option}
        table={{
          columns: ['Month', 'Forecast', 'Came', 'Win rate × open'],
          rows: rows.map(row => [
            row.key,
            Math.round(toMajor(row.forecast, currency)),
            Math.round(toMajor(row.actual, currency)),
            Math.round(toMajor(row.naive, currency)),
          ]),
        }}
        marks={rows.map((row, i) => ({
          id: row.key,
          label: row.key,
          value: `${words.money(row.actual)} came, ${words.money(row.forecast)} forecast`,
          series: 0,
          datum: i,
        }))}
        onOpen={mark => won(mark.id)}
        height={240}
        fileName="backtest"
      />
      <MeasureGrid
        label="Backtest by month"
        noun={{ one: 'month', many: 'months' }}
        rows={rows}
        spec={spec}
        columns={columnsOf(won, openAt)}
        onOpen={won}
      />
      {rows.every(each => each.fresh === 0) ? (
        <p className={styles.faint}>
          New business is 0: no deal was begun and won inside one month. A quarter, as the landing counts it,
          leaves it more time.
        </p>
      ) : null}
      {months ? (
        <p className={styles.faint}>
          {`The first, second and third month of a quarter take ${months.shares.map(each => words.percent(each)).join(', ')} of what is won, in whole quarters from ${months.first} to ${months.last}: an index for monthly quotas.`}
        </p>
      ) : null}
    </Panel>
  )
}

const specOf = (currency: string): RowsSpec<Row> => ({
  id: row => row.key,
  columns: {
    key: { kind: 'text', get: row => row.key },
    origin: { kind: 'text', get: row => row.origin },
    open: { kind: 'money', currency, get: row => row.open },
    fresh: { kind: 'money', currency, get: row => row.fresh },
    forecast: { kind: 'money', currency, get: row => row.forecast },
    actual: { kind: 'money', currency, get: row => row.actual },
    miss: { kind: 'money', currency, get: row => row.forecast - row.actual },
    off: {
      kind: 'percent',
      get: row => (row.actual === 0 ? null : (row.forecast - row.actual) / row.actual),
    },
    naive: { kind: 'money', currency, get: row => row.naive },
  },
})

const columnsOf = (
  onActual: (key: string) => void,
  onOpenPart: (key: string) => void,
): readonly GridColumn[] => [
  { key: 'key', title: 'Month', pin: 'left', width: 90 },
  { key: 'origin', title: 'Seen from', width: 110 },
  {
    key: 'open',
    title: 'Open deals',
    digits: 0,
    width: 120,
    help: 'Open deals at their chance to be won by the end of the month, given their age.',
    onLink: cell => onOpenPart(cell.rowId),
  },
  {
    key: 'fresh',
    title: 'New business',
    digits: 0,
    width: 120,
    help: 'Mean of what was created and won inside each of the three months before (FC-14).',
  },
  { key: 'forecast', title: 'Forecast', digits: 0, width: 120 },
  { key: 'actual', title: 'Came', digits: 0, width: 120, onLink: cell => onActual(cell.rowId) },
  { key: 'miss', title: 'Miss', digits: 0, width: 110 },
  { key: 'off', title: 'Miss, %', digits: 1, width: 90 },
  { key: 'naive', title: 'Win rate × open', digits: 0, width: 140 },
]
