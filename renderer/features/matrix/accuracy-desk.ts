/** The backtest of a region in a worker. */
import type { Day } from '#shared/base/day'
import { type AccuracyReport, backtestOrigins } from '#shared/forecast/accuracy-report'
import { regionFacts, type RegionFacts } from '#shared/forecast/region-facts'
import type { DealStates } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { runJob } from '../../host/jobs'
import type { ForecastApi, Step } from './forecast-worker'
import { jobKind, type Work } from './job-desk'

/** Starts the worker of calibration and backtest. */
export const newForecastWorker = (): Worker =>
  new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' })

/** A backtest with what it rests on. */
export interface AccuracyRun {
  readonly asOf: Day
  /** Moves when the deals do: a run of other data is shown as such. */
  readonly states: DealStates
  readonly origins: readonly Day[]
  readonly basis: Omit<RegionFacts, 'facts'>
  /** Null where history is too short for a single origin. */
  readonly report: AccuracyReport | null
}

/** The backtest of a region, wherever it is looked at. */
export const useAccuracy = jobKind<AccuracyRun>()

const known = new WeakMap<DealStates, AccuracyRun>()

/** Backtests the forecast of a region, once for each state of its deals. */
export async function accuracyOfRegion(
  region: Region,
  states: DealStates,
  step: (at: Step) => void = () => undefined,
  signal?: AbortSignal,
): Promise<AccuracyRun> {
  const found = known.get(states)
  if (found) return found
  const { facts, ...basis } = regionFacts(region, states)
  const origins = backtestOrigins(facts, states.asOf)
  const report =
    origins.length === 0
      ? null
      : await runJob<ForecastApi, AccuracyReport, Step>(
          newForecastWorker,
          (api, job) => api.accuracy(facts, origins, job.progress),
          { onProgress: step, ...(signal ? { signal } : {}) },
        )
  const run = { asOf: states.asOf, states, origins, basis, report }
  known.set(states, run)
  return run
}

/** The backtest as work that can be watched and stopped. */
export const accuracy =
  (region: Region, states: DealStates): Work<AccuracyRun> =>
  (step, signal) =>
    accuracyOfRegion(region, states, step, signal)
