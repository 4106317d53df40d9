/** The lines of the forecast's table: each figure of a period with how it is formed and the deals behind it. */
import type { Distribution } from '#shared/forecast/distribution'
import type { CalledAmount, PeriodFigures } from '#shared/forecast/period-figures'
import type { RegionForecast } from '#shared/forecast/region-forecast'
import type { Words } from '#shared/region/warning'
import type { FigureWords } from '../../ui/part/figure'

/** Where a figure's records are: among the forecast's open deals, or in the pipeline. */
interface FigureRecords {
  readonly ids: readonly string[]
  readonly open: boolean
}

/** One figure of one period; the amount is null where there is none, `waits` while it is worked out. */
export interface PeriodFigure {
  readonly amount: number | null
  readonly waits?: true
  readonly words: FigureWords
  readonly records?: FigureRecords
}

/** One line of the table. */
export interface PeriodLine {
  readonly key: string
  readonly title: string
  readonly help: string
  readonly strong?: true
  /** A new group of lines begins here. */
  readonly begins?: true
  readonly of: (figures: PeriodFigures, at: number) => PeriodFigure
}

/** What the lines are written with; `exact` writes money to the cent. */
export interface LineContext {
  readonly forecast: RegionForecast
  readonly curves: readonly Distribution[] | null
  readonly words: Words
  readonly exact: (amount: number) => string
  readonly rho: number
  /** False where the line of new business is switched off (FC-14). */
  readonly newBusiness: boolean
}

/** All lines in their order. */
export function periodLines(context: LineContext): readonly PeriodLine[] {
  return [...openLines(context), ...landingLines(context), ...rangeLines(context), ...calledLines(context)]
}

const idsIn = (figures: PeriodFigures): FigureRecords => ({
  ids: figures.rows.map(({ row }) => row.id),
  open: true,
})

const dealCount = (n: number, words: Words, noun: string): string =>
  `${words.number(n)} ${noun} ${n === 1 ? 'deal' : 'deals'}`

function openLines({ forecast, words, exact }: LineContext): readonly PeriodLine[] {
  return [
    {
      key: 'spread',
      title: 'Open deals, spread',
      help: 'Each deal’s weighted value, shared out over the periods in which it may close (FC-12).',
      of: (each, at) => {
        const used = forecast.rows.filter(row => (row.forecast.spread[at] ?? 0) > 0)
        return {
          amount: each.spread,
          words: {
            measure: `Weighted value of open deals that closes in ${each.period.key}.`,
            formula: `Σ amount × chance × share of the period = ${exact(each.spread)}`,
            basis: `${dealCount(used.length, words, 'open')}${assumedPart(each, words)}`,
            rule: 'Spread (FC-12)',
          },
          records: { ids: used.map(({ row }) => row.id), open: true },
        }
      },
    },
    {
      key: 'assumed',
      title: 'of it on assumed cells',
      help: 'The part of the spread that no event backs: the cell comes from the stage mapping or the stage (CV-3).',
      of: each => {
        const used = each.rows.filter(row => row.assumed)
        return {
          amount: each.assumed,
          words: {
            measure: 'Part of the spread that rests on assumed statuses or stages.',
            formula: `${exact(each.assumed)} of ${exact(each.spread)}${each.spread > 0 ? ` (${words.percent(each.assumed / each.spread)})` : ''}`,
            basis: dealCount(used.length, words, 'open'),
            rule: 'Assumed values are counted apart (CV-3)',
          },
          records: { ids: used.map(({ row }) => row.id), open: true },
        }
      },
    },
    {
      key: 'point',
      title: 'Open deals, point',
      help: 'The whole weighted value in the period of the expected close (FC-12).',
      of: (each, at) => {
        const used = forecast.rows.filter(row => (row.forecast.point[at] ?? 0) > 0)
        return {
          amount: each.point,
          words: {
            measure: `Weighted value of the open deals that are expected to close in ${each.period.key}.`,
            formula: `Σ amount × chance = ${exact(each.point)}`,
            basis: dealCount(used.length, words, 'open'),
            rule: 'Point (FC-12)',
          },
          records: { ids: used.map(({ row }) => row.id), open: true },
        }
      },
    },
  ]
}

const assumedPart = (each: PeriodFigures, words: Words): string =>
  each.assumed > 0 && each.spread > 0
    ? `, ${words.percent(each.assumed / each.spread)} of the value on assumed cells`
    : ''

function landingLines({ forecast, words, exact, newBusiness }: LineContext): readonly PeriodLine[] {
  const lines: PeriodLine[] = [
    {
      key: 'closed',
      title: 'Closed won',
      help: 'Won amounts of deals closed in the period, up to the as-of date.',
      begins: true,
      of: each => ({
        amount: each.closed,
        words: {
          measure: `Won amounts of deals closed from ${each.period.first} to ${forecast.asOf < each.period.last ? forecast.asOf : each.period.last}.`,
          formula: `Σ won amount = ${exact(each.closed)}`,
          basis: dealCount(each.closedRows.length, words, 'won'),
          rule: 'Landing, first line (FC-14)',
        },
        records: { ids: each.closedRows.map(row => row.id), open: false },
      }),
    },
  ]
  if (newBusiness)
    lines.push({
      key: 'new',
      title: 'New business',
      help: 'Mean of what was created and won inside one of the last three comparable periods; never hidden in the open deals.',
      of: each => {
        const amount = each.landing.newBusiness
        return {
          amount,
          words: {
            measure: 'What may be created and won inside the period and is not in the pipeline yet.',
            formula:
              amount === null
                ? 'The data do not cover three comparable periods.'
                : `Mean of three periods = ${exact(amount)}`,
            rule: 'Landing, third line (FC-14)',
          },
        }
      },
    })
  lines.push({
    key: 'landing',
    title: 'Landing',
    help: 'Closed won + open deals by spread + new business (FC-14).',
    strong: true,
    of: each => {
      const fresh = newBusiness ? (each.landing.newBusiness ?? 0) : 0
      const amount = each.closed + each.spread + fresh
      return {
        amount,
        words: {
          measure: `Where ${each.period.key} lands.`,
          formula: `${exact(each.closed)} closed + ${exact(each.spread)} open${newBusiness ? ` + ${exact(fresh)} new` : ''} = ${exact(amount)}`,
          basis: `${dealCount(each.closedRows.length, words, 'won')}, ${dealCount(each.rows.length, words, 'open')}${assumedPart(each, words)}`,
          rule: 'Landing in three lines (FC-14)',
        },
        records: idsIn(each),
      }
    },
  })
  return lines
}

function rangeLines({ curves, exact, rho }: LineContext): readonly PeriodLine[] {
  const line = (key: 'p10' | 'p50' | 'p90', title: string, share: string, begins: boolean): PeriodLine => ({
    key,
    title,
    help: `The smallest amount that closed and open deals stay at or below with a chance of ${share} (FC-15).`,
    ...(begins ? { begins: true } : {}),
    of: (each, at) => {
      const curve = curves?.[at]
      if (!curve) return { amount: null, waits: true, words: { measure: 'Being worked out.' } }
      return {
        amount: each.closed + curve[key],
        words: {
          measure: `Closed won and open deals of ${each.period.key} come to at most this with a chance of ${share}.`,
          formula: `${exact(each.closed)} closed + ${exact(curve[key])} (${share} of the exact distribution; mean ${exact(curve.mean)})`,
          basis: `${each.rows.length} open deals that move together with ρ = ${rho}`,
          rule: 'Exact distribution (FC-15)',
        },
        records: idsIn(each),
      }
    },
  })
  return [
    line('p10', 'Low (P10)', '10 %', true),
    line('p50', 'Middle (P50)', '50 %', false),
    line('p90', 'High (P90)', '90 %', false),
  ]
}

function calledLines({ exact, words }: LineContext): readonly PeriodLine[] {
  const called = (
    key: string,
    title: string,
    help: string,
    of: (figures: PeriodFigures) => CalledAmount,
    begins = false,
  ): PeriodLine => ({
    key,
    title,
    help,
    ...(begins ? { begins: true } : {}),
    of: each => {
      const { amount, calls } = of(each)
      return {
        amount,
        words: {
          measure: help,
          formula: amount === null ? 'No call yet.' : `Σ of the last calls = ${exact(amount)}`,
          basis: `${words.number(calls.length)} ${calls.length === 1 ? 'call' : 'calls'}`,
          rule: 'Calls beside the matrix (FC-16)',
        },
      }
    },
  })
  return [
    called('commit', 'Commit', 'What the reps committed in their last calls.', each => each.commit, true),
    called('best', 'Best case', 'What the reps named as their best case.', each => each.bestCase),
    called('manager', 'Manager’s call', 'What the manager called for the region.', each => each.manager),
    {
      key: 'quota',
      title: 'Quota',
      help: 'Sum of the reps’ quotas of the period, else of teams and regions.',
      begins: true,
      of: each => ({
        amount: each.quota.amount,
        words: {
          measure: `Bookings quota of ${each.period.key}.`,
          formula:
            each.quota.amount === null ? 'No quota is entered.' : `Σ quotas = ${exact(each.quota.amount)}`,
          basis: `${words.number(each.quota.records.length)} quotas`,
        },
      }),
    },
    {
      key: 'gap',
      title: 'Gap',
      help: 'Quota less what is closed and what open deals bring by spread.',
      of: each => ({
        amount: each.gap,
        words: {
          measure: 'What is missing to the quota without new business; below zero it is exceeded.',
          formula:
            each.gap === null || each.quota.amount === null
              ? 'No quota is entered.'
              : `${exact(each.quota.amount)} − ${exact(each.closed)} − ${exact(each.spread)} = ${exact(each.gap)}`,
        },
        records: idsIn(each),
      }),
    },
  ]
}
