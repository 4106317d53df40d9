/** Dispositions as a state machine (PL-4): what was decided about a deal, what may be decided next, and what is due again. */
import { dayOf, dayParts, daysInMonth, type Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'

/** Where a deal stands in the machine; `revisit` is a postponed deal whose day has come. */
export type DispositionState = 'working' | 'qualified' | 'disqualified' | 'postponed' | 'archived' | 'revisit'

/** The kinds that a person chooses. */
export type DispositionKind = RecordOf<'disposition'>['kind']

/** Where a deal stands and since when; `record` is the decision that brought it there. */
export interface DispositionNow {
  readonly state: DispositionState
  readonly since: Day | null
  readonly revisitOn: Day | null
  readonly record: RecordOf<'disposition'> | null
}

const untouched: DispositionNow = { state: 'working', since: null, revisitOn: null, record: null }

const stateAfter: Readonly<Record<DispositionKind, DispositionState>> = {
  qualify: 'qualified',
  disqualify: 'disqualified',
  postpone: 'postponed',
  archive: 'archived',
  revisit: 'working',
  reopen: 'working',
}

/** Where a deal stands as of a day after its decisions; the last one counts, a postponement falls due by itself. */
export function dispositionNow(decisions: readonly RecordOf<'disposition'>[], asOf: Day): DispositionNow {
  let last: RecordOf<'disposition'> | null = null
  for (const each of decisions)
    if (each.on <= asOf && (last === null || each.on > last.on || sameDayLater(each, last))) last = each
  if (last === null) return untouched
  const due = last.kind === 'postpone' && last.revisitOn !== null && last.revisitOn <= asOf
  return {
    state: due ? 'revisit' : stateAfter[last.kind],
    since: due ? last.revisitOn : last.on,
    revisitOn: last.kind === 'postpone' ? last.revisitOn : null,
    record: last,
  }
}

const sameDayLater = (a: RecordOf<'disposition'>, b: RecordOf<'disposition'>): boolean =>
  a.on === b.on && a.createdAt >= b.createdAt

const allowed: Readonly<Record<DispositionState, readonly DispositionKind[]>> = {
  working: ['qualify', 'disqualify', 'postpone', 'archive'],
  qualified: ['qualify', 'disqualify', 'postpone', 'archive'],
  revisit: ['qualify', 'disqualify', 'postpone', 'archive', 'revisit'],
  postponed: ['reopen'],
  disqualified: ['reopen'],
  archived: ['reopen'],
}

/** The decisions that are possible from a state. */
export const nextDispositions = (state: DispositionState): readonly DispositionKind[] => allowed[state]

/** Why a decision cannot be taken as it stands. */
export type DispositionProblem =
  | { readonly kind: 'notFromHere'; readonly from: DispositionState; readonly wanted: DispositionKind }
  | { readonly kind: 'needsReason'; readonly wanted: DispositionKind }
  | { readonly kind: 'needsRevisitDay' }
  | { readonly kind: 'revisitNotLater'; readonly on: Day; readonly revisitOn: Day }
  | { readonly kind: 'revisitTooFar'; readonly latest: Day; readonly revisitOn: Day }

/** A decision before it is recorded. */
export type DispositionWish = Pick<
  RecordOf<'disposition'>,
  'kind' | 'on' | 'reasonCode' | 'reason' | 'revisitOn'
>

/** The same date `months` later; the last of the month where there is none. */
export function addMonths(d: Day, months: number): Day {
  const { year, month, date } = dayParts(d)
  const at = year * 12 + month - 1 + months
  const y = Math.floor(at / 12)
  const m = (at % 12) + 1
  return dayOf(y, m, Math.min(date, daysInMonth(y, m))) ?? d
}

/** Checks a decision against the machine (PL-4): reasons for ending and reopening, a day within 18 months for postponing. */
export function checkDisposition(
  from: DispositionState,
  wish: DispositionWish,
): Result<null, DispositionProblem> {
  if (!allowed[from].includes(wish.kind)) return fail({ kind: 'notFromHere', from, wanted: wish.kind })
  const words = (wish.reason ?? '').trim() !== ''
  const coded = wish.reasonCode !== null && (wish.reasonCode !== 'other' || words)
  const needs =
    (wish.kind === 'disqualify' && !coded) ||
    (wish.kind === 'archive' && !coded && !words) ||
    (wish.kind === 'reopen' && !words)
  if (needs) return fail({ kind: 'needsReason', wanted: wish.kind })
  if (wish.kind !== 'postpone') return ok(null)
  if (wish.revisitOn === null) return fail({ kind: 'needsRevisitDay' })
  if (wish.revisitOn <= wish.on)
    return fail({ kind: 'revisitNotLater', on: wish.on, revisitOn: wish.revisitOn })
  const latest = addMonths(wish.on, 18)
  return wish.revisitOn > latest
    ? fail({ kind: 'revisitTooFar', latest, revisitOn: wish.revisitOn })
    : ok(null)
}
