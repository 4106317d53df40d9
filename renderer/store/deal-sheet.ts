/** The strategy sheet of one deal with its figures, open places and warnings. */
import type { Day } from '#shared/base/day'
import { asId, type Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { briefOf, keyAmountOf } from '#shared/packs/deal-gaps'
import type { DealState } from '#shared/process/deal-state'
import { withAccepted, type Warning } from '#shared/region/warning'
import { completenessOf, type Completeness } from '#shared/strategy/completeness'
import type { DealBrief } from '#shared/strategy/deal-brief'
import { forceField, type ForceField } from '#shared/strategy/force-field'
import { openSlots, type OpenSlot } from '#shared/strategy/open-slots'
import { currentSheet, sheetVersions } from '#shared/strategy/sheet-version'
import { lossPatterns, sheetWarnings, type LossPattern } from '#shared/strategy/strategy-warnings'
import { askDealStates } from './deal-states'
import { query } from './query'

/** A sheet as the screen shows it. */
export interface DealSheet {
  readonly row: DealState
  readonly brief: DealBrief
  readonly sheet: RecordOf<'strategySheet'> | null
  /** Frozen versions and the current one, oldest first. */
  readonly versions: readonly RecordOf<'strategySheet'>[]
  readonly force: ForceField | null
  readonly completeness: Completeness | null
  readonly slots: readonly OpenSlot[]
  /** SS-W1 to SS-W6, accepted ones included. */
  readonly warnings: readonly Warning[]
}

/** The sheet of a deal; null where there is no such deal. */
export const askDealSheet = query(
  [...askDealStates.tables, 'actionItem', 'warningAck'],
  (region, id: string, asOf: Day): DealSheet | null => {
    const states = askDealStates(region, asOf)
    const row = states.byId.get(asId<'opportunity'>(id))
    if (!row) return null
    const brief = briefOf(row)
    const sheets = region.where('strategySheet', 'opportunity', row.id)
    const sheet = currentSheet(sheets)
    const actionOf = (action: Id<'actionItem'>) => region.get('actionItem', action)
    return {
      row,
      brief,
      sheet,
      versions: sheetVersions(sheets),
      force: sheet && forceField(sheet.factors),
      completeness: sheet && completenessOf(sheet, actionOf, asOf),
      slots: sheet ? openSlots(sheet, actionOf, asOf) : [],
      warnings: withAccepted(region, sheetWarnings(brief, sheet, actionOf, keyAmountOf(states), asOf), asOf),
    }
  },
)

/** SS-W7: obstacles that return in lost deals of a product. */
export const askLossPatterns = query(askDealStates.tables, (region, asOf: Day): readonly LossPattern[] =>
  lossPatterns(
    askDealStates(region, asOf).rows.flatMap(row => {
      const sheet =
        row.state === 'lost'
          ? sheetVersions(region.where('strategySheet', 'opportunity', row.id)).at(-1)
          : null
      return sheet ? [{ deal: briefOf(row), sheet }] : []
    }),
  ),
)
