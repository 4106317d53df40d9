/** References as files write them become ids: by outside id, e-mail, name or alias; else a question or a new name. */
import type { DraftReference } from '../mapping/drafts'
import type { TableName } from '../model/catalog'
import { aliasCount, nameCount, namesCount, unmatchedCount } from './counted'
import type { BookEntry } from './nearest-name'
import type { Run } from './run'

/** The ids of one reference, one a draft; undefined where the file names something that is not known. */
export type Resolved = readonly (string | readonly string[] | null | undefined)[]

interface Written {
  readonly id: string | null
  readonly email: string | null
  readonly name: string | null
}

/** The file, the sheet and its rows, one a draft, that references stand in. */
export interface Place {
  readonly file: string
  readonly sheet: number
  readonly rows: readonly number[]
}

/** One way of writing a reference, and the drafts that write so. */
interface Use extends Place {
  readonly at: readonly number[]
}

/** Resolves all drafts of one reference; each way of writing is worked out once, and counted. */
export function resolveReference(run: Run, reference: DraftReference, place: Place): Resolved {
  const { ids, emails, names } = reference
  const length = (ids ?? emails ?? names ?? []).length
  const given = [ids, emails, names].filter(each => each !== null)
  const [only] = given.length === 1 ? given : []
  const keyOf = only
    ? (at: number): string => only[at] ?? ''
    : (at: number): string => `${ids?.[at] ?? ''}\u0000${emails?.[at] ?? ''}\u0000${names?.[at] ?? ''}`
  const groups = new Map<string, { written: Written; at: number[] }>()
  for (let at = 0; at < length; at++) {
    const key = keyOf(at)
    const group = groups.get(key)
    if (group) group.at.push(at)
    else {
      const written = { id: ids?.[at] ?? null, email: emails?.[at] ?? null, name: names?.[at] ?? null }
      groups.set(key, { written, at: [at] })
    }
  }
  const resolved: (string | readonly string[] | null | undefined)[] = Array.from({ length })
  // The file's own most frequent names come first, so that a rare odd spelling meets the right one.
  const ordered = [...groups.values()].sort((a, b) => b.at.length - a.at.length)
  for (const { written, at } of ordered) {
    const value = reference.many
      ? several(run, reference, written, { ...place, at })
      : resolveOne(run, reference, written, { ...place, at })
    for (const each of at) resolved[each] = value
  }
  return resolved
}

function several(
  run: Run,
  reference: DraftReference,
  written: Written,
  use: Use,
): readonly string[] | null | undefined {
  const parts = (text: string | null): string[] =>
    (text ?? '')
      .split(/[;,]/)
      .map(each => each.trim())
      .filter(each => each !== '')
  const ids = parts(written.id)
  const names = ids.length > 0 ? [] : parts(written.name)
  if (ids.length + names.length === 0) return null
  const found = [
    ...ids.map(id => resolveOne(run, reference, { id, email: null, name: null }, use)),
    ...names.map(name => resolveOne(run, reference, { id: null, email: null, name }, use)),
  ].filter(each => typeof each === 'string')
  return found.length > 0 ? [...new Set(found)] : undefined
}

function resolveOne(
  run: Run,
  reference: DraftReference,
  written: Written,
  use: Use,
): string | null | undefined {
  const { table } = reference
  if (written.id === null && written.email === null && written.name === null) return null
  const found = find(run, reference, written, use)
  if (found) {
    if (written.id !== null && found.externalId === null) run.set(table, found.id, 'externalId', written.id)
    return found.id
  }
  if (found === undefined) return undefined
  // A rep known by id alone still is one person; an account without a name is nothing to show.
  const name = written.name ?? written.email ?? (table === 'rep' ? written.id : null)
  if (name !== null) {
    let names = run.newNames.get(table)
    if (!names) run.newNames.set(table, (names = new Set<string>()))
    names.add(name)
    note(run, nameCount(table, name), use)
    note(run, namesCount(table), use)
    const choice = run.newNamesChoice(table)
    if (choice === 'create') return create(run, reference, written, name, use.file)
  }
  leaveEmpty(run, table, use)
  return undefined
}

function note(run: Run, key: string, { sheet, rows, at }: Use): void {
  run.noted.add(
    key,
    sheet,
    at.map(each => rows[each] ?? -1),
  )
}

function leaveEmpty(run: Run, table: TableName, use: Use): void {
  run.unmatched.add(table)
  note(run, unmatchedCount(table), use)
}

/** The record meant; null where none is, undefined where one may be and the user was asked. */
function find(run: Run, reference: DraftReference, written: Written, use: Use): BookEntry | null | undefined {
  const { table } = reference
  const book = run.book(table)
  const byId = written.id === null ? null : book.byExternalId(written.id)
  if (byId) return byId
  const byEmail = written.email === null ? null : book.byEmail(written.email)
  if (byEmail) return byEmail
  if (written.name === null) return null
  const dimension = `${table}.name`
  const byName = book.byName(run.spoken(dimension, written.name))
  // A namesake with another outside id is somebody else.
  if (byName && (written.id === null || byName.externalId === null)) return byName
  const near = written.id === null ? book.nearest(written.name) : null
  if (!near) return null
  const question = run.ask(
    {
      dimension,
      from: written.name,
      to: near.entry.name,
      likeness: near.likeness,
      why:
        near.why === 'same letters'
          ? 'The same letters, written apart.'
          : near.why === 'nearly the same'
            ? `${Math.round(near.likeness * 100)} % alike.`
            : 'All its words stand in the longer name.',
    },
    use.at.length,
  )
  note(run, aliasCount(dimension, written.name), use)
  if (question.state === 'accepted') return book.byName(question.to) ?? near.entry
  if (question.state === 'declined') return null
  leaveEmpty(run, table, use)
  return undefined
}

function create(run: Run, reference: DraftReference, written: Written, name: string, file: string): string {
  const { table } = reference
  const values: Record<string, unknown> = { name }
  if (written.id !== null) values['externalId'] = written.id
  if (written.email !== null) values['email'] = written.email
  const said = { ...values }
  const id = run.add(table, values)
  run.created.set(table, (run.created.get(table) ?? 0) + 1)
  run.say(table, id, file, -1, said)
  return id
}
