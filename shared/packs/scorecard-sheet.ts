/** Sheet 1 of a pack: the scorecard with its charts. */
import { periodOf, shiftPeriod } from '../base/fiscal'
import type { PackChart, PackRow, PackSheet } from './pack-content'
import type { RepFacts } from './pack-facts'
import { quotaOf, scorecard, type Metric } from './scorecard'

/** Builds the scorecard. */
export function scorecardSheet(rep: RepFacts): PackSheet {
  const trend = rep.facts.past.map(each => each.key)
  return {
    key: 'scorecard',
    name: '1 Scorecard',
    title: 'Scorecard',
    hint: `${rep.facts.periods[0]?.key ?? ''} up to ${rep.facts.asOf}, beside the objective, the other reps and the quarters before.`,
    columns: [
      { key: 'metric', header: 'Metric', kind: 'text', fill: false, width: 32 },
      { key: 'objective', header: 'Objective', kind: 'any', fill: false, width: 13 },
      { key: 'result', header: 'Result', kind: 'any', fill: false, width: 13 },
      { key: 'attainment', header: 'Attainment', kind: 'percent', fill: false, width: 11 },
      { key: 'peer', header: 'Peer level', kind: 'any', fill: false, width: 13 },
      ...trend.map((header, at) => ({
        key: `trend${at + 1}`,
        header,
        kind: 'any' as const,
        fill: false,
        width: 12,
      })),
      { key: 'n', header: 'n', kind: 'text', fill: false, width: 8 },
      { key: 'comment', header: 'Comment', kind: 'text', fill: false, width: 34, wrap: true },
      {
        key: 'repComment',
        header: 'Rep comment',
        kind: 'text',
        fill: true,
        width: 36,
        longest: 500,
        wrap: true,
        hint: 'What lies behind this figure.',
      },
    ],
    rows: scorecard(rep).map((each, at) => metricRow(each, at, rep.facts.currency)),
    spareRows: 0,
    empty: 'Figures appear once deals are imported.',
    frozen: 1,
  }
}

const metricRow = (metric: Metric, at: number, currency: string): PackRow => ({
  key: `M${at + 1}`,
  ref: metric.key,
  kind: metric.kind,
  values: {
    metric: metric.kind === 'money' ? `${metric.label} (${currency})` : metric.label,
    objective: metric.objective,
    result: metric.result,
    attainment:
      metric.objective !== null && metric.objective > 0 && metric.result !== null
        ? metric.result / metric.objective
        : null,
    peer: metric.peer,
    trend1: metric.trend[0] ?? null,
    trend2: metric.trend[1] ?? null,
    trend3: metric.trend[2] ?? null,
    n: metric.n,
    comment: metric.comment,
    repComment: null,
  },
})

/** What is drawn under the scorecard: won beside quota by quarter, and the open deals by their expected quarter. */
export function scorecardCharts(rep: RepFacts): readonly PackChart[] {
  const start = rep.facts.states.settings.fiscalStart
  const quarters = [...rep.facts.past, ...rep.facts.periods.slice(0, 1)]
  const sum = (deals: readonly { readonly value: { readonly amount: number | null } }[]): number =>
    deals.reduce((total, each) => total + (each.value.amount ?? 0), 0)
  const won = quarters.map(period =>
    sum(
      rep.rows.filter(each => {
        const on = each.state === 'won' ? each.deal.closedOn : null
        return on !== null && on >= period.first && on <= period.last
      }),
    ),
  )
  const coming = [0, 1, 2].map(by => shiftPeriod(periodOf(rep.facts.asOf, 'quarter', start), by, start))
  const due = (index: number): number =>
    rep.open.reduce((total, each) => total + (rep.facts.forecast.get(each.id)?.spread[index] ?? 0), 0)
  const expected = coming.map(period =>
    sum(
      rep.open.filter(each => {
        const on = each.deal.expectedClose
        return on !== null && on >= period.first && on <= period.last
      }),
    ),
  )
  return [
    {
      title: 'Won and quota by quarter',
      kind: 'column',
      money: true,
      categories: quarters.map(each => each.key),
      series: [
        { name: 'Won', values: won },
        { name: 'Quota', values: quarters.map(each => quotaOf(rep, each)) },
      ],
    },
    {
      title: 'Open deals by expected quarter',
      kind: 'column',
      money: true,
      categories: coming.map(each => each.key),
      series: [
        { name: 'Amount by CRM close', values: expected },
        { name: 'Weighted by the matrix', values: coming.map((_, at) => Math.round(due(at))) },
      ],
    },
  ]
}
