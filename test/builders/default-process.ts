/** Gives a region under construction the process that the app ships with, and ticks its events. */
import type { Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import { addDefaultProcess } from '#shared/process/default-process'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { day, type RegionBuilder } from './region-builder'

/** Adds the default statuses, events, milestones, cycle and calendar. */
export function withProcess(built: RegionBuilder): RegionBuilder {
  const edit = new Edit(built.region, {
    source: 'manager',
    at: '2017-01-01T00:00:00.000Z',
    asOf: day('2017-12-31'),
    random: seededRandom(1),
  })
  addDefaultProcess(built.region, edit, day('2000-01-01'))
  applyTo(built.region, edit.change())
  return built
}

/** The event with a key such as `BE1`. */
export function eventId(built: RegionBuilder, key: string): Id<'eventDef'> {
  const found = built.region.all('eventDef').find(each => each.key === key)
  if (!found) throw new Error(`no event ${key}`)
  return found.id
}

/** Records events of a deal as complete on a day. */
export function complete(
  built: RegionBuilder,
  opportunity: Id<'opportunity'>,
  on: string,
  ...keys: string[]
): RegionBuilder {
  for (const key of keys)
    built.with('opportunityEvent', {
      opportunity,
      event: eventId(built, key),
      occurredOn: day(on),
      recordedAt: `${on}T10:00:00.000Z`,
      evidence: 'the buyer said so',
    })
  return built
}
