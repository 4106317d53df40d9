/** What a draft would change if it were in force, quick enough to follow every keystroke (section 5.4). */
import type { Period } from '../base/fiscal'
import type { BusinessClock } from './business-clock'
import {
  type DealForecast,
  type Forecast,
  type ForecastDeal,
  type ForecastOptions,
  forecastDeals,
  sumForecast,
} from './deal-forecast'
import { type Cell, cellAt, type Matrix } from './matrix'
import { matrixInForce, type NamedMatrix } from './region-matrix'
import type { RegionDeal, RegionPipeline } from './region-pipeline'
import { whatIf, type WhatIf } from './what-if'

/** A deal that a draft would govern: its cell under the version that holds now, and under the draft. */
export interface GovernedDeal {
  readonly before: ForecastDeal
  readonly after: ForecastDeal
  readonly matrix: Matrix
}

const nothing: Matrix = { cells: [], sigma: 0.6, ageZero: 2.5 }

/** The same pipeline with a version as if it were approved from the as-of date on. */
const asIfInForce = (pipeline: RegionPipeline, draft: NamedMatrix): readonly NamedMatrix[] => [
  ...pipeline.book.stored.filter(each => each.id !== draft.id),
  { ...draft, no: Number.MAX_SAFE_INTEGER, state: 'approved', effectiveFrom: pipeline.asOf },
]

/** What a draft would reach. */
interface DraftReach {
  readonly deals: readonly GovernedDeal[]
  /** Deals that have a version now and would have none: as soon as one is approved, the values that ship no longer serve. */
  readonly orphaned: readonly string[]
}

/** The deals for which the most specific scope would lead to the draft, beside what they are forecast by now. */
export function draftReach(
  pipeline: RegionPipeline,
  draft: NamedMatrix,
  statusSetOf: (deal: RegionDeal) => string,
): DraftReach {
  const book = { ...pipeline.book, stored: asIfInForce(pipeline, draft) }
  const found = new Map<string, string | null>()
  const deals: GovernedDeal[] = []
  const orphaned: string[] = []
  for (const each of pipeline.deals) {
    const { row, deal, version, basis, scope } = each
    if ((basis === 'stage') !== (draft.kind === 'stage')) continue
    const set = statusSetOf(each)
    const key = JSON.stringify([set, scope.region, scope.product, scope.market, scope.cycle])
    let then = found.get(key)
    if (then === undefined) {
      then = matrixInForce(book, draft.kind, set, scope, pipeline.asOf)?.id ?? null
      found.set(key, then)
    }
    if (then === null && version !== null) orphaned.push(deal.id)
    if (then !== draft.id) continue
    const s = draft.kind === 'stage' ? draft.columns.indexOf(row.deal.stage ?? '') : deal.s
    deals.push({ before: deal, after: { ...deal, s }, matrix: version?.matrix ?? nothing })
  }
  return { deals, orphaned }
}

const like = (a: Cell | null, b: Cell | null): boolean =>
  a === b || (a !== null && b !== null && a.poc === b.poc && a.tuc === b.tuc && a.kind === b.kind)

/**
 * The difference that `after` makes to the deals it governs; only deals whose cell differs are computed anew.
 * `against` replaces what the deals are forecast by now, to compare any two versions.
 */
export function draftWhatIf(
  deals: readonly GovernedDeal[],
  after: Matrix,
  clock: BusinessClock,
  periods: readonly Period[],
  options: ForecastOptions & {
    readonly against?: Matrix
    readonly most?: number
    readonly groupOf?: (deal: ForecastDeal) => string
  } = {},
): WhatIf {
  const { against, most, groupOf, ...forecast } = options
  const byMatrix = new Map<Matrix, GovernedDeal[]>()
  for (const each of deals) {
    const before = against ?? each.matrix
    const spread = before.sigma === after.sigma && before.ageZero === after.ageZero
    const from = against ? each.after : each.before
    if (spread && like(cellAt(before, from.b, from.s), cellAt(after, each.after.b, each.after.s))) continue
    const list = byMatrix.get(before)
    if (list) list.push(each)
    else byMatrix.set(before, [each])
  }
  const [old, fresh]: [DealForecast[], DealForecast[]] = [[], []]
  for (const [before, group] of byMatrix) {
    const was = group.map(each => (against ? each.after : each.before))
    old.push(...forecastDeals(was, before, clock, periods, forecast).deals)
    fresh.push(
      ...forecastDeals(
        group.map(each => each.after),
        after,
        clock,
        periods,
        forecast,
      ).deals,
    )
  }
  const whole = (rows: readonly DealForecast[]): Forecast => ({
    periods: periods.map(each => each.key),
    deals: rows,
    totals: sumForecast(rows, periods.length),
  })
  return whatIf(whole(old), whole(fresh), {
    ...(most === undefined ? {} : { most }),
    ...(groupOf ? { groupOf } : {}),
  })
}
