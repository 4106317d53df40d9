/** Holding a review: the answers it opens with, an answer put in, and how it ends (section 4). */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { ReviewAnswer, ScriptQuestion } from '../model/workbench'
import type { Edit } from '../region/edit'
import { countedState } from './review-score'

/**
 * What a review opens with, question by question: what the data know and is not old; else what was known last time,
 * with the day on which it was said, so that it ages on (RV-3); else what the data let assume; else last time's answer
 * with its action or reason. Questions without any are left out.
 */
export function openingAnswers(
  questions: readonly ScriptQuestion[],
  last: readonly ReviewAnswer[],
  data: readonly ReviewAnswer[],
  asOf: Day,
  ageDays: number,
): readonly ReviewAnswer[] {
  const before = new Map(last.map(each => [each.question, each]))
  const known = new Map(data.map(each => [each.question, each]))
  return questions.flatMap((question): ReviewAnswer[] => {
    const old = before.get(question.key)
    const found = known.get(question.key)
    const counts = (each: ReviewAnswer | undefined): boolean =>
      each !== undefined && countedState(each, asOf, ageDays) === 'known'
    const best = counts(found) ? found : counts(old) ? old : (found ?? old)
    return best ? [best] : []
  })
}

/** An answer put in on a day; a known or assumed one needs no action and no reason any more. */
export function putAnswer(answers: readonly ReviewAnswer[], answer: ReviewAnswer): readonly ReviewAnswer[] {
  const settled = answer.state === 'unknown' ? answer : { ...answer, acceptedNotKnowing: null }
  return answers.some(each => each.question === answer.question)
    ? answers.map(each => (each.question === answer.question ? settled : each))
    : [...answers, settled]
}

/** Ends a review that was held: it is completed where nothing is left open (RV-4), and older ones are superseded. */
export function endReview(
  edit: Edit,
  review: RecordOf<'review'>,
  others: readonly RecordOf<'review'>[],
  how: {
    readonly complete: boolean
    readonly minutes: number | null
    readonly participants: readonly string[]
  },
): void {
  edit.set('review', review.id, {
    state: how.complete ? 'completed' : 'held',
    minutes: how.minutes,
    participants: how.participants,
  })
  for (const each of others)
    if (each.id !== review.id && (each.state === 'held' || each.state === 'completed'))
      edit.set('review', each.id as Id<'review'>, { state: 'superseded' })
}
