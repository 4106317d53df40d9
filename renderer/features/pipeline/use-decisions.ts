/** Putting decisions and outcomes of deals into the region as one undoable step, and saying what became of it. */
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { CommitOptions } from '../../store/region-store'
import { closeDeal, type PostMortem } from '#shared/process/close-deal'
import { recordDecision, type Decision } from '#shared/process/decide-deals'
import { dispositionVerbs, outcomeWords } from '#shared/process/decision-words'
import type { DealState } from '#shared/process/deal-state'
import type { Json } from '#shared/model/field'
import type { Edit } from '#shared/region/edit'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useRegionStore } from '../../store/use-region'

/** The two ways to decide; each answers whether it was done. */
export interface Decisions {
  readonly decide: (rows: readonly DealState[], decision: Decision) => Promise<boolean>
  readonly close: (rows: readonly DealState[], outcome: PostMortem) => Promise<boolean>
}

/** "Kan-code" or "3 deals". */
export const dealsInWords = (rows: readonly DealState[]): string =>
  rows.length === 1 ? (rows[0]?.deal.name ?? '') : `${rows.length} deals`

/** The ways to decide about deals of the open region. */
export function useDecisions(): Decisions {
  const store = useRegionStore()
  const places = usePlaces()
  return useMemo(() => {
    const commit = async (label: string, make: (edit: Edit) => void): Promise<boolean> => {
      const options: CommitOptions = { label, source: 'manager', place: places.trail.here as unknown as Json }
      const done = await store.edit(make, options)
      notifications.show(
        done.ok
          ? { message: `${label}. Undo takes it back.`, autoClose: 3000 }
          : { message: storeProblemText(done.problem), color: 'orange' },
      )
      return done.ok
    }
    return {
      decide: (rows, decision) =>
        commit(`${dispositionVerbs[decision.kind]}: ${dealsInWords(rows)}`, edit =>
          recordDecision(
            edit,
            rows.map(row => row.id),
            decision,
          ),
        ),
      close: (rows, outcome) =>
        commit(`Close as ${outcomeWords[outcome.result].toLowerCase()}: ${dealsInWords(rows)}`, edit => {
          for (const row of rows) closeDeal(edit, row, outcome)
        }),
    }
  }, [store, places])
}
