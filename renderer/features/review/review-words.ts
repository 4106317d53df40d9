/** Words of reviews: topics, states of answers, what an answer rests on. */
import type { ReviewAnswer, ScriptQuestion } from '#shared/model/workbench'
import type { Answered, Knowledge } from '#shared/strategy/review-score'

/** A topic as a word. */
export const topicWords: Readonly<Record<ScriptQuestion['topic'], string>> = {
  whyChange: 'Why change',
  whyNow: 'Why now',
  whyUs: 'Why us',
  people: 'People',
  process: 'Process',
  money: 'Money',
  criteria: 'Criteria',
  competition: 'Competition',
  risk: 'Risk',
  nextStep: 'Next step',
}

/** The states with their keys, in the order of the keys. */
export const answerStates: readonly {
  readonly key: ReviewAnswer['state']
  readonly word: string
}[] = [
  { key: 'known', word: 'Known' },
  { key: 'assumed', word: 'Assumed' },
  { key: 'unknown', word: 'Unknown' },
  { key: 'notApplicable', word: 'Does not apply' },
]

/** A state as a word. */
export const stateWord = (state: ReviewAnswer['state']): string =>
  answerStates.find(each => each.key === state)?.word ?? state

/** A knowledge score as it is shown. */
export const scoreText = (score: number | null): string =>
  score === null ? 'none' : `${Math.round(score * 100)} %`

/** RV-1 with its numbers: (3 + 0.9 + …) ÷ 12. */
export function scoreFormula({ answered, score }: Knowledge): string {
  const counted = answered.filter(each => each.state !== 'notApplicable')
  const worth = (each: Answered): number =>
    each.question.weight * (each.state === 'known' ? 1 : each.state === 'assumed' ? 0.3 : 0)
  const sum = counted.reduce((all, each) => all + worth(each), 0)
  const weights = counted.reduce((all, each) => all + each.question.weight, 0)
  return `${Math.round(sum * 10) / 10} ÷ ${weights} = ${scoreText(score)}`
}

/** What an answer rests on, in a few words. */
export function evidenceText(answer: ReviewAnswer | null): string {
  if (!answer) return 'never asked'
  const who = (answer.evidenceWho ?? '').trim()
  const proof = [who, answer.evidenceOn].filter(Boolean).join(', ')
  const source = answer.source === 'data' ? 'from the data' : answer.source === 'pack' ? 'from a pack' : ''
  return [proof || 'nobody named', source].filter(Boolean).join(', ')
}

/** What an action about a question says before anybody changes its words. */
export const findOut = (question: string): string => `Find out: ${question.replace(/\?$/, '')}`
