/** What packs and the coaching screen rest on: every deal's state, its forecast and the quarters looked at, derived once. */
import type { Day } from '../base/day'
import { periodOf, shiftPeriod, type Period } from '../base/fiscal'
import type { Id } from '../base/id'
import type { CurrencyCode } from '../base/money'
import { peersOf } from '../coaching/roam-levels'
import { businessClock } from '../forecast/business-clock'
import { forecastDeals, type DealForecast, type ForecastDeal } from '../forecast/deal-forecast'
import type { RegionForecast } from '../forecast/region-forecast'
import { startingMatrix } from '../forecast/starting-values'
import { dealStates, type DealState, type DealStates } from '../process/deal-state'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'
import { regionCalendar } from '../region/settings'

/** Derived facts of a region as of a day. */
export interface PackFacts {
  readonly asOf: Day
  readonly currency: CurrencyCode
  readonly states: DealStates
  /** The forecast of open deals by their id. */
  readonly forecast: ReadonlyMap<string, DealForecast>
  /** The fiscal quarter of the as-of date, and the two after it. */
  readonly periods: readonly Period[]
  /** The three quarters before, the oldest first. */
  readonly past: readonly Period[]
  /** True where deals are forecast by their CRM stage alone (FC-5c). */
  readonly byStage: boolean
  /** Deals of each rep, open and closed. */
  readonly byOwner: ReadonlyMap<string, readonly DealState[]>
}

/**
 * Derives the facts; `states` may be known already, and so may the region's forecast by quarters from the as-of date on,
 * each deal under the version in force for it. Without it deals are forecast by the values that ship.
 */
export function packFacts(
  region: Region,
  asOf: Day,
  given: { readonly states?: DealStates; readonly forecast?: RegionForecast } = {},
): PackFacts {
  const { states = dealStates(region, asOf) } = given
  const start = states.settings.fiscalStart
  const now = periodOf(asOf, 'quarter', start)
  const periods = [now, shiftPeriod(now, 1, start), shiftPeriod(now, 2, start)]
  const deals = given.forecast?.rows.map(each => each.forecast) ?? shippedForecast(region, states, periods)
  const byOwner = new Map<string, DealState[]>()
  for (const row of states.rows) {
    const key = row.owner?.id ?? ''
    const list = byOwner.get(key)
    if (list) list.push(row)
    else byOwner.set(key, [row])
  }
  return {
    asOf,
    currency: states.rates.home,
    states,
    forecast: new Map(deals.map(each => [each.deal.id, each])),
    periods,
    past: [-3, -2, -1].map(by => shiftPeriod(now, by, start)),
    byStage: given.forecast?.rows.some(each => each.basis === 'stage') ?? false,
    byOwner,
  }
}

const shippedForecast = (
  region: Region,
  states: DealStates,
  periods: readonly Period[],
): readonly DealForecast[] =>
  forecastDeals(
    states.rows.filter(each => each.state === 'open').map(forecastInput),
    startingMatrix(),
    businessClock(regionCalendar(region), states.asOf),
    periods,
    { leaveOutSuspects: !states.settings.suspectsInForecast },
  ).deals

const forecastInput = (state: DealState): ForecastDeal => ({
  id: state.id,
  amount: state.value.amount ?? 0,
  b: state.status.buying,
  s: state.status.selling,
  enteredCellAt: state.status.enteredOn,
  buyerDate: state.deal.decisionDate,
  suspect: state.class.kind === 'suspect',
  closedOff: state.disposition.state === 'disqualified' || state.disposition.state === 'archived',
  postponedTo: state.disposition.state === 'postponed' ? state.disposition.revisitOn : null,
})

/** The facts about one rep that sheets and screens are built from. */
export interface RepFacts {
  readonly region: Region
  readonly rep: RecordOf<'rep'>
  readonly facts: PackFacts
  readonly rows: readonly DealState[]
  readonly open: readonly DealState[]
  /** The manager's other reps who decided a deal in the quarter (CO-4), with all their deals; those with deals where none did. */
  readonly peers: readonly (readonly DealState[])[]
}

/** The facts of one rep; peers are the manager's other reps. */
export function repFacts(region: Region, rep: RecordOf<'rep'>, facts: PackFacts): RepFacts {
  const rows = facts.byOwner.get(rep.id) ?? []
  return {
    region,
    rep,
    facts,
    rows,
    open: rows.filter(each => each.state === 'open'),
    peers: peerIds(region, rep, facts).flatMap(each => {
      const theirs = facts.byOwner.get(each)
      return theirs ? [theirs] : []
    }),
  }
}

/** The peers of CO-4 for the quarter of the as-of date; early in a quarter, when nobody has decided anything, all of the manager's others. */
function peerIds(region: Region, rep: RecordOf<'rep'>, facts: PackFacts): readonly Id<'rep'>[] {
  const [period] = facts.periods
  const found = period ? peersOf(region, facts.states, rep.id, period) : []
  if (found.length > 0) return found
  return region
    .all('rep')
    .filter(each => each.active && each.id !== rep.id && each.manager === rep.manager)
    .map(each => each.id)
}
