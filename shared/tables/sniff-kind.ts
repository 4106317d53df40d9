/** Tells what a file is from its first bytes; the name is only asked when the bytes leave a choice. */
import type { FileKind } from './problem'

const magic: readonly (readonly [FileKind, readonly number[], number?])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x57, 0x45, 0x42, 0x50], 8],
  ['media', [0x66, 0x74, 0x79, 0x70], 4],
  ['media', [0x49, 0x44, 0x33]],
  ['media', [0x4f, 0x67, 0x67, 0x53]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x42, 0x5a, 0x68]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['archive', [0x75, 0x73, 0x74, 0x61, 0x72], 257],
  ['program', [0x4d, 0x5a, 0x90]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x00, 0x61, 0x73, 0x6d]],
  ['database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['database', [0x50, 0x41, 0x52, 0x31]],
  ['database', [0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61, 0x6e, 0x64, 0x61, 0x72, 0x64]],
]

const binaryWorkbookExtension = /\.(xls|xlt|xlm|xlc|wk[1-4s]|wps|123|qpw|wq[12]|wb[123]|dbf|prn|numbers)$/i

const startsWith = (bytes: Uint8Array, pattern: readonly number[], at: number): boolean =>
  pattern.every((byte, i) => bytes[at + i] === byte)

/** What the bytes are; `fileName` decides only among forms of binary data that have no mark of their own. */
export function sniffKind(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) return 'empty'
  for (const [kind, pattern, at] of magic) if (startsWith(bytes, pattern, at ?? 0)) return kind
  if (isOldWorkbook(bytes, fileName)) return 'old-workbook'
  if (hasTextMark(bytes)) return kindOfText(bytes, fileName)
  return looksBinary(bytes) ? 'binary' : kindOfText(bytes, fileName)
}

// BIFF2-4 begin with their BOF record; Lotus and dBase have marks too short to be believed without the name.
function isOldWorkbook(bytes: Uint8Array, fileName: string): boolean {
  const [a, b, c, d] = [bytes[0], bytes[1], bytes[2], bytes[3]]
  if (
    a === 0x09 &&
    (b === 0x00 || b === 0x02 || b === 0x04 || b === 0x08) &&
    c !== undefined &&
    c <= 0x10 &&
    d === 0x00
  )
    return true
  if (a === 0x00 && b === 0x00 && (c === 0x02 || c === 0x1a) && d === 0x00) return true
  return binaryWorkbookExtension.test(fileName) && looksBinary(bytes)
}

const hasTextMark = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xef, 0xbb, 0xbf], 0) ||
  startsWith(bytes, [0xff, 0xfe], 0) ||
  startsWith(bytes, [0xfe, 0xff], 0)

// Control bytes that no text has; NUL alone does not count, since UTF-16 and UTF-32 are full of it.
function looksBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 4096)
  let control = 0
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number
    if (
      byte < 0x20 &&
      byte !== 0 &&
      byte !== 9 &&
      byte !== 10 &&
      byte !== 13 &&
      byte !== 12 &&
      !(byte >= 0x1a && byte <= 0x1f)
    )
      control++
  }
  return control > end / 50
}

function kindOfText(bytes: Uint8Array, fileName: string): FileKind {
  const head = latin(bytes.subarray(0, 2048))
    .replaceAll('\0', '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
  if (/^<(\?xml|\w+:workbook|workbook)/i.test(head)) return /<html[\s>]/i.test(head) ? 'html' : 'xml'
  if (/^<(!doctype html|html|head|meta|table|style|body|div)[\s>]/i.test(head)) return 'html'
  if (/^<!--/.test(head) && /<(html|table)[\s>]/i.test(head)) return 'html'
  if (/^[[{]\s*("|\{|\[)/.test(head) && /\.(json|ndjson|geojson)$/i.test(fileName)) return 'json'
  if (/^\{\s*"[^"]*"\s*:/.test(head) || /^\[\s*\{\s*"[^"]*"\s*:/.test(head)) return 'json'
  if (/^ID;P|^TABLE\s+0,1\s/.test(head) && /\.(slk|sylk|dif)$/i.test(fileName)) return 'old-workbook'
  return 'text'
}

/** Bytes as text, one character a byte. */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}
