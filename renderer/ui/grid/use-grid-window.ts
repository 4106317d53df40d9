/** The part of a grid that is on the screen: lines and columns by where it is scrolled to. */
import { useMemo } from 'react'
import { columnsSeen, linesSeen, offsetsOf, type Run } from './line-window'
import { lineHeight, type GridCore } from './use-grid-core'
import { useScroller, type ScrollWindow } from './use-scroller'

/** What is on the screen. */
export interface GridWindow {
  readonly seen: ScrollWindow
  readonly onScroll: () => void
  /** The unpinned columns drawn; the same object while they are the same columns. */
  readonly centreRun: Run
  /** Pixels of unpinned columns before the first one drawn. */
  readonly centreOffset: number
  readonly lineRun: Run
  /** More than the lines drawn at any time, so that line numbers modulo it never meet. */
  readonly slots: number
}

/** Lines drawn above and below the window, so that a fast wheel finds them there. */
const spareLines = 5

/** Follows the scroller of a worked-out grid. */
export function useGridWindow(core: GridCore, scroller: HTMLElement | null): GridWindow {
  const { layout, gutter } = core
  const { seen, onScroll } = useScroller(scroller)
  const offsets = useMemo(() => offsetsOf(layout.centre.map(column => column.width)), [layout])
  const room = Math.max(0, seen.width - gutter - layout.leftWidth - layout.rightWidth)
  const { first, end } = columnsSeen(seen.left, room, offsets)
  const centreRun = useMemo(() => ({ first, end }), [first, end])
  return {
    seen,
    onScroll,
    centreRun,
    centreOffset: offsets[first] ?? 0,
    lineRun: linesSeen(seen.top, seen.height, lineHeight, core.rows.lines.length, spareLines),
    slots: Math.ceil(seen.height / lineHeight) + 2 * spareLines + 1,
  }
}
