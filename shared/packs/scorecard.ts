/** The figures of a rep beside objective, peers and past, each with the formula and the records that it can be opened to. */
import { addDays, earlierDay, type Day } from '../base/day'
import type { Period } from '../base/fiscal'
import { formatMinor } from './pack-words'
import { quantileOf } from '../base/statistics'
import type { DealState } from '../process/deal-state'
import { isInWork } from '../process/decide-deals'
import type { RepFacts } from './pack-facts'

/** One figure. */
export interface Metric {
  readonly key: string
  readonly label: string
  readonly kind: 'money' | 'whole' | 'percent' | 'number'
  readonly objective: number | null
  readonly result: number | null
  readonly peer: number | null
  /** The three quarters before, the oldest first; null where the past is not known. */
  readonly trend: readonly (number | null)[]
  /** How many records it rests on, as `k/n` where it is a share. */
  readonly n: string
  /** What to keep in mind, such as a small n. */
  readonly comment: string | null
  /** How the result comes about, with its numbers. */
  readonly formula: string
  /** The deals behind it. */
  readonly deals: readonly string[]
}

interface Reading {
  readonly value: number | null
  readonly n: string
  readonly count: number
  readonly formula: string
  readonly deals: readonly DealState[]
}

interface Spec {
  readonly key: string
  readonly label: string
  readonly kind: Metric['kind']
  /** Peers: the mean of their values, or the value over all their deals together. */
  readonly peers: 'mean' | 'pooled'
  /** Whether it can be worked out for a past quarter from closed deals and creation dates. */
  readonly past: boolean
  readonly least?: (facts: RepFacts) => number
  readonly of: (rows: readonly DealState[], period: Period, on: Day, facts: RepFacts) => Reading
}

const sumOf = (rows: readonly DealState[]): number =>
  rows.reduce((sum, each) => sum + (each.value.amount ?? 0), 0)

const closedIn = (rows: readonly DealState[], from: Day, to: Day): DealState[] =>
  rows.filter(each => {
    const on = each.state === 'open' ? null : each.deal.closedOn
    return on !== null && on >= from && on <= to
  })

const wonIn = (rows: readonly DealState[], from: Day, to: Day): DealState[] =>
  closedIn(rows, from, to).filter(each => each.state === 'won')

/** Win ratios and means look at the twelve months before the day, so that they rest on enough deals. */
const yearBefore = (on: Day): Day => addDays(on, -364)
const yearWords = (on: Day): string => `closed from ${yearBefore(on)} to ${on}`

const share = (k: readonly DealState[], n: readonly DealState[], words: string): Reading => ({
  value: n.length > 0 ? k.length / n.length : null,
  n: `${k.length}/${n.length}`,
  count: n.length,
  formula: `${k.length} of ${n.length} ${words}`,
  deals: k,
})

const openOf = (rows: readonly DealState[]): DealState[] => rows.filter(each => each.state === 'open')

const specs: readonly Spec[] = [
  {
    key: 'won',
    label: 'Won',
    kind: 'money',
    peers: 'mean',
    past: true,
    of: (rows, period, on, { facts }) => {
      const deals = wonIn(rows, period.first, on)
      const words = `won from ${period.first} to ${on}`
      const formula = `${deals.length} deals ${words}, together ${formatMinor(sumOf(deals), facts.currency)}`
      return { value: sumOf(deals), n: String(deals.length), count: deals.length, formula, deals }
    },
  },
  {
    key: 'wonCount',
    label: 'Deals won',
    kind: 'whole',
    peers: 'mean',
    past: true,
    of: (rows, period, on) => {
      const deals = wonIn(rows, period.first, on)
      const formula = `${deals.length} deals won from ${period.first} to ${on}`
      return { value: deals.length, n: String(deals.length), count: deals.length, formula, deals }
    },
  },
  {
    key: 'winRatio',
    label: 'Win ratio, 12 months',
    kind: 'percent',
    peers: 'pooled',
    past: true,
    least: ({ facts }) => facts.states.settings.minWinRateN,
    of: (rows, _period, on) => {
      const decided = closedIn(rows, yearBefore(on), on).filter(each => each.state !== 'disqualified')
      return share(
        decided.filter(each => each.state === 'won'),
        decided,
        `won, lost or without decision were won, ${yearWords(on)}`,
      )
    },
  },
  {
    key: 'meanWon',
    label: 'Mean won deal, 12 months',
    kind: 'money',
    peers: 'pooled',
    past: true,
    least: ({ facts }) => facts.states.settings.minAverageN,
    of: (rows, _period, on, { facts }) => {
      const deals = wonIn(rows, yearBefore(on), on)
      const sum = formatMinor(sumOf(deals), facts.currency)
      return {
        value: deals.length > 0 ? Math.round(sumOf(deals) / deals.length) : null,
        n: String(deals.length),
        count: deals.length,
        formula: `${sum} / ${deals.length} deals ${yearWords(on)}`,
        deals,
      }
    },
  },
  {
    key: 'cycle',
    label: 'Days to win, median of 12 months',
    kind: 'whole',
    peers: 'pooled',
    past: true,
    least: ({ facts }) => facts.states.settings.minDurationN,
    of: (rows, _period, on) => {
      const deals = wonIn(rows, yearBefore(on), on).filter(each => each.age.kind === 'known')
      const days = deals.flatMap(each => (each.age.kind === 'known' ? [each.age.days] : []))
      return {
        value: quantileOf(days, 0.5),
        n: String(days.length),
        count: days.length,
        formula: `middle of ${days.length} deals won, ${yearWords(on)}`,
        deals,
      }
    },
  },
  {
    key: 'created',
    label: 'New opportunities',
    kind: 'whole',
    peers: 'mean',
    past: true,
    of: (rows, period, on) => {
      const deals = rows.filter(each => each.start !== null && each.start >= period.first && each.start <= on)
      const formula = `${deals.length} deals begun from ${period.first} to ${on}`
      return { value: deals.length, n: String(deals.length), count: deals.length, formula, deals }
    },
  },
  ...(['qualified', 'real'] as const).map((kind): Spec => ({
    key: kind,
    label: kind === 'qualified' ? 'Open, qualified' : 'Open, real but not qualified',
    kind: 'money',
    peers: 'mean',
    past: false,
    of: (rows, _period, _on, { facts }) => {
      const deals = openOf(rows).filter(each => each.class.kind === kind)
      return {
        value: sumOf(deals),
        n: String(deals.length),
        count: deals.length,
        formula: `${deals.length} open deals of class ${kind}, together ${formatMinor(sumOf(deals), facts.currency)}`,
        deals,
      }
    },
  })),
  {
    key: 'weighted',
    label: 'Weighted by the matrix',
    kind: 'money',
    peers: 'mean',
    past: false,
    of: (rows, _period, _on, { facts }) => {
      const deals = openOf(rows).filter(each => (facts.forecast.get(each.id)?.p ?? 0) > 0)
      const value = deals.reduce((sum, each) => sum + (facts.forecast.get(each.id)?.weighted ?? 0), 0)
      return {
        value: Math.round(value),
        n: String(deals.length),
        count: deals.length,
        formula: `amount × probability, summed over ${deals.length} deals that count`,
        deals,
      }
    },
  },
  ...stillSpecs(),
]

function stillSpecs(): readonly Spec[] {
  const rows: readonly (readonly [string, string, (each: DealState) => boolean | null, string])[] = [
    ['stuck', 'Stuck deals', each => each.stuck.is, 'deals in work have made no progress for too long'],
    ['stale', 'Stale deals', each => each.stale.is, 'deals in work have not been touched for too long'],
    [
      'noNextStep',
      'Without a next step of the buyer',
      each => each.noNextStep,
      'deals in work have no dated next step of the buyer',
    ],
    [
      'deadByAge',
      'Older than any deal that closed',
      each => each.deadByAge,
      'deals in work are older than the oldest closed one',
    ],
  ]
  return rows.map(([key, label, judge, words]) => ({
    key,
    label,
    kind: 'percent',
    peers: 'pooled',
    past: false,
    of: all => {
      const judged = all.filter(each => isInWork(each) && judge(each) !== null)
      return share(judged.filter(judge), judged, words)
    },
  }))
}

/** All figures of a rep. */
export function scorecard(rep: RepFacts): readonly Metric[] {
  const [now] = rep.facts.periods
  if (!now) return []
  const { asOf } = rep.facts
  return specs.map(spec => {
    const read = spec.of(rep.rows, now, asOf, rep)
    const least = spec.least?.(rep) ?? 0
    const small = read.count < least
    return {
      key: spec.key,
      label: spec.label,
      kind: spec.kind,
      objective: spec.key === 'won' ? quotaOf(rep, now) : null,
      result: read.value,
      peer: peerLevel(spec, rep, now, asOf),
      trend: rep.facts.past.map(period =>
        spec.past ? spec.of(rep.rows, period, earlierDay(period.last, asOf), rep).value : null,
      ),
      n: read.n,
      comment:
        read.value === null
          ? 'Cannot be judged: no data'
          : small
            ? `Only ${read.count}, fewer than ${least}: too few to judge by`
            : null,
      formula: read.formula,
      deals: read.deals.map(each => each.id),
    }
  })
}

/** The quota of a rep for a quarter: the quarter's own, else the sum of its months; null without one. */
export function quotaOf({ region, rep }: Pick<RepFacts, 'region' | 'rep'>, period: Period): number | null {
  const own = region.where('quota', 'rep', rep.id).filter(each => each.measure !== 'units')
  const exact = own.filter(each => each.period === period.key)
  if (exact.length > 0) return exact.reduce((sum, each) => sum + each.amount, 0)
  const months = own.filter(
    each =>
      /^\d{4}-\d{2}$/.test(each.period) &&
      each.period >= period.first.slice(0, 7) &&
      each.period <= period.last.slice(0, 7),
  )
  return months.length > 0 ? months.reduce((sum, each) => sum + each.amount, 0) : null
}

function peerLevel(spec: Spec, rep: RepFacts, period: Period, on: Day): number | null {
  if (rep.peers.length === 0) return null
  if (spec.peers === 'pooled') return spec.of(rep.peers.flat(), period, on, rep).value
  const values = rep.peers.map(each => spec.of(each, period, on, rep).value ?? 0)
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  return spec.kind === 'whole' ? Number(mean.toFixed(1)) : Math.round(mean)
}
