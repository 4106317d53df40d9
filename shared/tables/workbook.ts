/** Reads a workbook of any kind with SheetJS and walks its cells into our own, without its number and date guesses. */
import * as XLSX from 'xlsx'
import { fail, ok, type Result } from '../base/result'
import { dateOfSerial, errorText, formatKind } from './cell-format'
import { quietly } from './platform'
import type { Note, Problem } from './problem'
import { emptyRow, FormatKeeper, type RawSheet } from './raw-sheet'
import { sheetLimit } from './limits'
import type { Cell, Merge } from './sheet'

/** What the caller knows of the file: cells that may be read in all, and whether hidden rows must be asked for. */
export interface WorkbookOptions {
  readonly cells: number
  readonly hiddenRows: boolean
  readonly dates: boolean
}

interface BookCell {
  readonly t?: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: unknown
}

interface BookSheet {
  readonly '!data'?: readonly (readonly (BookCell | undefined)[] | undefined)[]
  readonly '!ref'?: string
  readonly '!type'?: string
  readonly '!merges'?: readonly {
    readonly s: { r: number; c: number }
    readonly e: { r: number; c: number }
  }[]
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined)[]
  readonly '!cols'?: readonly ({ readonly hidden?: boolean } | undefined)[]
}

interface Book {
  readonly SheetNames: readonly string[]
  readonly Sheets: Readonly<Record<string, BookSheet | undefined>>
  readonly Workbook?: {
    readonly WBProps?: { readonly date1904?: boolean }
    readonly Sheets?: readonly ({ readonly Hidden?: number } | undefined)[]
  }
}

/** Sheets as they stand in the file, with notes. */
export function readWorkbook(
  bytes: Uint8Array,
  options: WorkbookOptions,
): Result<{ sheets: RawSheet[]; notes: Note[] }, Problem> {
  let book: Book
  try {
    book = quietly(() => parse(bytes, options))
  } catch (error) {
    return fail(problemOf(error))
  }
  const notes: Note[] = []
  const sheets: RawSheet[] = []
  let cellsLeft = options.cells
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = ownSheet(book, name)
    if (sheet === undefined) return fail({ code: 'damaged-sheet', sheet: name, what: 'empty' })
    const hidden = book.Workbook?.Sheets?.[i]?.Hidden
    if (sheet['!data'] === undefined) {
      notes.push({ code: 'not-cells', sheet: name })
      continue
    }
    const walked = walk(name, sheet, book.Workbook?.WBProps?.date1904 === true, cellsLeft, notes)
    if (walked === null) return fail({ code: 'too-many-cells', sheet: name, limit: options.cells })
    cellsLeft -= walked.cells
    sheets.push({ ...walked.sheet, hidden: hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'no' })
  }
  return ok({ sheets, notes })
}

// A sheet may be called `__proto__`; only the book's own properties are sheets.
const ownSheet = (book: Book, name: string): BookSheet | undefined =>
  Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined

function parse(bytes: Uint8Array, options: WorkbookOptions): Book {
  return XLSX.read(bytes, {
    type: 'array',
    dense: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    cellNF: true,
    cellStyles: options.hiddenRows,
    cellDates: options.dates,
  })
}

function problemOf(error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error)
  if (/password|encrypt/i.test(said)) return { code: 'encrypted' }
  if (/bad compressed|unexpected end|unsupported zip|bad uncompressed/i.test(said))
    return { code: 'damaged', part: null, what: 'cut' }
  return { code: 'unreadable', said }
}

function walk(
  name: string,
  sheet: BookSheet,
  date1904: boolean,
  cellLimit: number,
  notes: Note[],
): { sheet: Omit<RawSheet, 'hidden'>; cells: number } | null {
  const data = sheet['!data'] ?? []
  const rows: Cell[][] = []
  const formats = new FormatKeeper()
  const errors = { count: 0, row: 0, column: 0 }
  let cells = 0
  let tooMany = false
  // Sparse arrays: `forEach` visits only the rows and cells that are there.
  data.forEach((source, r) => {
    if (source === undefined || source === null || r >= sheetLimit.rows || tooMany) return
    const row: Cell[] = []
    source.forEach((cell, c) => {
      if (cell === undefined || cell === null || c >= sheetLimit.columns) return
      const value = cellValue(cell, date1904)
      if (value === null) return
      if (cell.t === 'e' && errors.count++ === 0) Object.assign(errors, { row: r, column: c })
      while (row.length < c) row.push(null)
      row.push(value)
      if (typeof value === 'number' && typeof cell.z === 'string') formats.keep(r, c, cell.z)
    })
    if (row.length === 0) return
    cells += row.length
    tooMany = cells > cellLimit
    fillRows(rows, r)
    rows.push(row)
  })
  if (tooMany) return null
  if (errors.count > 0) notes.push({ code: 'error-cells', sheet: name, ...errors })
  const raw = {
    name,
    rows,
    hiddenRows: hiddenAmong(sheet['!rows'], rows.length),
    hiddenColumns: hiddenAmong(sheet['!cols'], sheetLimit.columns),
    merges: (sheet['!merges'] ?? []).map(toMerge),
    formats: formats.finish(rows),
  }
  return { sheet: raw, cells }
}

function fillRows(rows: Cell[][], until: number): void {
  while (rows.length < until) rows.push(emptyRow)
}

function cellValue(cell: BookCell, date1904: boolean): Cell {
  const { t, v, z } = cell
  switch (t) {
    case 'n':
      if (typeof v !== 'number') return null
      if (typeof z === 'string' && formatKind(z) === 'date') return dateOfSerial(v, date1904) ?? v
      return v
    case 's':
      return typeof v === 'string' && v !== '' ? v : null
    case 'b':
      return v === true || v === 1
    case 'd':
      return v instanceof Date && !Number.isNaN(v.getTime()) ? v : null
    case 'e':
      return cell.w ?? (typeof v === 'number' ? errorText(v) : '#ERROR!')
    default:
      return null
  }
}

const hiddenAmong = (
  infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
  end: number,
): number[] => {
  const hidden: number[] = []
  infos?.forEach((info, i) => {
    if (info?.hidden === true && i < end) hidden.push(i)
  })
  return hidden
}

const toMerge = (range: {
  readonly s: { r: number; c: number }
  readonly e: { r: number; c: number }
}): Merge => ({
  top: range.s.r,
  left: range.s.c,
  bottom: range.e.r,
  right: range.e.c,
})
