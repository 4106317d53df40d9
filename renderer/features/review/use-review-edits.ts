/** Holding a review: starting it, putting answers in, ending it; each a step that can be undone. */
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import type { ReviewAnswer, ScriptQuestion } from '#shared/model/workbench'
import type { Edit } from '#shared/region/edit'
import { addDefaultStrategy } from '#shared/strategy/default-strategy'
import { endReview, openingAnswers, putAnswer } from '#shared/strategy/review-edit'
import { checkComplete, knowledgeOf } from '#shared/strategy/review-score'
import type { DealReview } from '../../store/deal-review'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore, useSettings } from '../../store/use-region'

/** The edits of the reviews of one deal. */
export interface ReviewEdits {
  start(): Promise<boolean>
  answer(question: ScriptQuestion, values: Partial<ReviewAnswer>): Promise<void>
  /** What `AddAction` joins to its step: the action on the answer. */
  actionOn(question: ScriptQuestion): (edit: Edit, action: Id<'actionItem'>) => void
  end(minutes: number | null): Promise<boolean>
  participants(names: readonly string[]): Promise<void>
}

/** The edits; an ending that RV-4 refuses is said in a sentence. */
export function useReviewEdits(deal: DealReview): ReviewEdits {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const { answerAgeDays, userName } = useSettings()
  return useMemo(() => {
    const { row, open, last, script, data } = deal
    const save = async (label: string, make: (edit: Edit) => void, squashKey?: string): Promise<boolean> => {
      const done = await store.edit(make, {
        label,
        source: 'manager',
        place: places.trail.here as never,
        ...(squashKey === undefined ? {} : { squashKey }),
      })
      if (!done.ok) notifications.show({ message: storeProblemText(done.problem), color: 'orange' })
      return done.ok
    }
    const now = (edit: Edit, id: Id<'review'>) => edit.current('review', id) as unknown as RecordOf<'review'>
    const put = (edit: Edit, question: ScriptQuestion, values: Partial<ReviewAnswer>): void => {
      if (!open) return
      const { answers } = now(edit, open.review.id)
      const old = answers.find(each => each.question === question.key)
      edit.set('review', open.review.id, {
        answers: putAnswer(answers, {
          question: question.key,
          state: 'unknown',
          answer: '',
          evidenceWho: null,
          evidenceOn: null,
          action: null,
          acceptedNotKnowing: null,
          ...old,
          answeredOn: asOf,
          source: 'talk',
          ...values,
        }),
      })
    }
    return {
      async start() {
        if (!script) {
          await save('Add the review script', edit => addDefaultStrategy(store.region, edit))
          return false
        }
        return save(`Start a review of ${row.deal.name}`, edit =>
          edit.add('review', {
            opportunity: row.id,
            on: asOf,
            template: script.id,
            templateVersion: script.version,
            participants: [userName, row.owner?.name ?? ''].filter(Boolean),
            answers: openingAnswers(script.questions, last?.review.answers ?? [], data, asOf, answerAgeDays),
          }),
        )
      },
      answer: async (question, values) => {
        if (open)
          await save(
            `Answer: ${question.text}`,
            edit => put(edit, question, values),
            `review/${open.review.id}/${question.key}`,
          )
      },
      actionOn: question => (edit, action) => put(edit, question, { action }),
      participants: async names => {
        if (open)
          await save('Participants of the review', edit =>
            edit.set('review', open.review.id, { participants: names }),
          )
      },
      async end(minutes) {
        if (!open) return false
        const { review, questions } = open
        const checked = checkComplete(knowledgeOf(questions, review.answers, asOf, answerAgeDays))
        const done = await save(`End the review of ${row.deal.name}`, edit =>
          endReview(edit, now(edit, review.id), store.region.where('review', 'opportunity', row.id), {
            complete: checked.ok,
            minutes,
            participants: review.participants,
          }),
        )
        if (done && !checked.ok)
          notifications.show({
            color: 'orange',
            message: `The review is kept as held. It is complete when ${checked.problem.length} ${checked.problem.length === 1 ? 'unknown has' : 'unknowns have'} an action, or a reason to live with not knowing.`,
          })
        return done
      },
    }
  }, [store, places, asOf, answerAgeDays, userName, deal])
}
