/** What a column of a file can mean: one list of fields a table, each with the words that people head it with. */
import { squeezeText } from '../base/text'
import type { TableName } from '../model/catalog'

/** The tables that files can fill, in the order in which they depend on each other. */
export const importTables = [
  'currencyRate',
  'rep',
  'product',
  'account',
  'person',
  'opportunity',
  'oppLine',
  'lead',
  'activity',
  'oppFact',
  'quota',
] as const satisfies readonly TableName[]

/** A table that files can fill. */
export type ImportTable = (typeof importTables)[number]

/** How the cells of a column are read. */
export type ValueKind =
  'text' | 'id' | 'day' | 'money' | 'number' | 'whole' | 'percent' | 'flag' | 'currency' | 'list'

/** How a reference names its record. */
export type RefBy = 'id' | 'name' | 'email'

/** A field that a column can be mapped to. */
export interface ImportField {
  /** The name used in mappings, such as `deal_id`; stable, since mappings are remembered by it. */
  readonly name: string
  readonly label: string
  /** The catalog's field; null where the meaning step makes something of it. */
  readonly to: string | null
  readonly kind: ValueKind
  /** Set for references: the table pointed to, and whether cells hold its ids, names or addresses. */
  readonly ref: { readonly table: TableName; readonly by: RefBy } | null
  /** Set where the value belongs to the record that this reference names: a deal's billing city is its account's. */
  readonly of: string | null
  /** The name under which `suggestMapping` reports it, where several of our fields are one to others. */
  readonly as: string | null
  /** Headers that mean this field, squeezed. */
  readonly words: readonly string[]
}

/** The words of a header list `A|B|C`, squeezed as headers are for comparison. */
export const headerWords = (list: string): readonly string[] =>
  list
    .split('|')
    .map(squeezeText)
    .filter(word => word !== '')

type More = Partial<Pick<ImportField, 'ref' | 'of' | 'as'>>

/** A field of a table; `words` is a list `A|B|C` of headers. */
export const field = (
  name: string,
  label: string,
  to: string | null,
  kind: ValueKind,
  words: string,
  more: More = {},
): ImportField => ({
  name,
  label,
  to,
  kind,
  ref: more.ref ?? null,
  of: more.of ?? null,
  as: more.as ?? null,
  words: [squeezeText(name), ...headerWords(words)],
})

/** A reference of a table to a record of `table`. */
export const reference = (
  name: string,
  label: string,
  to: string,
  table: TableName,
  by: RefBy,
  words: string,
  more: More = {},
): ImportField => field(name, label, to, by === 'id' ? 'id' : 'text', words, { ...more, ref: { table, by } })
