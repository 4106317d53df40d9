/** The rows behind a number of the preview, asked of the worker: in which sheets they stand, and which they are. */
import { useEffect, useState } from 'react'
import type { CountedSheets } from './import-session'
import type { PlanSource } from './plan-source'
import type { PlanView } from './plan-view'
import type { ImportActions } from './import-actions'

/** The column of a source that is filled in the rows that a number counts. */
export const countedColumn = 'counted'

/** Where the rows of a number stand; null until that is known, and while no number is opened. */
export function useCounted(
  actions: ImportActions,
  plan: PlanView,
  count: string | null,
): CountedSheets | null {
  const [known, setKnown] = useState<{ plan: PlanView; count: string; found: CountedSheets } | null>(null)
  const { counted } = actions
  useEffect(() => {
    let stale = false
    if (count !== null)
      void counted(count).then(found => {
        if (!stale && found) setKnown({ plan, count, found })
      })
    return () => {
      stale = true
    }
  }, [counted, plan, count])
  return known?.count === count ? known.found : null
}

/** The source with the rows of a number marked in `countedColumn`; null until they are known. */
export function useCountedSource(
  actions: ImportActions,
  source: PlanSource | null,
  sheet: number,
  count: string | null,
): PlanSource | null {
  const [known, setKnown] = useState<{ rows: unknown; count: string; picked: Float64Array } | null>(null)
  const { picked } = actions
  const rows = source?.rows ?? null
  useEffect(() => {
    let stale = false
    if (count !== null && rows !== null)
      void picked(sheet, count).then(found => {
        if (!stale && found?.length === rows.count) setKnown({ rows, count, picked: found })
      })
    return () => {
      stale = true
    }
  }, [picked, rows, sheet, count])
  if (count === null || source === null) return source
  if (known === null || known.rows !== rows || known.count !== count) return null
  return withCounted(source, known.picked)
}

const made = new WeakMap<PlanSource, { picked: Float64Array; source: PlanSource }>()

/** Made once for each source, so that the grid sees the same one until something moves. */
function withCounted(source: PlanSource, picked: Float64Array): PlanSource {
  const before = made.get(source)
  if (before?.picked === picked) return before.source
  const data = { kind: 'number', values: picked } as const
  const next: PlanSource = {
    ...source,
    column: key => (key === countedColumn ? data : source.column(key)),
  }
  made.set(source, { picked, source: next })
  return next
}
