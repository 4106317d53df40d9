/** Which record each draft of a sheet is: by outside id, natural key or folded name; else a new one. */
import { newId } from '../base/id'
import type { Drafts, LeftOut, RejectCode, Rejected } from '../mapping/drafts'
import { sameValue } from '../region/change'
import type { Values } from '../region/change'
import { pairKey } from './decisions'
import { idKey, isNamed, naturalKey } from './identity'
import type { Run } from './run'

/** A draft's record. */
export interface Match {
  readonly id: string
  readonly isNew: boolean
}

/** The drafts of a sheet with their records; null for a draft that repeats another. */
export interface Matched {
  readonly matches: readonly (Match | null)[]
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
  const pairs = samePairs(run)
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
    if (typeof external === 'string' && external !== '')
      return { id: book.byExternalId(external)?.id ?? byNames(at, external), isKeyed: null }
    const key = naturalKey(table, field => value(at, field))
    if (key === null) return { id: null, isKeyed: null }
    const ids = idsOfKey(key)
    if (!shared) return { id: ids[0] ?? null, isKeyed: key }
    const nth = used.get(key) ?? 0
    used.set(key, nth + 1)
    return { id: ids[nth] ?? null, isKeyed: key }
  }

  const matches = drafts.rows.map((row, at): Match | null => {
    const found = find(at)
    const id = found.id ?? pairs.get(rowName(sheet, row)) ?? null
    if (id !== null) {
      const before = firstOf.get(id)
      if (before !== undefined) {
        const why = sameDraft(drafts, value, before, at) ? 'repeats' : 'same-record'
        leftOut.push({ row, why, of: drafts.rows[before] ?? null })
        return null
      }
      firstOf.set(id, at)
      return { id, isNew: run.record(table, id) === null && !run.writesOf(table).added.has(id) }
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
    const external = value(at, 'externalId')
    const name = value(at, 'name')
    const email = value(at, 'email')
    book.add({
      id: fresh,
      name: typeof name === 'string' ? name : '',
      externalId: typeof external === 'string' ? external : null,
      email: typeof email === 'string' ? email : null,
      isNew: true,
    })
    return { id: fresh, isNew: true }
  })
  return { matches, leftOut, rejected }
}

/** The records of a table as files last named them, those of this import included. */
function* recordsOf(run: Run, drafts: Drafts): Generator<readonly [string, Values]> {
  for (const record of run.input.region.all(drafts.table)) {
    const said = run.shadows.get(record.id)
    // A name of our own making, as deals without one get, is not what the file says.
    yield [record.id, said && !isNamed(drafts.table) ? said.values : (record as unknown as Values)]
  }
  for (const [id, values] of run.writesOf(drafts.table).added) yield [id, values]
}

/** The records that the user said new rows are; pairs are named by the row that looked like it. */
function samePairs(run: Run): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, same] of Object.entries(run.input.decisions.pairs)) {
    if (!same) continue
    const [one, two] = key.split('|') as [string, string]
    if (one.startsWith('row ') && !two.startsWith('row ')) found.set(one, two)
    if (two.startsWith('row ') && !one.startsWith('row ')) found.set(two, one)
  }
  return found
}

/** How a row that is not yet a record is named in a pair. */
export const rowName = (sheet: number, row: number): string => `row ${sheet}:${row}`

/** The key of the pair of a row and a record. */
export const rowPair = (sheet: number, row: number, id: string): string => pairKey(rowName(sheet, row), id)

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
