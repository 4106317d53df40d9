/** How an opportunity ended (PL-5): won, lost, no decision or disqualified, with a post-mortem of five fields. */
import type { Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'

/** An outcome before it is recorded. */
export type OutcomeWish = Pick<
  RecordOf<'outcome'>,
  'result' | 'on' | 'amount' | 'competitor' | 'reasonCode' | 'lesson'
>

/** Why an outcome cannot be recorded as it stands. */
export type OutcomeProblem =
  | { readonly kind: 'wonWithoutAmount' }
  | { readonly kind: 'needsReason' }
  | { readonly kind: 'beforeStart'; readonly on: Day; readonly start: Day }
  | { readonly kind: 'inFuture'; readonly on: Day; readonly asOf: Day }
  | { readonly kind: 'lessonTooLong'; readonly length: number }

/** PL-5: a win needs its amount, every other end a reason; a no decision is not a loss and names no competitor. */
export function checkOutcome(
  wish: OutcomeWish,
  start: Day | null,
  asOf: Day,
): Result<null, readonly OutcomeProblem[]> {
  const problems: OutcomeProblem[] = []
  if (wish.result === 'won' && wish.amount === null) problems.push({ kind: 'wonWithoutAmount' })
  if ((wish.reasonCode ?? '').trim() === '') problems.push({ kind: 'needsReason' })
  if (start !== null && wish.on < start) problems.push({ kind: 'beforeStart', on: wish.on, start })
  if (wish.on > asOf) problems.push({ kind: 'inFuture', on: wish.on, asOf })
  const length = (wish.lesson ?? '').length
  if (length > 200) problems.push({ kind: 'lessonTooLong', length })
  return problems.length > 0 ? fail(problems) : ok(null)
}
