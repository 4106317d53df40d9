/** The desk: which regions there are, and what this machine remembers about looking at them. */
import { Dexie, type Table } from 'dexie'
import type { Json, Stamp } from '#shared/model/field'

/** A region as the desk knows it. */
export interface RegionEntry {
  readonly id: string
  readonly name: string
  /** The name of its database; a restore in its place puts another one here. */
  readonly database: string
  readonly createdAt: Stamp
  readonly openedAt: Stamp
  /** When it was last backed up on its own. */
  readonly backedUpAt: Stamp | null
  readonly sample: boolean
}

/** Something remembered under a name, such as the theme or the places of a region. */
interface Note {
  readonly key: string
  readonly value: Json
}

/** The database of the desk. */
export class DeskDatabase extends Dexie {
  declare readonly regions: Table<RegionEntry, string>
  declare readonly notes: Table<Note, string>

  constructor(name = 'quarterdeck-desk') {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ regions: 'id', notes: 'key' })
  }

  /** What is remembered under a key; null where nothing is. */
  async recall(key: string): Promise<Json> {
    return (await this.notes.get(key))?.value ?? null
  }

  /** Remembers a value under a key. */
  async remember(key: string, value: Json): Promise<void> {
    await this.notes.put({ key, value })
  }
}
