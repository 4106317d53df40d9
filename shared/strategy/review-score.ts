/** What a review knows (RV-1 to RV-5): the knowledge score, evidence, ageing, and unknowns that still need an action. */
import { daysBetween, type Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import type { ReviewAnswer, ScriptQuestion } from '../model/workbench'
import { warning, type Warning } from '../region/warning'
import type { DealBrief } from './deal-brief'

/** The worth of each state of an answer (RV-1); what does not apply is left out. */
const worth: Readonly<Record<ReviewAnswer['state'], number | null>> = {
  known: 1,
  assumed: 0.3,
  unknown: 0,
  notApplicable: null,
}

/** The state that counts: known needs a named buyer and a day (RV-2) and falls back to assumed with age (RV-3). */
export function countedState(answer: ReviewAnswer, asOf: Day, ageDays: number): ReviewAnswer['state'] {
  if (answer.state !== 'known') return answer.state
  const proven = (answer.evidenceWho ?? '').trim() !== '' && answer.evidenceOn !== null
  return proven && daysBetween(answer.answeredOn, asOf) <= ageDays ? 'known' : 'assumed'
}

/** A question with the state that counts; a question without an answer is unknown. */
export interface Answered {
  readonly question: ScriptQuestion
  readonly answer: ReviewAnswer | null
  readonly state: ReviewAnswer['state']
}

/** The knowledge score with its three columns. */
export interface Knowledge {
  /** 0 to 1; null where nothing applies. */
  readonly score: number | null
  readonly answered: readonly Answered[]
  /** Known answers that count as assumed because they are old or have no evidence. */
  readonly fallenBack: number
}

/** RV-1: Σ weight·worth / Σ weight over the questions that apply. */
export function knowledgeOf(
  questions: readonly ScriptQuestion[],
  answers: readonly ReviewAnswer[],
  asOf: Day,
  ageDays: number,
): Knowledge {
  const byKey = new Map(answers.map(each => [each.question, each]))
  let sum = 0
  let weights = 0
  let fallenBack = 0
  const answered = questions.map((question): Answered => {
    const answer = byKey.get(question.key) ?? null
    const state = answer ? countedState(answer, asOf, ageDays) : 'unknown'
    if (answer?.state === 'known' && state !== 'known') fallenBack++
    const value = worth[state]
    if (value !== null) {
      sum += question.weight * value
      weights += question.weight
    }
    return { question, answer, state }
  })
  return { score: weights > 0 ? sum / weights : null, answered, fallenBack }
}

/** RV-4: unknowns of weight 2 and more that have neither an action nor a reason to live with them. */
export const openUnknowns = (knowledge: Knowledge): readonly Answered[] =>
  knowledge.answered.filter(
    ({ question, answer, state }) =>
      state === 'unknown' &&
      question.weight >= 2 &&
      !answer?.action &&
      (answer?.acceptedNotKnowing ?? '').trim() === '',
  )

/** RV-4: a review is complete when no such unknown is left; else the questions that are. */
export function checkComplete(knowledge: Knowledge): Result<null, readonly Answered[]> {
  const left = openUnknowns(knowledge)
  return left.length > 0 ? fail(left) : ok(null)
}

/** The review that counts: the newest that was held; null without one. */
export const latestReview = (reviews: readonly RecordOf<'review'>[]): RecordOf<'review'> | null =>
  reviews
    .filter(each => each.state === 'held' || each.state === 'completed')
    .reduce<RecordOf<'review'> | null>((a, b) => (a && a.on > b.on ? a : b), null)

/** RV-W1: less than half is known of a deal that the current quarter's forecast counts on (RV-5); K itself changes nothing. */
export function reviewWarnings(
  deal: DealBrief,
  knowledge: Knowledge | null,
  inForecast: boolean,
): readonly Warning[] {
  const score = knowledge?.score ?? null
  if (!deal.open || !inForecast || score === null || score >= 0.5) return []
  return [
    warning('RV-W1', 'warn', deal.id, { deal: deal.name, score }, [{ table: 'opportunity', id: deal.id }]),
  ]
}
