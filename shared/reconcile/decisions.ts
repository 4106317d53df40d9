/** What the user decides about an import, with what holds where nothing was said. */
import type { TableName } from '../model/catalog'

/** What to do with names that no record has. */
export type NewNames = 'create' | 'leave'

/** What a pair of likely duplicates is: two records, one of which the second row says nothing, or one whose gaps it fills. */
export type PairChoice = 'two' | 'same' | 'merge'

/** The user's decisions; everything has a default. Keys are made by the functions below. */
export interface Decisions {
  /** By `aliasKey`: true accepts the suggestion, false declines it, a text names another target. */
  readonly aliases: Readonly<Record<string, boolean | string>>
  /** By table that is referred to. */
  readonly newNames: Readonly<Partial<Record<TableName, NewNames>>>
  /** By `conflictKey`. */
  readonly conflicts: Readonly<Record<string, 'mine' | 'theirs'>>
  /** By `pairKey`. */
  readonly pairs: Readonly<Record<string, PairChoice>>
  /** By position of the sheet: whether it holds every record of its kind; left out where it is to be judged. */
  readonly fullExport: Readonly<Record<number, boolean>>
}

/** Nothing decided yet. */
export const noDecisions: Decisions = { aliases: {}, newNames: {}, conflicts: {}, pairs: {}, fullExport: {} }

/** The key of an alias question. */
export const aliasKey = (dimension: string, from: string): string => `${dimension}|${from}`

/** The key of a conflict. */
export const conflictKey = (id: string, field: string): string => `${id}.${field}`

/** The key of a pair, whichever comes first. */
export const pairKey = (one: string, two: string): string => (one < two ? `${one}|${two}` : `${two}|${one}`)

const created: ReadonlySet<TableName> = new Set<TableName>(['rep', 'account', 'leadSource', 'competitor'])

/** What happens to new names of a table where nothing was said; `known` is whether the region or a file lists such records. */
export const defaultNewNames = (table: TableName, known: boolean): NewNames =>
  created.has(table) || (table === 'product' && !known) ? 'create' : 'leave'
