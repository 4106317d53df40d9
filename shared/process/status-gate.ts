/** Buying and sales statuses from events (FC-1 to FC-4): contiguous gates, waivers, revocations and the clock of a cell. */
import { businessDays, type WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Stamp } from '../model/field'

/** The two sides of a sale. */
export type Side = 'buying' | 'selling'

/** Working days within which coming back to a cell goes on with its old clock (FC-3). */
const reentryDays = 20

/** The gates of one set of statuses: for each side and rank the events that open it. */
export interface Gates {
  readonly buying: readonly Gate[]
  readonly selling: readonly Gate[]
}

/** One rank of a side with its events. */
interface Gate {
  readonly rank: number
  readonly required: readonly Id<'eventDef'>[]
  readonly all: readonly Id<'eventDef'>[]
}

/** The gates of a set, from its statuses and events; ranks without a status are not gates. */
export function gatesOf(
  statuses: readonly RecordOf<'statusDef'>[],
  events: readonly RecordOf<'eventDef'>[],
  set: string,
): Gates {
  const side = (name: Side): Gate[] =>
    statuses
      .filter(each => each.set === set && each.side === name && each.rank > 0)
      .sort((a, b) => a.rank - b.rank)
      .map(({ rank }) => {
        const here = events.filter(each => each.set === set && each.side === name && each.rank === rank)
        return {
          rank,
          required: here.filter(each => each.required).map(each => each.id),
          all: here.map(each => each.id),
        }
      })
  return { buying: side('buying'), selling: side('selling') }
}

type Holds = (event: Id<'eventDef'>) => boolean

/**
 * The highest rank whose required events, and those of all ranks below, hold (FC-1). A rank that requires nothing lets
 * pass but is never where a deal stands by itself.
 */
export function rankOf(gates: readonly Gate[], holds: Holds): number {
  let rank = 0
  for (const gate of gates) {
    if (!gate.required.every(holds)) break
    if (gate.required.length > 0) rank = gate.rank
  }
  return rank
}

/** A stay in a cell; `leftOn` is null while it lasts. */
export interface CellVisit {
  readonly buying: number
  readonly selling: number
  readonly enteredOn: Day
  readonly leftOn: Day | null
}

/** Where a deal stands by its events. */
export interface EventStatus {
  readonly buying: number
  readonly selling: number
  /** FC-4, with the clock of FC-3; null before the first event where the deal has no start. */
  readonly enteredOn: Day | null
  /** Complete events above the gate: a question about the data, not progress. */
  readonly ahead: readonly Id<'eventDef'>[]
  /** All stays up to the as-of date, oldest first. */
  readonly visits: readonly CellVisit[]
  /** Sides that have at least one event. */
  readonly known: { readonly buying: boolean; readonly selling: boolean }
}

/** What the past is rebuilt from: the as-of date, and what was known by a moment (null: all that is known now, CV-2). */
export interface Knowledge {
  readonly asOf: Day
  readonly knownBy: Stamp | null
}

interface Span {
  readonly event: Id<'eventDef'>
  readonly from: Day
  readonly to: Day | null
}

function spansOf(events: readonly RecordOf<'opportunityEvent'>[], { asOf, knownBy }: Knowledge): Span[] {
  const spans: Span[] = []
  for (const each of events) {
    if (each.occurredOn > asOf || (knownBy !== null && each.recordedAt > knownBy)) continue
    const revoked =
      each.state === 'revoked' &&
      each.revokedOn !== null &&
      each.revokedOn <= asOf &&
      (knownBy === null || each.revokedAt === null || each.revokedAt <= knownBy)
    spans.push({ event: each.event, from: each.occurredOn, to: revoked ? each.revokedOn : null })
  }
  return spans
}

/** Derives a deal's statuses, its cell's clock and its stays from its events. `start` opens the cell (0, 0). */
export function eventStatus(
  gates: Gates,
  events: readonly RecordOf<'opportunityEvent'>[],
  start: Day | null,
  calendar: WorkCalendar,
  knowledge: Knowledge,
): EventStatus {
  const spans = spansOf(events, knowledge)
  const visits = visitsOf(gates, spans, start)
  const last = visits.at(-1)
  const holds: Holds = event => spans.some(span => span.event === event && span.to === null)
  const buying = rankOf(gates.buying, holds)
  const selling = rankOf(gates.selling, holds)
  const above = (side: readonly Gate[], rank: number): Id<'eventDef'>[] =>
    side.filter(gate => gate.rank > rank).flatMap(gate => gate.all.filter(holds))
  const here = new Set(spans.map(span => span.event))
  const touches = (side: readonly Gate[]): boolean => side.some(gate => gate.all.some(each => here.has(each)))
  return {
    buying,
    selling,
    enteredOn: last ? clockOf(visits, last, calendar) : start,
    ahead: [...above(gates.buying, buying), ...above(gates.selling, selling)],
    visits,
    known: { buying: touches(gates.buying), selling: touches(gates.selling) },
  }
}

function visitsOf(gates: Gates, spans: readonly Span[], start: Day | null): CellVisit[] {
  const days = new Set<Day>(start ? [start] : [])
  for (const span of spans) {
    days.add(span.from)
    if (span.to) days.add(span.to)
  }
  const visits: CellVisit[] = []
  for (const on of [...days].sort()) {
    const holds: Holds = event =>
      spans.some(span => span.event === event && span.from <= on && (span.to === null || span.to > on))
    const buying = rankOf(gates.buying, holds)
    const selling = rankOf(gates.selling, holds)
    const last = visits.at(-1)
    if (last?.buying === buying && last.selling === selling) continue
    if (last) visits[visits.length - 1] = { ...last, leftOn: on }
    visits.push({ buying, selling, enteredOn: on, leftOn: null })
  }
  return visits
}

/** The day from which the cell's clock runs: coming back within 20 working days goes on with the old clock (FC-3). */
function clockOf(visits: readonly CellVisit[], last: CellVisit, calendar: WorkCalendar): Day {
  let clock = last.enteredOn
  for (let i = visits.length - 2; i >= 0; i--) {
    const earlier = visits[i] as CellVisit
    if (earlier.buying !== last.buying || earlier.selling !== last.selling) continue
    const left = earlier.leftOn as Day
    if (businessDays(calendar, left, clock) > reentryDays) break
    clock = earlier.enteredOn
  }
  return clock
}
