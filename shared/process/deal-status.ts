/** A deal's buying and sales status: from its events, else assumed from its stage (FC-1 to FC-5). */
import type { WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'
import { startOf } from './deal-age'
import type { DealLinks } from './deal-links'
import { defaultSet } from './default-process'
import { stageMeanings, type StageMeaning } from './stage-meaning'
import { eventStatus, gatesOf, type EventStatus, type Gates, type Knowledge } from './status-gate'

/** What a status rests on: events, the stage mapping (assumed, CV-3), or nothing. */
type StatusBasis = 'events' | 'stage' | 'none'

/** Where a deal stands on both sides. */
export interface DealStatus {
  readonly buying: number
  readonly selling: number
  readonly basis: StatusBasis
  /** True where at least one side is only assumed from the stage. */
  readonly assumed: boolean
  readonly enteredOn: Day | null
  readonly ahead: readonly Id<'eventDef'>[]
  readonly visits: EventStatus['visits']
}

/** Derives the statuses of a region's deals; made once for many deals. */
export interface StatusReader {
  /** The set of statuses that a deal's plan asks for. */
  setOf(deal: RecordOf<'opportunity'>): string
  gates(set: string): Gates
  of(deal: RecordOf<'opportunity'>): DealStatus
  /** The same reader over other events and plans. */
  with(links: Pick<DealLinks, 'events' | 'plans'>): StatusReader
}

/** The set of statuses and events of a deal with these plans: that of its plan's cycle where there is one, else the default set. */
export function statusSetOf(
  region: Region,
  plans: readonly RecordOf<'opportunityPlan'>[] | undefined,
  sets: ReadonlySet<string>,
): string {
  const plan = plans?.find(each => each.version !== null)
  const version = region.get('salesCycleVersion', plan?.version)
  const key = region.get('salesCycle', version?.cycle)?.key
  return key !== undefined && sets.has(key) ? key : defaultSet
}

/** Makes a reader of statuses for a region as of a day and a state of knowledge (CV-2). */
export function statusReader(
  region: Region,
  links: Pick<DealLinks, 'events' | 'plans'>,
  calendar: WorkCalendar,
  knowledge: Knowledge,
): StatusReader {
  const statuses = region.all('statusDef')
  const events = region.all('eventDef')
  const sets = new Set(statuses.map(each => each.set))
  const stages = stageMeanings(region)
  const gateCache = new Map<string, Gates>()
  const gates = (set: string): Gates => {
    let found = gateCache.get(set)
    if (!found) gateCache.set(set, (found = gatesOf(statuses, events, set)))
    return found
  }
  const over = (links: Pick<DealLinks, 'events' | 'plans'>): StatusReader => {
    const setOf = (deal: RecordOf<'opportunity'>): string =>
      statusSetOf(region, links.plans.get(deal.id), sets)
    return {
      setOf,
      gates,
      of(deal) {
        const known = links.events.get(deal.id)
        const stage = deal.stage === null ? undefined : stages.get(deal.stage)
        const start = startOf(deal)
        if (!known) return fromStage(deal, stage, start)
        const found = eventStatus(gates(setOf(deal)), known, start, calendar, knowledge)
        return mixed(found, stage, deal.stageSince ?? start)
      },
      with: over,
    }
  }
  return over(links)
}

function fromStage(
  deal: RecordOf<'opportunity'>,
  stage: StageMeaning | undefined,
  start: Day | null,
): DealStatus {
  const mapped = stage !== undefined && (stage.buying !== null || stage.selling !== null)
  return {
    buying: stage?.buying ?? 0,
    selling: stage?.selling ?? 0,
    basis: mapped ? 'stage' : 'none',
    assumed: mapped,
    enteredOn: deal.stageSince ?? start,
    ahead: [],
    visits: [],
  }
}

/** A side without any event stays where the stage mapping puts it, so that the first event recorded does not throw a deal back. */
function mixed(found: EventStatus, stage: StageMeaning | undefined, stageOn: Day | null): DealStatus {
  const buying = found.known.buying ? found.buying : (stage?.buying ?? found.buying)
  const selling = found.known.selling ? found.selling : (stage?.selling ?? found.selling)
  const assumed = buying !== found.buying || selling !== found.selling
  const any = found.known.buying || found.known.selling
  return {
    buying,
    selling,
    basis: any ? 'events' : assumed ? 'stage' : 'none',
    assumed,
    enteredOn: any ? found.enteredOn : stageOn,
    ahead: found.ahead,
    visits: found.visits,
  }
}
