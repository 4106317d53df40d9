/** The exact distribution of each period, worked out beside the screen and remembered with its forecast. */
import { useEffect, useState } from 'react'
import type { Distribution } from '#shared/forecast/distribution'
import { chancesIn, type ForecastRow } from '#shared/forecast/region-forecast'
import { runJob } from '../../host/jobs'
import type { ForecastApi } from './forecast-worker'

const newWorker = () => new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' })

/** What is known of the distributions: null while they are worked out. */
export type Curves = readonly Distribution[] | null

const known = new WeakMap<readonly ForecastRow[], Map<number, readonly Distribution[]>>()

/** FC-15: the distribution of what open deals bring in each of `periods` periods, with correlation `rho`. */
export function useDistributions(rows: readonly ForecastRow[], periods: number, rho: number): Curves {
  const [, tell] = useState(0)
  const found = known.get(rows)?.get(rho) ?? null
  useEffect(() => {
    if (found) return
    const leave = new AbortController()
    const lists = Array.from({ length: periods }, (_, at) => chancesIn(rows, at))
    runJob<ForecastApi, Distribution[]>(newWorker, api => api.distributions(lists, rho), {
      signal: leave.signal,
    }).then(
      curves => {
        const own = known.get(rows) ?? new Map<number, readonly Distribution[]>()
        known.set(rows, own.set(rho, curves))
        tell(n => n + 1)
      },
      () => undefined,
    )
    return () => leave.abort()
  }, [rows, periods, rho, found])
  return found
}
