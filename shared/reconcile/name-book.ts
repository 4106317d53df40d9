/** The records of one table by outside id, name and e-mail: those of the region and those that this import adds. */
import { squeezeText } from '../base/text'
import type { TableName } from '../model/catalog'
import { idKey, nameKey } from './identity'
import { nearestName, type BookEntry, type NameIndex, type NearName } from './nearest-name'

/** Looks records up by what files call them. */
export class NameBook {
  private readonly entries = new Map<string, BookEntry>()
  private readonly ids = new Map<string, string>()
  private readonly exact = new Map<string, string[]>()
  private readonly folded = new Map<string, string[]>()
  private readonly emails = new Map<string, string>()
  private index: NameIndex | null = null
  private named = false

  constructor(readonly table: TableName) {}

  /** Number of records. */
  get size(): number {
    return this.entries.size
  }

  /** All records. */
  all(): IterableIterator<BookEntry> {
    return this.entries.values()
  }

  /** A record by its own id. */
  get(id: string): BookEntry | null {
    return this.entries.get(id) ?? null
  }

  /** Adds a record, or what was learned about one. */
  add(entry: BookEntry): void {
    const old = this.entries.get(entry.id)
    if (old && old.name === entry.name && old.externalId === entry.externalId && old.email === entry.email)
      return
    this.entries.set(entry.id, entry)
    if (entry.externalId) this.ids.set(idKey(entry.externalId), entry.id)
    if (entry.email) this.emails.set(entry.email.toLowerCase(), entry.id)
    if (this.named && old?.name !== entry.name) this.addNames(entry)
  }

  /** Lets a record be found by a second outside id or name, without changing what it is called itself. */
  alsoCalled(id: string, called: { readonly externalId: string | null; readonly name: string | null }): void {
    if (called.externalId !== null) this.ids.set(idKey(called.externalId), id)
    if (called.name === null || called.name === '') return
    this.readNames()
    push(this.exact, called.name, id)
    push(this.folded, nameKey(this.table, called.name), id)
  }

  /** The record with an outside id. */
  byExternalId(id: string): BookEntry | null {
    return this.entry(this.ids.get(idKey(id)))
  }

  /** The record with an e-mail address. */
  byEmail(email: string): BookEntry | null {
    return this.entry(this.emails.get(email.toLowerCase()))
  }

  /** The one record of a name as written, else of the name folded; null where none or several have it. */
  byName(name: string): BookEntry | null {
    this.readNames()
    const exact = this.exact.get(name)
    if (exact) return exact.length === 1 ? this.entry(exact[0]) : null
    const folded = this.folded.get(nameKey(this.table, name))
    return folded?.length === 1 ? this.entry(folded[0]) : null
  }

  /** All records whose folded name is that of `name`. */
  namesakes(name: string): readonly BookEntry[] {
    this.readNames()
    return (this.folded.get(nameKey(this.table, name)) ?? []).flatMap(id => this.entry(id) ?? [])
  }

  /** The record whose name is most like one that no record has; null where none is near. */
  nearest(name: string): NearName | null {
    this.readNames()
    if (!this.index) {
      this.index = { names: [], bySqueezed: new Map(), byStart: new Map(), byToken: new Map() }
      for (const entry of this.entries.values()) addName(this.index, entry)
    }
    return nearestName(this.index, name)
  }

  /** Names are looked at when the first question about one comes: most deals are never asked for by name. */
  private readNames(): void {
    if (this.named) return
    this.named = true
    for (const entry of this.entries.values()) this.addNames(entry)
  }

  private addNames(entry: BookEntry): void {
    if (entry.name === '') return
    push(this.exact, entry.name, entry.id)
    push(this.folded, nameKey(this.table, entry.name), entry.id)
    if (this.index) addName(this.index, entry)
  }

  private entry(id: string | undefined): BookEntry | null {
    return id === undefined ? null : (this.entries.get(id) ?? null)
  }
}

function push(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key)
  if (!list) map.set(key, [id])
  else if (list.length > 50 || !list.includes(id)) list.push(id)
}

function addName(index: NameIndex, entry: BookEntry): void {
  const squeezed = squeezeText(entry.name)
  if (squeezed === '') return
  const at = index.names.push(entry) - 1
  const put = (map: Map<string, number[]>, key: string): void => {
    const list = map.get(key)
    if (list) list.push(at)
    else map.set(key, [at])
  }
  put(index.bySqueezed, squeezed)
  put(index.byStart, squeezed.slice(0, 3))
  for (const token of new Set(nameKey('account', entry.name).split(' '))) put(index.byToken, token)
}
