/** Inflates the parts of a zip file within limits, checks each against its checksum and packs them anew, stored. */
import { fail, ok, type Result } from '../base/result'
import { crc32 } from './crc32'
import { newInflater, utf8Bytes, type Signal } from './platform'
import type { Damage, Problem } from './problem'
import { readDirectory, type ZipEntry } from './zip-directory'

/** A zip file whose parts are all whole: `bytes` holds them stored, `part` finds the content of one by its name. */
export interface GuardedZip {
  readonly bytes: Uint8Array
  readonly names: readonly string[]
  part(name: string): Uint8Array | null
  /** Parts that are damaged, by plain name, with how; they are left out of `bytes`. */
  readonly damaged: ReadonlyMap<string, Damage>
}

/** Bounds of inflating, and who wants to know. */
export interface GuardOptions {
  readonly inflatedBytes: number
  readonly onProgress?: ((done: number, of: number) => void) | undefined
  readonly signal?: Signal | undefined
}

const localMark = 0x04034b50
const inputStep = 1 << 18
const farTooLong = 1 << 20

/** Opens a zip file; refuses bombs before or while they inflate. */
export async function guardZip(
  bytes: Uint8Array,
  options: GuardOptions,
): Promise<Result<GuardedZip, Problem>> {
  const directory = readDirectory(bytes, options.inflatedBytes)
  if (!directory.ok) return directory
  const entries = directory.value
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const writer = new StoredZip(entries)
  const damaged = new Map<string, Damage>()
  let done = 0
  for (const entry of entries) {
    if (options.signal?.aborted) return fail({ code: 'cancelled' })
    const packed = packedBytes(bytes, entry)
    const outcome = packed === null ? 'cut' : await writer.add(entry, packed)
    if (outcome === 'longer') return fail({ code: 'bomb', part: entry.name })
    if (outcome !== null) damaged.set(plainName(entry.name), outcome)
    done += entry.size
    options.onProgress?.(done, total)
  }
  return ok({ ...writer.finish(), damaged })
}

// Some writers use backslashes, a leading slash or another case than their links do.
const plainName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localMark) return null
  const nameLength = view.getUint16(entry.offset + 26, true)
  const start = entry.offset + 30 + nameLength + view.getUint16(entry.offset + 28, true)
  return start + entry.packed > bytes.length ? null : bytes.subarray(start, start + entry.packed)
}

interface Kept {
  readonly entry: ZipEntry
  readonly name: Uint8Array
  readonly header: number
  readonly start: number
}

/** A zip file being written in which nothing is packed, so that the next reader need not inflate again. */
class StoredZip {
  private readonly out: Uint8Array
  private readonly view: DataView
  private readonly kept: Kept[] = []
  private at = 0

  constructor(entries: readonly ZipEntry[]) {
    let size = 22
    for (const { name, size: partSize } of entries) size += 76 + 2 * utf8Bytes(name).length + partSize
    this.out = new Uint8Array(size)
    this.view = new DataView(this.out.buffer)
  }

  /** Adds a part; null when it is whole, 'longer' when it inflates beyond what was declared, else the damage. */
  async add(entry: ZipEntry, packed: Uint8Array): Promise<Damage | 'longer' | null> {
    const name = utf8Bytes(entry.name)
    const start = this.at + 30 + name.length
    const space = this.out.subarray(start, start + entry.size)
    let outcome: Damage | 'longer' | null = null
    if (entry.method === 8) outcome = await inflateInto(packed, space)
    else if (packed.length === entry.size) space.set(packed)
    else outcome = 'length'
    if (outcome === null && crc32(space) !== entry.crc) outcome = 'checksum'
    if (outcome === null) this.keep({ entry, name, header: this.at, start })
    else space.fill(0)
    return outcome
  }

  private keep(kept: Kept): void {
    const { view, out } = this
    const { entry, name, header, start } = kept
    view.setUint32(header, localMark, true)
    view.setUint16(header + 4, 20, true)
    this.writeSizes(header + 14, entry, name.length)
    out.set(name, header + 30)
    this.kept.push(kept)
    this.at = start + entry.size
  }

  private writeSizes(at: number, entry: ZipEntry, nameLength: number): void {
    this.view.setUint32(at, entry.crc, true)
    this.view.setUint32(at + 4, entry.size, true)
    this.view.setUint32(at + 8, entry.size, true)
    this.view.setUint16(at + 12, nameLength, true)
  }

  finish(): Omit<GuardedZip, 'damaged'> {
    const { view, out, kept } = this
    const directory = this.at
    let at = directory
    for (const { entry, name, header } of kept) {
      view.setUint32(at, 0x02014b50, true)
      view.setUint16(at + 4, 20, true)
      view.setUint16(at + 6, 20, true)
      this.writeSizes(at + 16, entry, name.length)
      view.setUint32(at + 42, header, true)
      out.set(name, at + 46)
      at += 46 + name.length
    }
    view.setUint32(at, 0x06054b50, true)
    view.setUint16(at + 8, kept.length, true)
    view.setUint16(at + 10, kept.length, true)
    view.setUint32(at + 12, at - directory, true)
    view.setUint32(at + 16, directory, true)
    const places = new Map(kept.map(k => [plainName(k.entry.name), k]))
    return {
      bytes: out.subarray(0, at + 22),
      names: kept.map(k => k.entry.name),
      part: name => {
        const place = places.get(plainName(name))
        return place === undefined ? null : out.subarray(place.start, place.start + place.entry.size)
      },
    }
  }
}

/** Inflates into `space`, which must be filled exactly. */
async function inflateInto(packed: Uint8Array, space: Uint8Array): Promise<Damage | 'longer' | null> {
  const stream = newInflater()
  const writer = stream.writable.getWriter()
  const feeding = (async () => {
    for (let i = 0; i < packed.length; i += inputStep) await writer.write(packed.subarray(i, i + inputStep))
    await writer.close()
  })().catch(() => undefined)
  const reader = stream.readable.getReader()
  let at = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || value === undefined) break
      if (at + value.length <= space.length) space.set(value, at)
      at += value.length
      // A little too long is damage; much too long is meant.
      if (at > space.length + farTooLong) {
        await reader.cancel().catch(() => undefined)
        return 'longer'
      }
    }
  } catch {
    return 'compression'
  }
  await feeding
  return at === space.length ? null : 'length'
}
