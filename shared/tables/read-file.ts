/** FILE -> TABLES: the one door through which the bytes of any file become sheets with their tables. */
import { fail, ok, type Result } from '../base/result'
import { detectTable } from './detect-table'
import { binaryPartLimit, defaultLimits, oldWorkbookLimit, type Limits } from './limits'
import type { Signal } from './platform'
import type { FileKind, Note, Problem } from './problem'
import type { RawSheet } from './raw-sheet'
import { namesFarCells, repeatedCells } from './repeat-guard'
import type { Sheet } from './sheet'
import { latin, sniffKind } from './sniff-kind'
import { readTextTable } from './text-table'
import { readWorkbook } from './workbook'
import { readXlsx } from './xlsx'
import { partText } from './xlsx-book'
import { guardZip } from './zip-guard'

/** What may be told about a file, how much of it may be read, and who wants to know how far it is. */
export interface ReadOptions {
  readonly dialect?: {
    readonly encoding?: string
    readonly delimiter?: string
    readonly quote?: string
    readonly escape?: string
    readonly rowDelimiter?: string
  }
  readonly limits?: { readonly bytes?: number; readonly cells?: number; readonly inflatedBytes?: number }
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: Signal
}

/** What a file held. */
export interface ReadFile {
  readonly sheets: Sheet[]
  readonly notes: Note[]
}

interface Raw {
  readonly sheets: RawSheet[]
  readonly notes: Note[]
}

/**
 * Reads a CSV, TSV or text file, or a workbook (xlsx, xlsm, xlsb, xls, ods and what SheetJS reads besides). The
 * bytes decide what it is, not the name. Dates of workbooks are UTC wall time; cells of text files are raw text.
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Result<ReadFile, Problem>> {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  if (options.signal?.aborted) return fail({ code: 'cancelled' })
  if (bytes.length > limits.bytes)
    return fail({ code: 'too-many-bytes', bytes: bytes.length, limit: limits.bytes })
  const raw = await readRaw(bytes, fileName, limits, options)
  if (!raw.ok) return raw
  if (options.signal?.aborted) return fail({ code: 'cancelled' })
  const sheets = raw.value.sheets.map(sheet => ({ ...sheet, table: detectTable(sheet.rows, sheet.merges) }))
  return ok({ sheets, notes: [...raw.value.notes, ...hiddenNotes(sheets)] })
}

async function readRaw(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits,
  options: ReadOptions,
): Promise<Result<Raw, Problem>> {
  const kind: FileKind = sniffKind(bytes, fileName)
  switch (kind) {
    case 'empty':
      return ok({ sheets: [emptySheet(fileName)], notes: [{ code: 'nothing-in-file' }] })
    case 'zip':
      return readZip(bytes, limits, options)
    case 'ole':
    case 'xml':
    case 'html':
    case 'old-workbook': {
      if (bytes.length > oldWorkbookLimit)
        return fail({ code: 'too-many-bytes', bytes: bytes.length, limit: oldWorkbookLimit })
      // Hidden rows come only with every empty cell that has a style, which text could multiply without end.
      if (kind !== 'ole' && namesFarCells(latin(bytes)))
        return fail({ code: 'damaged', part: null, what: 'reference' })
      return readWorkbook(bytes, { cells: limits.cells, hiddenRows: kind === 'ole', dates: false })
    }
    case 'text': {
      const { onProgress, signal, dialect } = options
      const asked = { told: dialect ?? {}, cells: limits.cells, onProgress, signal }
      const text = await readTextTable(bytes, baseName(fileName), asked)
      return text.ok ? ok({ sheets: [text.value.sheet], notes: text.value.notes }) : text
    }
    default:
      return fail({ code: 'not-a-table', kind })
  }
}

async function readZip(
  bytes: Uint8Array,
  limits: Limits,
  options: ReadOptions,
): Promise<Result<Raw, Problem>> {
  const { onProgress, signal } = options
  const zip = await guardZip(bytes, { inflatedBytes: limits.inflatedBytes, onProgress, signal })
  if (!zip.ok) return zip
  const xlsx = await readXlsx(zip.value, limits.cells, signal)
  if (xlsx !== null) return xlsx
  const broken = [...zip.value.damaged][0]
  if (broken !== undefined) return fail({ code: 'damaged', part: broken[0], what: broken[1] })
  if (!isWorkbookZip(zip.value.names)) return fail({ code: 'not-a-workbook' })
  const heavy = zip.value.names.find(
    each => /\.bin$/i.test(each) && (zip.value.part(each)?.length ?? 0) > binaryPartLimit,
  )
  if (heavy !== undefined)
    return fail({
      code: 'binary-part-too-large',
      part: heavy,
      bytes: zip.value.part(heavy)?.length ?? 0,
      limit: binaryPartLimit,
    })
  const content = partText(zip.value, 'content.xml')
  if (content !== null && repeatedCells(content, limits.cells) > limits.cells)
    return fail({ code: 'too-many-cells', sheet: null, limit: limits.cells })
  return readWorkbook(zip.value.bytes, { cells: limits.cells, hiddenRows: content === null, dates: false })
}

// Beside XML workbooks: xlsb, OpenDocument, Numbers.
const isWorkbookZip = (names: readonly string[]): boolean =>
  names.some(name => /(^|\/)(workbook\.bin|content\.xml|Index\.zip)$|^Index\//i.test(name)) &&
  !names.some(name => /^(word|ppt)\//.test(name))

const emptySheet = (fileName: string): RawSheet => ({
  name: baseName(fileName),
  hidden: 'no',
  rows: [],
  hiddenRows: [],
  hiddenColumns: [],
  merges: [],
  formats: null,
})

const baseName = (fileName: string): string =>
  fileName.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '') || fileName

function hiddenNotes(sheets: readonly Sheet[]): Note[] {
  return sheets.flatMap(({ name, hidden, hiddenRows, hiddenColumns }): Note[] => [
    ...(hidden === 'no' ? [] : [{ code: 'hidden-sheet', sheet: name } as const]),
    ...(hiddenRows.length === 0
      ? []
      : [{ code: 'hidden-rows', sheet: name, count: hiddenRows.length } as const]),
    ...(hiddenColumns.length === 0
      ? []
      : [{ code: 'hidden-columns', sheet: name, count: hiddenColumns.length } as const]),
  ])
}
