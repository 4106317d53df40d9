/** The columns of a sheet as the preview shows them: each as it was read, under the field that it fills. */
import type { ImportTable, ValueKind } from '#shared/mapping/import-field'
import { importField } from '#shared/mapping/field-list'
import { askBelow, type ColumnMapping } from '#shared/mapping/mapping'
import type { ColumnKind } from '../../ui/grid/engine/column-data'

/** One column of the file in the preview. */
export interface PlanColumn {
  readonly key: string
  /** Counted from 0 in the sheet. */
  readonly column: number
  readonly title: string
  readonly help: string
  /** How its cells are shown; columns that are not used are shown as the file has them. */
  readonly kind: Extract<ColumnKind, 'text' | 'date' | 'money' | 'number' | 'percent' | 'boolean'>
  /** How its cells are read; null for a column that is not used. */
  readonly reads: ValueKind | null
}

const kinds: Readonly<Record<ValueKind, PlanColumn['kind']>> = {
  text: 'text',
  id: 'text',
  list: 'text',
  currency: 'text',
  day: 'date',
  money: 'money',
  number: 'number',
  whole: 'number',
  percent: 'percent',
  flag: 'boolean',
}

/** The key of a column of the file in the preview. */
export const columnKey = (column: number): string => `c${column}`

/** The columns of a sheet, those first that are used. */
export function planColumns(table: ImportTable | null, columns: readonly ColumnMapping[]): PlanColumn[] {
  return columns
    .map((each): PlanColumn => {
      const field =
        table && each.field !== null && each.confidence >= askBelow ? importField(table, each.field) : null
      const header = each.header || `Column ${each.column + 1}`
      return {
        key: columnKey(each.column),
        column: each.column,
        title: field ? field.label : header,
        help: field ? `The column “${header}” as it was read.` : 'Not used. As it stands in the file.',
        kind: field ? kinds[field.kind] : 'text',
        reads: field?.kind ?? null,
      }
    })
    .sort((a, b) => Number(a.reads === null) - Number(b.reads === null) || a.column - b.column)
}
