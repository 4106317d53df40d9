/** The sentences on what cannot be ticked, revoked or planned: what, where, and what to do. */
import type { PlanEditProblem } from './plan-edit'
import type { RevokeProblem } from './revoke'
import type { TickProblem } from './tick'

/** The sentence of a problem of a tick, a revocation or a plan's edit. */
export function planProblemText(problem: TickProblem | RevokeProblem | PlanEditProblem): string {
  switch (problem.kind) {
    case 'noEnd':
      return 'Give the day on which the step ended.'
    case 'endsBeforeStart':
      return `The step ends on ${problem.end}, before its start on ${problem.start}. Correct one of the two.`
    case 'inFuture':
      return `${problem.on} lies after ${problem.asOf}. Only what has happened can be ticked.`
    case 'criterionOpen':
      return `“${problem.text}” is open. The step stays in progress until the buyer has done it, or it is waived with a reason.`
    case 'waivedWithoutReason':
      return `Give the reason for waiving “${problem.text}”.`
    case 'noEvidence':
      return 'Say what shows it: who of the buyer did or said what.'
    case 'notThere':
      return 'It is no longer there. Open the deal again.'
    case 'alreadyDone':
      return `It is done since ${problem.on}. Nothing was changed.`
    case 'noReason':
      return 'Give the reason.'
    case 'notHolding':
      return 'It was revoked before. Nothing was changed.'
    case 'beforeEvent':
      return `${problem.on} lies before the event itself on ${problem.occurredOn}. Give a later day.`
    case 'noName':
      return 'Give the step a name.'
    case 'badDuration':
      return `A step lasts 0 to 250 working days; ${problem.given} does not.`
    case 'dateBeforeStart':
      return `${problem.on} lies before the plan starts on ${problem.startOn}. Give a later day, or start the plan earlier.`
    case 'startAfterActual':
      return `“${problem.step}” was already under way on ${problem.on}. The plan cannot start later.`
    case 'stepIsDone':
      return `“${problem.step}” is done. Its dates are facts; undo the tick to change them.`
    case 'mandatory':
      return `“${problem.step}” is mandatory (CY-W6). Give the reason for leaving it out.`
    case 'lastClosing':
      return `“${problem.step}” closes the sale (CY-W1). Let another step close it first.`
  }
}
