/** Where a grid is scrolled to and how large its window is, drawn in the same frame as the scrolling. */
import { useCallback, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** The scrolled window, in pixels. */
export interface ScrollWindow {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

const unseen: ScrollWindow = { top: 0, left: 0, width: 0, height: 0 }

/** Follows the element's scrolling and size; `onScroll` goes on the element. */
export function useScroller(element: HTMLElement | null): {
  readonly seen: ScrollWindow
  readonly onScroll: () => void
} {
  const [seen, setSeen] = useState(unseen)
  const read = useCallback(() => {
    if (element) setSeen(last => measured(element, last))
  }, [element])
  useLayoutEffect(() => {
    if (!element) return
    // The observer reports once when it starts, before the first frame is painted.
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element, read])
  // A frame in which rows are missing would be seen as a flash, so the rows are drawn before the frame ends.
  const onScroll = useCallback(() => flushSync(read), [read])
  return { seen, onScroll }
}

function measured(element: HTMLElement, last: ScrollWindow): ScrollWindow {
  const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element
  const same = last.top === top && last.left === left && last.width === width && last.height === height
  return same ? last : { top, left, width, height }
}
