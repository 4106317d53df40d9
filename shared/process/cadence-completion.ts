/** Touch cadences, plan against actual (PL-19). */
import { addDays, type Day } from '../base/day'
import type { Id } from '../base/id'
import { quantileOf } from '../base/statistics'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'

/** Due and done touches of one enrolment as of a day. */
interface EnrolmentTouches {
  readonly enrolment: Id<'enrolment'>
  readonly owner: Id<'rep'> | null
  readonly due: number
  readonly done: number
  /** Ended without a disposition, which PL-19 demands. */
  readonly needsDisposition: boolean
}

/** Touches of several enrolments together. */
interface CadenceCompletion {
  readonly enrolments: readonly EnrolmentTouches[]
  readonly due: number
  readonly done: number
  /** Σ done / Σ due; null while nothing is due. */
  readonly share: number | null
  /** Median number of touches done by enrolment. */
  readonly medianDone: number | null
}

/** Joins enrolments into one completion (PL-19). */
export function completionOf(enrolments: readonly EnrolmentTouches[]): CadenceCompletion {
  const due = enrolments.reduce((sum, each) => sum + each.due, 0)
  const done = enrolments.reduce((sum, each) => sum + each.done, 0)
  return {
    enrolments,
    due,
    done,
    share: due > 0 ? done / due : null,
    medianDone: quantileOf(
      enrolments.map(each => each.done),
      0.5,
    ),
  }
}

/** Due are the touches with start + offset up to the as-of date; after a reply or a stop only those up to the last one done. */
export function touchesOf(
  enrolment: RecordOf<'enrolment'>,
  cadence: RecordOf<'cadence'> | null,
  touches: readonly RecordOf<'touch'>[],
  disposed: boolean,
  asOf: Day,
): EnrolmentTouches {
  const done = touches.filter(each => each.doneOn !== null && each.doneOn <= asOf)
  const last = Math.max(0, ...done.map(each => each.no))
  const cut = enrolment.state === 'replied' || enrolment.state === 'stopped'
  const planned = (cadence?.steps ?? []).filter(
    step => addDays(enrolment.startOn, step.dayOffset) <= asOf && (!cut || step.no <= last),
  )
  const nos = new Set(planned.map(step => step.no))
  return {
    enrolment: enrolment.id,
    owner: enrolment.owner,
    due: planned.length,
    done: new Set(done.filter(each => nos.has(each.no)).map(each => each.no)).size,
    needsDisposition: enrolment.state !== 'running' && !disposed,
  }
}

/** The completion of every cadence of a region, by cadence. */
export function cadenceTable(
  region: Region,
  asOf: Day,
): ReadonlyMap<Id<'cadence'>, { readonly name: string; readonly completion: CadenceCompletion }> {
  const disposed = new Set(region.all('disposition').map(each => each.enrolment))
  return new Map(
    region.all('cadence').map(cadence => [
      cadence.id,
      {
        name: cadence.name,
        completion: completionOf(
          region
            .where('enrolment', 'cadence', cadence.id)
            .filter(each => each.startOn <= asOf)
            .map(each =>
              touchesOf(
                each,
                cadence,
                region.where('touch', 'enrolment', each.id),
                disposed.has(each.id),
                asOf,
              ),
            ),
        ),
      },
    ]),
  )
}
