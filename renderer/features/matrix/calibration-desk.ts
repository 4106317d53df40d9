/** Calibrating a version on the region's history in a worker: one run at a time, its result kept while the region is open. */
import { useSyncExternalStore } from 'react'
import type { Day } from '#shared/base/day'
import { matureVisits, type CellVisit, type Proposal } from '#shared/forecast/calibration'
import type { NamedMatrix } from '#shared/forecast/region-matrix'
import { scopeOfDeal } from '#shared/forecast/region-pipeline'
import { stageVisits } from '#shared/forecast/region-stages'
import { regionVisits } from '#shared/forecast/region-visits'
import type { DealStates } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { runJob } from '../../host/jobs'
import type { ForecastApi, Step } from './forecast-worker'

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

/** Where a run stands. */
export type CalibrationState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number | null }
  | { readonly kind: 'done'; readonly result: Calibration }
  | { readonly kind: 'failed'; readonly why: string }

const newWorker = () => new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' })

/** The visits that a version is calibrated on: by stage or by status, of the deals in its scope. */
export function visitsFor(region: Region, states: DealStates, version: NamedMatrix): readonly CellVisit[] {
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

/** One region's desk. */
class CalibrationDesk {
  private state: CalibrationState = { kind: 'none' }
  private stop: AbortController | null = null
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): CalibrationState => this.state

  /** Calibrates; a run under way is ended first. */
  async start(region: Region, states: DealStates, version: NamedMatrix, label: string): Promise<void> {
    this.cancel()
    const stop = (this.stop = new AbortController())
    this.move({ kind: 'running', done: 0, of: null })
    try {
      const visits = visitsFor(region, states, version)
      const { priorStrength, minDurationN } = states.settings
      const proposals = await runJob<ForecastApi, Proposal[], Step>(
        newWorker,
        (api, job) =>
          api.calibrate(
            visits,
            version.matrix,
            { m: priorStrength, fewestWins: minDurationN },
            job.progress,
          ) as Promise<Proposal[]>,
        { signal: stop.signal, onProgress: step => this.move({ kind: 'running', ...step }) },
      )
      const mature = matureVisits(visits).length
      this.move({
        kind: 'done',
        result: { version: version.id, label, asOf: states.asOf, proposals, visits: visits.length, mature },
      })
    } catch (error) {
      if (!stop.signal.aborted)
        this.move({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Ends a run under way. */
  cancel(): void {
    if (this.state.kind !== 'running') return
    this.stop?.abort()
    this.move({ kind: 'none' })
  }

  private move(state: CalibrationState): void {
    this.state = state
    for (const listener of [...this.listeners]) listener()
  }
}

const desks = new WeakMap<Region, CalibrationDesk>()

const deskOf = (region: Region): CalibrationDesk => {
  let desk = desks.get(region)
  if (!desk) desks.set(region, (desk = new CalibrationDesk()))
  return desk
}

/** The state of calibration in a region, with the ways to start and end it. */
export function useCalibration(region: Region) {
  const desk = deskOf(region)
  const state = useSyncExternalStore(desk.subscribe, desk.snapshot)
  return {
    state,
    start: (states: DealStates, version: NamedMatrix, label: string) =>
      void desk.start(region, states, version, label),
    cancel: () => desk.cancel(),
  }
}
