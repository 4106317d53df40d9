/** What is known of a deal as figures: the score with last time's, what fell back with age, unknowns without an action. */
import { openUnknowns } from '#shared/strategy/review-score'
import type { DealReview, ReviewScore } from '../../store/deal-review'
import { useAsOf, useSettings } from '../../store/use-region'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { scoreFormula, scoreText } from './review-words'

/** The line of figures. */
export function KnowledgeFigures({
  deal,
  score,
}: {
  readonly deal: DealReview
  readonly score: ReviewScore
}) {
  const asOf = useAsOf()
  const { answerAgeDays } = useSettings()
  const { knowledge, review } = score
  const before = deal.past.filter(each => each.review.id !== review.id && each.review.on <= review.on).at(-1)
  const left = openUnknowns(knowledge)
  return (
    <FigureRow>
      <NamedFigure
        label="Known"
        words={{
          measure: 'The share of what we ask that is known, by weight; it never changes a probability',
          formula: scoreFormula(knowledge),
          basis: `${knowledge.answered.length} questions; known counts 1, assumed 0.3, unknown 0, what does not apply is left out`,
          asOf,
        }}
        {...(before ? { unit: `was ${scoreText(before.knowledge.score)}` } : {})}
      >
        {scoreText(knowledge.score)}
      </NamedFigure>
      <NamedFigure
        label="Fallen back to assumed"
        words={{
          measure: `Answers said to be known that count as assumed: without a named buyer and a day, or older than ${answerAgeDays} days`,
          formula: `${knowledge.fallenBack} of ${knowledge.answered.filter(each => each.answer?.state === 'known').length} answers said to be known`,
          asOf,
        }}
      >
        {knowledge.fallenBack}
      </NamedFigure>
      <NamedFigure
        label="Unknowns left open"
        words={{
          measure: 'Unknowns of weight 2 and more with neither an action nor a reason to live with them',
          formula: left.map(each => each.question.text).join('\n') || 'None',
          asOf,
        }}
      >
        {left.length}
      </NamedFigure>
    </FigureRow>
  )
}
