/** Prepares the columns seen for their first sort and search while nothing else is to be done. */
import { useEffect } from 'react'
import type { GridSource } from './engine/column-data'
import type { ViewEngine } from './engine/view-engine'
import type { GridLayout } from './use-grid-columns'

/** A column is begun only when the browser expects to be idle for so long, in milliseconds. */
const needed = 20

/** Warms one column per idle moment. */
export function useWarmColumns(engine: ViewEngine, source: GridSource, layout: GridLayout): void {
  useEffect(() => {
    if (typeof requestIdleCallback !== 'function') return
    const keys = layout.all.map(column => column.def.key)
    const step = (deadline: IdleDeadline) => {
      if (deadline.timeRemaining() >= needed) {
        const key = keys.shift()
        if (key !== undefined) engine.warm(source, key)
      }
      if (keys.length > 0) waiting = requestIdleCallback(step)
    }
    let waiting = requestIdleCallback(step)
    return () => cancelIdleCallback(waiting)
  }, [engine, source, layout])
}
