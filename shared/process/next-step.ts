/** A deal's next step: the buyer's, only ours, past, or none (PL-9). */
import type { Day } from '../base/day'
import type { RecordOf } from '../model/catalog'

/** The next step that counts; only a buyer's step with a date that is not past moves the sale. */
export interface NextStep {
  readonly kind: 'buyer' | 'ours' | 'undated' | 'past' | 'none'
  readonly text: string | null
  readonly on: Day | null
}

const none: NextStep = { kind: 'none', text: null, on: null }

/** The next step of a deal: the buyer's step of a running plan that has a date, else what the deal says. */
export function nextStepOf(
  deal: RecordOf<'opportunity'>,
  plans: readonly RecordOf<'opportunityPlan'>[] | undefined,
  asOf: Day,
): NextStep {
  for (const plan of plans ?? []) {
    if (plan.state === 'draft' || plan.state === 'closed' || plan.state === 'abandoned') continue
    const step = plan.steps.find(
      each => each.side !== 'sell' && (each.status === 'notStarted' || each.status === 'inProgress'),
    )
    const on = step?.baselineEnd ?? null
    if (step && on !== null && on >= asOf) return { kind: 'buyer', text: step.name, on }
  }
  const { nextStep: text, nextStepOn: on } = deal
  if (text === null && on === null) return none
  if (on === null) return { kind: 'undated', text, on }
  if (on < asOf) return { kind: 'past', text, on }
  return { kind: deal.nextStepBuyer ? 'buyer' : 'ours', text, on }
}
