/** The values of a sheet's mapped columns, as the rules of each table read them. */
import type { CurrencyCode } from '../base/money'
import type { Issue } from './drafts'
import type { ImportTable } from './import-field'
import type { ColumnMapping, SheetMapping } from './mapping'

/** The values of the mapped columns by import field name, one a record row. */
export interface FieldValues {
  readonly table: ImportTable
  readonly rows: readonly number[]
  readonly issues: Issue[]
  readonly currency: CurrencyCode
  readonly mapping: SheetMapping
  readonly file: string
  /** The values of a field; null where no column is mapped to it. */
  readonly of: (field: string) => readonly unknown[] | null
  /** The column mapped to a field; null where none is. */
  readonly column: (field: string) => ColumnMapping | null
}
