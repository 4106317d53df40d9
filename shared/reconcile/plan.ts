/** What an import would do, shown before anything is done: rows by fate, questions and what they rest on. */
import type { Day } from '../base/day'
import type { Random } from '../base/random'
import type { TableName } from '../model/catalog'
import type { ImportTable } from '../mapping/import-field'
import type { Drafts, LeftOut, Rejected } from '../mapping/drafts'
import type { SheetMapping } from '../mapping/mapping'
import type { RecordOf } from '../model/catalog'
import type { Stamp } from '../model/field'
import type { Values } from '../region/change'
import type { Region } from '../region/region'
import type { CountedRecords, RowTally } from './counted'
import type { Decisions, PairChoice } from './decisions'
import type { Finding } from './finding'

/** What an import starts from. */
export interface PlanInput {
  readonly region: Region
  /** What files last said of the region's records. */
  readonly shadows: Iterable<RecordOf<'shadow'>>
  readonly sheets: readonly { readonly drafts: Drafts; readonly mapping: SheetMapping }[]
  readonly decisions: Decisions
  readonly asOf: Day
  readonly at: Stamp
  readonly random: Random
}

/** What becomes of a row that is a record. */
export type Fate = 'new' | 'changed' | 'unchanged'

/** A field of a record that the file changes. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** One row with what becomes of it. */
export interface RowPlan {
  readonly row: number
  readonly id: string
  readonly fate: Fate
  readonly changes: readonly FieldChange[]
  /** Set where the row is a line of the opportunity `id`, and the changes are the line's. */
  readonly line?: true
}

/** Both the file and the region have moved. */
export interface Conflict {
  readonly table: ImportTable
  readonly sheet: number
  readonly row: number
  readonly id: string
  readonly name: string
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
  readonly said: unknown
  /** As decided, else `mine`. */
  readonly choice: 'mine' | 'theirs'
}

/** A name that seems to stand for another. */
export interface AliasQuestion {
  /** Table and field, such as `product.name` or `account.sector`. */
  readonly dimension: string
  readonly from: string
  readonly to: string
  /** Rows that write it so. */
  readonly count: number
  readonly likeness: number
  readonly why: string
  readonly state: 'open' | 'accepted' | 'declined'
}

/** Names that no record has, by the table referred to. */
export interface NewNamesQuestion {
  readonly table: TableName
  readonly choice: 'create' | 'leave'
  readonly names: readonly { readonly name: string; readonly count: number }[]
  readonly rows: number
}

/** One side of a pair. */
export interface PairSide {
  readonly id: string
  readonly name: string
  /** Null for a record of the region. */
  readonly row: number | null
  /** -1 for a record of the region. */
  readonly sheet: number
}

/** Two records that may be one, or that were said to be. */
export interface DuplicatePair {
  readonly table: ImportTable
  /** The key of the decision. */
  readonly key: string
  readonly one: PairSide
  /** Always a row of a file; `id` is that of the record that it becomes. */
  readonly two: PairSide
  /** What files call the second, to know it again; null where they do not name it. */
  readonly twoKey: string | null
  readonly reasons: readonly string[]
  /** Null while nothing was decided. */
  readonly choice: PairChoice | null
}

/** A record that a newer full export no longer has. */
export interface Vanished {
  readonly table: ImportTable
  readonly id: string
  readonly name: string
}

/** The rows of a sheet by fate; `read` is the sum of the others apart from `vanished`. */
export interface Counts {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly skipped: number
  readonly vanished: number
}

/** What becomes of a sheet. */
export interface SheetPlan {
  readonly drafts: Drafts
  readonly mapping: SheetMapping
  readonly rows: readonly RowPlan[]
  readonly leftOut: readonly LeftOut[]
  readonly rejected: readonly Rejected[]
  readonly counts: Counts
  readonly fullExport: boolean
  readonly fullExportWhy: string
  /** Records that the sheet no longer has, where it is a full export. */
  readonly vanished: readonly Vanished[]
}

/** What a file says of a record, and where. */
export interface Said {
  readonly table: TableName
  readonly file: string
  readonly row: number
  readonly values: Record<string, unknown>
  readonly isNew: boolean
  /** False while it only repeats what was said before. */
  moved: boolean
}

/** Records to be written, by table. */
export interface Writes {
  readonly added: Map<string, Values & { readonly id: string }>
  readonly changed: Map<string, { readonly before: Values; readonly after: Values }>
}

/** The whole plan. */
export interface Plan {
  readonly sheets: readonly SheetPlan[]
  readonly aliases: readonly AliasQuestion[]
  readonly newNames: readonly NewNamesQuestion[]
  readonly conflicts: readonly Conflict[]
  readonly duplicates: readonly DuplicatePair[]
  readonly vanished: readonly Vanished[]
  readonly findings: readonly Finding[]
  readonly writes: ReadonlyMap<TableName, Writes>
  readonly said: ReadonlyMap<string, Said>
  readonly shadows: ReadonlyMap<string, RecordOf<'shadow'>>
  /** Minimal records made for new names, by table. */
  readonly created: ReadonlyMap<TableName, number>
  /** Rows whose reference stays empty, by the table referred to. */
  readonly unmatched: ReadonlyMap<string, number>
  /** The rows behind numbers of questions; `rowsCounted` knows the keys. */
  readonly noted: RowTally
  /** The records behind numbers of findings. */
  readonly counted: ReadonlyMap<string, CountedRecords>
  /** Aliases of the region that a decision taken back has made void, by dimension and folded spelling. */
  readonly forgotten: ReadonlySet<string>
  /** What a record is called, as it would stand. */
  readonly nameOf: (table: TableName, id: string) => string
  /** A value of a record as it would stand. */
  readonly valueOf: (table: TableName, id: string, field: string) => unknown
}

/** Asserts the row accounting of one sheet: rows read = new + changed + unchanged + rejected + skipped. */
export const isAccounted = (counts: Counts): boolean =>
  counts.read === counts.added + counts.changed + counts.unchanged + counts.rejected + counts.skipped
