/** Recording, waiving and revoking events of a deal as edits that can be undone; plan and milestones follow (5.1). */
import { fail, ok, type Result } from '#shared/base/result'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { planProblemText } from '#shared/process/plan-problem-text'
import { applyRevocation, revocation, type RevokeReason, waiveEvents } from '#shared/process/revoke'
import { applyTick, tick, type TickProof } from '#shared/process/tick'
import type { Place } from '../../store/place'
import type { RegionStore } from '../../store/region-store'
import { storeProblemText } from '../../store/store-problem'

/** Where an event is recorded: the store, the as-of date, and the place that undo leads back to. */
interface RecordingDesk {
  readonly store: RegionStore
  readonly asOf: Day
  readonly place: Place
}

type Done = Promise<Result<null, string>>

const commit = async (
  { store, place }: RecordingDesk,
  label: string,
  make: Parameters<RegionStore['edit']>[0],
): Done => {
  const done = await store.edit(make, { label, source: 'manager', place: place as never })
  return done.ok ? ok(null) : fail(storeProblemText(done.problem))
}

/** Records that an event has happened; the plan's step and the milestone follow the same tick. */
export async function recordEvent(
  desk: RecordingDesk,
  deal: Id<'opportunity'>,
  def: RecordOf<'eventDef'>,
  proof: TickProof,
): Done {
  const { region } = desk.store
  const found = tick(region, deal, { kind: 'event', event: def.id }, proof, desk.asOf)
  if (!found.ok) return fail(found.problem.map(planProblemText).join(' '))
  return commit(desk, `Record “${def.text}”`, edit => applyTick(edit, found.value))
}

/** Waives an event with a reason (FC-2). */
export async function waiveEvent(
  desk: RecordingDesk,
  deal: Id<'opportunity'>,
  def: RecordOf<'eventDef'>,
  why: RevokeReason,
): Done {
  if (why.reason.trim() === '') return fail('Give the reason for the waiver.')
  if (why.on > desk.asOf) return fail(`${why.on} lies after ${desk.asOf}. Give an earlier day.`)
  return commit(desk, `Waive “${def.text}”`, edit => waiveEvents(edit, deal, [def.id], why))
}

/** Takes an event back from a day on (FC-3). */
export async function revokeEvent(
  desk: RecordingDesk,
  event: RecordOf<'opportunityEvent'>,
  def: RecordOf<'eventDef'>,
  why: RevokeReason,
): Done {
  const found = revocation(desk.store.region, event, why, desk.asOf)
  if (!found.ok) return fail(found.problem.map(planProblemText).join(' '))
  return commit(desk, `Revoke “${def.text}”`, edit => applyRevocation(edit, found.value))
}
