/** What was decided about a sheet: plain data that is shown, edited and remembered by header signature. */
import type { OpportunityState } from './stage-meaning'
import type { DateOrder } from './read-date'
import type { ImportTable } from './import-field'
import type { DecimalSign } from './number-column'

/** What becomes of one column. */
export interface ColumnMapping {
  readonly column: number
  readonly header: string
  /** The name of an import field; null where the column is not used. */
  readonly field: string | null
  /** 0 to 1; below `askBelow` the user is asked. */
  readonly confidence: number
  /** A sentence. */
  readonly why: string
  /** Set by the user (or by a preset) against what the column shows. */
  readonly dates: DateOrder | null
  readonly decimal: DecimalSign | null
  /** What one unit of the column is worth, such as 1,000,000 for figures in millions. */
  readonly scale: number
  /** What an empty cell says: nothing, or that the value is gone. */
  readonly blank: 'keep' | 'clear'
}

/** What becomes of a sheet. */
export interface SheetMapping {
  readonly signature: string
  readonly product: string | null
  readonly table: ImportTable | null
  readonly columns: readonly ColumnMapping[]
  /** What each stage or status of the file means, where the user said so; else it is suggested. */
  readonly states: Readonly<Record<string, OpportunityState>>
  /** Currency of money that names none; null for the region's. */
  readonly currency: string | null
}

/** Below this confidence a column is not used before the user agrees. */
export const askBelow = 0.6

/** A column without a place. */
export const unusedColumn = (column: number, header: string, why: string): ColumnMapping => ({
  column,
  header,
  field: null,
  confidence: 0,
  why,
  dates: null,
  decimal: null,
  scale: 1,
  blank: 'keep',
})

/** The same mapping with some of one column's decisions changed by the user. */
export function changeColumn(
  mapping: SheetMapping,
  column: number,
  change: Partial<Omit<ColumnMapping, 'column' | 'header'>>,
): SheetMapping {
  const columns = mapping.columns.map(each => {
    if (each.column === column) return { ...each, ...change }
    // A field has one column: choosing it here takes it from where it was.
    return change.field && each.field === change.field
      ? { ...each, field: null, confidence: 1, why: 'Another column was chosen for it.' }
      : each
  })
  return { ...mapping, columns }
}
