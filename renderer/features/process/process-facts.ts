/** The cycles with their versions, where they are used and what they warn of, asked of the region at once. */
import type { Day } from '#shared/base/day'
import type { RecordOf } from '#shared/model/catalog'
import { versionInForce, whereUsed, type WhereUsed } from '#shared/process/cycle'
import { durationWarnings, stepMedians, versionWarnings } from '#shared/process/cycle-warnings'
import type { Edit } from '#shared/region/edit'
import { regionCalendar, settingsOf } from '#shared/region/settings'
import { withAccepted, type Warning } from '#shared/region/warning'
import { query } from '../../store/query'

/** A version as the screen lists it. */
export interface VersionRow {
  readonly version: RecordOf<'salesCycleVersion'>
  readonly used: WhereUsed
  readonly warnings: readonly Warning[]
}

/** A cycle as the screen lists it, newest version first. */
export interface CycleRow {
  readonly cycle: RecordOf<'salesCycle'>
  readonly product: string | null
  readonly market: string | null
  readonly versions: readonly VersionRow[]
  /** The version in force; null where none is. */
  readonly inForce: RecordOf<'salesCycleVersion'> | null
}

/** All cycles of the region, those in use first. */
export const askCycles = query(
  [
    'salesCycle',
    'salesCycleVersion',
    'opportunityPlan',
    'opportunity',
    'product',
    'targetMarket',
    'workWeek',
    'holiday',
    'setting',
    'warningAck',
  ],
  (region, asOf: Day): readonly CycleRow[] => {
    const medians = stepMedians(region, regionCalendar(region))
    const { minDurationN } = settingsOf(region)
    const row = (version: RecordOf<'salesCycleVersion'>): VersionRow => ({
      version,
      used: whereUsed(region, version.id),
      warnings:
        version.state === 'retired'
          ? []
          : withAccepted(
              region,
              [
                ...versionWarnings(version.steps, version.id),
                ...durationWarnings(version.steps, version.id, medians, minDurationN),
              ],
              asOf,
            ),
    })
    return region
      .all('salesCycle')
      .map(cycle => ({
        cycle,
        product: region.get('product', cycle.product)?.name ?? cycle.productFamily,
        market: region.get('targetMarket', cycle.targetMarket)?.name ?? null,
        versions: region
          .where('salesCycleVersion', 'cycle', cycle.id)
          .filter(each => each.archivedAt === null)
          .toSorted((a, b) => b.no - a.no)
          .map(row),
        inForce: versionInForce(region, cycle.id, asOf),
      }))
      .sort(
        (a, b) => Number(a.cycle.retired) - Number(b.cycle.retired) || (a.cycle.name < b.cycle.name ? -1 : 1),
      )
  },
)

/** Saves an edit as one step of the journal; true where it was taken. */
export type Save = (label: string, make: (edit: Edit) => void, key?: string) => Promise<boolean>

/** How a version stands, in one word. */
export const stateWord = (version: VersionRow['version'], inForce: string | null): string =>
  version.state === 'draft'
    ? 'Draft'
    : version.state === 'retired'
      ? 'Retired'
      : version.id === inForce
        ? 'In force'
        : 'Published'
