/** The state of a grid that is worth saving: plain JSON, which the app keeps under names of its own. */
import type { Aggregate } from './engine/aggregate'
import type { Condition, FilterGroup } from './engine/filter'
import type { FormatRule } from './engine/format-rules'
import type { GroupLevel } from './engine/group-rows'
import type { PivotSpec } from './engine/pivot'
import type { SortKey } from './engine/sort-rows'

/** What a view says about one column; absent means as the column was defined. */
export interface ColumnState {
  readonly key: string
  readonly width?: number
  readonly hidden?: boolean
  readonly pin?: 'left' | 'right' | null
}

/** A view of a table: everything that is saved with it and nothing about what is selected or scrolled to. */
export interface GridView {
  /** In order of showing; columns that are not named follow in their defined order. */
  readonly columns: readonly ColumnState[]
  readonly sort: readonly SortKey[]
  /** The filter builder's tree. */
  readonly filter: FilterGroup | null
  /** The filter row, at most one condition a column; joined to `filter` by "and". */
  readonly quick: readonly Condition[]
  readonly search: string
  /** Searching marks what is found and leaves the other rows where they are. */
  readonly searchAll?: boolean
  readonly groups: readonly GroupLevel[]
  /** Aggregates chosen by the user, by column; else those of the column definitions. */
  readonly aggregates: Readonly<Record<string, Aggregate>>
  readonly pivot: PivotSpec | null
  readonly totals: boolean
  readonly filterRow: boolean
  readonly formats: readonly FormatRule[]
}

/** A view in which everything is as the columns were defined. */
export const plainView: GridView = {
  columns: [],
  sort: [],
  filter: null,
  quick: [],
  search: '',
  groups: [],
  aggregates: {},
  pivot: null,
  totals: false,
  filterRow: false,
  formats: [],
}
