/** Which record each draft of a sheet is: by outside id, natural key or folded name; else a new one. */
import { newId } from '../base/id'
import type { Drafts, LeftOut, RejectCode, Rejected } from '../mapping/drafts'
import { sameValue } from '../region/change'
import type { Values } from '../region/change'
import { idKey, isNamed, naturalKey } from './identity'
import { RowJoins, rowName } from './row-joins'
import type { Run } from './run'

/** A draft's record. */
export interface Match {
  readonly id: string
  readonly isNew: boolean
  /** The user said that it is this record, which keeps its own name and id. */
  readonly isJoined: boolean
}

/** A draft beside the one that is a record's own. */
export interface Beside {
  readonly at: number
  readonly id: string
  /** The draft that is the record's own; null where it is none of this sheet. */
  readonly first: number | null
}

/** The drafts of a sheet with their records; null for a draft that repeats another. */
export interface Matched {
  readonly matches: readonly (Match | null)[]
  /** Drafts that fill the gaps of a record. */
  readonly fills: readonly Beside[]
  /** Drafts that repeat an opportunity with another product. */
  readonly lines: readonly Beside[]
  readonly leftOut: readonly LeftOut[]
  readonly rejected: readonly Rejected[]
}

/** The value of a draft's field, references resolved. */
export type DraftValue = (at: number, field: string) => unknown

/**
 * Matches the drafts of a sheet in order; a later draft of the same record is left out and says whose it is.
 * `lacking` says why a draft that no record answers to cannot become one.
 */
export function matchRows(
  run: Run,
  drafts: Drafts,
  value: DraftValue,
  sheet: number,
  lacking: (at: number) => RejectCode | null,
): Matched {
  const { table } = drafts
  const book = run.book(table)
  const leftOut: LeftOut[] = []
  const rejected: Rejected[] = []
  const firstOf = new Map<string, number>()
  const keys = new Map<string, string[]>()
  const used = new Map<string, number>()
  const joins = new RowJoins(run, table)
  const deferred: { at: number; id: string; choice: 'same' | 'merge' }[] = []
  const late: number[] = []
  const fills: Beside[] = []
  const lines: Beside[] = []
  const products = new Map<string, Set<unknown>>()
  let keysReady = false
  const shared =
    !isNamed(table) && table !== 'person' && table !== 'lead' && table !== 'quota' && table !== 'currencyRate'
  const identified = drafts.columns.some(each => each.field === 'externalId')
  const idsOfKey = (key: string): readonly string[] => {
    if (!keysReady) {
      keysReady = true
      for (const [id, each] of recordsOf(run, drafts)) {
        // In a file that has ids, a row without one is not a record that has one.
        if (identified && shared && each['externalId']) continue
        const own = naturalKey(table, field => each[field])
        if (own !== null) push(keys, own, id)
      }
    }
    return keys.get(key) ?? []
  }

  const byNames = (at: number, external: string): string | null => {
    if (!isNamed(table) && table !== 'person') return null
    const name = value(at, 'name')
    const email = value(at, 'email')
    const mail = typeof email === 'string' ? book.byEmail(email) : null
    const named = isNamed(table) && typeof name === 'string' ? book.namesakes(name) : []
    const free = [...(mail ? [mail] : []), ...named].find(
      each =>
        (each.externalId === null || idKey(each.externalId) === idKey(external)) && !firstOf.has(each.id),
    )
    return free?.id ?? null
  }

  const find = (at: number): { id: string | null; isKeyed: string | null } => {
    const external = value(at, 'externalId')
    if (typeof external === 'string' && external !== '') {
      // An id that only a joined row has is not the record's own.
      const known = book.byExternalId(external)
      const isOwn = known !== null && idKey(known.externalId ?? '') === idKey(external)
      return { id: isOwn ? known.id : byNames(at, external), isKeyed: null }
    }
    const key = naturalKey(table, field => value(at, field))
    if (key === null) return { id: null, isKeyed: null }
    const ids = idsOfKey(key)
    if (!shared) return { id: ids[0] ?? null, isKeyed: key }
    const nth = used.get(key) ?? 0
    used.set(key, nth + 1)
    return { id: ids[nth] ?? null, isKeyed: key }
  }

  const matches = drafts.rows.map((row, at): Match | null => {
    if (lacking(at) !== null) {
      late.push(at)
      return null
    }
    if (joins.isEmpty) return own(row, at)
    const join = joins.of(sheet, row, field => value(at, field))
    const name = rowName(sheet, row)
    if (join) {
      deferred.push({ at, ...join })
      run.rowIds.set(name, join.id)
      return null
    }
    const match = own(row, at)
    if (match && joins.isNamed(name)) {
      run.rowIds.set(name, match.id)
      if (match.isNew) run.madeBy.set(match.id, { sheet, row })
    }
    return match
  })
  // A row that could not become a record is one only where another row or the region has it.
  for (const at of late) matches[at] = own(drafts.rows[at] as number, at)
  // A record's own row goes before those that were joined to it.
  for (const { at, id, choice } of deferred) {
    const row = drafts.rows[at] as number
    const first = firstOf.get(id) ?? null
    const of = first === null ? null : (drafts.rows[first] as number)
    book.alsoCalled(id, { externalId: text(value(at, 'externalId')), name: text(value(at, 'name')) })
    const made = run.madeBy.get(id) ?? null
    run.joined.push({ table, id, sheet, row, made, choice, value: field => value(at, field) })
    const other = run.value(table, id, 'externalId')
    if (first === null && choice === 'merge' && other === null && run.record(table, id) !== null) {
      firstOf.set(id, at)
      matches[at] = { id, isNew: false, isJoined: true }
    } else {
      leftOut.push({ row, why: 'joined', of })
      if (choice === 'merge') fills.push({ at, id, first })
    }
  }
  return { matches, fills, lines, leftOut, rejected }

  function own(row: number, at: number): Match | null {
    const found = find(at)
    const { id } = found
    if (id !== null) {
      const before = firstOf.get(id)
      if (before !== undefined) {
        if (isLine(id, before, at)) {
          lines.push({ at, id, first: before })
          return null
        }
        const why = sameDraft(drafts, value, before, at) ? 'repeats' : 'same-record'
        leftOut.push({ row, why, of: drafts.rows[before] ?? null })
        return null
      }
      firstOf.set(id, at)
      const isNew = run.record(table, id) === null && !run.writesOf(table).added.has(id)
      return { id, isNew, isJoined: false }
    }
    const code = lacking(at)
    if (code !== null) {
      rejected.push({ row, code })
      return null
    }
    const fresh = newId(run.input.random)
    firstOf.set(fresh, at)
    if (found.isKeyed !== null) push(keys, found.isKeyed, fresh)
    if (shared && found.isKeyed !== null) used.set(found.isKeyed, used.get(found.isKeyed) ?? 1)
    book.add({
      id: fresh,
      name: text(value(at, 'name')) ?? '',
      externalId: text(value(at, 'externalId')),
      email: text(value(at, 'email')),
      isNew: true,
    })
    return { id: fresh, isNew: true, isJoined: false }
  }

  /** An opportunity that comes again with a product that it has not had yet has lines. */
  function isLine(id: string, before: number, at: number): boolean {
    if (table !== 'opportunity') return false
    const product = value(at, 'product') ?? null
    let seen = products.get(id)
    if (!seen) products.set(id, (seen = new Set([value(before, 'product') ?? null])))
    if (product === null || seen.has(product)) return false
    seen.add(product)
    return true
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The records of a table as files last named them, those of this import included. */
function* recordsOf(run: Run, drafts: Drafts): Generator<readonly [string, Values]> {
  for (const record of run.input.region.all(drafts.table)) {
    const said = run.shadows.get(record.id)
    // A name of our own making, as deals without one get, is not what the file says.
    yield [record.id, said && !isNamed(drafts.table) ? said.values : (record as unknown as Values)]
  }
  for (const [id, values] of run.writesOf(drafts.table).added) yield [id, values]
}

function sameDraft(drafts: Drafts, value: DraftValue, one: number, two: number): boolean {
  return (
    drafts.columns.every(column => sameValue(column.values[one] ?? null, column.values[two] ?? null)) &&
    drafts.references.every(each => sameValue(value(one, each.field) ?? null, value(two, each.field) ?? null))
  )
}

function push(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key)
  if (list) list.push(id)
  else map.set(key, [id])
}
