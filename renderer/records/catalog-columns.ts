/** Grid columns made from the catalog's own description of a table's fields. */
import { catalog, fieldOf, type TableName } from '#shared/model/catalog'
import type { Field } from '#shared/model/field'
import type { AnyRecord } from '#shared/region/change'
import { recordTitle } from '#shared/region/record-title'
import type { Region } from '#shared/region/region'
import { asTableName } from '#shared/model/catalog'
import { asId } from '#shared/base/id'
import type { GridColumn } from '../ui/grid/grid-props'
import type { ColumnRead } from '../ui/grid/engine/rows-source'

/** A column that may edit a field of the record behind its row. */
export interface RecordColumn extends GridColumn {
  readonly field?: string
  /** The fields whose value it shows where it is worked out of them: it is marked, and tells its history, as they are. */
  readonly of?: readonly string[]
}

const typedKinds = new Set<Field['kind']>([
  'text',
  'longText',
  'whole',
  'number',
  'percent',
  'money',
  'currency',
  'day',
  'flag',
  'choice',
  'ref',
  'list',
])

/** The column of one field: its words, its editing and, for money, its aggregate. */
export function fieldColumn(table: TableName, name: string, more: Partial<RecordColumn> = {}): RecordColumn {
  const field = fieldOf(table, name)
  return {
    key: name,
    title: field?.label ?? name,
    ...(field?.help === undefined ? {} : { help: field.help }),
    ...(field && typedKinds.has(field.kind)
      ? { field: name, edit: field.choices ? { choices: field.choices.map(each => each.label) } : {} }
      : {}),
    ...(field?.kind === 'money' ? { digits: 0, aggregate: { fn: 'sum' } } : {}),
    ...more,
  }
}

/** The title of the record that a reference names; null where it names none. */
export function titleOf(region: Region, table: string | undefined, id: unknown): string | null {
  const target = table === undefined ? null : asTableName(table)
  if (!target || typeof id !== 'string') return null
  const record = region.table(target).get(asId(id)) as unknown as AnyRecord | undefined
  return record ? recordTitle(region, target, record) : null
}

/** How the grid reads a field of the records in `row`; `currency` serves money without a currency of its own. */
export function fieldRead<R>(
  region: Region,
  table: TableName,
  name: string,
  recordOf: (row: R) => object,
  currency: string,
): ColumnRead<R> {
  const field = fieldOf(table, name)
  const value = (row: R): unknown => (recordOf(row) as Record<string, unknown>)[name]
  const numeric = (row: R): number | null => (typeof value(row) === 'number' ? (value(row) as number) : null)
  const words = (row: R): string | null => (typeof value(row) === 'string' ? (value(row) as string) : null)
  switch (field?.kind) {
    case 'whole':
    case 'number':
      return { kind: 'number', get: numeric }
    case 'percent':
      return { kind: 'percent', get: numeric }
    case 'money': {
      const code = field.currencyField ?? 'currency'
      return {
        kind: 'money',
        get: numeric,
        currency: row => ((recordOf(row) as Record<string, unknown>)[code] as string | null) ?? currency,
      }
    }
    case 'day':
      return { kind: 'date', get: words }
    case 'stamp':
      return { kind: 'date', get: row => words(row)?.slice(0, 10) ?? null }
    case 'flag':
      return { kind: 'boolean', get: row => value(row) === true }
    case 'choice': {
      const labels = new Map(field.choices?.map(each => [each.key, each.label]))
      return { kind: 'choice', get: row => labels.get(words(row) ?? '') ?? null, order: [...labels.values()] }
    }
    case 'ref':
      return { kind: 'text', get: row => titleOf(region, field.table, value(row)) }
    case 'refs':
      return {
        kind: 'text',
        get: row =>
          ((value(row) as readonly string[] | undefined) ?? [])
            .map(id => titleOf(region, field.table, id))
            .join(', '),
      }
    case 'list':
      return { kind: 'text', get: row => ((value(row) as readonly string[] | undefined) ?? []).join(', ') }
    case 'json':
      return { kind: 'text', get: row => (value(row) === null ? null : JSON.stringify(value(row))) }
    case undefined:
    case 'text':
    case 'longText':
    case 'currency':
      return { kind: 'text', get: words }
  }
}

/** The names of a table's fields that a grid can show, in the catalog's order. */
export const gridFields = (table: TableName): readonly string[] =>
  Object.entries(catalog[table].fields as Readonly<Record<string, Field>>)
    .filter(([, field]) => field.kind !== 'json')
    .map(([name]) => name)
