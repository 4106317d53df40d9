/** What a grid asks of an app when cells are edited, and what the app answers. */
import type { ColumnData } from './engine/column-data'

/** A wish to put `text` into a cell. */
export interface CellEdit {
  readonly rowId: string
  readonly column: string
  readonly text: string
}

/** The answer to one edit: taken (with the cell as it will be, a column of one row), or refused with a sentence. */
export type EditOutcome =
  { readonly ok: true; readonly cell?: ColumnData } | { readonly ok: false; readonly reason: string }

/** Edits judged at once and saved in a while; the grid shows those that are good and goes on. */
export interface TakenEdits {
  /** One answer for each edit, in order. */
  readonly judged: readonly EditOutcome[]
  /** What became of each edit; never rejects. Absent where they are already done. */
  readonly saved?: Promise<readonly EditOutcome[]>
}

/** How an edit came about, for the journal's label. */
export type EditCause = 'typed' | 'pasted' | 'filled' | 'cleared' | 'cut'

/** The outcome of each edit where it is carried out at once, else the judgement with the outcomes to come. */
export type EditAnswer = readonly EditOutcome[] | TakenEdits

/** Any answer in its longer form. */
export const takenOf = (answer: EditAnswer): TakenEdits => ('judged' in answer ? answer : { judged: answer })
