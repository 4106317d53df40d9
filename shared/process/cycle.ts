/** Choosing a sales cycle (CY-1), its versions in force, their differences and where they are used. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { CycleStep } from '../model/process'
import { sameValue } from '../region/change'
import type { Region } from '../region/region'

/** A cycle that may fit a deal, with the points of CY-1. */
export interface CycleChoice {
  readonly cycle: RecordOf<'salesCycle'>
  readonly version: RecordOf<'salesCycleVersion'>
  readonly score: number
}

/** The active version of a cycle in force on a day; the newest where several claim to be. */
export function versionInForce(
  region: Region,
  cycle: Id<'salesCycle'>,
  on: Day,
): RecordOf<'salesCycleVersion'> | null {
  const held = region
    .where('salesCycleVersion', 'cycle', cycle)
    .filter(
      each =>
        each.state === 'active' &&
        (each.effectiveFrom === null || each.effectiveFrom <= on) &&
        (each.effectiveTo === null || each.effectiveTo >= on),
    )
  return held.reduce<RecordOf<'salesCycleVersion'> | null>((a, b) => (a && newer(a, b) ? a : b), null)
}

const newer = (a: RecordOf<'salesCycleVersion'>, b: RecordOf<'salesCycleVersion'>): boolean =>
  (a.effectiveFrom ?? '') > (b.effectiveFrom ?? '') ||
  ((a.effectiveFrom ?? '') === (b.effectiveFrom ?? '') && a.no > b.no)

/** The target market of a deal: its own, else the one that names its account's sector. */
function marketOf(region: Region, deal: RecordOf<'opportunity'>): RecordOf<'targetMarket'> | null {
  const own = region.get('targetMarket', deal.targetMarket)
  if (own) return own
  const sector = region.get('account', deal.account)?.sector
  return sector ? (region.all('targetMarket').find(each => each.sectors.includes(sector)) ?? null) : null
}

function scoreOf(region: Region, deal: RecordOf<'opportunity'>, cycle: RecordOf<'salesCycle'>): number {
  const product = region.get('product', deal.product)
  const market = marketOf(region, deal)
  const byProduct =
    cycle.product !== null && cycle.product === deal.product
      ? 4
      : cycle.productFamily !== null && cycle.productFamily === product?.family
        ? 2
        : 0
  const byMarket =
    cycle.targetMarket === null || !market
      ? 0
      : cycle.targetMarket === market.id
        ? 4
        : cycle.targetMarket === market.parent
          ? 2
          : 0
  return byProduct + byMarket
}

/** The cycles of a deal's kind that fit it, best first; empty where none reaches 2 points: choose, or take the default (CY-1). */
export function fittingCycles(
  region: Region,
  deal: RecordOf<'opportunity'>,
  on: Day,
): readonly CycleChoice[] {
  return region
    .all('salesCycle')
    .filter(cycle => !cycle.retired && cycle.kind === deal.kind)
    .flatMap(cycle => {
      const version = versionInForce(region, cycle.id, on)
      const score = scoreOf(region, deal, cycle)
      return version && score >= 2 ? [{ cycle, version, score }] : []
    })
    .sort((a, b) => b.score - a.score || (newer(a.version, b.version) ? -1 : 1))
}

/** The default cycle: the newest in force that is bound to no product and no market; null where there is none. */
export function defaultCycle(region: Region, on: Day): CycleChoice | null {
  const open = region
    .all('salesCycle')
    .filter(
      cycle =>
        !cycle.retired &&
        cycle.product === null &&
        cycle.productFamily === null &&
        cycle.targetMarket === null &&
        cycle.kind === 'sale',
    )
    .flatMap(cycle => {
      const version = versionInForce(region, cycle.id, on)
      return version ? [{ cycle, version, score: 0 }] : []
    })
  return open[0] ?? null
}

/** What differs between two versions, by step key. */
export interface VersionDiff {
  readonly added: readonly CycleStep[]
  readonly removed: readonly CycleStep[]
  readonly changed: readonly {
    readonly before: CycleStep
    readonly after: CycleStep
    readonly fields: readonly (keyof CycleStep)[]
  }[]
  /** Steps whose place among the common steps changed. */
  readonly moved: readonly CycleStep[]
}

/** Compares two versions of a cycle. */
export function diffVersions(before: readonly CycleStep[], after: readonly CycleStep[]): VersionDiff {
  const old = new Map(before.map(step => [step.key, step]))
  const now = new Map(after.map(step => [step.key, step]))
  const common = before.filter(step => now.has(step.key)).map(step => step.key)
  const commonNow = after.filter(step => old.has(step.key)).map(step => step.key)
  return {
    added: after.filter(step => !old.has(step.key)),
    removed: before.filter(step => !now.has(step.key)),
    changed: after.flatMap(step => {
      const was = old.get(step.key)
      if (!was) return []
      const fields = (Object.keys(step) as (keyof CycleStep)[]).filter(key => !sameValue(was[key], step[key]))
      return fields.length > 0 ? [{ before: was, after: step, fields }] : []
    }),
    moved: after.filter(
      step => common.includes(step.key) && common.indexOf(step.key) !== commonNow.indexOf(step.key),
    ),
  }
}

/** The plans that pin a version, those of open deals apart. */
export interface WhereUsed {
  readonly plans: readonly RecordOf<'opportunityPlan'>[]
  readonly open: number
}

/** Where a version is used. */
export function whereUsed(region: Region, version: Id<'salesCycleVersion'>): WhereUsed {
  const plans = region.where('opportunityPlan', 'version', version)
  const open = plans.filter(plan => region.get('opportunity', plan.opportunity)?.state === 'open').length
  return { plans, open }
}
