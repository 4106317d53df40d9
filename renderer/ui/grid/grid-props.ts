/** What a screen tells the grid: columns, data, view, and what to do with edits; the grid itself knows no domain. */
import type { ReactNode, Ref } from 'react'
import type { Aggregate, Figure } from './engine/aggregate'
import type { CellEdit, EditAnswer, EditCause, EditOutcome } from './edit-answer'
import type { GridSource } from './engine/column-data'
import type { GridView } from './grid-view'
import type { PendingCells } from './pending-cells'

/** How a column shows, sorts, groups and edits; its kind comes from the source. */
export interface GridColumn {
  readonly key: string
  /** The header, in the glossary's words, without the unit. */
  readonly title: string
  /** Shown small behind the title: a currency, "days". */
  readonly unit?: string
  /** One sentence on what the column means, shown when the header is pointed at. */
  readonly help?: string
  /** The heading under which the column chooser lists it. */
  readonly section?: string
  /** In pixels; a width by kind when absent. */
  readonly width?: number
  readonly hidden?: boolean
  readonly pin?: 'left' | 'right'
  /** Decimals of numbers, money and percents; by kind when absent. */
  readonly digits?: number
  /** The aggregate in group lines and totals. */
  readonly aggregate?: Aggregate
  readonly sortable?: boolean
  readonly filterable?: boolean
  readonly groupable?: boolean
  /** How cells are edited; absent for columns that cannot be. */
  readonly edit?: CellEditing
  /** Shows the cell in place of its text; keep it cheap and of the row's height. */
  readonly render?: (cell: CellPlace) => ReactNode
  /** Shows the cell's text as a link that calls this. */
  readonly onLink?: (cell: CellPlace) => void
}

/** One cell named by what lasts. */
export interface CellPlace {
  readonly rowId: string
  /** The row's number in the source as it is now. */
  readonly row: number
  readonly column: string
  /** The text that the cell would show. */
  readonly text: string
}

/** How the cells of one column are edited. Text goes to `onEdit` as typed; what it means is for the app to say. */
export interface CellEditing {
  /** Words offered while typing. */
  readonly choices?: readonly string[] | ((cell: CellPlace) => readonly string[])
  /** Whether one cell can be edited; all when absent. */
  readonly allows?: (cell: CellPlace) => boolean
  /** The text that editing starts from; the plain text of the cell when absent. */
  readonly textOf?: (cell: CellPlace) => string
  /** Replaces the built-in editor of the kind. */
  readonly render?: (editor: EditorProps) => ReactNode
}

/** What an editor of the app's own gets. */
export interface EditorProps {
  readonly cell: CellPlace
  readonly title: string
  readonly text: string
  /** The sentence why the last text was refused, or null. */
  readonly problem: string | null
  readonly onText: (text: string) => void
  /** Hands in the text; the grid then moves the active cell. */
  readonly onCommit: (text: string, move: 'stay' | 'down' | 'up' | 'right' | 'left') => void
  readonly onCancel: () => void
}

/** The cells selected, as ranges of rows and columns now shown. */
export interface GridSelection {
  /** The active cell, or null before the grid was entered. */
  readonly active: { readonly rowId: string; readonly column: string } | null
  /** Identities of the rows touched by the selection, in order; at most 10,000 are listed. */
  readonly rowIds: readonly string[]
  readonly rowCount: number
}

/** A verb in the menu of a row. */
export interface RowAction {
  readonly key: string
  readonly label: string
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onDo: () => void
}

/** One line of what is seen, for an export: a group with its figures, or a row. */
export type SeenLine =
  | {
      readonly kind: 'group'
      readonly level: number
      readonly label: string
      readonly rowCount: number
      readonly figures: Readonly<Record<string, Figure>>
    }
  | { readonly kind: 'row'; readonly row: number; readonly rowId: string; readonly level: number }

/** What is seen: columns in order and lines in order, groups included, with the totals. */
export interface SeenTable {
  readonly columns: readonly GridColumn[]
  readonly source: GridSource
  readonly lines: () => Iterable<SeenLine>
  readonly lineCount: number
  readonly rowCount: number
  readonly totals: Readonly<Record<string, Figure>>
  /** The filter in words, or null when every row is seen. */
  readonly sentence: string | null
}

/** A view kept under a name. */
export interface NamedView {
  readonly id: string
  readonly name: string
  readonly view: GridView
  /** Whether the user may rename, save over or delete it. */
  readonly own: boolean
}

/** Saved views and what can be done with them; the app keeps them. */
export interface SavedViews {
  readonly list: readonly NamedView[]
  readonly current: string | null
  readonly onChoose: (id: string) => void
  readonly onSave: (name: string, view: GridView) => void
  readonly onReplace: (id: string, view: GridView) => void
  readonly onRename: (id: string, name: string) => void
  readonly onDelete: (id: string) => void
}

/** What a command from outside can ask of a grid. */
export interface GridDoors {
  /** Puts the keyboard into the search field. */
  readonly find: () => void
  /** Exports what is seen. */
  readonly exportSeen: (format: 'xlsx' | 'csv') => void
}

/** Everything that a screen gives to a grid. */
export interface GridProps {
  /** The accessible name of the table: "Opportunities". */
  readonly label: string
  /** One row in words for counts: { one: "opportunity", many: "opportunities" }. */
  readonly noun?: { readonly one: string; readonly many: string }
  readonly source: GridSource
  /** Keep this array the same object while it does not change. */
  readonly columns: readonly GridColumn[]
  readonly view: GridView
  readonly onView: (view: GridView) => void
  /** The as-of date, `YYYY-MM-DD`, for relative date filters. */
  readonly asOf: string
  /** First month of the fiscal year, 1-12. */
  readonly fiscalStart?: number
  readonly locale?: string
  readonly views?: SavedViews
  /** Puts edits into the store as one step and answers for each, in order: at once, or judged now and saved later. */
  readonly onEdit?: (edits: readonly CellEdit[], cause: EditCause) => EditAnswer
  /** Where edits wait until they are saved; give one that lasts where they may be refused after the grid is gone. */
  readonly pending?: PendingCells
  /** Judges edits without making them, for the paste preview; without it every paste is handed in unseen. */
  readonly onCheck?: (edits: readonly CellEdit[]) => readonly EditOutcome[] | Promise<readonly EditOutcome[]>
  readonly onUndo?: () => void
  readonly onRedo?: () => void
  readonly onSelect?: (selection: GridSelection) => void
  /** Double click, or Enter on a cell that cannot be edited. */
  readonly onOpen?: (rowId: string) => void
  /** Opens the records behind a figure of a group, a total or a pivot cell. */
  readonly onOpenRows?: (rowIds: readonly string[], words: string) => void
  readonly rowActions?: (rowId: string) => readonly RowAction[]
  /** Shows the history of a cell (Ctrl+H, or the menu). */
  readonly onHistory?: (cell: CellPlace) => void
  readonly onExport?: (table: SeenTable, format: 'xlsx' | 'csv') => void
  /** Gets the grid's doors while it is there. */
  readonly doors?: Ref<GridDoors>
  /** Shown in place of rows when the source has none. */
  readonly empty?: ReactNode
  /** More buttons at the right of the toolbar. */
  readonly tools?: ReactNode
  /** Hide the toolbar, for small tables inside panels. */
  readonly bare?: boolean
}
