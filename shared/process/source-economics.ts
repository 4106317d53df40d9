/** Lead source economics (PL-18): cost, leads, opportunities, wins and return by source and period. */
import type { Day } from '../base/day'
import { parsePeriod } from '../base/fiscal'
import type { Id } from '../base/id'
import type { Region } from '../region/region'
import type { DealStates } from './deal-state'
import type { MissingRate } from './rates'
import { inWindow, type Window } from './win-ratio'

/** What a source brought; amounts in minor units of the region's currency. */
interface SourceCounts {
  readonly cost: number
  readonly leads: number
  readonly accepted: number
  readonly qualified: number
  readonly wins: number
  readonly revenue: number
  /** Share of revenue that is margin. */
  readonly marginRate: number
}

/** The economics that follow; null where there is nothing to divide by. */
interface SourceEconomics extends SourceCounts {
  readonly costPerLead: number | null
  readonly costPerAccepted: number | null
  readonly costPerQualified: number | null
  readonly costPerWin: number | null
  readonly margin: number
  /** (margin − cost) / cost. */
  readonly roi: number | null
  /** Too few wins to rank by. */
  readonly thin: boolean
}

const per = (cost: number, n: number): number | null => (n > 0 ? cost / n : null)

/** PL-18 of one source. `minWins` greys the return. */
export function sourceEconomics(counts: SourceCounts, minWins: number): SourceEconomics {
  const margin = counts.revenue * counts.marginRate
  return {
    ...counts,
    costPerLead: per(counts.cost, counts.leads),
    costPerAccepted: per(counts.cost, counts.accepted),
    costPerQualified: per(counts.cost, counts.qualified),
    costPerWin: per(counts.cost, counts.wins),
    margin,
    roi: counts.cost > 0 ? (margin - counts.cost) / counts.cost : null,
    thin: counts.wins < minWins,
  }
}

/** One row of the source table; `source` is null for deals and leads without a source. */
export interface SourceRow extends SourceEconomics {
  readonly source: Id<'leadSource'> | null
  readonly name: string | null
  readonly deals: readonly Id<'opportunity'>[]
}

const acceptedStates: ReadonlySet<string> = new Set(['accepted', 'working', 'converted'])

/** PL-18 of every source in a window: leads and deals by the day they began, wins by their close, costs by their period. */
export function sourceTable(
  region: Region,
  states: DealStates,
  window: Window,
): { readonly rows: readonly SourceRow[]; readonly blockedBy: readonly MissingRate[] } {
  const keys = new Map<Id<'leadSource'> | null, string | null>(
    region.all('leadSource').map(each => [each.id, each.name]),
  )
  keys.set(null, null)
  const blockedBy: MissingRate[] = []
  const rows = [...keys].map(([source, name]): SourceRow => {
    let cost = 0
    let marginRate = states.settings.grossMargin
    for (const each of source ? region.where('sourceCost', 'leadSource', source) : []) {
      const period = parsePeriod(each.period, states.settings.fiscalStart)
      if (!period || !overlaps(period.first, period.last, window)) continue
      const home = states.rates.convert(each.cost, each.currency, period.last)
      if (home.ok) cost += home.value
      else blockedBy.push(home.problem)
      marginRate = each.margin ?? marginRate
    }
    const leads = region.where('lead', 'leadSource', source).filter(each => inWindow(each.createdOn, window))
    const deals = states.rows.filter(row => row.deal.leadSource === source)
    const won = deals.filter(row => row.state === 'won' && inWindow(row.deal.closedOn, window))
    const begun = deals.filter(row => inWindow(row.start, window))
    const counts = {
      cost,
      leads: leads.length,
      accepted: leads.filter(each => acceptedStates.has(each.state)).length,
      qualified: begun.filter(row => row.class.kind === 'qualified' || row.state === 'won').length,
      wins: won.length,
      revenue: won.reduce((sum, row) => sum + (row.value.amount ?? 0), 0),
      marginRate,
    }
    return {
      ...sourceEconomics(counts, states.settings.minAverageN),
      source,
      name,
      deals: [...new Set([...begun, ...won].map(row => row.id))],
    }
  })
  return { rows: rows.filter(row => row.cost + row.leads + row.deals.length > 0), blockedBy }
}

const overlaps = (first: Day, last: Day, window: Window): boolean =>
  (!window.last || first <= window.last) && (!window.first || last >= window.first)
