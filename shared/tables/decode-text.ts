/** Turns the bytes of a text file into text: byte-order mark, then zero bytes, then strict UTF-8, then a guess. */
import { analyse } from 'chardet'
import { fail, ok, type Result } from '../base/result'
import { newDecoder, type Decoder } from './platform'
import type { Problem } from './problem'

/** Decoded text, the encoding it was read in, whether that is certain, and how many characters could not be read. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly sure: boolean
  readonly undecodable: number
}

const sampleBytes = 64 * 1024

// Only these guesses are better than chance; every other single-byte guess becomes windows-1252.
const believed = new Map([
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['ISO-2022-JP', 'iso-2022-jp'],
  ['EUC-KR', 'euc-kr'],
  ['GB18030', 'gb18030'],
  ['Big5', 'big5'],
  ['windows-1251', 'windows-1251'],
  ['ISO-8859-5', 'iso-8859-5'],
  ['KOI8-R', 'koi8-r'],
  ['windows-1253', 'windows-1253'],
  ['ISO-8859-7', 'windows-1253'],
  ['windows-1255', 'windows-1255'],
  ['ISO-8859-8', 'windows-1255'],
  ['windows-1256', 'windows-1256'],
])

/** Decodes `bytes`; an encoding that was told is used as it is and refused when it cannot read the file. */
export function decodeText(bytes: Uint8Array, told?: string): Result<Decoded, Problem> {
  if (told !== undefined) return decodeAsTold(bytes, told)
  const mark = markOf(bytes) ?? zeroPatternOf(bytes)
  if (mark !== null) return ok({ ...decodeAs(bytes.subarray(mark.skip), mark.encoding), sure: true })
  const strict = strictUtf8(bytes)
  if (strict !== null) return ok({ text: strict, encoding: 'utf-8', sure: true, undecodable: 0 })
  const encoding = guess(bytes)
  return ok({ ...decodeAs(bytes, encoding), sure: false })
}

function decodeAsTold(bytes: Uint8Array, told: string): Result<Decoded, Problem> {
  const name = told.trim().toLowerCase().replace('_', '-')
  const mark = markOf(bytes)
  if (/^utf-?32/.test(name)) {
    const encoding = name.endsWith('be') ? 'utf-32be' : 'utf-32le'
    return ok({
      ...decodeAs(bytes.subarray(mark?.encoding === encoding ? mark.skip : 0), encoding),
      sure: true,
    })
  }
  let decoder: Decoder
  try {
    decoder = newDecoder(told.trim())
  } catch {
    return fail({ code: 'unknown-encoding', encoding: told })
  }
  const text = decodePlain(decoder, bytes)
  return ok({ text, encoding: decoder.encoding, sure: true, undecodable: countUndecodable(text) })
}

interface Mark {
  readonly encoding: string
  readonly skip: number
}

function markOf(b: Uint8Array): Mark | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0) return { encoding: 'utf-32le', skip: 4 }
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff) return { encoding: 'utf-32be', skip: 4 }
  const little = b[0] === 0xff && b[1] === 0xfe
  if (!little && !(b[0] === 0xfe && b[1] === 0xff)) return null
  // Some writers put the mark of UTF-16 before UTF-32, or the wrong one of the two: the zero bytes know better.
  const seen = zeroPatternOf(b.subarray(2, 4098))
  return { encoding: seen?.encoding ?? (little ? 'utf-16le' : 'utf-16be'), skip: 2 }
}

// Latin text in UTF-16 or UTF-32 has its zero bytes always in the same places.
function zeroPatternOf(b: Uint8Array): Mark | null {
  const end = Math.min(b.length & ~3, 4096)
  if (end < 8) return null
  const zeros = [0, 0, 0, 0]
  for (let i = 0; i < end; i++) if (b[i] === 0) zeros[i & 3] = (zeros[i & 3] as number) + 1
  const share = zeros.map(n => n / (end / 4))
  const [a, c, d, e] = share as [number, number, number, number]
  if (a > 0.9 && c > 0.9 && d > 0.7 && e < 0.1) return { encoding: 'utf-32be', skip: 0 }
  if (a < 0.1 && c > 0.7 && d > 0.9 && e > 0.9) return { encoding: 'utf-32le', skip: 0 }
  if (a < 0.1 && d < 0.1 && c > 0.4 && e > 0.4) return { encoding: 'utf-16le', skip: 0 }
  if (c < 0.1 && e < 0.1 && a > 0.4 && d > 0.4) return { encoding: 'utf-16be', skip: 0 }
  return null
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return newDecoder('utf-8', true).decode(bytes)
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Omit<Decoded, 'sure'> {
  const text = encoding.startsWith('utf-32')
    ? decodeUtf32(bytes, encoding === 'utf-32be')
    : decodePlain(newDecoder(encoding), bytes)
  return { text, encoding, undecodable: countUndecodable(text) }
}

// What windows-1252 has from 0x80 on where Latin-1 has control characters.
const from80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Some versions of Node read windows-1252 as Latin-1 (nodejs/node#56542); browsers read it right.
function decodePlain(decoder: Decoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, c => from80.charAt(c.charCodeAt(0) - 0x80))
}

function decodeUtf32(bytes: Uint8Array, bigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  let points: number[] = []
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const point = view.getUint32(i, !bigEndian)
    points.push(point > 0x10ffff ? 0xfffd : point)
    if (points.length === 4096) {
      parts.push(String.fromCodePoint(...points))
      points = []
    }
  }
  parts.push(String.fromCodePoint(...points))
  return parts.join('')
}

function countUndecodable(text: string): number {
  let count = 0
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) count++
  return count
}

// A file that is UTF-8 but for a few broken bytes (cut in the middle of a letter, pasted rows) is still UTF-8.
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte < 0x80) continue
    const extra = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0
    let k = 0
    while (k < extra && byte < 0xf5 && ((bytes[i + k + 1] ?? 0) & 0xc0) === 0x80) k++
    if (extra > 0 && k === extra) {
      good++
      i += extra
    } else broken++
  }
  return good > 20 * broken
}

function guess(bytes: Uint8Array): string {
  const sample = sampleAroundLetters(bytes)
  if (mostlyUtf8(sample)) return 'utf-8'
  const best = analyse(sample)[0]
  const encoding = best === undefined ? undefined : believed.get(best.name)
  if (best === undefined || encoding === undefined || best.confidence < 20) return 'windows-1252'
  return encoding
}

// The letters that tell an encoding may be far down: take the bytes from the first of them on.
function sampleAroundLetters(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes) return bytes
  let first = 0
  while (first < bytes.length && (bytes[first] as number) < 0x80) first++
  const from = Math.max(0, Math.min(first - 1024, bytes.length - sampleBytes))
  return bytes.subarray(from, from + sampleBytes)
}
