/** The mouse over a grid's cells: selecting by drag, the fill handle, links, groups and double clicks. */
import { useRef, useState, type MouseEvent, type PointerEvent } from 'react'
import { clampSpot, mainBounds, selectOnly, type Bounds, type Spot } from './selection'
import type { GridActions } from './use-grid-actions'
import { lineHeight, type GridCore } from './use-grid-core'

/** A cell found under the mouse. */
interface Hit {
  readonly spot: Spot
  readonly gutter: boolean
  readonly handle: boolean
  readonly toggle: boolean
  readonly link: boolean
  readonly figure: boolean
}

function hitOf(target: EventTarget): Hit | null {
  if (!(target instanceof Element)) return null
  const line = target.closest<HTMLElement>('[data-line]')
  if (!line) return null
  const cell = target.closest<HTMLElement>('[data-col]')
  return {
    spot: { line: Number(line.dataset.line), col: cell ? Number(cell.dataset.col) : 0 },
    gutter: target.closest('[data-gutter]') !== null,
    handle: target.closest('[data-handle]') !== null,
    toggle: target.closest('[data-toggle]') !== null,
    link: target.closest('[data-link]') !== null,
    figure: target.closest('[data-figure]') !== null,
  }
}

/** The range that a fill drag from `from` to `spot` covers: grown along one axis only. */
export function fillTarget(from: Bounds, spot: Spot): Bounds {
  const down = Math.max(spot.line - from.bottom, from.top - spot.line, 0)
  const across = Math.max(spot.col - from.right, from.left - spot.col, 0)
  if (down === 0 && across === 0) return from
  if (down >= across) {
    return { ...from, top: Math.min(from.top, spot.line), bottom: Math.max(from.bottom, spot.line) }
  }
  return { ...from, left: Math.min(from.left, spot.col), right: Math.max(from.right, spot.col) }
}

/** The mouse handlers of the grid's body. */
export function useGridMouse(
  core: GridCore,
  actions: GridActions,
  doors: {
    readonly onFigure: (spot: Spot) => void
    readonly onRowMenu: (spot: Spot, x: number, y: number) => void
  },
) {
  const drag = useRef<{
    readonly kind: 'cells' | 'rows' | 'fill'
    readonly from: Bounds | null
    readonly at: Spot
  } | null>(null)
  const [filling, setFilling] = useState<Bounds | null>(null)
  const { selection, layout, rows } = core
  const lastCol = layout.all.length - 1

  const spotAt = (event: MouseEvent): Spot | null => {
    const under = document.elementFromPoint(event.clientX, event.clientY)
    return under ? (hitOf(under)?.spot ?? null) : null
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const hit = hitOf(event.target)
    if (!hit || event.button === 1 || core.editing.editor) return
    const { spot } = hit
    if (event.button === 2) {
      const inside = selection && within(mainBounds(selection), spot)
      if (!inside) core.select(selectOnly(spot))
      return
    }
    if (hit.toggle) {
      core.select(selectOnly(spot))
      actions.toggleGroup(spot.line)
      return
    }
    if (hit.handle && selection) {
      drag.current = { kind: 'fill', from: mainBounds(selection), at: spot }
    } else if (hit.gutter) {
      const from = event.shiftKey && selection ? selection.anchor.line : spot.line
      core.select({ anchor: { line: from, col: 0 }, focus: { line: spot.line, col: lastCol }, more: [] })
      drag.current = { kind: 'rows', from: null, at: spot }
    } else if (event.shiftKey && selection) {
      core.extendTo(spot)
      drag.current = { kind: 'cells', from: null, at: spot }
    } else {
      if (event.ctrlKey || event.metaKey) core.addRange(spot)
      else core.select(selectOnly(spot))
      drag.current = { kind: 'cells', from: null, at: spot }
    }
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current
    if (!now || event.buttons === 0) return
    scrollAtEdge(event)
    const spot = spotAt(event)
    if (!spot) return
    // Not before the pointer leaves its cell: while it is captured, a click no longer reaches the link below it.
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) {
      if (spot.line === now.at.line && spot.col === now.at.col) return
      event.currentTarget.setPointerCapture(event.pointerId)
    }
    if (now.kind === 'fill' && now.from) setFilling(fillTarget(now.from, spot))
    else if (now.kind === 'rows') core.extendTo({ line: spot.line, col: lastCol })
    else core.extendTo(clampSpot(spot, actions.extent))
  }

  const scrollAtEdge = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const step = lineHeight
    if (event.clientY > box.bottom - step) event.currentTarget.scrollTop += step
    else if (event.clientY < box.top + core.headHeight) event.currentTarget.scrollTop -= step
    if (event.clientX > box.right - step) event.currentTarget.scrollLeft += step
    else if (event.clientX < box.left + core.gutter) event.currentTarget.scrollLeft -= step
  }

  const onPointerUp = () => {
    const now = drag.current
    drag.current = null
    if (now?.kind === 'fill' && now.from && filling) actions.fillSeries(now.from, filling)
    setFilling(null)
  }

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const hit = hitOf(event.target)
    if (!hit) return
    if (hit.link && !event.ctrlKey && !event.shiftKey) {
      const place = core.placeAt(hit.spot.line, hit.spot.col)
      if (place) layout.all[hit.spot.col]?.def.onLink?.(place)
    } else if (hit.figure) doors.onFigure(hit.spot)
  }

  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const hit = hitOf(event.target)
    if (!hit || hit.handle || hit.link || core.editing.editor) return
    const { spot } = hit
    if (core.groupAt(spot.line)) return
    if (!hit.gutter && actions.edit(spot, null)) return
    const row = rows.lines[spot.line] ?? -1
    if (row >= 0) core.props.onOpen?.(core.ground.source.rowId(row))
  }

  // Set when pointed at, since a title on every cell would cost more than the cell.
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-col]') : null
    if (!cell) return
    const note = cell.getAttribute('aria-description') ?? ''
    const cut = cell.scrollWidth > cell.clientWidth ? cell.textContent : ''
    const title = [cut, note].filter(Boolean).join('\n')
    if (title === '') cell.removeAttribute('title')
    else cell.setAttribute('title', title)
  }

  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const hit = hitOf(event.target)
    if (!hit) return
    event.preventDefault()
    doors.onRowMenu(hit.spot, event.clientX, event.clientY)
  }

  return {
    filling,
    onPointerOver,
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onClick,
    onDoubleClick,
    onContextMenu,
  }
}

function within(bounds: Bounds, spot: Spot): boolean {
  return (
    spot.line >= bounds.top &&
    spot.line <= bounds.bottom &&
    spot.col >= bounds.left &&
    spot.col <= bounds.right
  )
}
