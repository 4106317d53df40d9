/** The steps of a matrix version as edits of the region: start, copy, save, submit, approve, reject, comment (section 5.4). */
import { present } from '../base/assert'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import { fail, ok, type Result } from '../base/result'
import type { Stamp } from '../model/field'
import type { MatrixScope } from '../model/forecast'
import type { Edit } from '../region/edit'
import type { Region } from '../region/region'
import type { Matrix } from './matrix'
import { type AcceptedException, approve, submit, type VersionProblem } from './matrix-version'
import { cellsOf, matrixOf, namedMatrix, type NamedMatrix } from './region-matrix'

type VersionId = Id<'matrixVersion'>

/** The scope of all deals. */
export const anyScope: MatrixScope = {
  region: null,
  productFamily: null,
  targetMarket: null,
  cycle: null,
}

/** A new set of matrices with its first draft. */
interface NewSet {
  readonly name: string
  readonly kind: 'event' | 'stage'
  readonly scope: MatrixScope
  /** Row and column codes; a stage set has one row. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly matrix: Matrix
}

/** Adds a set with a draft as version 1; gives the draft's id. */
export function startSet(edit: Edit, wish: NewSet, author: string): VersionId {
  const { name, kind, scope, rows, columns, matrix } = wish
  const key = name.toLowerCase().replace(/\W+/g, '-')
  const set = edit.add('matrixSet', { name, key, kind, scope })
  return edit.add('matrixVersion', {
    set,
    no: 1,
    author,
    rows,
    columns,
    cells: cellsOf(matrix),
    sigma: matrix.sigma,
    ageZero: matrix.ageZero,
  })
}

const recordOf = (region: Region, id: VersionId) =>
  present(region.get('matrixVersion', id), 'the version is there')

const storedVersion = (region: Region, id: VersionId): NamedMatrix => {
  const record = recordOf(region, id)
  return namedMatrix(record, present(region.get('matrixSet', record.set), 'a version belongs to a set'))
}

/** Adds a draft with the content of a version, with the next number of its set; gives the draft's id. */
export function draftFrom(region: Region, edit: Edit, from: VersionId, author: string): VersionId {
  const { set, rows, columns, cells, sigma, ageZero, exceptions } = recordOf(region, from)
  const no = region.where('matrixVersion', 'set', set).reduce((most, each) => Math.max(most, each.no), 0) + 1
  const fresh = cells.map(cell => ({ ...cell, reason: null }))
  return edit.add('matrixVersion', {
    set,
    no,
    author,
    rows,
    columns,
    cells: fresh,
    sigma,
    ageZero,
    exceptions,
    basedOn: from,
  })
}

/** Puts a matrix into a version's record. */
export function saveMatrix(edit: Edit, id: VersionId, matrix: Matrix): void {
  const { sigma, ageZero } = matrix
  edit.set('matrixVersion', id, { cells: cellsOf(matrix), sigma, ageZero })
}

/** Replaces the accepted exceptions of a version (FC-6). */
export function saveExceptions(edit: Edit, id: VersionId, exceptions: readonly AcceptedException[]): void {
  edit.set('matrixVersion', id, {
    exceptions: exceptions.map(({ measure, low, high, reason }) => ({
      measure,
      low: [low.b, low.s] as const,
      high: [high.b, high.s] as const,
      reason,
    })),
  })
}

/** The matrices that a draft is judged against: those of the version it is based on; null for a first version. */
export function baseOf(region: Region, id: VersionId): Matrix | null {
  const base = region.get('matrixVersion', recordOf(region, id).basedOn)
  return base ? matrixOf(base) : null
}

/** Draft to in review, or why it cannot be submitted (FC-6, FC-7, reasons). */
export function submitDraft(
  region: Region,
  id: VersionId,
): Result<(edit: Edit, at: Stamp) => void, VersionProblem> {
  const done = submit(storedVersion(region, id), baseOf(region, id))
  return done.ok
    ? ok((edit, at) => edit.set('matrixVersion', id, { state: 'inReview', submittedAt: at }))
    : fail(done.problem)
}

/** In review to approved under a name that is not the author's, or why it cannot be approved. */
export function approveVersion(
  region: Region,
  id: VersionId,
  approver: string,
  effectiveFrom: Day,
): Result<(edit: Edit, at: Stamp) => void, VersionProblem> {
  const done = approve(storedVersion(region, id), approver, effectiveFrom)
  if (!done.ok) return fail(done.problem)
  return ok((edit, at) =>
    edit.set('matrixVersion', id, {
      state: 'approved',
      approver: done.value.approver,
      effectiveFrom,
      decidedAt: at,
    }),
  )
}

/** In review back to draft, with the words of who sent it back. */
export function sendBack(
  region: Region,
  edit: Edit,
  id: VersionId,
  by: string,
  text: string,
  at: Stamp,
): void {
  edit.set('matrixVersion', id, { state: 'rejected', decidedAt: at })
  comment(region, edit, id, by, text, at)
}

/** Adds a comment to a version in any state. */
export function comment(
  region: Region,
  edit: Edit,
  id: VersionId,
  by: string,
  text: string,
  at: Stamp,
): void {
  const { comments } = recordOf(region, id)
  edit.set('matrixVersion', id, { comments: [...comments, { by, at, text }] })
}
