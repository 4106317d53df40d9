/** One region's database on disk: records in pages, the journal with its changes, and the archive. */
import { Dexie, type Table } from 'dexie'
import type { TableName } from '#shared/model/catalog'
import type { Json, Source, Stamp } from '#shared/model/field'
import type { AnyRecord, Values } from '#shared/region/change'
import { declareVersions, newestFormat } from './migrations/all-versions'
import { keepingPictures, type Picture } from './picture'

/** Some hundred records of one table. */
export interface Page {
  readonly table: TableName
  readonly page: number
  readonly rows: readonly AnyRecord[]
}

/** A page as it lies on disk: its records as one text, or one by one where version 1 wrote it. */
export type StoredPage = Page | (Omit<Page, 'rows'> & { readonly packed: string })

/** How many records an entry added, changed and removed in a table. */
export interface Counts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** One thing that was done, without what it changed. */
export interface JournalEntry {
  /** Grows by one; the order in which things were done. */
  readonly seq: number
  readonly at: Stamp
  /** What was done in words: "Import of pipeline.csv". */
  readonly label: string
  readonly source: Source
  /** Who did it, as named in the settings; null where no name is set. */
  readonly by: string | null
  /** Where on the screen it was done, to go back there when it is undone. */
  readonly place: Json
  readonly batch: string | null
  /** Edits with the same key that follow each other become one entry. */
  readonly squashKey: string | null
  /** Done; undone and waiting to be redone; or dropped, when something else was done instead of redoing it. */
  readonly state: 'done' | 'undone' | 'dropped'
  readonly counts: { readonly [T in TableName]?: Counts }
  /** The entry that this one reverts. */
  readonly reverts: number | null
}

/** A part of an entry's change: records of one table with neighbouring ids, sorted by id. */
export interface ChangePage {
  readonly seq: number
  readonly table: TableName
  /** The lowest and highest id inside. */
  readonly first: string
  readonly last: string
  /** Ids of added records; the records themselves are in the pages, and here only while the entry is undone. */
  readonly added: readonly string[]
  readonly kept: readonly AnyRecord[]
  readonly changed: readonly { readonly id: string; readonly before: Values; readonly after: Values }[]
  readonly removed: readonly AnyRecord[]
}

/** A document that never changes, such as the rows of a snapshot. */
export interface ArchiveItem {
  readonly key: string
  readonly value: unknown
}

/** The stores that a backup carries, in the order in which they are written. */
export const storeNames = ['facts', 'pages', 'journal', 'changes', 'archive'] as const

/** The database of one region. */
export class RegionDatabase extends Dexie {
  declare readonly pages: Table<StoredPage, [string, number]>
  declare readonly journal: Table<JournalEntry, number>
  declare readonly changes: Table<ChangePage, [number, string, string]>
  declare readonly archive: Table<ArchiveItem, string>
  /** Pictures that are being taken; what this connection writes over is kept for them. */
  readonly pictures = new Set<Picture>()
  declare readonly facts: Table<{ readonly key: string; readonly value: Json }, string>

  constructor(name: string, format = newestFormat) {
    // Strict: what is reported as saved has reached the disk (Chromium would otherwise report it earlier).
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    declareVersions(this, format)
    this.use({ stack: 'dbcore', name: 'pictures', create: core => keepingPictures(core, this.pictures) })
  }
}

/** The version of a database on disk, or null where there is none; Dexie counts in tens. */
export async function formatOf(name: string): Promise<number | null> {
  const found = (await indexedDB.databases()).find(each => each.name === name)
  return found?.version ? found.version / 10 : null
}
