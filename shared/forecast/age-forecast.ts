/** The reference forecast of section 5.6: chances by age alone, plus the new business of an average month. */
import { type Day, daysBetween } from '../base/day'
import { type Period, shiftPeriod } from '../base/fiscal'
import { type BacktestForecast, type Fact, type Held, stateOf } from './backtest'

/** Fields that the age forecast reads: `created` (its day counts), `amount`, `won` (its value is the won amount) and `lost`. */
const fields = { created: 'created', amount: 'amount', won: 'won', lost: 'lost' } as const

/** A deal as the age forecast sees it; amounts as known while open, and as won. */
export interface AgedDeal {
  readonly id: string
  /** What it is broken down by: the facts `owner` and `product` as known. */
  readonly owner: string
  readonly product: string
  readonly created: Day
  readonly closed: Day | null
  readonly won: boolean
  readonly amount: number
  readonly wonAmount: number
}

const numberOf = (held: Held | undefined): number => (typeof held?.value === 'number' ? held.value : 0)

const textOf = (held: Held | undefined): string => (typeof held?.value === 'string' ? held.value : '')

/** Read once per list of facts: a backtest asks for the same list for every figure. */
const read = new WeakMap<readonly Fact[], readonly AgedDeal[]>()

/** Deals with a creation day, from the facts given. */
export function agedDeals(facts: readonly Fact[]): readonly AgedDeal[] {
  let deals = read.get(facts)
  if (!deals) read.set(facts, (deals = readDeals(facts)))
  return deals
}

function readDeals(facts: readonly Fact[]): AgedDeal[] {
  return [...stateOf(facts)].flatMap(([id, state]) => {
    const created = state.get(fields.created)?.since
    if (created === undefined) return []
    const won = state.get(fields.won)
    const closed = won?.since ?? state.get(fields.lost)?.since ?? null
    return [
      {
        id,
        owner: textOf(state.get('owner')),
        product: textOf(state.get('product')),
        created,
        closed,
        won: won !== undefined,
        amount: numberOf(state.get(fields.amount)),
        wonAmount: numberOf(won),
      },
    ]
  })
}

/** Daily chances of winning and losing by age in days. */
interface DailyHazards {
  readonly won: readonly number[]
  readonly lost: readonly number[]
}

/** The chance of a deal that is open at `age` days to be won within the next `days`. */
export function wonWithin({ won, lost }: DailyHazards, age: number, days: number): number {
  let [open, sum] = [1, 0]
  for (let a = age + 1; a <= age + days && open > 0 && a < won.length; a++) {
    sum += open * (won[a] ?? 0)
    open *= 1 - (won[a] ?? 0) - (lost[a] ?? 0)
  }
  return sum
}

/** Daily chances of winning and losing by age in days, open deals censored at `asOf`. */
export function dailyHazards(deals: readonly AgedDeal[], asOf: Day): DailyHazards {
  const ages = deals.map(d => daysBetween(d.created, d.closed ?? asOf))
  const size = ages.reduce((most, a) => Math.max(most, a), 0) + 1
  const [atRisk, won, lost] = [
    new Array<number>(size).fill(0),
    new Array<number>(size).fill(0),
    new Array<number>(size).fill(0),
  ]
  deals.forEach((deal, i) => {
    const age = Math.max(0, ages[i] as number)
    atRisk[age] = (atRisk[age] as number) + 1
    if (deal.closed === null) return
    const list = deal.won ? won : lost
    list[age] = (list[age] as number) + 1
  })
  for (let age = size - 2; age >= 0; age--)
    atRisk[age] = (atRisk[age] as number) + (atRisk[age + 1] as number)
  const share = (list: number[]): number[] => list.map((n, age) => n / Math.max(1, atRisk[age] as number))
  return { won: share(won), lost: share(lost) }
}

/**
 * Section 5.6: open deals at their amount times the chance to be won by the end of `period` given their age, plus the mean
 * over the three months before of the value created and won inside one month.
 */
export function ageForecast(known: readonly Fact[], origin: Day, period: Period): BacktestForecast {
  const deals = agedDeals(known)
  const hazards = dailyHazards(deals, origin)
  const days = daysBetween(origin, period.last)
  const chances = new Map<number, number>()
  const chance = (age: number): number => {
    const kept = chances.get(age)
    if (kept !== undefined) return kept
    const won = wonWithin(hazards, age, days)
    chances.set(age, won)
    return won
  }
  let open = 0
  for (const deal of deals)
    if (deal.closed === null) open += deal.amount * chance(daysBetween(deal.created, origin))
  let recent = 0
  for (let back = 1; back <= 3; back++) {
    const month = shiftPeriod(period, -back)
    for (const d of deals)
      if (
        d.won &&
        d.closed !== null &&
        d.created >= month.first &&
        d.closed <= month.last &&
        d.created <= month.last
      )
        recent += d.wonAmount
  }
  return { open, newBusiness: recent / 3 }
}

/** The figure to warn of: win ratio of closed deals times everything open, whenever it may close. */
export function naiveForecast(known: readonly Fact[]): BacktestForecast {
  const deals = agedDeals(known)
  const closed = deals.filter(d => d.closed !== null)
  const ratio = closed.length > 0 ? closed.filter(d => d.won).length / closed.length : 0
  const open = deals.reduce((sum, d) => sum + (d.closed === null ? d.amount : 0), 0)
  return { open: ratio * open, newBusiness: 0 }
}

const wonAmounts = (facts: readonly Fact[], period: Period, createdBy: Day | null): number =>
  agedDeals(facts).reduce(
    (sum, d) =>
      d.won &&
      d.closed !== null &&
      d.closed >= period.first &&
      d.closed <= period.last &&
      (createdBy === null || d.created <= createdBy)
        ? sum + d.wonAmount
        : sum,
    0,
  )

/** Won amounts of deals closed in a period. */
export const wonIn = (facts: readonly Fact[], period: Period): number => wonAmounts(facts, period, null)

/** Won amounts of deals closed in a period that existed at `origin` already. */
export const wonFromOpen = (facts: readonly Fact[], period: Period, origin: Day): number =>
  wonAmounts(facts, period, origin)
