/** A region's history as dated facts for backtests: what happened when, and when it was learned (CV-2, FC-25). */
import type { Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import type { Source } from '../model/field'
import type { DealState, DealStates } from '../process/deal-state'
import { dealValue } from '../process/deal-value'
import type { Region } from '../region/region'
import type { Fact } from './backtest'

/** The facts, and what had to be taken as given because the data do not say. */
export interface RegionFacts {
  readonly facts: readonly Fact[]
  readonly deals: number
  /** Deals without any date: no forecast of the past can place them. */
  readonly undated: number
  /** Facts that came by import without a time of recording: each counts as known on the day on which it happened. */
  readonly recordedAsHappened: number
  /** Deals without a history of amounts: list price or lines; where there is neither, the amount as it is now. */
  readonly listPriced: number
  readonly amountAsNow: number
}

/** When a fact was learned: an import tells what had long been known elsewhere, a person records what is new. */
const learnedOn = (source: Source, recordedAt: string, happened: Day): Day => {
  const day = recordedAt.slice(0, 10) as Day
  return source === 'import' || day < happened ? happened : day
}

/** The facts of every dated deal; amounts in minor units of the region's currency, never the amount that was won. */
export function regionFacts(region: Region, states: DealStates): RegionFacts {
  const facts: Fact[] = []
  const count = { deals: 0, undated: 0, recordedAsHappened: 0, listPriced: 0, amountAsNow: 0 }
  const product = (id: RecordOf<'opportunity'>['product']) => region.get('product', id)
  for (const row of states.rows) {
    const { deal, start } = row
    if (start === null) {
      count.undated++
      continue
    }
    count.deals++
    const add = (field: string, value: Fact['value'], happened: Day, source: Source, at: string): void => {
      const recordedAt = learnedOn(source, at, happened)
      if (source === 'import') count.recordedAsHappened++
      facts.push({ deal: row.id, field, value, occurredAt: happened, recordedAt })
    }
    const history = (states.links.facts.get(row.id) ?? [])
      .slice()
      .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1))
    const { source, createdAt } = deal
    add('created', 1, start, source, createdAt)
    const inHome = (amount: number | null, plain: boolean): number | null =>
      dealValue(
        { ...deal, amount: amount as typeof deal.amount },
        false,
        { lines: plain ? [] : (states.links.lines.get(row.id) ?? []), product, rates: states.rates },
        start,
      ).amount
    const amounts = history.filter(each => each.field === 'amount')
    const [first] = amounts
    if (first && typeof first.before === 'number')
      add('amount', inHome(first.before, true), start, source, createdAt)
    else {
      const list = inHome(null, false)
      if (list !== null) count.listPriced++
      else if (deal.amount !== null) count.amountAsNow++
      add('amount', list ?? inHome(deal.amount, true), start, source, createdAt)
    }
    for (const each of amounts)
      if (typeof each.value === 'number')
        add('amount', inHome(each.value, true), each.occurredOn, each.source, each.recordedAt)
    const names = (field: 'owner' | 'product', now: string | null): void => {
      const own = history.filter(each => each.field === field)
      const before = own[0]?.before
      add(field, own.length > 0 ? (typeof before === 'string' ? before : '') : now, start, source, createdAt)
      for (const each of own)
        if (typeof each.value === 'string')
          add(field, each.value, each.occurredOn, each.source, each.recordedAt)
    }
    names('owner', deal.owner)
    names('product', deal.product)
    close(row, history, add)
  }
  return { facts, ...count }
}

/** A close is learned when the state was last set; one that came closed, when the deal came. */
function close(
  { state, deal, value }: DealState,
  history: readonly RecordOf<'oppFact'>[],
  add: (field: string, value: Fact['value'], happened: Day, source: Source, at: string) => void,
): void {
  if (state === 'open' || deal.closedOn === null) return
  const told = history.findLast(each => each.field === 'state')
  add(
    state === 'won' ? 'won' : 'lost',
    state === 'won' ? (value.amount ?? 0) : 1,
    deal.closedOn,
    told?.source ?? deal.source,
    told?.recordedAt ?? deal.createdAt,
  )
}
