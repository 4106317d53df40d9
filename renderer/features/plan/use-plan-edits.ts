/** Carrying out edits of a plan: at once while it is open to them, else only with the reason of a re-plan. */
import { notifications } from '@mantine/notifications'
import { useCallback, useMemo, useState } from 'react'
import type { Result } from '#shared/base/result'
import type { PlanDraft, PlanEditProblem } from '#shared/process/plan-edit'
import { editedPlan, isOpenToEdits, replanned } from '#shared/process/plan-life'
import { planProblemText } from '#shared/process/plan-problem-text'
import type { Edit } from '#shared/region/edit'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore, useSettings } from '../../store/use-region'
import type { PlanFacts } from './plan-facts'

/** An edit that waits for the reason of a re-plan. */
export interface Waiting {
  readonly draft: PlanDraft | null
  readonly label: string
  readonly also: ((edit: Edit) => void) | undefined
}

/** What can be done to a plan from its screen. */
export interface PlanEdits {
  /** Makes an edit; a refused one says why. `key` lets repeated edits of one kind stay one step of the journal. */
  readonly change: (
    label: string,
    make: (draft: PlanDraft) => Result<PlanDraft, PlanEditProblem>,
    how?: { readonly key?: string; readonly also?: (edit: Edit) => void },
  ) => void
  /** The edit that waits for a reason; null while none does. */
  readonly waiting: Waiting | null
  readonly askReplan: () => void
  readonly replan: (reason: string) => void
  readonly giveUp: () => void
  /** Sets values of the plan or anything beside it, as one step. */
  readonly save: (label: string, make: (edit: Edit) => void, key?: string) => Promise<boolean>
}

/** Says a sentence in passing. */
export const say = (message: string): void => {
  notifications.show({ message, color: 'orange' })
}

/** The edits of one deal's plan. */
export function usePlanEdits(facts: PlanFacts, deal: string): PlanEdits {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const { userName } = useSettings()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const { plan, calendar } = facts
  const by = userName || null

  const save = useCallback(
    async (label: string, make: (edit: Edit) => void, key?: string): Promise<boolean> => {
      const done = await store.edit(make, {
        label: `${label} (${deal})`,
        source: 'manager',
        place: places.trail.here as never,
        ...(key === undefined ? {} : { squashKey: key }),
      })
      if (!done.ok) say(storeProblemText(done.problem))
      return done.ok
    },
    [store, places, deal],
  )

  return useMemo(
    () => ({
      waiting,
      save,
      giveUp: () => setWaiting(null),
      askReplan: () => setWaiting({ draft: null, label: 'Re-plan', also: undefined }),
      change: (label, make, how = {}) => {
        const next = make({ startOn: plan.startOn, steps: plan.steps })
        if (!next.ok) return say(planProblemText(next.problem))
        if (next.value.steps === plan.steps && next.value.startOn === plan.startOn) return
        if (!isOpenToEdits(plan)) return setWaiting({ draft: next.value, label, also: how.also })
        void save(
          label,
          edit => {
            edit.set('opportunityPlan', plan.id, editedPlan(plan, next.value, calendar, asOf))
            how.also?.(edit)
          },
          how.key === undefined ? undefined : `plan/${plan.id}/${how.key}`,
        )
      },
      replan: reason => {
        const begun = replanned(plan, calendar, { on: asOf, reason, by })
        if (!begun.ok) return say(planProblemText(begun.problem))
        const open = { ...plan, ...begun.value }
        const draft = waiting?.draft ?? { startOn: plan.startOn, steps: plan.steps }
        const label = waiting?.draft ? `Re-plan: ${waiting.label.toLowerCase()}` : 'Re-plan'
        void save(label, edit => {
          edit.set('opportunityPlan', plan.id, {
            ...begun.value,
            ...editedPlan(open, draft, calendar, asOf),
          })
          waiting?.also?.(edit)
        }).then(done => done && setWaiting(null))
      },
    }),
    [waiting, save, plan, calendar, asOf, by],
  )
}
