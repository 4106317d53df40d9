/** How complete a strategy sheet is (SS-3), 0 to 10, with what is missing for each part. */
import { daysBetween, type Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Factor } from '../model/workbench'

/** Looks up an action of a sheet. */
export type ActionOf = (id: Id<'actionItem'>) => RecordOf<'actionItem'> | null

/** Categories of which at least one must stand against us. */
const unavoidable: ReadonlySet<Factor['category']> = new Set(['competition', 'statusQuo', 'funding'])

/** The parts of the score; they add up to `score`. */
export interface Completeness {
  /** Three or more favour factors with evidence: 2. */
  readonly favour: number
  /** Three or more against factors, one of them competition, status quo or funding: 2. */
  readonly against: number
  /** Share of the heavy against factors (weight 3 and more) that have an action: up to 3. */
  readonly acted: number
  readonly owned: number
  readonly linked: number
  /** Reviewed within 14 days: 1. */
  readonly reviewed: number
  readonly score: number
}

const hasEvidence = ({ evidence }: Factor): boolean => evidence !== null && evidence.trim() !== ''

/** Against factors of weight 3 and more that no open or done action takes on. */
export function heavyWithoutAction(
  sheet: Pick<RecordOf<'strategySheet'>, 'factors' | 'actions'>,
  actionOf: ActionOf,
): readonly Factor[] {
  const covered = new Set<string>()
  for (const each of sheet.actions) {
    const action = actionOf(each.action)
    if (action && action.state !== 'cancelled') for (const factor of each.factors) covered.add(factor)
  }
  return sheet.factors.filter(each => isHeavy(each) && !covered.has(each.id))
}

const isHeavy = (factor: Factor): boolean =>
  factor.direction === 'against' && factor.weight >= 3 && factor.status !== 'invalid'

/** SS-3 of a sheet as of a day. */
export function completenessOf(
  sheet: Pick<RecordOf<'strategySheet'>, 'factors' | 'actions' | 'reviewedOn'>,
  actionOf: ActionOf,
  asOf: Day,
): Completeness {
  let evidenced = 0
  let against = 0
  let heavy = 0
  let faced = false
  // One pass: ten thousand sheets are judged at once.
  for (const each of sheet.factors) {
    if (each.status === 'invalid') continue
    if (each.direction === 'favour') {
      if (hasEvidence(each)) evidenced++
      continue
    }
    against++
    if (each.weight >= 3) heavy++
    if (unavoidable.has(each.category)) faced = true
  }
  const bare = heavy === 0 ? 0 : heavyWithoutAction(sheet, actionOf).length
  const actions = sheet.actions.flatMap(each => {
    const record = actionOf(each.action)
    return record && record.state !== 'cancelled' ? [{ ...each, record }] : []
  })
  const some = actions.length > 0
  const parts = {
    favour: evidenced >= 3 ? 2 : 0,
    against: against >= 3 && faced ? 2 : 0,
    acted: heavy > 0 ? (3 * (heavy - bare)) / heavy : against > 0 ? 3 : 0,
    owned: some && actions.every(({ record }) => isOwned(record)) ? 1 : 0,
    linked: some && actions.every(each => each.factors.length > 0) ? 1 : 0,
    reviewed: sheet.reviewedOn !== null && daysBetween(sheet.reviewedOn, asOf) <= 14 ? 1 : 0,
  }
  const score = parts.favour + parts.against + parts.acted + parts.owned + parts.linked + parts.reviewed
  return { ...parts, score }
}

const isOwned = (action: RecordOf<'actionItem'>): boolean =>
  (action.rep !== null || (action.ownerName ?? '').trim() !== '') && action.dueOn !== null
