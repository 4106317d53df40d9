/** A whole region in one file: lines of JSON, gzipped; the first says what it is, the last holds counts and checksum. */
import type { Stamp } from '#shared/model/field'
import { pause, stretch } from './breathe'
import { newestFormat } from './migrations/all-versions'
import { Picture } from './picture'
import { storeNames, type RegionDatabase } from './region-database'

/** The kind of file, for dialogs. */
export const backupKind = { title: 'Quarterdeck region', extensions: ['qdregion'] } as const

/** Lines hashed together, each digest taking in the one before, so that any damage shows; part of the format. */
export const linesPerHash = 64
/** Rows read at a time: a page of a few hundred records is one row. */
const rowsPerRead = 8
/** Text handed to the compressor at a time. */
const chunkLength = 1_000_000

type Row = Readonly<Record<string, unknown>>

/** The first line of a backup. */
export interface BackupHead {
  readonly quarterdeck: 'region'
  readonly format: number
  readonly name: string
  readonly at: Stamp
}

/** The last line of a backup. */
export interface BackupEnd {
  readonly end: true
  readonly counts: Readonly<Record<string, number>>
  readonly sha256: string
}

/** SHA-256 over lines, some at a time, each digest taking the one before it in. */
export class LineHash {
  private digest = ''
  private waiting: string[] = []

  /** Takes one more line in. */
  async add(line: string): Promise<void> {
    this.waiting.push(line)
    if (this.waiting.length >= linesPerHash) await this.turn()
  }

  /** The digest over all lines so far, in hex. */
  async value(): Promise<string> {
    if (this.waiting.length > 0) await this.turn()
    return this.digest
  }

  private async turn(): Promise<void> {
    const bytes = new TextEncoder().encode(`${this.digest}\n${this.waiting.join('\n')}`)
    this.waiting = []
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    this.digest = [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('')
  }
}

/** All rows of a store in the order of their keys, a few at a time; as they stood when `picture` was begun. */
export async function* rowsOf(
  database: RegionDatabase,
  store: string,
  picture: Picture,
  perRead = rowsPerRead,
): AsyncGenerator<Row> {
  const table = database.table<Row, unknown>(store)
  let after: unknown = null
  for (;;) {
    const rows =
      after === null
        ? await table.orderBy(':id').limit(perRead).toArray()
        : await table.where(':id').above(after).limit(perRead).toArray()
    const last = rows.at(-1)
    const until = last === undefined || rows.length < perRead ? null : keyOf(store, last)
    yield* picture.asThen(store, rows, row => keyOf(store, row), after, until)
    if (until === null) return
    after = until
  }
}

function keyOf(store: string, row: Row): unknown {
  if (store === 'pages') return [row['table'], row['page']]
  if (store === 'changes') return [row['seq'], row['table'], row['first']]
  return store === 'journal' ? row['seq'] : row['key']
}

async function* linesOf(
  database: RegionDatabase,
  head: BackupHead,
  picture: Picture,
): AsyncGenerator<string> {
  const hash = new LineHash()
  const counts: Record<string, number> = {}
  const first = JSON.stringify(head)
  await hash.add(first)
  yield first
  for (const store of storeNames) {
    counts[store] = 0
    for await (const row of rowsOf(database, store, picture)) {
      const line = JSON.stringify({ store, row })
      await hash.add(line)
      yield line
      counts[store]++
    }
  }
  const end: BackupEnd = { end: true, counts, sha256: await hash.value() }
  yield JSON.stringify(end)
}

/** How a backup is written. */
export interface BackupOptions {
  readonly format?: number
  /** Begun before; without one the caller sees to it that nothing is committed meanwhile. */
  readonly picture?: Picture
}

/** Writes a region as a backup, in short stretches between which the window answers. */
export async function writeBackupFile(
  database: RegionDatabase,
  name: string,
  at: Stamp,
  { format = newestFormat, picture = new Picture() }: BackupOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new CompressionStream('gzip')
  const packed = new Response(zip.readable).arrayBuffer()
  const writer = zip.writable.getWriter()
  const encoder = new TextEncoder()
  let chunk = ''
  const head: BackupHead = { quarterdeck: 'region', format, name, at }
  let since = performance.now()
  for await (const line of linesOf(database, head, picture)) {
    chunk += `${line}\n`
    if (performance.now() - since > stretch) {
      await pause()
      since = performance.now()
    }
    if (chunk.length < chunkLength) continue
    await writer.write(encoder.encode(chunk))
    chunk = ''
  }
  await writer.write(encoder.encode(chunk))
  await writer.close()
  return new Uint8Array(await packed)
}
