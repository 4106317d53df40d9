/** Finding in a grid: the cells that hold what is searched for, which of them is the active one, and the way to the next. */
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { findCells } from './engine/search-rows'
import type { GridActions } from './use-grid-actions'
import type { GridCore } from './use-grid-core'
import { useLatest } from './use-latest'

/** What is found in a grid. */
export interface GridFind {
  /** One byte per source row for each column that holds a found cell; null while nothing is searched for. */
  readonly cells: ReadonlyMap<string, Uint8Array> | null
  /** How many cells are found among the rows seen. */
  readonly count: number
  /** Which of them is the active cell, from 1; 0 where none is. */
  readonly at: number
  /** Goes to the next found cell, or to the one before, and round at the end. */
  readonly next: (step: 1 | -1) => void
}

/** Finds what the view searches for. */
export function useFind(core: GridCore, actions: GridActions): GridFind {
  const { layout, rows, selection } = core
  const { source, view } = core.props
  const text = useDeferredValue(view.pivot ? '' : view.search.trim())
  // A cell in a closed group is gone to once its groups are open.
  const waiting = useRef<{ readonly row: number; readonly col: number } | null>(null)
  const cells = useMemo(() => {
    if (text === '') return null
    const columns = new Map(layout.all.map(({ def }) => [def.key, source.column(def.key)]))
    return findCells(text, columns, source.rowCount)
  }, [text, layout, source])
  const masks = useMemo(() => layout.all.map(({ def }) => cells?.get(def.key) ?? null), [layout, cells])
  const { order } = rows
  const count = useMemo(() => {
    let sum = 0
    for (const mask of masks) if (mask) for (const row of order) sum += mask[row] as number
    return sum
  }, [masks, order])

  /** The place in the order of rows of a line: its row, or the first row of its group. */
  const placeOf = (line: number): number => {
    const at = rows.lines[line] ?? -1
    if (at >= 0) return rows.groups ? order.indexOf(at) : line
    return rows.groups?.[-at - 1]?.start ?? 0
  }
  const anchor = selection?.anchor ?? null
  const active = (rows.lines[anchor?.line ?? -1] ?? -1) >= 0 ? anchor : null
  const at = useMemo(() => {
    const row = active ? (rows.lines[active.line] ?? -1) : -1
    if (!active || row < 0 || !masks[active.col]?.[row]) return 0
    const end = rows.groups ? order.indexOf(row) : active.line
    let sum = 0
    for (let place = 0; place < end; place++)
      for (const mask of masks) if (mask) sum += mask[order[place] as number] as number
    for (let col = 0; col <= active.col; col++) sum += masks[col]?.[row] ?? 0
    return sum
  }, [active, rows.lines, rows.groups, order, masks])

  const show = (row: number, col: number) => {
    const line = rows.groups ? rows.lines.indexOf(row) : order.indexOf(row)
    if (line >= 0) return actions.go({ line, col })
    const place = order.indexOf(row)
    const flipped = new Set(rows.open.flipped)
    for (const group of rows.groups ?? []) {
      if (place < group.start || place >= group.end || rows.isOpen(group)) continue
      if (rows.open.all) flipped.delete(group.path)
      else flipped.add(group.path)
    }
    rows.setOpen({ ...rows.open, flipped })
    waiting.current = { row, col }
  }
  const arrive = useEffectEvent(() => {
    const to = waiting.current
    const line = to ? rows.lines.indexOf(to.row) : -1
    if (!to || line < 0) return
    waiting.current = null
    actions.go({ line, col: to.col })
  })
  useEffect(() => {
    arrive()
  }, [rows.lines])

  const next = useLatest((step: 1 | -1) => {
    if (count === 0) return actions.say(text === '' ? 'Type what to find first' : `“${text}” is not found`)
    const cols = masks.length
    const size = order.length * cols
    // Places of cells are numbered line by line; one before the first, where the active cell is a group's.
    const from = anchor ? placeOf(anchor.line) * cols + (active ? active.col : step > 0 ? -1 : 0) : -1
    for (let i = 1; i <= size; i++) {
      const place = (((from + step * i) % size) + size) % size
      const row = order[Math.floor(place / cols)] as number
      if (masks[place % cols]?.[row]) return show(row, place % cols)
    }
  })
  return useMemo(() => ({ cells, count, at, next }), [cells, count, at, next])
}
