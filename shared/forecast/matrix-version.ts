/** Versions of a matrix set: draft, review, approval, effective dates, and which one is in force for a deal (section 5.4). */
import type { Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import { type Cell, type CellPlace, cellAt, type Matrix, type Measure, places } from './matrix'
import { valueProblem } from './matrix-edit'
import { type Violation, violations } from './monotone'

/** Where a version stands. */
export type VersionState = 'draft' | 'inReview' | 'approved' | 'superseded'

/** What a version is for; null means any. */
export interface Scope {
  readonly region: string | null
  readonly product: string | null
  readonly market: string | null
  readonly cycle: string | null
}

/** A violation that management accepts on purpose (FC-6). */
export interface AcceptedException {
  readonly measure: Measure
  readonly low: CellPlace
  readonly high: CellPlace
  readonly reason: string
}

/** One version of a matrix set. */
export interface MatrixVersion {
  readonly id: string
  readonly no: number
  readonly scope: Scope
  readonly state: VersionState
  readonly effectiveFrom: Day | null
  readonly author: string
  readonly approver: string | null
  readonly comment: string
  readonly basedOn: string | null
  readonly exceptions: readonly AcceptedException[]
  readonly matrix: Matrix
}

/** Why a draft cannot be submitted, or a version cannot take a step. */
export type VersionProblem =
  | { readonly code: 'notMonotone'; readonly violations: readonly Violation[] }
  | {
      readonly code: 'outOfRange'
      readonly cells: readonly (CellPlace & { readonly measure: Measure; readonly value: number })[]
    }
  | { readonly code: 'reasonMissing'; readonly cells: readonly CellPlace[] }
  | { readonly code: 'parameters'; readonly sigma: number; readonly ageZero: number }
  | { readonly code: 'wrongState'; readonly state: VersionState }
  | { readonly code: 'nameMissing' }
  | { readonly code: 'ownApproval'; readonly author: string }

const same = (a: CellPlace, b: CellPlace): boolean => a.b === b.b && a.s === b.s

/** FC-6 violations that nobody accepted with a reason. */
export const openViolations = (version: MatrixVersion): Violation[] =>
  (['poc', 'tuc'] as const)
    .flatMap(measure => violations(version.matrix, measure))
    .filter(
      v =>
        !version.exceptions.some(
          e =>
            e.measure === v.measure && same(e.low, v.low) && same(e.high, v.high) && e.reason.trim() !== '',
        ),
    )

/** FC-7: values of open cells that are out of range. */
export const outOfRange = (matrix: Matrix): (CellPlace & { measure: Measure; value: number })[] =>
  places(matrix).flatMap(({ b, s }) => {
    const cell = cellAt(matrix, b, s)
    if (!cell || cell.kind === 'blocked') return []
    return (['poc', 'tuc'] as const).flatMap(measure =>
      valueProblem(measure, cell[measure]) ? [{ b, s, measure, value: cell[measure] }] : [],
    )
  })

/** Section 5.4: an edit needs a reason if POC moves by 5 points or more, or leaves [lo95, hi95] where n is at least 20. */
export function needsReason(before: Cell, after: Cell, points = 0.05): boolean {
  if (before.poc === after.poc && before.tuc === after.tuc) return false
  if (Math.abs(after.poc - before.poc) >= points - 1e-9) return true
  const { n, lo95, hi95 } = after
  return n >= 20 && lo95 !== null && hi95 !== null && (after.poc < lo95 || after.poc > hi95)
}

/** Cells of a draft that need a reason against the version it is based on and have none. */
export const reasonsMissing = (draft: Matrix, base: Matrix | null): CellPlace[] =>
  base === null
    ? []
    : places(draft).filter(({ b, s }) => {
        const [before, after] = [cellAt(base, b, s), cellAt(draft, b, s)]
        return before && after && needsReason(before, after) && (after.reason ?? '').trim() === ''
      })

/** Draft to in review: refused with the cells while the draft is out of order, out of range or lacks reasons. */
export function submit(version: MatrixVersion, base: Matrix | null): Result<MatrixVersion, VersionProblem> {
  if (version.state !== 'draft') return fail({ code: 'wrongState', state: version.state })
  const { sigma, ageZero } = version.matrix
  if (!(sigma >= 0.2 && sigma <= 1.5 && ageZero >= 1.2 && ageZero <= 5))
    return fail({ code: 'parameters', sigma, ageZero })
  const range = outOfRange(version.matrix)
  if (range.length > 0) return fail({ code: 'outOfRange', cells: range })
  const disorder = openViolations(version)
  if (disorder.length > 0) return fail({ code: 'notMonotone', violations: disorder })
  const reasons = reasonsMissing(version.matrix, base)
  if (reasons.length > 0) return fail({ code: 'reasonMissing', cells: reasons })
  return ok({ ...version, state: 'inReview' })
}

/** In review to approved: another person's name, and the day from which it holds. */
export function approve(
  version: MatrixVersion,
  approver: string,
  effectiveFrom: Day,
): Result<MatrixVersion, VersionProblem> {
  if (version.state !== 'inReview') return fail({ code: 'wrongState', state: version.state })
  const name = approver.trim()
  if (name === '') return fail({ code: 'nameMissing' })
  if (name === version.author.trim()) return fail({ code: 'ownApproval', author: name })
  return ok({ ...version, state: 'approved', approver: name, effectiveFrom })
}

/** In review back to draft. */
export const reject = (version: MatrixVersion, comment: string): Result<MatrixVersion, VersionProblem> =>
  version.state === 'inReview'
    ? ok({ ...version, state: 'draft', comment })
    : fail({ code: 'wrongState', state: version.state })

const scopeKey = ({ region, product, market, cycle }: Scope): string =>
  JSON.stringify([region, product, market, cycle])

/** Marks approved versions as superseded from the day on which a later approved version of the same scope is effective. */
export const supersede = (versions: readonly MatrixVersion[], asOf: Day): MatrixVersion[] =>
  versions.map(version => {
    if (version.state !== 'approved') return version
    const current = inForce(
      versions.filter(v => scopeKey(v.scope) === scopeKey(version.scope)),
      asOf,
    )
    const from = version.effectiveFrom
    return current && current.id !== version.id && from !== null && from <= asOf
      ? { ...version, state: 'superseded' }
      : version
  })

/** The approved version with the latest effective day up to `asOf`; of one day, the higher number. Superseded ones answer for the past. */
export function inForce(versions: readonly MatrixVersion[], asOf: Day): MatrixVersion | null {
  let best: MatrixVersion | null = null
  for (const version of versions) {
    if (version.state !== 'approved' && version.state !== 'superseded') continue
    if (version.effectiveFrom === null || version.effectiveFrom > asOf) continue
    const from = best?.effectiveFrom ?? null
    if (
      !best ||
      from === null ||
      version.effectiveFrom > from ||
      (version.effectiveFrom === from && version.no > best.no)
    )
      best = version
  }
  return best
}

/** Section 5.4: the version for a deal on a day: of the scopes that fit, the one that names most; null is FC-W11. */
export function resolveVersion(
  versions: readonly MatrixVersion[],
  of: Scope,
  asOf: Day,
): MatrixVersion | null {
  const keys = ['region', 'product', 'market', 'cycle'] as const
  const fits = versions.filter(v => keys.every(key => v.scope[key] === null || v.scope[key] === of[key]))
  const named = (v: MatrixVersion): number => keys.filter(key => v.scope[key] !== null).length
  for (let count = keys.length; count >= 0; count--) {
    const found = inForce(
      fits.filter(v => named(v) === count),
      asOf,
    )
    if (found) return found
  }
  return null
}

/** A cell that differs between two versions. */
interface CellDifference extends CellPlace {
  readonly before: Cell | null
  readonly after: Cell | null
}

/** The cells in which two matrices differ in value or kind. */
export function compareMatrices(before: Matrix, after: Matrix): CellDifference[] {
  const keys = new Set([...places(before), ...places(after)].map(({ b, s }) => `${b} ${s}`))
  return [...keys].flatMap(key => {
    const [b, s] = key.split(' ').map(Number) as [number, number]
    const [one, two] = [cellAt(before, b, s), cellAt(after, b, s)]
    if (one && two && one.poc === two.poc && one.tuc === two.tuc && one.kind === two.kind) return []
    return [{ b, s, before: one, after: two }]
  })
}
