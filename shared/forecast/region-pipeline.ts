/** A region's open deals as the forecast needs them: amount, cell, clock, the buyer's date and the version in force. */
import type { WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { Region } from '../region/region'
import { regionCalendar } from '../region/settings'
import type { DealState as DealRow, DealStates } from '../process/deal-state'
import type { MissingRate } from '../process/rates'
import { totalValue } from '../process/deal-value'
import type { ForecastDeal } from './deal-forecast'
import type { Scope } from './matrix-version'
import {
  matrixInForce,
  type MatrixBook,
  type NamedMatrix,
  startingVersion,
  storedMatrices,
} from './region-matrix'
import { stageCalendar, stageMatrix } from './region-stages'

/** What a deal's cell rests on (FC-5): recorded events, the stage mapping, the stage itself, or nothing at all. */
export type CellBasis = 'events' | 'mapping' | 'stage' | 'start'

/** An open deal with what the forecast makes of it. */
export interface RegionDeal {
  readonly row: DealRow
  readonly deal: ForecastDeal
  /** Null where no approved version fits (FC-W11). */
  readonly version: NamedMatrix | null
  readonly basis: CellBasis
  /** Counted apart in every total (CV-3): at least one side of the cell is not backed by events. */
  readonly assumed: boolean
  readonly scope: Scope
}

/** All open deals as of a day, and what keeps their total from being formed. */
export interface RegionPipeline {
  readonly asOf: Day
  readonly deals: readonly RegionDeal[]
  readonly book: MatrixBook
  readonly calendar: WorkCalendar
  readonly stageCalendar: WorkCalendar
  /** CV-7: rates that are missing; while there is one no total is shown. */
  readonly blockedBy: readonly MissingRate[]
  /** Deals without any value; they count as 0 and are said. */
  readonly unvalued: readonly RegionDeal[]
}

/** The versions of a region to choose from; the stage matrix is worked out when first asked for. */
export function matrixBook(region: Region, states: DealStates): MatrixBook {
  let ofStages: NamedMatrix | null = null
  return {
    stored: storedMatrices(region),
    starting: startingVersion(region, states.settings),
    ofStages: () => (ofStages ??= stageMatrix(region, states)),
  }
}

/** True where deals are forecast by their CRM stage alone: by setting, or as long as neither events nor a mapping say more (FC-5c). */
export function usesStages(states: DealStates): boolean {
  const { stageMatrices } = states.settings
  if (stageMatrices === 'always') return true
  if (stageMatrices === 'never') return false
  return !states.rows.some(row => row.state === 'open' && row.status.basis !== 'none')
}

/** The scope that a deal's version is resolved by (section 5.4). */
export function scopeOfDeal(region: Region, row: DealRow): Scope {
  const version = region.get('salesCycleVersion', row.plan?.version)
  return {
    region: row.owner?.region ?? null,
    product: row.family,
    market: row.deal.targetMarket,
    cycle: region.get('salesCycle', version?.cycle)?.key ?? null,
  }
}

/** FC-11: what the forecast needs of a deal besides its cell. */
const plainDeal = (row: DealRow): Omit<ForecastDeal, 'b' | 's' | 'enteredCellAt'> => ({
  id: row.id,
  amount: row.value.amount ?? 0,
  buyerDate: row.deal.decisionDate,
  suspect: row.class.kind === 'suspect',
  closedOff: row.disposition.state === 'disqualified' || row.disposition.state === 'archived',
  postponedTo: row.disposition.state === 'postponed' ? row.disposition.revisitOn : null,
})

/** FC-4, FC-5, FC-9, FC-11: the open deals of a region as of the day of its states. */
export function regionPipeline(region: Region, states: DealStates): RegionPipeline {
  const { asOf } = states
  const book = matrixBook(region, states)
  const byStage = usesStages(states)
  const found = new Map<string, NamedMatrix | null>()
  const versionFor = (statusSet: string, scope: Scope): NamedMatrix | null => {
    const key = JSON.stringify([statusSet, scope.region, scope.product, scope.market, scope.cycle])
    const known = found.get(key)
    if (known !== undefined) return known
    const version = matrixInForce(book, byStage ? 'stage' : 'event', statusSet, scope, asOf)
    found.set(key, version)
    return version
  }
  const deals = states.rows
    .filter(row => row.state === 'open')
    .map((row): RegionDeal => {
      const scope = scopeOfDeal(region, row)
      const version = versionFor(states.statuses.setOf(row.deal), scope)
      if (byStage) {
        const s = row.deal.stage === null ? -1 : (version?.columns.indexOf(row.deal.stage) ?? -1)
        const enteredCellAt = row.deal.stageSince ?? row.start
        return {
          row,
          deal: { ...plainDeal(row), b: 0, s, enteredCellAt },
          version,
          basis: 'stage',
          assumed: true,
          scope,
        }
      }
      const { buying, selling, basis, assumed, enteredOn } = row.status
      return {
        row,
        deal: { ...plainDeal(row), b: buying, s: selling, enteredCellAt: enteredOn },
        version,
        basis: basis === 'events' ? 'events' : basis === 'stage' ? 'mapping' : 'start',
        assumed,
        scope,
      }
    })
  const total = totalValue(deals.map(each => each.row.value))
  return {
    asOf,
    deals,
    book,
    calendar: regionCalendar(region),
    stageCalendar: stageCalendar(region, states),
    blockedBy: total.blockedBy,
    unvalued: deals.filter(each => each.row.value.amount === null && each.row.value.problem === null),
  }
}
