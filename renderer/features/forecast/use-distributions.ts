/** Exact distributions, worked out beside the screen and remembered with what they are about. */
import { useEffect, useEffectEvent, useState } from 'react'
import type { Chance, Distribution } from '#shared/forecast/distribution'
import { runJob } from '../../host/jobs'
import type { ForecastApi } from './forecast-worker'

const newWorker = () => new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' })

/** What is known of the distributions: null while they are worked out. */
type Curves = readonly Distribution[] | null

const known = new WeakMap<object, Map<number, readonly Distribution[]>>()

/**
 * FC-15: the distributions of lists of chances with correlation `rho`. `about` is the object that the lists are read
 * from; the same object and correlation give the same answer, however often they are asked for.
 */
export function useDistributions(
  about: object,
  listsOf: () => readonly (readonly Chance[])[],
  rho: number,
): Curves {
  const [, tell] = useState(0)
  const found = known.get(about)?.get(rho) ?? null
  // The lists belong to `about`; they are read once for it.
  const lists = useEffectEvent(listsOf)
  useEffect(() => {
    if (known.get(about)?.has(rho)) return
    const leave = new AbortController()
    const asked = lists()
    runJob<ForecastApi, Distribution[]>(newWorker, api => api.distributions(asked, rho), {
      signal: leave.signal,
    }).then(
      curves => {
        const own = known.get(about) ?? new Map<number, readonly Distribution[]>()
        known.set(about, own.set(rho, curves))
        tell(n => n + 1)
      },
      () => undefined,
    )
    return () => leave.abort()
  }, [about, rho])
  return found
}
