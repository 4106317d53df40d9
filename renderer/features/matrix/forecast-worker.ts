/** The worker that calibrates matrices on history and backtests the forecast, so that the screen stays quick. */
import { accuracyReport } from '#shared/forecast/accuracy-report'
import type { Day } from '#shared/base/day'
import type { Fact } from '#shared/forecast/backtest'
import { calibrateMatrix, type CalibrationOptions, type CellVisit } from '#shared/forecast/calibration'
import type { Matrix } from '#shared/forecast/matrix'
import { serveJobs } from '../../host/serve-jobs'

/** How far a job is. */
export interface Step {
  readonly done: number
  readonly of: number
}

const api = {
  calibrate: (
    visits: readonly CellVisit[],
    expert: Matrix,
    options: CalibrationOptions,
    progress: (step: Step) => void,
  ) => calibrateMatrix(visits, expert, { ...options, onProgress: (done, of) => progress({ done, of }) }),
  accuracy: (facts: readonly Fact[], origins: readonly Day[], progress: (step: Step) => void) =>
    accuracyReport(facts, origins, (done, of) => progress({ done, of })),
}

/** What the worker serves. */
export type ForecastApi = typeof api

serveJobs(api)
