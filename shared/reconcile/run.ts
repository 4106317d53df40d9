/** What an import has worked out so far: look-ups, records under construction, and the questions that came up. */
import { newId } from '../base/id'
import { fieldsOf, type TableName } from '../model/catalog'
import type { RecordOf } from '../model/catalog'
import { sameValue, type Values } from '../region/change'
import { aliasKey, defaultNewNames, type NewNames, type PairChoice } from './decisions'
import { foldText } from '../base/text'
import { RowTally } from './counted'
import { NameBook } from './name-book'
import type { AliasQuestion, Conflict, PlanInput, Said, Writes } from './plan'

/** A row that the user joined to a record. */
export interface JoinedRow {
  readonly table: TableName
  readonly id: string
  readonly sheet: number
  readonly row: number
  /** The row that became the record; null where the region had it. */
  readonly made: { readonly sheet: number; readonly row: number } | null
  readonly choice: Exclude<PairChoice, 'two'>
  /** What the row says of a field. */
  readonly value: (field: string) => unknown
}

/** One import being worked out. */
export class Run {
  readonly writes = new Map<TableName, Writes>()
  readonly said = new Map<string, Said>()
  readonly shadows = new Map<string, RecordOf<'shadow'>>()
  readonly aliases = new Map<string, AliasQuestion>()
  /** Names that no record has, by the table referred to. */
  readonly newNames = new Map<TableName, Set<string>>()
  /** Tables to which references stay empty. */
  readonly unmatched = new Set<TableName>()
  /** The rows behind the numbers of questions, by key. */
  readonly noted = new RowTally()
  readonly created = new Map<TableName, number>()
  readonly conflicts: Conflict[] = []
  /** Rows that were joined to a record, with what they said themselves. */
  readonly joined: JoinedRow[] = []
  /** Records of the rows that may be named in pairs, by `rowName`. */
  readonly rowIds = new Map<string, string>()
  /** Rows of this import that became records which rows are joined to. */
  readonly madeBy = new Map<string, { readonly sheet: number; readonly row: number }>()
  /** Ids that some row of this import is about. */
  readonly claimed = new Set<string>()
  /** Aliases of the region that no longer hold, by dimension and folded spelling. */
  readonly forgotten = new Set<string>()
  private readonly books = new Map<TableName, NameBook>()
  private readonly given = new Map<string, string>()

  constructor(readonly input: PlanInput) {
    for (const shadow of input.shadows) this.shadows.set(shadow.id, shadow)
    for (const alias of input.region.all('alias'))
      if (alias.accepted) this.given.set(aliasKey(alias.dimension, foldText(alias.from)), alias.to)
  }

  /** The look-up of a table by what files call its records. */
  book(table: TableName): NameBook {
    let book = this.books.get(table)
    if (!book) {
      book = new NameBook(table)
      this.books.set(table, book)
      for (const record of this.input.region.all(table)) book.add(entryOf(record as unknown as Values, false))
      for (const each of this.input.region.all('duplicateDecision'))
        if (each.same && each.table === table && each.two.startsWith('id:'))
          book.alsoCalled(each.one, { externalId: each.two.slice('id:'.length), name: null })
    }
    return book
  }

  /** What an accepted alias of the region makes of a value; the value itself where there is none. */
  spoken(dimension: string, value: string): string {
    if (this.given.size === 0) return value
    return this.given.get(aliasKey(dimension, foldText(value))) ?? value
  }

  /** Lets a name that was joined to another stand for its own record again. */
  forgetAlias(dimension: string, from: string): void {
    const key = aliasKey(dimension, foldText(from))
    if (this.given.delete(key)) this.forgotten.add(key)
  }

  /** What happens to names of a table that no record has: as decided, else by default. */
  newNamesChoice(table: TableName): NewNames {
    const listed =
      this.input.sheets.some(each => each.drafts.table === table) || this.input.region.all(table).length > 0
    return this.input.decisions.newNames[table] ?? defaultNewNames(table, listed)
  }

  /** Counts a question on an alias and returns its state. */
  ask(question: Omit<AliasQuestion, 'state' | 'count'>, rows: number): AliasQuestion {
    const key = aliasKey(question.dimension, question.from)
    const old = this.aliases.get(key)
    const answer = this.input.decisions.aliases[key]
    const asked: AliasQuestion = {
      ...question,
      to: typeof answer === 'string' ? answer : question.to,
      count: (old?.count ?? 0) + rows,
      state: answer === undefined ? 'open' : answer === false ? 'declined' : 'accepted',
    }
    this.aliases.set(key, asked)
    return asked
  }

  /** The writes of a table. */
  writesOf(table: TableName): Writes {
    let writes = this.writes.get(table)
    if (!writes) this.writes.set(table, (writes = { added: new Map(), changed: new Map() }))
    return writes
  }

  /** The value of a field as it would stand after what was worked out so far. */
  value(table: TableName, id: string, field: string): unknown {
    const writes = this.writes.get(table)
    const added = writes?.added.get(id)
    if (added) return added[field] ?? null
    const changed = writes?.changed.get(id)
    if (changed && Object.hasOwn(changed.after, field)) return changed.after[field]
    return this.record(table, id)?.[field] ?? null
  }

  /** Reads the fields of one record as `value` does, looking the record up once. */
  reader(table: TableName, id: string): (field: string) => unknown {
    const writes = this.writes.get(table)
    const added = writes?.added.get(id)
    if (added) return field => added[field] ?? null
    const after = writes?.changed.get(id)?.after
    const record = this.record(table, id)
    return field => (after && Object.hasOwn(after, field) ? after[field] : record?.[field]) ?? null
  }

  /** The record of the region; null for one that this import adds. */
  record(table: TableName, id: string): Values | null {
    return (this.input.region.table(table).get(id as never) as unknown as Values | undefined) ?? null
  }

  /** The name of a record as it would stand; empty where it has none. */
  name(table: TableName, id: string): string {
    const name = this.value(table, id, 'name')
    return typeof name === 'string' ? name : ''
  }

  /** Adds a record under construction. */
  add(table: TableName, values: Record<string, unknown>, id: string = newId(this.input.random)): string {
    this.writesOf(table).added.set(id, Object.assign(values, { id }))
    this.book(table).add(entryOf(values, true))
    return id
  }

  /** Sets a field, of a record of the region or of one under construction. */
  set(table: TableName, id: string, field: string, value: unknown): void {
    const writes = this.writesOf(table)
    const added = writes.added.get(id) as Record<string, unknown> | undefined
    if (added) added[field] = value
    else {
      const before = this.record(table, id)?.[field] ?? null
      const old = writes.changed.get(id)
      if (!old) writes.changed.set(id, { before: { [field]: before }, after: { [field]: value } })
      else
        writes.changed.set(id, {
          before: Object.hasOwn(old.before, field) ? old.before : { ...old.before, [field]: before },
          after: { ...old.after, [field]: value },
        })
    }
    if (field === 'name' || field === 'externalId' || field === 'email')
      this.book(table).add(
        entryOf(
          {
            id,
            name: this.value(table, id, 'name'),
            externalId: this.value(table, id, 'externalId'),
            email: this.value(table, id, 'email'),
          },
          added !== undefined,
        ),
      )
  }

  /** What files said of a field of a record before this row; undefined where none did. */
  saidOf(id: string, field: string): unknown {
    const now = this.said.get(id)
    if (now && Object.hasOwn(now.values, field)) return now.values[field]
    const before = this.shadows.get(id)?.values
    return before && Object.hasOwn(before, field) ? before[field] : undefined
  }

  /** Remembers what a file says of a record. */
  say(
    table: TableName,
    id: string,
    file: string,
    row: number,
    values: Readonly<Record<string, unknown>>,
  ): void {
    const shadow = this.shadows.get(id)
    let said = this.said.get(id)
    if (!said && !shadow) {
      this.said.set(id, { table, file, row, values: { ...values }, isNew: true, moved: true })
      return
    }
    if (!said) {
      said = { table, file, row, values: {}, isNew: shadow === undefined, moved: shadow === undefined }
      this.said.set(id, said)
    }
    for (const [field, value] of Object.entries(values)) {
      if (!sameValue(shadow?.values[field] ?? null, value)) said.moved = true
      said.values[field] = value
    }
  }
}

const blank = new Map<TableName, ReadonlyMap<string, unknown>>()

/** True where a value is what a new record starts with, so that nobody can have meant it. */
export function isUntouched(table: TableName, field: string, value: unknown): boolean {
  let empties = blank.get(table)
  if (!empties) {
    empties = new Map(Object.entries(fieldsOf(table)).map(([name, each]) => [name, each.empty]))
    blank.set(table, empties)
  }
  return sameValue(empties.get(field) ?? null, value ?? null)
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const entryOf = (record: Values, isNew: boolean) => ({
  id: record['id'] as string,
  name: textOf(record['name']) ?? '',
  externalId: textOf(record['externalId']),
  email: textOf(record['email']),
  isNew,
})
