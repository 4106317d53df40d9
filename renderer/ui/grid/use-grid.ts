/** The state of one grid: what it works out, what can be done to it, and its scrolled element. */
import { useState } from 'react'
import type { GridProps } from './grid-props'
import { useGridActions, type GridActions } from './use-grid-actions'
import { useFind, type GridFind } from './use-find'
import { useGridCore, type GridCore } from './use-grid-core'
import { useRefused, type RefusedHandle } from './use-refused'

/** A grid at work. */
export interface GridHandle {
  readonly core: GridCore
  readonly actions: GridActions
  readonly find: GridFind
  readonly refused: RefusedHandle
  readonly scroller: HTMLDivElement | null
  readonly setScroller: (element: HTMLDivElement | null) => void
  /** Gives the keyboard back to the table. */
  readonly refocus: () => void
}

/** The grid of `props`. */
export function useGrid(props: GridProps): GridHandle {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const core = useGridCore(props)
  const actions = useGridActions(core, scroller)
  const find = useFind(core, actions)
  const refocus = () => scroller?.focus({ preventScroll: true })
  const refused = useRefused(core, actions, scroller, refocus)
  return {
    core,
    actions,
    find,
    refused,
    scroller,
    setScroller,
    refocus,
  }
}
