/** The rules of actions (CO, 9.3): who, what and by when; overdue; done only with evidence. */
import { businessDays, type WorkCalendar } from '../base/calendar'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'

/** What can be wrong with an action, or with finishing it. */
type ActionProblem =
  | { readonly kind: 'noText' | 'noOwner' | 'noDue' | 'noEvidence' | 'noDoneOn' }
  | { readonly kind: 'duePast'; readonly due: Day; readonly asOf: Day }
  | { readonly kind: 'doneInFuture'; readonly on: Day; readonly asOf: Day }

/** An action as it is typed, before it is one. */
export interface ActionDraft {
  readonly text: string
  readonly rep: Id<'rep'> | null
  readonly ownerName: string | null
  readonly dueOn: Day | null
}

const blank = (text: string | null): boolean => (text ?? '').trim() === ''

/** What keeps a draft from being an action: it needs a text, an owner and a due day that is not past. */
export function checkAction(draft: ActionDraft, asOf: Day): readonly ActionProblem[] {
  const found: ActionProblem[] = []
  if (blank(draft.text)) found.push({ kind: 'noText' })
  if (draft.rep === null && blank(draft.ownerName)) found.push({ kind: 'noOwner' })
  if (draft.dueOn === null) found.push({ kind: 'noDue' })
  else if (draft.dueOn < asOf) found.push({ kind: 'duePast', due: draft.dueOn, asOf })
  return found
}

/** What keeps an action from being done: it needs the day, not after the as-of day, and what shows it. */
export function checkActionDone(
  doneOn: Day | null,
  evidence: string | null,
  asOf: Day,
): readonly ActionProblem[] {
  const found: ActionProblem[] = []
  if (doneOn === null) found.push({ kind: 'noDoneOn' })
  else if (doneOn > asOf) found.push({ kind: 'doneInFuture', on: doneOn, asOf })
  if (blank(evidence)) found.push({ kind: 'noEvidence' })
  return found
}

/** How an action stands as of a day; `days` are working days past its due day, 0 unless overdue. */
export interface ActionStanding {
  readonly kind: 'overdue' | 'dueSoon' | 'open' | 'noDate' | 'done' | 'cancelled'
  readonly days: number
}

/** Working days ahead within which an open action counts as due soon. */
const soon = 5

/** Where an action stands: overdue once its due day is past, due soon within five working days. */
export function actionStanding(
  action: RecordOf<'actionItem'>,
  calendar: WorkCalendar,
  asOf: Day,
): ActionStanding {
  if (action.state !== 'open') return { kind: action.state, days: 0 }
  if (action.dueOn === null) return { kind: 'noDate', days: 0 }
  if (action.dueOn < asOf)
    return { kind: 'overdue', days: Math.max(1, businessDays(calendar, action.dueOn, asOf)) }
  return { kind: businessDays(calendar, asOf, action.dueOn) <= soon ? 'dueSoon' : 'open', days: 0 }
}

/** The sentence of a problem: what is missing, and what to do. */
export function actionProblemText(problem: ActionProblem): string {
  switch (problem.kind) {
    case 'noText':
      return 'Say what will be done.'
    case 'noOwner':
      return 'Name the person who will do it.'
    case 'noDue':
      return 'Give the day by which it will be done.'
    case 'noEvidence':
      return 'Say what shows that it is done: who said or sent what.'
    case 'noDoneOn':
      return 'Give the day on which it was done.'
    case 'duePast':
      return `${problem.due} lies before ${problem.asOf}. Give a day that is still to come.`
    case 'doneInFuture':
      return `${problem.on} lies after ${problem.asOf}. An action is done when it has happened.`
  }
}
