/** Reads an event log up to a day into visits of stages, the unit that all rates are counted on (FC-17, FC-21). */
import { dayNumber, parseDay } from '../base/day'

/** A deal of an event log; dates are `YYYY-MM-DD`. */
export interface Deal {
  readonly id: string
  readonly amount: number | null
  readonly attrs: Readonly<Record<string, string | number | null>>
  readonly events: readonly LogEvent[]
}

/** Entering a stage, or the end of the deal. */
interface LogEvent {
  readonly date: string
  readonly type: 'stage' | 'won' | 'lost'
  readonly stage?: string
}

/** How a visit of a stage ended, as far as it was known. */
export type Exit = 'won' | 'lost' | 'move' | 'open'

/** One stay of a deal in a stage; days are day numbers. `until` is the day of the exit, or the last day that was seen. */
export interface Visit {
  readonly deal: number
  readonly stage: string
  readonly entered: number
  readonly until: number
  readonly exit: Exit
  /** The stage moved to, for a move. */
  readonly next: string | null
}

/** Stage of deals whose log names none. */
export const unnamedStage = '(no stage)'

interface Known {
  readonly day: number
  readonly type: LogEvent['type']
  readonly stage: string
}

/** The events of a deal dated before day number `before`, in order of time; events of one day keep the log's order. */
export function knownEvents(deal: Deal, before: number): Known[] {
  const known: Known[] = []
  for (const event of deal.events) {
    const date = parseDay(event.date)
    if (date === null) continue
    const day = dayNumber(date)
    if (day < before) known.push({ day, type: event.type, stage: event.stage ?? unnamedStage })
  }
  return known.sort((a, b) => a.day - b.day)
}

/** The visits of one deal known before `before`; staying in a stage under a second entry of the same stage is one visit. */
export function visitsOf(deal: Deal, index: number, before: number): Visit[] {
  const visits: Visit[] = []
  let current: Known | null = null
  const leave = (day: number, exit: Exit, next: string | null): void => {
    if (current)
      visits.push({ deal: index, stage: current.stage, entered: current.day, until: day, exit, next })
    current = null
  }
  for (const event of knownEvents(deal, before)) {
    const at: Known | null = current
    if (event.type === 'stage') {
      if (at?.stage === event.stage) continue
      leave(event.day, 'move', event.stage)
      current = event
    } else {
      // A deal that is closed without ever having been in a stage spent no time that could be counted.
      if (!at && visits.length === 0) current = { ...event, stage: unnamedStage }
      leave(event.day, event.type, null)
    }
  }
  leave(before - 1, 'open', null)
  return visits
}

/**
 * FC-21: the first day on which any deal was closed. Logs exported by close date hold nothing that closed earlier, so days
 * before it are left out of every risk set.
 */
export function firstClose(visits: readonly Visit[]): number | null {
  let first: number | null = null
  for (const visit of visits)
    if ((visit.exit === 'won' || visit.exit === 'lost') && (first === null || visit.until < first))
      first = visit.until
  return first
}
