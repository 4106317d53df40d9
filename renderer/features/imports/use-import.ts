/** The import of the open region, as the screens see it. */
import { useMemo, useSyncExternalStore } from 'react'
import { useDesk } from '../../store/desk-session'
import { useRegionStore } from '../../store/use-region'
import { importActions, type ImportActions } from './import-actions'
import { importKeeper } from './import-keeper'
import type { Wizard } from './wizard'

/** Where the import stands and what can be done in it; it goes on while no part of it is on the screen. */
export function useImport(): { readonly wizard: Wizard; readonly actions: ImportActions } {
  const store = useRegionStore()
  const desk = useDesk()
  const keeper = importKeeper(store)
  const wizard = useSyncExternalStore(keeper.subscribe, () => keeper.wizard)
  const actions = useMemo(() => importActions(keeper, desk), [keeper, desk])
  return { wizard, actions }
}
