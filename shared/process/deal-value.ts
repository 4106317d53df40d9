/** What a deal is worth in the region's currency: won amount, amount, lines or list price, in this order. */
import type { Day } from '../base/day'
import type { CurrencyCode, Minor } from '../base/money'
import type { RecordOf } from '../model/catalog'
import { exchangeDay, type MissingRate, type Rates } from './rates'

/** Where a deal's value comes from; `list` is an assumption (CV-3). */
type ValueBasis = 'won' | 'amount' | 'lines' | 'list'

/** A deal's value in minor units of the region's currency; null where nothing gives one or a rate is missing. */
export interface DealValue {
  readonly amount: Minor | null
  readonly basis: ValueBasis | null
  readonly problem: MissingRate | null
}

/** What a deal's value is read from besides the deal. */
interface ValueParts {
  readonly lines: readonly RecordOf<'oppLine'>[]
  /** The product of a deal or line by id. */
  readonly product: (id: RecordOf<'opportunity'>['product']) => RecordOf<'product'> | null
  readonly rates: Rates
}

type Sum = { amount: Minor; currency: CurrencyCode | null }[]

function lineParts(lines: readonly RecordOf<'oppLine'>[], parts: ValueParts): Sum {
  return lines.flatMap(line => {
    const product = parts.product(line.product)
    const price = line.price ?? product?.listPrice ?? null
    const currency = line.currency ?? (line.price === null ? (product?.currency ?? null) : null)
    if (line.amount !== null) return [{ amount: line.amount, currency }]
    return price === null ? [] : [{ amount: Math.round(price * line.quantity), currency }]
  })
}

/** The value of a deal; `won` says whether it is won as of the day. */
export function dealValue(
  deal: RecordOf<'opportunity'>,
  won: boolean,
  parts: ValueParts,
  asOf: Day,
): DealValue {
  const currency = deal.currency
  if (won && deal.wonAmount !== null)
    return inHome([{ amount: deal.wonAmount, currency }], 'won', deal, parts.rates, asOf)
  if (deal.amount !== null)
    return inHome([{ amount: deal.amount, currency }], 'amount', deal, parts.rates, asOf)
  const lines = lineParts(parts.lines, parts)
  if (lines.length > 0)
    return inHome(
      lines.map(line => ({ ...line, currency: line.currency ?? currency })),
      'lines',
      deal,
      parts.rates,
      asOf,
    )
  const product = parts.product(deal.product)
  return product && product.listPrice !== null
    ? inHome(
        [{ amount: product.listPrice, currency: product.currency ?? currency }],
        'list',
        deal,
        parts.rates,
        asOf,
      )
    : { amount: null, basis: null, problem: null }
}

function inHome(
  parts: Sum,
  basis: ValueBasis,
  deal: RecordOf<'opportunity'>,
  rates: Rates,
  asOf: Day,
): DealValue {
  const on = exchangeDay(deal.closedOn, asOf)
  let total = 0
  for (const { amount, currency } of parts) {
    const home = rates.convert(amount, currency, on)
    if (!home.ok) return { amount: null, basis, problem: home.problem }
    total += home.value
  }
  return { amount: total, basis, problem: null }
}

/** A total that is refused while a rate is missing (CV-7), with the deals and currencies that block it. */
export interface ValueTotal {
  readonly amount: Minor | null
  readonly counted: number
  /** Deals without any value; they are not in the sum. */
  readonly unvalued: number
  readonly blockedBy: readonly MissingRate[]
}

/** Sums values; a missing rate blocks the sum, a deal without a value is counted beside it. */
export function totalValue(values: Iterable<DealValue>): ValueTotal {
  let amount = 0
  let counted = 0
  let unvalued = 0
  const blocked = new Map<string, MissingRate>()
  for (const value of values) {
    if (value.problem) blocked.set(`${value.problem.currency}/${value.problem.on}`, value.problem)
    else if (value.amount === null) unvalued++
    else {
      amount += value.amount
      counted++
    }
  }
  return { amount: blocked.size > 0 ? null : amount, counted, unvalued, blockedBy: [...blocked.values()] }
}
