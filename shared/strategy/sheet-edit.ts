/** Changes to a strategy sheet: factors, links to actions, and the frozen version that each review leaves behind (SS-5). */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Factor, StrategyAction } from '../model/workbench'
import type { Edit } from '../region/edit'

type Sheet = RecordOf<'strategySheet'>

/** A factor as it may stand: one that lost its evidence is open again (section 2, states). */
export function settleFactor(before: Factor | null, after: Factor): Factor {
  const bare = (after.evidence ?? '').trim() === ''
  const withdrawn = before !== null && (before.evidence ?? '').trim() !== '' && bare
  const done = after.status === 'neutralised' || after.status === 'realised'
  return {
    ...after,
    evidence: bare ? null : (after.evidence ?? '').trim(),
    evidenceOn: bare ? null : after.evidenceOn,
    status: withdrawn && done ? 'open' : after.status,
  }
}

/** The factors with one of them put in or replaced. */
export function putFactor(factors: readonly Factor[], factor: Factor): readonly Factor[] {
  const before = factors.find(each => each.id === factor.id) ?? null
  const settled = settleFactor(before, factor)
  return before ? factors.map(each => (each.id === factor.id ? settled : each)) : [...factors, settled]
}

/** The actions without a factor that was removed; actions that took on nothing else stay, unlinked. */
export const withoutFactor = (
  actions: readonly StrategyAction[],
  factor: string,
): readonly StrategyAction[] =>
  actions.map(each =>
    each.factors.includes(factor) ? { ...each, factors: each.factors.filter(one => one !== factor) } : each,
  )

/** What an action does about a factor, unless somebody says otherwise. */
export const usualIntent = (direction: Factor['direction']): StrategyAction['intent'] =>
  direction === 'against' ? 'neutralise' : 'exploit'

/**
 * SS-5: freezes the sheet as it stands into an archived version with the day of the review and who held it; the sheet
 * itself goes on as the next version, so that whatever names it still finds it. Returns the frozen version's id.
 */
export function freezeSheet(
  edit: Edit,
  sheet: Sheet,
  asOf: Day,
  reviewer: string | null,
): Id<'strategySheet'> {
  const { opportunity, version, objective, factors, actions } = sheet
  const frozen = edit.add('strategySheet', {
    opportunity,
    version,
    objective,
    factors,
    actions,
    state: 'archived',
    reviewedOn: asOf,
    reviewer,
  })
  edit.set('strategySheet', sheet.id, {
    version: version + 1,
    state: 'current',
    reviewedOn: asOf,
    reviewer,
  })
  return frozen
}
