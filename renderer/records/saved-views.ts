/** Views of a grid that the user keeps under names: on this machine's desk, for one region and one grid. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Json } from '#shared/model/field'
import { useDesk } from '../store/desk-session'
import { useRegionStore } from '../store/use-region'
import type { GridView } from '../ui/grid/grid-view'
import type { NamedView, SavedViews } from '../ui/grid/grid-props'

/** A view that the program ships with a grid. */
export interface ShippedView {
  readonly id: string
  readonly name: string
  readonly view: GridView
}

const asViews = (value: Json): NamedView[] =>
  Array.isArray(value)
    ? (value as unknown as NamedView[]).filter(
        each => typeof each.id === 'string' && typeof each.name === 'string',
      )
    : []

/** The saved views of a grid: the shipped ones first, then the user's own. */
export function useSavedViews(
  grid: string,
  shipped: readonly ShippedView[],
  current: string | null,
  choose: (id: string | null, view: GridView) => void,
): SavedViews {
  const { desk } = useDesk()
  const { id: region } = useRegionStore()
  const key = `views/${region}/${grid}`
  const [own, setOwn] = useState<readonly NamedView[]>([])
  useEffect(() => {
    let stale = false
    void desk.recall(key).then(value => {
      if (!stale) setOwn(asViews(value))
    })
    return () => {
      stale = true
    }
  }, [desk, key])
  const keep = useCallback(
    (views: readonly NamedView[]) => {
      setOwn(views)
      void desk.remember(key, views as unknown as Json)
    },
    [desk, key],
  )
  return useMemo(() => {
    const list = [...shipped.map(each => ({ ...each, own: false })), ...own]
    return {
      list,
      current,
      onChoose: id => {
        const found = list.find(each => each.id === id)
        if (found) choose(id, found.view)
      },
      onSave: (name, view) => {
        const id = `own-${Date.now().toString(36)}`
        keep([...own, { id, name, view, own: true }])
        choose(id, view)
      },
      onReplace: (id, view) => keep(own.map(each => (each.id === id ? { ...each, view } : each))),
      onRename: (id, name) => keep(own.map(each => (each.id === id ? { ...each, name } : each))),
      onDelete: id => {
        keep(own.filter(each => each.id !== id))
        if (current === id) choose(null, list[0]?.view ?? own[0]?.view ?? ({} as GridView))
      },
    }
  }, [shipped, own, current, choose, keep])
}
