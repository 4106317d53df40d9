/** What the numbers of a preview count, noted while it is worked out: rows of sheets, or records. */
import type { TableName } from '../model/catalog'
import { aliasKey } from './decisions'
import type { Finding } from './finding'

/** Rows of one sheet of an import; both count from 0. */
export interface RowsOf {
  readonly sheet: number
  readonly rows: readonly number[]
}

/** Records that a sentence counts. */
export interface CountedRecords {
  readonly table: TableName
  readonly ids: readonly string[]
  /** Records whose rows are shown where none of `ids` has a row of its own: the deals of accounts made from names. */
  readonly instead?: CountedRecords
}

/** A finding with the records that its numbers count, by the parts of its sentence. */
export interface Found {
  readonly finding: Finding
  readonly counted: Readonly<Record<string, CountedRecords>>
}

/** The key of an odd spelling's rows. */
export const aliasCount = (dimension: string, from: string): string => `alias|${aliasKey(dimension, from)}`
/** The key of the rows that give a name which no record has. */
export const nameCount = (table: TableName, name: string): string => `name|${table}|${name}`
/** The key of the rows that give any name of a table which no record has. */
export const namesCount = (table: TableName): string => `names|${table}`
/** The key of the rows whose reference stays empty. */
export const unmatchedCount = (table: TableName): string => findingCount('unmatched', table)
/** The key of a number in a finding. */
export const findingCount = (code: Finding['code'], part: string): string => `${code}|${part}`
/** The key of a single row. */
export const rowCount = (sheet: number, row: number): string => `row|${sheet}|${row}`
/** The key of all rows with a conflict. */
export const conflictsCount = 'conflicts'
/** The key of all rows that stand in pairs. */
export const pairsCount = 'pairs'

/** Rows noted under keys while an import is worked out; a row counts once under each. */
export class RowTally {
  private readonly noted = new Map<string, Map<number, Set<number>>>()

  /** Notes rows of a sheet; what has no row of its own (-1) is left out. */
  add(key: string, sheet: number, rows: Iterable<number>): void {
    let sheets = this.noted.get(key)
    if (!sheets) this.noted.set(key, (sheets = new Map<number, Set<number>>()))
    let set = sheets.get(sheet)
    if (!set) sheets.set(sheet, (set = new Set<number>()))
    for (const row of rows) if (row >= 0) set.add(row)
  }

  /** Number of rows under a key. */
  size(key: string): number {
    let sum = 0
    for (const set of this.noted.get(key)?.values() ?? []) sum += set.size
    return sum
  }

  /** The rows under a key by sheet. */
  of(key: string): RowsOf[] {
    return [...(this.noted.get(key) ?? [])]
      .filter(([, rows]) => rows.size > 0)
      .map(([sheet, rows]) => ({ sheet, rows: [...rows] }))
  }
}
