/** The process that a new region starts with: statuses, events, milestones, the default cycle and a working week. */
import type { Day } from '../base/day'
import type { Edit } from '../region/edit'
import type { Region } from '../region/region'
import { defaultSteps } from './default-cycle'
import {
  buyingEvents,
  defaultMilestones,
  defaultStatuses,
  optionalEvents,
  sellingEvents,
} from './default-statuses'

/** The set of statuses that applies where a cycle has none of its own. */
export const defaultSet = 'default'

/** Adds whatever part of the default process a region does not have yet; running it twice adds nothing. */
export function addDefaultProcess(region: Region, edit: Edit, effectiveFrom: Day): void {
  if (region.all('workWeek').length === 0) edit.add('workWeek', { name: 'Monday to Friday', isDefault: true })
  if (region.all('statusDef').length === 0)
    for (const [side, rank, code, label, meaning] of defaultStatuses)
      edit.add('statusDef', { set: defaultSet, side, rank, code, label, meaning })
  if (region.all('eventDef').length === 0) {
    for (const side of ['buying', 'selling'] as const)
      for (const [key, rank, text, evidenceHint] of side === 'buying' ? buyingEvents : sellingEvents)
        edit.add('eventDef', {
          set: defaultSet,
          key,
          side,
          rank,
          text,
          evidenceHint,
          required: !optionalEvents.has(key),
        })
  }
  if (region.all('milestoneDef').length === 0)
    defaultMilestones.forEach(([key, name, event], order) =>
      edit.add('milestoneDef', { key, name, order, event }),
    )
  if (region.all('salesCycle').length === 0) {
    const cycle = edit.add('salesCycle', { name: 'Default cycle', key: 'default', kind: 'sale' })
    edit.add('salesCycleVersion', { cycle, no: 1, state: 'active', effectiveFrom, steps: defaultSteps })
  }
}
