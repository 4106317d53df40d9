/** Taking decisions about several deals at once: who may be decided so, who may not and why, and the records of it. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Edit } from '../region/edit'
import type { DealState } from './deal-state'
import {
  checkDisposition,
  type DispositionKind,
  type DispositionProblem,
  type DispositionState,
  type DispositionWish,
} from './disposition'

/** A decision with all that is kept of it. */
export interface Decision extends DispositionWish {
  readonly trigger: string | null
  readonly by: string | null
}

/** Why a deal cannot be decided so; a closed deal cannot be decided at all. */
export type DecisionProblem =
  DispositionProblem | { readonly kind: 'closed'; readonly state: DealState['state'] }

/** A deal that stays as it is, with the reason. */
interface RefusedDeal {
  readonly row: DealState
  readonly problem: DecisionProblem
}

/** Some deals, parted by whether a decision can be taken about them. */
interface PartedDeals {
  readonly may: readonly DealState[]
  readonly refused: readonly RefusedDeal[]
}

/** Whether a decision can be taken about one deal as it stands (PL-4). */
export function decisionProblem(row: DealState, wish: DispositionWish): DecisionProblem | null {
  if (row.state !== 'open') return { kind: 'closed', state: row.state }
  const checked = checkDisposition(row.disposition.state, wish)
  return checked.ok ? null : checked.problem
}

/** Parts deals by whether a decision can be taken about them. */
export function partByDecision(rows: readonly DealState[], wish: DispositionWish): PartedDeals {
  const may: DealState[] = []
  const refused: RefusedDeal[] = []
  for (const row of rows) {
    const problem = decisionProblem(row, wish)
    if (problem) refused.push({ row, problem })
    else may.push(row)
  }
  return { may, refused }
}

/** Records one decision about each of these deals. */
export function recordDecision(edit: Edit, deals: readonly Id<'opportunity'>[], decision: Decision): void {
  for (const opportunity of deals) edit.add('disposition', { opportunity, ...decision })
}

/** The words in which reasons are chosen where a kind asks for one. */
export type ReasonCode = NonNullable<RecordOf<'disposition'>['reasonCode']>

/** What a kind asks for besides itself (PL-4). */
export const asksFor: Readonly<
  Record<DispositionKind, { readonly reason: 'coded' | 'words' | 'none'; readonly revisit: boolean }>
> = {
  qualify: { reason: 'none', revisit: false },
  disqualify: { reason: 'coded', revisit: false },
  postpone: { reason: 'none', revisit: true },
  archive: { reason: 'words', revisit: false },
  revisit: { reason: 'none', revisit: false },
  reopen: { reason: 'words', revisit: false },
}

const aside: ReadonlySet<DispositionState> = new Set(['postponed', 'disqualified', 'archived'])

/** True where an open deal was put aside by a decision: it is neither worked on nor counted among what stands still. */
export const isPutAside = (state: DispositionState): boolean => aside.has(state)

/** True for an open deal that somebody works on. */
export const isInWork = (row: DealState): boolean =>
  row.state === 'open' && !isPutAside(row.disposition.state)

/** A decision as it was taken, the newest first. */
export const decisionsOf = (
  records: readonly RecordOf<'disposition'>[],
  asOf: Day,
): readonly RecordOf<'disposition'>[] =>
  records
    .filter(each => each.on <= asOf)
    .sort((a, b) => (a.on === b.on ? (a.createdAt < b.createdAt ? 1 : -1) : a.on < b.on ? 1 : -1))
