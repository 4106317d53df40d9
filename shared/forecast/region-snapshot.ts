/** Snapshots of a region: what was known of every deal on a day, kept as it was and compared with any other (5.7, FC-26). */
import { addDays, type Day, daysBetween } from '../base/day'
import type { Period } from '../base/fiscal'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import type { SnapshotRow } from '../model/forecast'
import type { Stamp } from '../model/field'
import type { DealState, DealStates } from '../process/deal-state'
import type { Region } from '../region/region'
import { forecastRegion, pipelineClocks, type ForecastRow, type RegionForecast } from './region-forecast'
import type { RegionPipeline } from './region-pipeline'
import {
  sealSnapshot,
  type SnapshotContent,
  type SnapshotRow as ComparedRow,
  type Waterfall,
  waterfall,
  type WaterfallProblem,
} from './waterfall'

/** Deals that ended longer ago than this many days before a snapshot are left out of it. */
const closedDays = 400

/** A snapshot is due when the last one is this many days old. */
const weekly = 7

/** One row for every open deal and every one that ended in the last 400 days, with what the forecast made of it. */
export function snapshotRows(states: DealStates, forecast: RegionForecast): readonly SnapshotRow[] {
  const forecasts = new Map(forecast.rows.map(each => [each.row.id, each]))
  return states.rows.flatMap(row => rowOf(row, states.asOf, forecasts))
}

/** Deals forecast, or written as rows, in one step. */
const stride = 250

/** The rows that `snapshotRows` gives with the forecast of a pipeline, in steps of some deals, so that a window may answer in between. */
export function* snapshotSteps(
  states: DealStates,
  pipeline: RegionPipeline,
  periods: readonly Period[],
  options: { readonly leaveOutSuspects: boolean },
): Generator<void, readonly SnapshotRow[]> {
  const clocks = pipelineClocks(pipeline)
  const forecasts = new Map<DealState['id'], ForecastRow>()
  for (let from = 0; from < pipeline.deals.length; from += stride) {
    const deals = pipeline.deals.slice(from, from + stride)
    const { rows } = forecastRegion({ ...pipeline, deals }, periods, { ...options, clocks })
    for (const each of rows) forecasts.set(each.row.id, each)
    yield
  }
  const found: SnapshotRow[] = []
  for (let from = 0; from < states.rows.length; from += stride) {
    for (const row of states.rows.slice(from, from + stride))
      found.push(...rowOf(row, states.asOf, forecasts))
    yield
  }
  return found
}

/** The row of one deal; none for a deal that ended too long ago. */
function rowOf(
  row: DealState,
  asOf: Day,
  forecasts: ReadonlyMap<DealState['id'], ForecastRow>,
): readonly SnapshotRow[] {
  const { deal, state } = row
  if (state !== 'open' && (deal.closedOn ?? asOf) < addDays(asOf, -closedDays)) return []
  const found = forecasts.get(row.id)
  return [
    {
      opportunity: row.id,
      name: deal.name,
      owner: deal.owner,
      account: deal.account,
      product: deal.product,
      region: row.owner?.region ?? null,
      state,
      stage: deal.stage,
      amount: row.value.amount,
      buying: found?.version?.kind === 'stage' ? null : row.status.buying,
      selling: found?.version?.kind === 'stage' ? null : row.status.selling,
      assumed: found?.assumed ?? row.status.assumed,
      version: found?.version?.id ?? null,
      probability: found ? found.forecast.p : null,
      matrixClose: found ? found.forecast.close : null,
      planClose: row.schedule?.close ?? null,
      crmClose: deal.expectedClose,
      closedOn: state === 'open' ? null : deal.closedOn,
      startedOn: row.start,
      dealClass: row.class.kind,
      disposition: row.disposition.state,
      category: deal.forecastCategory,
    },
  ]
}

/** Sum of the open amounts of some rows in minor units: what a snapshot's record keeps beside its rows. */
export const openAmountOf = (rows: readonly SnapshotRow[]): number =>
  rows.reduce((sum, row) => sum + (row.state === 'open' ? (row.amount ?? 0) : 0), 0)

/** True where the last snapshot of a region with deals was taken seven days ago or longer, or none was. */
export function isSnapshotDue(region: Region, now: Stamp): boolean {
  if (region.table('opportunity').size === 0) return false
  let last = ''
  for (const each of region.table('snapshot').values()) if (each.takenAt > last) last = each.takenAt
  return last === '' || daysBetween(last.slice(0, 10) as Day, now.slice(0, 10) as Day) >= weekly
}

/** What is compared: the open amount, its weighted value, or the list price of the product. */
export type SnapshotMeasure = 'amount' | 'weighted' | 'list'

/** By which date a deal is in a period. */
export type SnapshotDate = 'matrix' | 'crm' | 'plan'

/** How two snapshots are compared; a null period takes every open deal, whatever its date. */
export interface CompareWish {
  readonly measure: SnapshotMeasure
  readonly date: SnapshotDate
  readonly period: Period | null
  /** Whether a row belongs to the scope: a rep, a manager, the whole region. */
  readonly inScope: (row: SnapshotRow) => boolean
  /** List price by product in minor units, for the measure `list`. */
  readonly listPrice: (product: string | null) => number | null
}

/** A snapshot to compare: its day, its rows, and what was noted when it was taken (null where it was rebuilt just now). */
export interface ComparedSnapshot {
  readonly asOf: Day
  readonly rows: readonly SnapshotRow[]
  readonly noted: Pick<RecordOf<'snapshot'>, 'rowCount' | 'openAmount'> | null
}

/** Why two snapshots cannot be compared. */
export type CompareProblem =
  WaterfallProblem | { readonly code: 'tooFarApart'; readonly days: number } | { readonly code: 'wrongOrder' }

/** Open suspects are in no waterfall (A11); an undated prospect that has not begun is one. */
const counts = (row: SnapshotRow): boolean => row.state !== 'open' || row.dealClass !== 'suspect'

function comparedRow(row: SnapshotRow, wish: CompareWish): ComparedRow {
  const list = wish.measure === 'list' ? wish.listPrice(row.product) : null
  const full = list ?? row.amount ?? 0
  const open = row.state === 'open'
  const close = wish.date === 'matrix' ? row.matrixClose : wish.date === 'crm' ? row.crmClose : row.planClose
  return {
    id: row.opportunity,
    amount: open && wish.measure === 'weighted' ? full * (row.probability ?? 0) : full,
    state: open ? 'open' : row.state === 'won' ? 'won' : 'lost',
    close: open ? close : row.closedOn,
    inScope: wish.inScope(row),
  }
}

/** The rows as the waterfall compares them; what differs from the noted count and open amount is carried into the seal (A40). */
function contentOf(
  { rows, noted }: ComparedSnapshot,
  wish: CompareWish,
  leaveOut: (row: SnapshotRow) => boolean = () => false,
): SnapshotContent {
  const compared = rows.filter(row => counts(row) && !leaveOut(row)).map(row => comparedRow(row, wish))
  const sealed = sealSnapshot(compared)
  return {
    ...sealed,
    count: sealed.count + (noted ? noted.rowCount - rows.length : 0),
    total: sealed.total + (noted ? (noted.openAmount ?? 0) - openAmountOf(rows) : 0),
  }
}

/** FC-26: what changed between two snapshots; refused where one differs from what was noted, or where the bars do not balance. */
export function compareSnapshots(
  a: ComparedSnapshot,
  b: ComparedSnapshot,
  wish: CompareWish,
): Result<Waterfall, CompareProblem> {
  const days = daysBetween(a.asOf, b.asOf)
  if (days < 0) return fail({ code: 'wrongOrder' })
  if (days > closedDays) return fail({ code: 'tooFarApart', days })
  // What had ended by the first day and is only in the second is no change: snapshots need not reach back equally far.
  // Nor is a suspect that was lost: it was in no open total.
  const first = new Map(a.rows.map(row => [row.opportunity, row]))
  const ended = (row: SnapshotRow): boolean => {
    const old = first.get(row.opportunity)
    if (row.state === 'open') return false
    if (old) return row.state !== 'won' && !counts(old)
    const before = row.closedOn !== null && row.closedOn <= a.asOf
    return before || (row.state !== 'won' && row.dealClass === 'suspect')
  }
  const found = waterfall(contentOf(a, wish), contentOf(b, wish, ended), wish.period)
  return found.ok ? ok(found.value) : fail(found.problem)
}
