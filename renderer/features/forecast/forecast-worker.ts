/** The worker that works out what a period may bring: exact distributions of many deals. */
import { distribution, type Chance, type Distribution } from '#shared/forecast/distribution'
import { serveJobs } from '../../host/serve-jobs'

const api = {
  /** The distribution of each list of chances, with one correlation for all. */
  distributions: (lists: readonly (readonly Chance[])[], rho: number): Distribution[] =>
    lists.map(chances => distribution(chances, { rho })),
}

/** What the worker serves. */
export type ForecastApi = typeof api

serveJobs(api)
