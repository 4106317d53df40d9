/** The words of the import screens that more than one of them uses. */
import { catalog } from '#shared/model/catalog'
import { importTables, type ImportTable } from '#shared/mapping/import-field'
import type { OpportunityState } from '#shared/mapping/stage-meaning'

/** A whole number with separators. */
export const figure = (n: number): string => n.toLocaleString('en-US')

/** "1 row", "8,800 rows". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${figure(n)} ${n === 1 ? one : many}`

/** The tables that a sheet can be, as choices. */
export const tableChoices: { value: ImportTable; label: string }[] = importTables.map(table => ({
  value: table,
  label:
    table === 'oppFact'
      ? 'Opportunity history'
      : table === 'oppLine'
        ? 'Opportunity lines'
        : catalog[table].many,
}))

/** What a table is called. */
export const tableName = (table: ImportTable): string =>
  tableChoices.find(each => each.value === table)?.label ?? table

/** The states that a stage can mean, as choices. */
export const stateChoices: { value: OpportunityState; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'noDecision', label: 'No decision' },
  { value: 'disqualified', label: 'Disqualified' },
]

/** What an alias or a new name is about. */
export function dimensionName(dimension: string): string {
  const [table = '', field = ''] = dimension.split('.')
  const one = Object.hasOwn(catalog, table) ? catalog[table as keyof typeof catalog].one : table
  return field === 'name' ? one : `${one}: ${field}`
}
