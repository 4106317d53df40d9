/** Reads delimited text into one sheet: decode, find the dialect, split, and say what was odd. */
import { fail, ok, type Result } from '../base/result'
import { decodeText } from './decode-text'
import { sheetLimit } from './limits'
import { mendRows } from './other-delimiter'
import { CsvParser } from './parse-csv'
import { pause, type Signal } from './platform'
import type { Note, Problem } from './problem'
import type { RawSheet } from './raw-sheet'
import { sniffDialect, type ToldDialect } from './sniff-dialect'

/** What is told, how many cells may be read, and who wants to know how far it is. */
export interface TextOptions {
  readonly told: ToldDialect & { readonly encoding?: string }
  readonly cells: number
  readonly onProgress?: ((done: number, of: number) => void) | undefined
  readonly signal?: Signal | undefined
}

const rowsAtATime = 20_000

/** The sheet of a text file, named `name`. */
export async function readTextTable(
  bytes: Uint8Array,
  name: string,
  options: TextOptions,
): Promise<Result<{ sheet: RawSheet; notes: Note[] }, Problem>> {
  const { told, cells, onProgress, signal } = options
  const bad = badDialect(told)
  if (bad !== null) return fail({ code: 'bad-dialect', what: bad })
  const decoded = decodeText(bytes, told.encoding)
  if (!decoded.ok) return decoded
  const { encoding, sure, undecodable } = decoded.value
  const text = withoutZeros(decoded.value.text)
  const notes: Note[] = [{ code: 'encoding', encoding, sure }]
  if (undecodable > 0) notes.push({ code: 'undecodable', sheet: name, count: undecodable })
  const dialect = sniffDialect(text, told)
  const { delimiter, quote, escape } = dialect
  notes.push({ code: 'dialect', delimiter, quote, escape, sure: dialect.sure })
  const bounds = { from: dialect.from, columns: dialect.columns, maxCells: cells }
  const parser = new CsvParser(text, dialect, bounds)
  while (parser.read(rowsAtATime)) {
    onProgress?.(parser.position, text.length)
    await pause()
    if (signal?.aborted) return fail({ code: 'cancelled' })
  }
  const { rows, flaws, stopped } = parser.result()
  if (stopped === 'cells') return fail({ code: 'too-many-cells', sheet: null, limit: cells })
  if (stopped === 'columns')
    return fail({ code: 'too-many-columns', row: rows.length, limit: sheetLimit.columns })
  onProgress?.(text.length, text.length)
  const mended = mendRows(rows, dialect, dialect.columns)
  if (mended.length > 0)
    notes.push({ code: 'other-delimiter', sheet: name, row: mended[0] as number, count: mended.length })
  if (flaws.repaired > 0)
    notes.push({ code: 'repaired-row', sheet: name, row: flaws.repairedRow, count: flaws.repaired })
  if (flaws.unclosedRow >= 0) notes.push({ code: 'unclosed-quote', sheet: name, row: flaws.unclosedRow })
  const sheet: RawSheet = {
    name,
    hidden: 'no',
    rows,
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    formats: null,
  }
  return ok({ sheet, notes })
}

const withoutZeros = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text)

function badDialect(told: ToldDialect): 'delimiter' | 'quote' | 'escape' | 'rowDelimiter' | null {
  if (told.delimiter !== undefined && (told.delimiter === '' || /[\r\n]/.test(told.delimiter)))
    return 'delimiter'
  if (told.quote !== undefined && (told.quote.length > 1 || told.quote === told.delimiter)) return 'quote'
  if (told.escape !== undefined && told.escape.length > 1) return 'escape'
  if (told.rowDelimiter === '') return 'rowDelimiter'
  return null
}
