/** How long won deals spent in a cell, in a stage and altogether: the comparison behind stuck deals (PL-6). */
import { businessDays, type WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import { measureDays, startOf, type Measure } from './deal-age'
import type { DealLinks } from './deal-links'
import type { DealStatus } from './deal-status'

/** The key of a cell. */
export const cellKey = (buying: number, selling: number): string => `${buying}/${selling}`

/** Times of won deals: working days by cell, days of the measure by stage and for the whole cycle. */
export class WonTimesCollector {
  readonly cells = new Map<string, number[]>()
  readonly stages = new Map<string, number[]>()
  readonly cycles: number[] = []

  constructor(
    private readonly links: Pick<DealLinks, 'facts'>,
    private readonly calendar: WorkCalendar,
    private readonly measure: Measure,
  ) {}

  /** Counts a won deal; `status` tells its stays in cells. */
  see(deal: RecordOf<'opportunity'>, status: DealStatus): void {
    const start = startOf(deal)
    const end = deal.closedOn
    if (end === null) return
    if (start !== null) this.cycles.push(measureDays(this.measure, start, end))
    for (const visit of status.visits)
      push(
        this.cells,
        cellKey(visit.buying, visit.selling),
        businessDays(this.calendar, visit.enteredOn, visit.leftOn ?? end),
      )
    for (const stay of stageStays(this.links.facts.get(deal.id) ?? [], start))
      push(this.stages, stay.stage, measureDays(this.measure, stay.from, stay.to))
  }
}

function push(into: Map<string, number[]>, key: string, value: number): void {
  const list = into.get(key)
  if (list) list.push(value)
  else into.set(key, [value])
}

/** The stays in stages that a deal's dated facts show; `start` opens the first. */
export function stageStays(
  facts: readonly RecordOf<'oppFact'>[],
  start: Day | null,
): { stage: string; from: Day; to: Day }[] {
  const moves = facts
    .filter(each => each.field === 'stage')
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0))
  const stays: { stage: string; from: Day; to: Day }[] = []
  let since = start
  for (const move of moves) {
    if (typeof move.before === 'string' && since !== null && since <= move.occurredOn)
      stays.push({ stage: move.before, from: since, to: move.occurredOn })
    since = move.occurredOn
  }
  return stays
}
