/** What a mapped sheet becomes: drafts of records, column by column, with every row accounted for. */
import type { TableName } from '../model/catalog'
import type { SkipReason } from '../tables/sheet'
import type { ImportTable } from './import-field'
import type { OpportunityState } from './stage-meaning'

/** What is wrong with one cell; its row is still imported. */
export type IssueCode =
  | 'not-a-date'
  | 'not-a-number'
  | 'not-a-flag'
  | 'not-a-currency'
  | 'error-cell'
  | 'out-of-range'
  | 'closed-without-date'
  | 'digits-lost'

/** A cell that could not be used as it is; `row` and `column` count from 0 in the sheet. */
export interface Issue {
  readonly row: number
  readonly column: number | null
  readonly code: IssueCode
  readonly text: string
}

/** Why a row cannot be a record. */
export type RejectCode =
  'no-identity' | 'no-name' | 'no-opportunity' | 'no-day' | 'no-owner' | 'no-period' | 'no-value'

/** A row that cannot be a record. */
export interface Rejected {
  readonly row: number
  readonly code: RejectCode
}

/** Why a row was left out on purpose. */
export type LeftOutReason = SkipReason | 'hidden' | 'deleted' | 'repeats' | 'same-record' | 'joined'

/** A row left out on purpose; `of` is the row that it repeats or is joined to, null where that is a record. */
export interface LeftOut {
  readonly row: number
  readonly why: LeftOutReason
  readonly of: number | null
}

/** The values of one catalog field, one a draft; null says nothing. */
export interface DraftColumn {
  readonly field: string
  /** Column of the sheet that it comes from; null where several or none. */
  readonly column: number | null
  readonly values: readonly unknown[]
  readonly blank: 'keep' | 'clear'
}

/** References of one catalog field as the file writes them, by id, e-mail or name, one a draft. */
export interface DraftReference {
  readonly field: string
  readonly table: TableName
  readonly column: number | null
  /** Cells may name several records, and the catalog's field takes a list. */
  readonly many: boolean
  readonly ids: readonly (string | null)[] | null
  readonly emails: readonly (string | null)[] | null
  readonly names: readonly (string | null)[] | null
}

/** What a stage or status value was taken to mean, and how many rows have it. */
export interface StateCount {
  readonly value: string
  readonly count: number
  readonly state: OpportunityState
  /** True where the rows disagree because a flag or status of their own decides. */
  readonly mixed: boolean
}

/** The drafts of one sheet. */
export interface Drafts {
  readonly file: string
  readonly sheet: string
  readonly signature: string
  readonly table: ImportTable
  /** Sheet row of each draft, counted from 0; -1 for drafts that only carry values of another sheet's rows. */
  readonly rows: readonly number[]
  readonly columns: readonly DraftColumn[]
  readonly references: readonly DraftReference[]
  /** Rows of the sheet that hold anything, the header apart. */
  readonly read: number
  readonly rejected: readonly Rejected[]
  readonly leftOut: readonly LeftOut[]
  readonly issues: readonly Issue[]
  readonly states: readonly StateCount[]
  /** Quantities and prices of the opportunity's rows, should they turn out to be its lines. */
  readonly lines: readonly DraftColumn[]
  /** Drafts for records that the rows say something about beside themselves: an owner's region, an account's city. */
  readonly beside: readonly Drafts[]
}
