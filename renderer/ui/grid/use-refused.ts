/** Edits that came back: back into the editor with their text and the reason, as soon as that is in nobody's way. */
import { useEffect, useEffectEvent } from 'react'
import type { RefusedEdits } from './pending-cells'
import type { GridActions } from './use-grid-actions'
import type { GridCore } from './use-grid-core'
import { clearFilters, setColumn } from './view-change'

/** What can be done with the oldest edits that came back. */
export interface RefusedHandle {
  readonly one: RefusedEdits | null
  /** How many further ones wait behind it. */
  readonly more: number
  /** Opens the editor again, or hands several in once more. */
  readonly again: () => void
  readonly letGo: () => void
  /** Opens the editor if the keyboard is in the grid and no editor is open. */
  readonly arrive: () => void
}

/** Follows what came back to a grid whose table is `scroller`. */
export function useRefused(
  core: GridCore,
  actions: GridActions,
  scroller: HTMLElement | null,
  refocus: () => void,
): RefusedHandle {
  const { pending, waiting, editing, rows, layout, props } = core
  const one = pending.refused[0] ?? null
  const single = one?.edits.length === 1 ? (one.edits[0] ?? null) : null

  /** Opens the editor with what was typed; false where its cell is not among those seen. */
  const open = (): boolean => {
    if (!one || !single) return false
    const row = core.ground.source.rowOf(single.rowId)
    const line = row < 0 ? -1 : rows.lines.indexOf(row)
    const col = layout.all.findIndex(each => each.def.key === single.column)
    if (line < 0 || col < 0) return false
    actions.go({ line, col })
    editing.open({ ...single, over: false, problem: one.reason })
    waiting.letGo(one)
    return true
  }
  const arrive = (): void => {
    if (!single || editing.editor) return
    const at = document.activeElement
    // Somebody at work elsewhere is not called away; the line over the grid says what came back.
    if (!at || at === document.body || scroller?.contains(at)) open()
  }
  const look = useEffectEvent(arrive)
  useEffect(() => {
    look()
  }, [one, editing.editor, rows.lines, layout, scroller])

  const again = (): void => {
    if (!one) return
    refocus()
    if (single) {
      if (open()) return
      const { view, columns } = props
      rows.setOpen({ all: true, flipped: new Set() })
      props.onView(setColumn(clearFilters(view), columns, single.column, { hidden: false }))
      return
    }
    waiting.letGo(one)
    actions.handIn(one.edits, one.cause, one.cause)
  }
  return {
    one,
    more: Math.max(0, pending.refused.length - 1),
    again,
    letGo: () => one && waiting.letGo(one),
    arrive,
  }
}
