/** One record per deal with everything that section 6 asks about it: what the pipeline grid shows and its measures count. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'
import type { Settings } from '../region/settings'
import { stateAt } from './deal-age'
import { closedAge, familyOf, groundOf, judgeDeal, type DealState, type Ground } from './deal-judge'
import { dealLinks, type ByDeal, type DealLinks } from './deal-links'
import { statusReader, type DealStatus, type StatusReader } from './deal-status'
import { DealTimes, type DealTime } from './deal-times'
import type { Rates } from './rates'
import { AgeLimits, StuckLimits } from './still-limits'
import { closedTimes } from './won-times'

export type { DealState } from './deal-judge'

/** All deals of a region as of a day, with what their judgement rests on. */
export interface DealStates {
  readonly asOf: Day
  readonly rows: readonly DealState[]
  readonly byId: ByDeal<DealState>
  readonly rates: Rates
  readonly settings: Settings
  readonly ageLimits: AgeLimits
  readonly stuckLimits: StuckLimits
  readonly statuses: StatusReader
  readonly links: DealLinks
  /** False where stale cannot be judged because nothing was imported to judge it by (A13). */
  readonly anyActivity: boolean
  readonly anyNextStep: boolean
  /** How long closed deals took, and what else deals were judged by: enough to judge some of them anew. */
  readonly times: DealTimes
  readonly ground: Ground
  readonly places: Places
}

/** Where in the rows each deal is; worked out when first asked for. */
export class Places {
  private known: ReadonlyMap<Id<'opportunity'>, number> | null = null

  constructor(private readonly rows: readonly DealState[]) {}

  /** The place of a deal, from 0; undefined for a deal that is not there. */
  of(deal: Id<'opportunity'>): number | undefined {
    this.known ??= new Map(this.rows.map((row, at) => [row.id, at]))
    return this.known.get(deal)
  }
}

/** Derives the state of every deal that is there as of a day, open and closed; nothing is stored. */
export function dealStates(region: Region, asOf: Day): DealStates {
  const steps = dealStateSteps(region, asOf)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Deals judged in one step. */
const stride = 200

/** What `dealStates` does in steps of some deals, so that a window may answer in between. */
export function* dealStateSteps(region: Region, asOf: Day): Generator<void, DealStates> {
  const ground = groundOf(region, asOf)
  const { settings, calendar, measure } = ground
  const links = dealLinks(region, asOf)
  const statuses = statusReader(region, links, calendar, { asOf, knownBy: null })
  const times: DealTime[] = []
  const here: { deal: RecordOf<'opportunity'>; state: DealState['state']; status: DealStatus }[] = []
  let done = 0
  for (const deal of region.all('opportunity')) {
    if (++done % stride === 0) yield
    const state = stateAt(deal, asOf)
    if (state === 'absent') continue
    const status = statuses.of(deal)
    here.push({ deal, state, status })
    if (state === 'open') continue
    const closed = {
      deal,
      state,
      status,
      age: closedAge(ground, deal, state),
      family: familyOf(ground, deal),
    }
    times.push(...closedTimes(closed, links.facts.get(deal.id) ?? [], calendar, measure))
  }
  const closed = DealTimes.of(times)
  const limits = limitsFrom(ground, closed)
  const rows: DealState[] = []
  for (const { deal, state, status } of here) {
    rows.push(judgeDeal(ground, deal, state, status, links, limits))
    if (rows.length % stride === 0) yield
  }
  return {
    asOf,
    rows,
    byId: new Map(rows.map(row => [row.id, row])),
    rates: ground.rates,
    settings,
    ageLimits: limits.ages,
    stuckLimits: limits.stuck,
    statuses,
    links,
    anyActivity: links.anyActivity,
    anyNextStep: links.anyNextStep,
    times: closed,
    ground,
    places: new Places(rows),
  }
}

/** The limits that the times of closed deals set. */
export const limitsFrom = (
  { settings, stepDays }: Ground,
  times: DealTimes,
): { readonly ages: AgeLimits; readonly stuck: StuckLimits } => ({
  ages: new AgeLimits(times, settings.minAgeN),
  stuck: new StuckLimits(times, settings, stepDays),
})
