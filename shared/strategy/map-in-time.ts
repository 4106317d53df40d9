/** The map as it stood earlier: changes taken back from the newest on, for the time slider. */
import type { Region } from '../region/region'
import type { ChangeSet } from '../region/change'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'

/** A change with its moment, newest last. */
export interface DatedChange {
  readonly at: string
  readonly change: ChangeSet
}

type MapTable = 'buyerRole' | 'influenceLink'

/** The records of a table of maps as they stood at a moment; `history` holds the changes, oldest first. */
export function recordsAt<T extends MapTable>(
  region: Region,
  table: T,
  history: readonly DatedChange[],
  at: string,
): readonly RecordOf<T>[] {
  const found = new Map<string, RecordOf<T>>(
    region.all(table).map(each => [each.id as string, each as RecordOf<T>]),
  )
  for (const { at: when, change } of [...history].reverse()) {
    if (when <= at) break
    const step = change[table]
    if (!step) continue
    for (const record of step.added) found.delete(record.id)
    for (const record of step.removed) found.set(record.id, record as unknown as RecordOf<T>)
    for (const { id, before } of step.changed) {
      const now = found.get(id) ?? (region.table(table).get(id as never) as RecordOf<T> | undefined)
      if (now) found.set(id, { ...now, ...before })
    }
  }
  // An import brings records that are older than itself: their own day of making counts.
  return [...found.values()].filter(each => each.archivedAt === null && each.createdAt <= at)
}

/** The moments at which the map of one deal changed, oldest first: what was done here, and what an import says of before. */
export function momentsOfDeal(
  region: Region,
  history: readonly DatedChange[],
  opportunity: Id<'opportunity'>,
): readonly string[] {
  const moments = new Set<string>()
  const mine = new Set<string>()
  for (const table of ['buyerRole', 'influenceLink'] as const)
    for (const record of region.table(table).values())
      if (record.opportunity === opportunity) {
        mine.add(record.id)
        moments.add(record.createdAt)
      }
  for (const { at, change } of history)
    for (const table of ['buyerRole', 'influenceLink'] as const) {
      const step = change[table]
      if (
        step?.changed.some(each => mine.has(each.id)) ||
        step?.removed.some(each => each.opportunity === opportunity)
      )
        moments.add(at)
    }
  return [...moments].sort()
}
