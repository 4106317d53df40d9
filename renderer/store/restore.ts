/** Restoring a backup: into a database of its own, checked to the last line, and only then put on the desk. */
import { fail, ok, type Result } from '#shared/base/result'
import { LineHash, type BackupEnd, type BackupHead } from './backup-file'
import type { BackupProblem } from './backup-problem'
import { now } from './clock'
import type { DeskDatabase, RegionEntry } from './desk-database'
import { newestFormat } from './migrations/all-versions'
import { RegionDatabase, storeNames } from './region-database'
import { newEntry, putOnDesk } from './regions'
import { problemOf, type StoreProblem } from './store-problem'
import { dropDatabase, makeDatabase, noteFinished, noteUnfinished } from './unfinished'

/** Rows written in one transaction. */
const rowsPerWrite = 32

type Problem = BackupProblem | StoreProblem

/** A finding that ends a restore. */
class Refusal extends Error {
  constructor(readonly problem: BackupProblem) {
    super(problem.code)
  }
}

const damaged = (detail: string): Refusal => new Refusal({ code: 'damagedBackup', detail })

/** Restores a backup as a region beside the others. */
export function restoreAsNew(
  desk: DeskDatabase,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<RegionEntry, Problem>> {
  return makeDatabase<RegionEntry, Problem>(desk, async database => {
    const restored = await readInto(database, bytes)
    if (!restored.ok) return restored
    const head = restored.value
    const taken = new Set((await desk.regions.toArray()).map(each => each.name))
    const name = taken.has(head.name) ? `${head.name} (backup of ${head.at.slice(0, 10)})` : head.name
    const entry = newEntry(name, database, false)
    await putOnDesk(desk, entry)
    return ok(entry)
  })
}

/** Restores a backup in the place of a closed region, of which the caller has kept a copy. */
export async function restoreInPlace(
  desk: DeskDatabase,
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<RegionEntry, Problem>> {
  const old = await desk.regions.get(id)
  if (!old) return fail({ code: 'noSuchRegion' })
  return makeDatabase<RegionEntry, Problem>(desk, async database => {
    const restored = await readInto(database, bytes)
    if (!restored.ok) return restored
    // One write moves the region to the restored database; before it the old one holds, after it the new one.
    await desk.transaction('rw', desk.regions, desk.notes, async () => {
      await desk.regions.update(id, { database, openedAt: now() })
      await noteFinished(desk, database)
      await noteUnfinished(desk, old.database)
    })
    await dropDatabase(desk, old.database)
    return ok({ ...old, database })
  })
}

/** Reads a backup into a fresh database; gives its head, or the problem and a database to be dropped. */
async function readInto(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<BackupHead, Problem>> {
  let database: RegionDatabase | null = null
  try {
    const lines = linesOf(bytes)
    const head = headFrom((await lines.next()).value)
    if (head.format > newestFormat)
      return fail({ code: 'newerBackup', format: head.format, known: newestFormat })
    database = new RegionDatabase(name, head.format)
    await database.open()
    await fill(database, head, lines)
    return ok(head)
  } catch (error) {
    return fail(error instanceof Refusal ? error.problem : problemOf(error))
  } finally {
    database?.close()
  }
}

/** The lines of a backup, unzipped; throws where the bytes are not gzip or end too early. */
async function* linesOf(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<string> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw new Refusal({ code: 'notABackup' })
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    let step: ReadableStreamReadResult<Uint8Array>
    try {
      step = await reader.read()
    } catch {
      throw damaged('it is cut short or altered')
    }
    if (step.done) break
    const lines = (rest + decoder.decode(step.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {
    // Told below.
  }
  throw damaged('a line cannot be read')
}

function headFrom(line: unknown): BackupHead {
  const head = (
    typeof line === 'string' && line.startsWith('{"quarterdeck":"region"') ? parse(line) : {}
  ) as {
    format?: unknown
    name?: unknown
    at?: unknown
  }
  if (typeof head.format !== 'number' || typeof head.name !== 'string' || typeof head.at !== 'string')
    throw new Refusal({ code: 'notABackup' })
  return { quarterdeck: 'region', format: head.format, name: head.name, at: head.at }
}

async function fill(
  database: RegionDatabase,
  head: BackupHead,
  lines: AsyncGenerator<string>,
): Promise<void> {
  const hash = new LineHash()
  await hash.add(JSON.stringify(head))
  const counts: Record<string, number> = Object.fromEntries(storeNames.map(store => [store, 0]))
  const waiting = new Map<string, unknown[]>()
  const flush = async (store: string): Promise<void> => {
    const rows = waiting.get(store) ?? []
    waiting.set(store, [])
    if (rows.length > 0) await database.table(store).bulkAdd(rows)
  }
  let end: BackupEnd | null = null
  for await (const line of lines) {
    if (end) throw damaged('something follows its end')
    const value = parse(line)
    if (value['end'] === true) {
      end = value as unknown as BackupEnd
      continue
    }
    const store = storeNames.find(name => name === value['store'])
    if (!store) throw damaged('a line belongs nowhere')
    await hash.add(line)
    counts[store] = (counts[store] ?? 0) + 1
    const rows = waiting.get(store) ?? []
    rows.push(value['row'])
    waiting.set(store, rows)
    if (rows.length >= rowsPerWrite) await flush(store)
  }
  for (const store of storeNames) await flush(store)
  if (!end) throw damaged('its end is missing')
  if (storeNames.some(store => end.counts[store] !== counts[store])) throw damaged('its counts do not agree')
  if (end.sha256 !== (await hash.value())) throw damaged('its checksum does not agree')
}
