/** The parts of adherence (PL-20) of one deal from its plan and dates. */
import type { DealState } from './deal-state'
import type { AdherenceParts } from './adherence'
import { isLive } from './plan-schedule'
import { skippedAhead } from './plan-steps'

/** Reads the parts of an open deal; `completeness` is its strategy sheet's score over 10, null below the threshold. */
export function adherenceParts(row: DealState, completeness: number | null): AdherenceParts {
  return {
    evidence: evidenceOf(row),
    order: orderOf(row),
    plan: row.schedule ? (row.schedule.steps.some(each => each.late) ? 0 : 1) : null,
    strategy: completeness === null ? null : completeness / 10,
    hygiene: hygieneOf(row),
  }
}

/** Required criteria of done steps that have evidence, of all of them. */
function evidenceOf({ plan }: DealState): number | null {
  const criteria = (plan?.steps ?? [])
    .filter(step => step.status === 'done')
    .flatMap(step => step.criteria.filter(each => each.required))
  if (criteria.length === 0) return null
  return criteria.filter(each => each.met && (each.evidence ?? '').trim() !== '').length / criteria.length
}

/** One minus the share of mandatory steps that were passed over among those reached. */
function orderOf({ plan }: DealState): number | null {
  if (!plan) return null
  const live = plan.steps.filter(isLive)
  const last = live.map(step => step.status === 'done').lastIndexOf(true)
  const reached = live.slice(0, last + 1).filter(step => step.mandatory)
  if (reached.length === 0) return null
  const open = skippedAhead(plan.steps).length > 0 ? reached.filter(step => step.status !== 'done').length : 0
  return 1 - open / reached.length
}

/** The mean of: a buyer's next step ahead; no date past. Null where nothing was imported to judge by. */
function hygieneOf(row: DealState): number | null {
  const marks: number[] = []
  if (row.noNextStep !== null) marks.push(row.noNextStep ? 0 : 1)
  if (row.deal.expectedClose !== null || row.deal.decisionDate !== null)
    marks.push(row.overdue.length > 0 ? 0 : 1)
  return marks.length > 0 ? marks.reduce((a, b) => a + b, 0) / marks.length : null
}
