/** A deal's events side by side with its cell: what holds, what lies ahead of the gate, and what the next status would bring (5.1, A36). */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { DealState, DealStates } from '../process/deal-state'
import { rankOf, type Side } from '../process/status-gate'
import type { Region } from '../region/region'
import { type DealForecast, forecastDeals } from './deal-forecast'
import { cellAt } from './matrix'
import type { ForecastRow, RegionForecast } from './region-forecast'
import { pipelineClocks } from './region-forecast'

/** How an event stands: not recorded, complete, waived or revoked. */
export type EventStanding = 'open' | 'complete' | 'waived' | 'revoked'

/** One event of a side. */
export interface EventLine {
  readonly def: RecordOf<'eventDef'>
  readonly standing: EventStanding
  /** The record that holds now, else the last one that was revoked. */
  readonly record: RecordOf<'opportunityEvent'> | null
  /** FC-1: complete, but above the gate, so that it does not count yet. */
  readonly ahead: boolean
}

/** One rank with its events. */
interface RankLine {
  readonly rank: number
  readonly code: string
  readonly label: string
  readonly meaning: string | null
  readonly reached: boolean
  readonly events: readonly EventLine[]
}

/** What a deal would be with the next status of one side; null values where the deal is in no forecast. */
export interface NextStatus {
  readonly side: Side
  readonly missing: readonly RecordOf<'eventDef'>[]
  readonly b: number
  readonly s: number
  readonly cell: string
  readonly forecast: DealForecast | null
  /** Change of the weighted value in minor units. */
  readonly change: number
}

/** One side of the board. */
export interface SideBoard {
  readonly side: Side
  readonly rank: number
  /** The side stands where the stage mapping puts it; no event backs it. */
  readonly assumed: boolean
  readonly ranks: readonly RankLine[]
  readonly next: NextStatus | null
}

/** A deal's events and its cell. */
export interface EventBoard {
  readonly row: DealState
  readonly forecast: ForecastRow | null
  readonly buying: SideBoard
  readonly selling: SideBoard
  /** Complete events above the gate: a question about the data, not progress. */
  readonly ahead: readonly RecordOf<'eventDef'>[]
}

type Held = ReadonlyMap<Id<'eventDef'>, RecordOf<'opportunityEvent'>>

/** What holds on a day, and what was revoked by then. */
function standings(region: Region, deal: Id<'opportunity'>, asOf: Day): { held: Held; revoked: Held } {
  const held = new Map<Id<'eventDef'>, RecordOf<'opportunityEvent'>>()
  const revoked = new Map<Id<'eventDef'>, RecordOf<'opportunityEvent'>>()
  for (const each of region.where('opportunityEvent', 'opportunity', deal)) {
    if (each.occurredOn > asOf) continue
    const gone = each.state === 'revoked' && (each.revokedOn === null || each.revokedOn <= asOf)
    ;(gone ? revoked : held).set(each.event, each)
  }
  return { held, revoked }
}

/** FC-1 to FC-5: the board of one deal; null where the deal is not there as of the day. */
export function eventBoard(
  region: Region,
  states: DealStates,
  forecast: RegionForecast,
  deal: Id<'opportunity'>,
): EventBoard | null {
  const row = states.byId.get(deal)
  if (!row) return null
  const set = states.statuses.setOf(row.deal)
  const gates = states.statuses.gates(set)
  const { held, revoked } = standings(region, deal, states.asOf)
  const statuses = region.where('statusDef', 'set', set)
  const defs = region.where('eventDef', 'set', set)
  const ahead = new Set(row.status.ahead)
  const own = forecast.rows.find(each => each.row.id === deal) ?? null
  const line = (def: RecordOf<'eventDef'>): EventLine => {
    const now = held.get(def.id)
    const record = now ?? revoked.get(def.id) ?? null
    return {
      def,
      standing: now ? (now.state === 'waived' ? 'waived' : 'complete') : record ? 'revoked' : 'open',
      record,
      ahead: ahead.has(def.id),
    }
  }
  const side = (name: Side): SideBoard => {
    const gate = rankOf(gates[name], event => held.has(event))
    const rank = name === 'buying' ? row.status.buying : row.status.selling
    const ranks = [
      ...new Set([...statuses, ...defs].filter(each => each.side === name).map(each => each.rank)),
    ]
      .filter(each => each > 0)
      .sort((a, b) => a - b)
      .map((each): RankLine => {
        const status = statuses.find(one => one.side === name && one.rank === each)
        return {
          rank: each,
          code: status?.code ?? '',
          label: status?.label ?? 'Opens no status',
          meaning: status?.meaning ?? null,
          reached: status !== undefined && each <= gate,
          events: defs.filter(one => one.side === name && one.rank === each).map(line),
        }
      })
    return {
      side: name,
      rank,
      assumed: rank !== gate,
      ranks,
      next: row.state === 'open' ? nextOf(name, gate, { row, states, forecast, own, held, defs }) : null,
    }
  }
  return {
    row,
    forecast: own,
    buying: side('buying'),
    selling: side('selling'),
    ahead: defs.filter(each => ahead.has(each.id)),
  }
}

interface Surroundings {
  readonly row: DealState
  readonly states: DealStates
  readonly forecast: RegionForecast
  readonly own: ForecastRow | null
  readonly held: Held
  readonly defs: readonly RecordOf<'eventDef'>[]
}

/** The next status of a side with the events that it still waits for, and the deal as it would then be forecast. */
function nextOf(side: Side, gate: number, around: Surroundings): NextStatus | null {
  const { row, states, own, held, defs } = around
  const gates = states.statuses.gates(states.statuses.setOf(row.deal))[side]
  const next = gates.find(each => each.rank > gate && each.required.some(event => !held.has(event)))
  if (!next) return null
  const missing = next.required.filter(event => !held.has(event))
  const wanted = new Set(missing)
  const rank = rankOf(gates, event => held.has(event) || wanted.has(event))
  const b = side === 'buying' ? rank : row.status.buying
  const s = side === 'selling' ? rank : row.status.selling
  const version = own?.version
  const after = own && version?.kind === 'event' ? forecastAs(around.forecast, own, b, s) : null
  return {
    side,
    missing: defs.filter(each => wanted.has(each.id)),
    b,
    s,
    cell: version ? `${version.rows[b] ?? b}/${version.columns[s] ?? s}` : `${b}/${s}`,
    forecast: after,
    change: after && own ? after.weighted - own.forecast.weighted : 0,
  }
}

/** A deal's forecast if it entered another cell on the as-of date. */
function forecastAs(
  forecast: RegionForecast,
  { deal, version }: ForecastRow,
  b: number,
  s: number,
): DealForecast | null {
  if (!version || !cellAt(version.matrix, b, s)) return null
  const clock = pipelineClocks(forecast.pipeline)(version)
  const moved = { ...deal, b, s, enteredCellAt: forecast.asOf }
  return forecastDeals([moved], version.matrix, clock, forecast.periods).deals[0] ?? null
}
