/** What came back in a pack, and why a file is no pack that can be taken back. */
import type { Problem as FileProblem } from '../tables/problem'
import type { PackValue, SheetKey } from './pack-content'
import type { PackMeta } from './pack-meta'

/** A fill-in cell that differs from what went out. `at` is sheet!cell of the file that came back. */
export interface Answer {
  readonly sheet: SheetKey
  readonly row: string
  readonly ref: string | null
  readonly column: string
  readonly header: string
  readonly at: string
  readonly exported: PackValue
  readonly base: PackValue
  readonly value: PackValue
}

/** A cell that cannot be taken as it stands. */
export interface AnswerError {
  readonly at: string
  readonly header: string
  readonly text: string
  readonly why: string
}

/** Something worth knowing that changes nothing. */
export type AnswerNote =
  | { readonly code: 'shownChanged'; readonly at: string; readonly row: string }
  | { readonly code: 'rowMissing'; readonly sheet: string; readonly row: string }
  | { readonly code: 'rowFoundByContent'; readonly at: string; readonly row: string }
  | { readonly code: 'sheetMissing'; readonly sheet: string }
  | { readonly code: 'columnMissing'; readonly sheet: string; readonly header: string }

/** Everything that came back. */
export interface PackAnswers {
  readonly meta: PackMeta
  readonly fileName: string
  readonly answers: readonly Answer[]
  readonly errors: readonly AnswerError[]
  readonly notes: readonly AnswerNote[]
  readonly unchanged: number
}

/** Why a file is not taken back at all (CO-9). */
export type Problem =
  | { readonly code: 'unreadable'; readonly problem: FileProblem }
  | { readonly code: 'noMeta' }
  | { readonly code: 'brokenMeta' }
  | { readonly code: 'otherSchema'; readonly found: number; readonly wanted: number }
  | { readonly code: 'otherRegion'; readonly pack: string; readonly here: string }
  | { readonly code: 'unknownRep'; readonly rep: string }
