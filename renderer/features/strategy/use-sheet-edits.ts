/** Everything that can be done to a strategy sheet, each as one step that can be undone. */
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { newId, type Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import type { Factor, StrategyAction } from '#shared/model/workbench'
import type { Edit } from '#shared/region/edit'
import type { NewValues } from '#shared/region/new-record'
import { freezeSheet, putFactor, usualIntent, withoutFactor } from '#shared/strategy/sheet-edit'
import { trueRandom } from '../../store/clock'
import type { DealSheet } from '../../store/deal-sheet'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore, useSettings } from '../../store/use-region'

/** The edits of one sheet. */
export interface SheetEdits {
  start(): Promise<void>
  objective(text: string): Promise<void>
  putFactor(factor: Factor): Promise<void>
  removeFactor(factor: Factor): Promise<void>
  putAction(action: StrategyAction, label: string): Promise<void>
  removeAction(action: StrategyAction): Promise<void>
  review(): Promise<void>
  /** What `AddAction` joins to its step: the link from the new action to factors. */
  linkTo(factors: readonly Factor[]): (edit: Edit, action: Id<'actionItem'>) => void
  /** A factor that is not on the sheet yet. */
  blank(direction: Factor['direction'], category: Factor['category'], text?: string): Factor
}

/** The edits of the sheet of a deal. */
export function useSheetEdits({ row, sheet }: DealSheet): SheetEdits {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const { userName } = useSettings()
  return useMemo(() => {
    const save = async (label: string, make: (edit: Edit) => void): Promise<void> => {
      const done = await store.edit(make, { label, source: 'manager', place: places.trail.here as never })
      if (!done.ok) notifications.show({ message: storeProblemText(done.problem), color: 'orange' })
    }
    const set = (
      label: string,
      values: (now: RecordOf<'strategySheet'>) => NewValues<'strategySheet'>,
    ): Promise<void> =>
      sheet
        ? save(label, edit => {
            const now = edit.current('strategySheet', sheet.id) as unknown as RecordOf<'strategySheet'>
            edit.set('strategySheet', sheet.id, values(now))
          })
        : Promise.resolve()
    const fresh = (): string => newId(trueRandom)
    return {
      start: () =>
        save(`Start the strategy sheet of ${row.deal.name}`, edit =>
          edit.add('strategySheet', { opportunity: row.id, state: 'current' }),
        ),
      objective: text => set('Objective of the strategy sheet', () => ({ objective: text.trim() || null })),
      putFactor: factor =>
        set(`Factor: ${factor.text}`, now => ({ factors: putFactor(now.factors, factor) })),
      removeFactor: factor =>
        set(`Remove factor: ${factor.text}`, now => ({
          factors: now.factors.filter(each => each.id !== factor.id),
          actions: withoutFactor(now.actions, factor.id),
        })),
      putAction: (action, label) =>
        set(label, now => ({
          actions: now.actions.map(each => (each.id === action.id ? action : each)),
        })),
      removeAction: action =>
        set('Take an action off the sheet', now => ({
          actions: now.actions.filter(each => each.id !== action.id),
        })),
      review: () =>
        sheet
          ? save(`Review the strategy sheet of ${row.deal.name}`, edit => {
              freezeSheet(edit, sheet, asOf, userName || null)
            })
          : Promise.resolve(),
      linkTo: factors => (edit, action) => {
        if (!sheet) return
        const now = edit.current('strategySheet', sheet.id) as unknown as RecordOf<'strategySheet'>
        edit.set('strategySheet', sheet.id, {
          actions: [
            ...now.actions,
            {
              id: fresh(),
              action,
              intent: usualIntent(factors[0]?.direction ?? 'against'),
              factors: factors.map(each => each.id),
              expectedEffect: 0.5,
            },
          ],
          factors: now.factors.map(each =>
            each.status === 'open' && factors.some(one => one.id === each.id)
              ? { ...each, status: 'working' as const }
              : each,
          ),
        })
      },
      blank: (direction, category, text = '') => ({
        id: fresh(),
        direction,
        text,
        category,
        weight: 3,
        evidence: null,
        evidenceOn: null,
        persons: [],
        competitor: null,
        status: 'open',
        effect: 0,
        createdOn: asOf,
      }),
    }
  }, [store, places, asOf, userName, row, sheet])
}
