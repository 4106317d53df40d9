/** A grid source over records for a component: each new array renews the last source at its changed records only. */
import { useState } from 'react'
import { rowsSource, type RowsSource, type RowsSpec } from './engine/rows-source'

/** The source of `rows`; keep `spec` a constant. */
export function useRowsSource<R>(rows: readonly R[], spec: RowsSpec<R>): RowsSource<R> {
  const [source, setSource] = useState(() => rowsSource(rows, spec))
  if (source.rows === rows && source.spec === spec) return source
  const next = rowsSource(rows, spec, source)
  setSource(next)
  return next
}
