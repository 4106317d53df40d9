/** Reads the directory of a zip file and refuses what no workbook has: too many, too large, doubled, encrypted parts. */
import { fail, ok, type Result } from '../base/result'
import { partCountLimit, partLimit, ratioFrom, ratioLimit } from './limits'
import { newDecoder } from './platform'
import type { Problem } from './problem'

/** One part of a zip file: sizes in bytes, `method` 0 stored or 8 deflated, `offset` of its local header. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endMark = 0x06054b50
const end64Mark = 0x07064b50
const entryMark = 0x02014b50
const wide = 0xffffffff

const damaged = (part: string | null): { ok: false; problem: Problem } =>
  fail({ code: 'damaged', part, what: 'directory' })

// Parts that no cell depends on are left out, with whatever they may hide.
const unneeded =
  /^(xl\/media\/|xl\/printerSettings\/|xl\/embeddings\/|xl\/externalLinks\/|xl\/activeX\/|xl\/ctrlProps\/|xl\/vbaProject|docProps\/thumbnail|Thumbnails\/|Pictures\/|Object |ObjectReplacements\/|Data\/|preview)/i

/** The parts that reading needs, checked against the limits; nothing is inflated yet. */
export function readDirectory(bytes: Uint8Array, inflatedLimit: number): Result<ZipEntry[], Problem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return fail({ code: 'damaged', part: null, what: 'cut' })
  const place = directoryPlace(view, end)
  if (place === null) return damaged(null)
  if (place.count > partCountLimit)
    return fail({ code: 'too-many-parts', parts: place.count, limit: partCountLimit })
  const entries: ZipEntry[] = []
  const seen = new Set<string>()
  const decoder = newDecoder('utf-8')
  let total = 0
  let at = place.offset
  for (let i = 0; i < place.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return damaged(null)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > bytes.length) return damaged(null)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const sizes = sizesOf(view, at, at + 46 + nameLength, extraLength)
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes,
    }
    if (view.getUint16(at + 8, true) & 1) return fail({ code: 'encrypted' })
    at = next
    if (seen.has(name.toLowerCase()) && !name.endsWith('/'))
      return fail({ code: 'damaged', part: name, what: 'duplicate' })
    seen.add(name.toLowerCase())
    if (name.endsWith('/') || unneeded.test(name)) continue
    const refused = refuse(entry)
    if (refused !== null) return fail(refused)
    total += entry.size
    if (total > inflatedLimit)
      return fail({ code: 'inflates-too-far', part: name, bytes: total, limit: inflatedLimit })
    entries.push(entry)
  }
  return ok(entries)
}

function refuse({ name, method, packed, size }: ZipEntry): Problem | null {
  if (method !== 0 && method !== 8) return { code: 'damaged', part: name, what: 'compression' }
  if (size > partLimit) return { code: 'inflates-too-far', part: name, bytes: size, limit: partLimit }
  if (size > ratioFrom && size / Math.max(packed, 1) > ratioLimit) return { code: 'bomb', part: name }
  return null
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557)
  for (let i = view.byteLength - 22; i >= first; i--) if (view.getUint32(i, true) === endMark) return i
  return -1
}

function directoryPlace(view: DataView, end: number): { count: number; offset: number } | null {
  const count = view.getUint16(end + 10, true)
  const offset = view.getUint32(end + 16, true)
  if (count !== 0xffff && offset !== wide) return { count, offset }
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== end64Mark) return { count, offset }
  const record = Number(view.getBigUint64(locator + 8, true))
  if (record + 56 > view.byteLength) return null
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    offset: Number(view.getBigUint64(record + 48, true)),
  }
}

// Sizes that do not fit into 32 bits stand in an extra field (zip64).
function sizesOf(
  view: DataView,
  at: number,
  extraAt: number,
  extraLength: number,
): { packed: number; size: number; offset: number } {
  let packed = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  const end = extraAt + extraLength
  for (let field = extraAt; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let value = field + 4
    const take = (now: number): number => {
      if (now !== wide || value + 8 > end) return now
      value += 8
      return Number(view.getBigUint64(value - 8, true))
    }
    size = take(size)
    packed = take(packed)
    offset = take(offset)
  }
  return { packed, size, offset }
}
