/** The stage matrix of a region without statuses: one row, the CRM's stages as columns, from the region's own history (FC-5c). */
import { sevenDayWeek, type WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import { quantileOf } from '../base/statistics'
import { measureDays, type Measure } from '../process/deal-age'
import { type DealPath, stagePaths } from '../process/deal-path'
import type { DealStates } from '../process/deal-state'
import { regionCalendar } from '../region/settings'
import type { Region } from '../region/region'
import { type CellVisit, matureVisits } from './calibration'
import { curveSigma, wonCurve } from './competing-risks'
import { type Cell, expertCell, highestPoc, longestTuc } from './matrix'
import { historyId, type NamedMatrix, unstoredMatrix } from './region-matrix'
import { firstClose, type RegionVisit } from './region-visits'
import { smoothed } from './smoothing'

/** The calendar of stage matrices: every day counts where durations from CRM dates are calendar days (CV-5). */
export const stageCalendar = (region: Region, states: DealStates): WorkCalendar =>
  states.settings.calendarDays ? sevenDayWeek : regionCalendar(region)

const visitOf = (
  path: DealPath,
  on: Day,
  measure: Measure,
  { asOf }: DealStates,
  since: Day | null,
  s: number,
): RegionVisit => {
  const { state, deal } = path.row
  return {
    deal: path.id,
    enteredOn: on,
    delay: since === null ? 0 : Math.max(0, measureDays(measure, on, since)),
    b: 0,
    s,
    time: Math.max(0, measureDays(measure, on, state === 'open' ? asOf : (deal.closedOn ?? asOf))),
    outcome: state === 'disqualified' ? 'lost' : state,
  }
}

/** The first visits of all deals to the CRM's stages in their order, with the age at the first close in the data (FC-17, FC-21). */
export function stageVisits(
  region: Region,
  states: DealStates,
): { readonly stages: readonly string[]; readonly visits: readonly RegionVisit[] } {
  const { columns, paths } = stagePaths(region, states)
  const stages = columns.slice(0, -1).map(each => each.step)
  const measure: Measure = states.settings.calendarDays
    ? { kind: 'calendarDays' }
    : { kind: 'workingDays', calendar: regionCalendar(region) }
  const since = firstClose(states)
  const visits = paths.flatMap(path =>
    path.steps.flatMap(({ step, on }) => {
      const s = stages.indexOf(step)
      return s < 0 ? [] : [visitOf(path, on, measure, states, since, s)]
    }),
  )
  return { stages, visits }
}

/**
 * FC-5c: chances and times of the region's own closed deals by stage. Mature visits give the chance, the median of the
 * won ones the time; a stage with fewer than `states.settings.minDurationN` wins takes both from the stage with the most
 * visits, and says by its own count that they are borrowed.
 */
export function stageMatrix(region: Region, states: DealStates): NamedMatrix {
  const { stages, visits } = stageVisits(region, states)
  const fewest = states.settings.minDurationN
  const byStage = stages.map((_, s) => visits.filter(each => each.s === s))
  const longest = byStage.reduce<readonly CellVisit[]>((a, b) => (b.length > a.length ? b : a), [])
  const cells = byStage.map(own => {
    const usable = own.filter(each => each.outcome === 'won').length >= fewest
    return usable ? cellOf(own) : borrowed(cellOf(longest), own)
  })
  const curve = wonCurve(
    longest.map(({ time, outcome }) => ({
      time,
      outcome: outcome === 'noDecision' ? 'lost' : outcome,
      delay: 0,
    })),
  )
  return unstoredMatrix({
    id: historyId,
    basis: 'history',
    kind: 'stage',
    name: 'CRM stages, from own history',
    rows: ['Any'],
    columns: stages,
    matrix: {
      cells: [cells],
      sigma: curveSigma(curve) ?? states.settings.sigma,
      ageZero: states.settings.ageZero,
    },
  })
}

/** Another stage's values over a stage's own thin history. */
function borrowed(cell: Cell, own: readonly CellVisit[]): Cell {
  const mature = matureVisits(own)
  const wins = mature.filter(each => each.outcome === 'won').length
  return { ...cell, n: mature.length, wins, lo95: null, hi95: null }
}

/** One cell from visits; without a single closed one it is a check cell at one half and 60 days. */
function cellOf(visits: readonly CellVisit[]): Cell {
  const mature = matureVisits(visits)
  const wins = mature.filter(each => each.outcome === 'won')
  const n = mature.length
  if (wins.length === 0) return expertCell(0.5, 60, 'check')
  const tuc = quantileOf(
    wins.map(each => each.time),
    0.5,
  )
  const { low, high } = smoothed(wins.length, n, wins.length / n, 10)
  return {
    ...expertCell(
      Math.min(highestPoc, Math.max(0.001, wins.length / n)),
      Math.min(longestTuc, Math.max(1, Math.round(tuc ?? 60))),
    ),
    origin: 'calibrated',
    n,
    wins: wins.length,
    lo95: low,
    hi95: high,
  }
}
