/** The levels that ROAM compares (CO-3, CO-4): a rep's own in a period and that of the peers, with prices split from mix. */
import type { Period } from '../base/fiscal'
import type { Id } from '../base/id'
import { listValue } from '../process/concentration'
import type { DealState, DealStates } from '../process/deal-state'
import { isDecided } from '../process/win-ratio'
import type { Region } from '../region/region'
import type { Level } from './roam-decomposition'

/** What was decided and won in a period by one rep or several. */
export interface Results extends Level {
  readonly reps: number
  readonly won: number
  readonly revenue: number
  /** Mean list price of won deals; null without list prices. */
  readonly listMean: number | null
  /** Won over list value; null without list prices. */
  readonly realisation: number | null
  readonly deals: readonly Id<'opportunity'>[]
}

/** Results of the deals that closed in a period; with several reps, N is the mean per rep. */
export function resultsOf(
  region: Region,
  states: DealStates,
  period: Period,
  reps: readonly Id<'rep'>[],
): Results {
  const wanted = new Set<string>(reps)
  const rows = states.rows.filter(
    row => row.owner !== null && wanted.has(row.owner.id) && isDecided(row) && closedIn(row, period),
  )
  const won = rows.filter(row => row.state === 'won')
  const revenue = won.reduce((sum, row) => sum + (row.value.amount ?? 0), 0)
  const listed = won.flatMap(row => {
    const list = listValue(row, states, region)
    return list === null || row.value.amount === null ? [] : [{ list, won: row.value.amount }]
  })
  const list = listed.reduce((sum, each) => sum + each.list, 0)
  return {
    reps: reps.length,
    n: reps.length > 0 ? rows.length / reps.length : 0,
    w: rows.length > 0 ? won.length / rows.length : 0,
    v: won.length > 0 ? revenue / won.length : 0,
    won: won.length,
    revenue,
    listMean: listed.length > 0 ? list / listed.length : null,
    realisation: list > 0 ? listed.reduce((sum, each) => sum + each.won, 0) / list : null,
    deals: rows.map(row => row.id),
  }
}

const closedIn = (row: DealState, period: Period): boolean =>
  row.deal.closedOn !== null && row.deal.closedOn >= period.first && row.deal.closedOn <= period.last

/** The peers of a rep (CO-4): the other reps of the same manager who decided a deal in the period. */
export function peersOf(
  region: Region,
  states: DealStates,
  rep: Id<'rep'>,
  period: Period,
): readonly Id<'rep'>[] {
  const manager = region.get('rep', rep)?.manager ?? null
  const active = new Set(
    states.rows.flatMap(row => (isDecided(row) && closedIn(row, period) && row.owner ? [row.owner.id] : [])),
  )
  return region
    .all('rep')
    .filter(each => each.id !== rep && each.manager === manager && active.has(each.id))
    .map(each => each.id)
}
