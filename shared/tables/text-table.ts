/** Reads delimited text into one sheet: decode, find the dialect, split, and say what was odd. */
import { fail, ok, type Result } from '../base/result'
import { decodeText } from './decode-text'
import { parseCsv } from './parse-csv'
import type { Note, Problem } from './problem'
import type { RawSheet } from './raw-sheet'
import { sniffDialect, type ToldDialect } from './sniff-dialect'

/** The sheet of a text file, named `name`. */
export function readTextTable(
  bytes: Uint8Array,
  name: string,
  told: ToldDialect & { readonly encoding?: string },
  cellLimit: number,
): Result<{ sheet: RawSheet; notes: Note[] }, Problem> {
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
  const { rows, flaws, stopped } = parseCsv(text, dialect, {
    from: dialect.from,
    columns: dialect.columns,
    maxCells: cellLimit,
  })
  if (stopped !== null) return fail({ code: 'too-many-cells', sheet: null, limit: cellLimit })
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
