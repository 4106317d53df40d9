/** Calibrating a version on the region's history in a worker. */
import type { Day } from '#shared/base/day'
import { matureVisits, type Proposal } from '#shared/forecast/calibration'
import type { NamedMatrix } from '#shared/forecast/region-matrix'
import { scopeOfDeal } from '#shared/forecast/region-pipeline'
import { stageVisits } from '#shared/forecast/region-stages'
import { regionVisits, type RegionVisit } from '#shared/forecast/region-visits'
import type { DealStates } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { runJob } from '../../host/jobs'
import { newForecastWorker } from './accuracy-desk'
import type { ForecastApi, Step } from './forecast-worker'
import { jobKind, type Work } from './job-desk'

/** What history says of a version's cells. */
export interface Calibration {
  readonly version: string
  readonly label: string
  readonly asOf: Day
  readonly proposals: readonly Proposal[]
  /** First visits in all, and the mature ones among them (FC-17). */
  readonly visits: number
  readonly mature: number
}

/** The visits that a version is calibrated on: by stage or by status, of the deals in its scope. */
export function visitsFor(region: Region, states: DealStates, version: NamedMatrix): readonly RegionVisit[] {
  if (version.kind === 'stage') {
    const { stages, visits } = stageVisits(region, states)
    return visits.flatMap(each => {
      const s = version.columns.indexOf(stages[each.s] ?? '')
      return s < 0 ? [] : [{ ...each, s }]
    })
  }
  const all = regionVisits(region, states, version.statusSet)
  const wanted = Object.entries(version.scope).filter(([, value]) => value !== null)
  if (wanted.length === 0) return all
  const known = new Map<string, boolean>()
  return all.filter(({ deal }) => {
    let fits = known.get(deal)
    if (fits === undefined) {
      const row = states.byId.get(deal as never)
      const own = row ? scopeOfDeal(region, row) : null
      fits = own !== null && wanted.every(([key, value]) => own[key as keyof typeof own] === value)
      known.set(deal, fits)
    }
    return fits
  })
}

/** The calibration of a region, wherever it is looked at. */
export const useCalibration = jobKind<Calibration>()

/** Calibrates a version on visits; the version's values are the priors. */
export const calibration =
  (
    states: DealStates,
    version: NamedMatrix,
    visits: readonly RegionVisit[],
    label: string,
  ): Work<Calibration> =>
  async (step, signal) => {
    const { priorStrength, minDurationN } = states.settings
    const proposals = await runJob<ForecastApi, Proposal[], Step>(
      newForecastWorker,
      (api, job) =>
        api.calibrate(visits, version.matrix, { m: priorStrength, fewestWins: minDurationN }, job.progress),
      { signal, onProgress: step },
    )
    const mature = matureVisits(visits).length
    return { version: version.id, label, asOf: states.asOf, proposals, visits: visits.length, mature }
  }
