/** The selection of a grid, which stays with its records when lines move and is pressed into what is left of them. */
import { useCallback, useState } from 'react'
import type { GridSource } from './engine/column-data'
import type { Group } from './engine/group-rows'
import {
  clampSelection,
  clampSpot,
  selectOnly,
  type CellRange,
  type Extent,
  type Selection,
  type Spot,
} from './selection'

/** The lines and columns in which a selection lives. */
export interface SelectionGround {
  readonly source: GridSource
  readonly lines: Int32Array
  readonly groups: readonly Group[] | null
  readonly columnKeys: readonly string[]
}

interface Held {
  readonly ground: SelectionGround
  readonly selection: Selection | null
}

/** What lasts of a line: its row's identity or its group's path. */
export function lineName(ground: SelectionGround, line: number): string | null {
  const at = ground.lines[line]
  if (at === undefined) return null
  return at >= 0 ? ground.source.rowId(at) : `\u0003${ground.groups?.[-at - 1]?.path ?? ''}`
}

function lineOf(ground: SelectionGround, name: string): number {
  if (name.startsWith('\u0003')) {
    const path = name.slice(1)
    const group = ground.groups?.findIndex(one => one.path === path) ?? -1
    return group < 0 ? -1 : ground.lines.indexOf(-(group + 1))
  }
  const row = ground.source.rowOf(name)
  return row < 0 ? -1 : ground.lines.indexOf(row)
}

/** The same cells in a changed ground: by record when they can be found together, else the nearest place. */
export function carrySelection(
  selection: Selection,
  from: SelectionGround,
  to: SelectionGround,
): Selection | null {
  const extent: Extent = { lines: to.lines.length, cols: to.columnKeys.length }
  if (extent.lines === 0 || extent.cols === 0) return null
  const colOf = (col: number) => {
    const found = to.columnKeys.indexOf(from.columnKeys[col] ?? '')
    return found < 0 ? Math.min(col, extent.cols - 1) : found
  }
  const sameLines = from.lines === to.lines
  const place = (spot: Spot): Spot => {
    const col = colOf(spot.col)
    if (sameLines) return { line: spot.line, col }
    const name = lineName(from, spot.line)
    const line = name === null ? -1 : lineOf(to, name)
    return clampSpot({ line: line < 0 ? spot.line : line, col }, extent)
  }
  const anchor = place(selection.anchor)
  if (selection.anchor.line === selection.focus.line || sameLines) {
    const focus = sameLines ? place(selection.focus) : { line: anchor.line, col: colOf(selection.focus.col) }
    return clampSelection({ anchor, focus, more: sameLines ? selection.more : [] }, extent)
  }
  const focus = place(selection.focus)
  const kept = focus.line - anchor.line === selection.focus.line - selection.anchor.line
  return kept ? { anchor, focus, more: [] } : selectOnly(anchor)
}

/** Holds a selection over `ground`; null until something is selected. */
export function useGridSelection(ground: SelectionGround): {
  readonly selection: Selection | null
  readonly select: (next: Selection) => void
  readonly extendTo: (focus: Spot) => void
  readonly addRange: (spot: Spot) => void
} {
  const [held, setHeld] = useState<Held>({ ground, selection: null })
  let { selection } = held
  const moved =
    held.ground.lines !== ground.lines ||
    held.ground.columnKeys !== ground.columnKeys ||
    held.ground.source !== ground.source
  if (moved) {
    selection = selection && carrySelection(selection, held.ground, ground)
    setHeld({ ground, selection })
  }
  const select = useCallback((next: Selection) => setHeld(now => ({ ...now, selection: next })), [])
  const extendTo = useCallback((focus: Spot) => {
    setHeld(now => (now.selection ? { ...now, selection: { ...now.selection, focus } } : now))
  }, [])
  const addRange = useCallback((spot: Spot) => {
    setHeld(now => {
      if (!now.selection) return { ...now, selection: selectOnly(spot) }
      const last: CellRange = { from: now.selection.anchor, to: now.selection.focus }
      return { ...now, selection: { anchor: spot, focus: spot, more: [...now.selection.more, last] } }
    })
  }, [])
  return { selection, select, extendTo, addRange }
}
