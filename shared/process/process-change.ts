/** Changes of the process (6.4 improve): none starts without a metric, and the result is judged with intervals. */
import type { Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import { ratio, type Ratio } from './ratio'
import { twoShares } from './rep-comparison'

/** What keeps a change from starting. */
export type ChangeProblem =
  'noMetric' | 'noBaseline' | 'noHypothesis' | 'noExpectation' | 'noPilot' | 'noReviewDay' | 'reviewNotLater'

/** A change starts only with a metric, its baseline, a hypothesis, an expected effect, pilot reps and a review day. */
export function checkStart(change: RecordOf<'processChange'>): Result<null, readonly ChangeProblem[]> {
  const problems: ChangeProblem[] = []
  if ((change.metric ?? '').trim() === '') problems.push('noMetric')
  if (change.baseline === null || change.baselineN === null) problems.push('noBaseline')
  if ((change.hypothesis ?? '').trim() === '') problems.push('noHypothesis')
  if (change.expected === null) problems.push('noExpectation')
  if (change.pilot.length === 0) problems.push('noPilot')
  if (change.reviewOn === null || change.startOn === null) problems.push('noReviewDay')
  else if (change.reviewOn <= change.startOn) problems.push('reviewNotLater')
  return problems.length > 0 ? fail(problems) : ok(null)
}

/** Before and after of a change whose metric is a share, with both intervals. */
interface BeforeAfter {
  readonly before: Ratio
  readonly after: Ratio
  readonly z: number
  /** False while the difference is within chance at 5 %. */
  readonly differs: boolean
}

/** Compares two shares; `minN` greys small ones. */
export function beforeAfter(
  before: { readonly k: number; readonly n: number },
  after: { readonly k: number; readonly n: number },
  minN: number,
): BeforeAfter {
  const z = twoShares(after.k, after.n, before.k, before.n)
  return {
    before: ratio(before.k, before.n, minN),
    after: ratio(after.k, after.n, minN),
    z,
    differs: Math.abs(z) >= 1.96,
  }
}

/** Changes that run and whose review day has come. */
export const dueForReview = (
  changes: readonly RecordOf<'processChange'>[],
  asOf: Day,
): readonly RecordOf<'processChange'>[] =>
  changes.filter(each => each.state === 'running' && each.reviewOn !== null && each.reviewOn <= asOf)
