/** Closing a deal with its post-mortem (PL-5): the outcome is recorded and the deal itself says how it ended. */
import type { Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'
import type { Edit } from '../region/edit'
import type { DealState } from './deal-state'
import { checkOutcome, type OutcomeProblem, type OutcomeWish } from './outcome'

/** How a deal ended. */
export type OutcomeResult = RecordOf<'outcome'>['result']

/** An outcome with its post-mortem; the reason is a key of `outcomeReasons` or words of the user's own. */
export interface PostMortem extends OutcomeWish {
  readonly decisiveFactor: string | null
}

/** Why a deal cannot be closed. */
export type CloseProblem = OutcomeProblem | { readonly kind: 'closedAlready'; readonly state: string }

/** The reasons offered for each result; the key is stored, other words are stored as typed. */
export const outcomeReasons: Readonly<Record<OutcomeResult, Readonly<Record<string, string>>>> = {
  won: {
    fit: 'Best fit to the need',
    relation: 'Relationship and trust',
    price: 'Price and terms',
    proof: 'Proof: trial, references',
    delivery: 'Delivery and service',
    incumbent: 'We were in already',
  },
  lost: {
    price: 'Price and terms',
    fit: 'Functions did not fit',
    relation: 'Competitor’s relationship',
    late: 'We came too late',
    proof: 'Not enough proof',
    decider: 'Never reached the decision maker',
    delivery: 'Delivery and service',
  },
  noDecision: {
    priority: 'Other priorities',
    budget: 'Budget withdrawn or never there',
    change: 'People or organisation changed',
    statusQuo: 'Stayed as it is',
    risk: 'Risk was too high for them',
    silent: 'Went silent',
  },
  disqualified: {
    noNeed: 'No need',
    noMoney: 'No money',
    noAuthority: 'No authority reachable',
    wrongFit: 'Wrong fit',
    tooSmall: 'Too small',
    duplicate: 'The same deal twice',
  },
}

/** The words of a stored reason: those of the list, else as it was typed. */
export const reasonWords = (result: OutcomeResult, code: string | null): string | null =>
  code === null ? null : (outcomeReasons[result][code] ?? code)

/** The post-mortem of one deal out of one form for several: a win takes the deal's own value where no amount is given. */
const postMortemOf = (row: DealState, wish: PostMortem): PostMortem => ({
  ...wish,
  amount: wish.result === 'won' ? (wish.amount ?? row.deal.amount ?? row.deal.wonAmount) : null,
  competitor: wish.result === 'lost' ? wish.competitor : null,
})

/** Whether a deal can be closed so as of a day. */
export function checkClose(
  row: DealState,
  wish: PostMortem,
  asOf: Day,
): Result<null, readonly CloseProblem[]> {
  if (row.state !== 'open') return fail([{ kind: 'closedAlready', state: row.state }])
  const checked = checkOutcome(postMortemOf(row, wish), row.start, asOf)
  return checked.ok ? ok(null) : checked
}

/** Records the outcome and closes the deal; the values before stay in the history and come back with undo. */
export function closeDeal(edit: Edit, row: DealState, wish: PostMortem): void {
  const own = postMortemOf(row, wish)
  const { deal } = row
  edit.add('outcome', {
    opportunity: deal.id,
    ...own,
    currency: deal.currency,
    lesson: own.lesson === null || own.lesson.trim() === '' ? null : own.lesson.trim(),
  })
  edit.set('opportunity', deal.id, {
    state: own.result,
    closedOn: own.on,
    wonAmount: own.result === 'won' ? own.amount : null,
    ...(own.result === 'lost' && own.competitor !== null ? { competitor: own.competitor } : {}),
    ...(own.result === 'won' ? {} : { lossReason: reasonWords(own.result, own.reasonCode) }),
  })
}
