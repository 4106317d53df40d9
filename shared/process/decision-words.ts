/** The words of dispositions and outcomes, and the sentences why one cannot be taken. */
import type { CloseProblem, OutcomeResult } from './close-deal'
import type { DecisionProblem } from './decide-deals'
import type { DispositionKind, DispositionState } from './disposition'

/** Where a deal stands, as a column shows it. */
export const dispositionStateWords: Readonly<Record<DispositionState, string>> = {
  working: 'Working',
  qualified: 'Go on',
  revisit: 'Revisit due',
  postponed: 'Postponed',
  disqualified: 'Disqualified',
  archived: 'Archived',
}

/** What a decision is called on a button. */
export const dispositionVerbs: Readonly<Record<DispositionKind, string>> = {
  qualify: 'Go on',
  disqualify: 'Disqualify',
  postpone: 'Postpone',
  archive: 'Archive',
  revisit: 'Take up again',
  reopen: 'Back to work',
}

/** What a decision means, in one sentence. */
export const dispositionMeanings: Readonly<Record<DispositionKind, string>> = {
  qualify: 'The deal is worth the effort; work goes on.',
  disqualify: 'There is no business here; say why. The deal leaves what is worked on.',
  postpone: 'Nothing to do until a day; then it comes back by itself.',
  archive: 'No further effort, without saying that there is no business; say why.',
  revisit: 'Its day has come; work on it again.',
  reopen: 'It was put aside; say what has changed.',
}

/** How a deal ended, in a word. */
export const outcomeWords: Readonly<Record<OutcomeResult, string>> = {
  won: 'Won',
  lost: 'Lost',
  noDecision: 'No decision',
  disqualified: 'Disqualified',
}

/** Why a decision cannot be taken, and what to do. */
export function decisionProblemText(problem: DecisionProblem): string {
  switch (problem.kind) {
    case 'closed':
      return 'It is closed already. Only open deals are decided on.'
    case 'notFromHere':
      return problem.wanted === 'reopen'
        ? 'It is being worked on already.'
        : problem.wanted === 'revisit'
          ? 'It was not postponed, or its day has not come.'
          : `It is ${dispositionStateWords[problem.from].toLowerCase()}. Put it back to work first, with a reason.`
    case 'needsReason':
      return problem.wanted === 'disqualify'
        ? 'Disqualifying needs a reason; “Other” needs words.'
        : 'A reason in words is needed.'
    case 'needsRevisitDay':
      return 'Say on which day to take it up again.'
    case 'revisitNotLater':
      return `The day to revisit must lie after ${problem.on}.`
    case 'revisitTooFar':
      return `The day to revisit may lie at most 18 months ahead, on ${problem.latest}. Archive what can wait longer.`
  }
}

/** Why a deal cannot be closed so, and what to do. */
export function closeProblemText(problem: CloseProblem): string {
  switch (problem.kind) {
    case 'closedAlready':
      return 'It is closed already. Undo takes a close back.'
    case 'wonWithoutAmount':
      return 'A win needs its amount.'
    case 'needsReason':
      return 'Choose the main reason.'
    case 'beforeStart':
      return `It cannot have ended on ${problem.on}, before it began on ${problem.start}.`
    case 'inFuture':
      return `It cannot have ended after the as-of date, ${problem.asOf}.`
    case 'lessonTooLong':
      return `The lesson has ${problem.length} characters; 200 are allowed.`
  }
}
