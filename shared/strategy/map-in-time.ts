/** The map as it stood earlier: changes taken back from the newest on, for the time slider. */
import type { Region } from '../region/region'
import type { ChangeSet } from '../region/change'
import type { RecordOf } from '../model/catalog'

/** A change with its moment, newest last. */
export interface DatedChange {
  readonly at: string
  readonly change: ChangeSet
}

type Role = RecordOf<'buyerRole'>

/** The buyers of a region as they stood at a moment; `history` holds the changes, oldest first. */
export function buyersAt(region: Region, history: readonly DatedChange[], at: string): readonly Role[] {
  const roles = new Map<string, Role>(region.all('buyerRole').map(each => [each.id, each]))
  for (const { at: when, change } of [...history].reverse()) {
    if (when <= at) break
    const step = change.buyerRole
    if (!step) continue
    for (const record of step.added) roles.delete(record.id)
    for (const record of step.removed) roles.set(record.id, record)
    for (const { id, before } of step.changed) {
      const now = roles.get(id) ?? region.table('buyerRole').get(id)
      if (now) roles.set(id, { ...now, ...before })
    }
  }
  return [...roles.values()].filter(each => each.archivedAt === null)
}

/** The moments at which a map changed, oldest first. */
export const momentsOf = (history: readonly DatedChange[]): readonly string[] =>
  history.filter(({ change }) => change.buyerRole ?? change.influenceLink).map(({ at }) => at)
