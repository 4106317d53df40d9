/** Reads the cells of one sheet of an XML workbook in a single pass over its text. */
import { dateOfSerial, formatKind } from './cell-format'
import { sheetLimit } from './limits'
import { emptyRow, FormatKeeper, type RawSheet } from './raw-sheet'
import type { Cell, Merge } from './sheet'
import type { Book } from './xlsx-book'
import { attributes, plainText, richText, tags, withoutPrefix } from './xml'

/** A sheet as read, with what was odd about it. */
export interface XlsxSheet {
  readonly sheet: Omit<RawSheet, 'name' | 'hidden'>
  readonly cells: number
  readonly errors: { readonly count: number; readonly row: number; readonly column: number }
  readonly withoutValues: number
  readonly badAddresses: number
  readonly missingTexts: number
  readonly claimed: string | null
}

/** Reads a sheet; 'cut' when its cells do not end, 'too many' beyond `cellLimit`, null when it has no cells by kind. */
export function readXlsxSheet(
  xml: string,
  book: Book,
  cellLimit: number,
): XlsxSheet | 'cut' | 'too many' | null {
  const text = withoutPrefix(xml, 'worksheet')
  if (!/<worksheet[\s>]/.test(text.slice(0, 8192))) return null
  return new SheetScanner(text, book, cellLimit).run()
}

const slash = 47
const quotes = [34, 39]

class SheetScanner {
  private readonly rows: Cell[][] = []
  private readonly keeper = new FormatKeeper()
  private readonly hiddenRows: number[] = []
  private readonly errors = { count: 0, row: 0, column: 0 }
  private readonly kinds: readonly ('date' | 'duration' | 'number')[]
  private withoutValues = 0
  private badAddresses = 0
  private missingTexts = 0
  private cells = 0
  // The cell that is being read.
  private row = -1
  private column = -1
  private style = 0
  private type = ''

  constructor(
    private readonly text: string,
    private readonly book: Book,
    private readonly cellLimit: number,
  ) {
    this.kinds = book.formats.map(formatKind)
  }

  run(): XlsxSheet | 'cut' | 'too many' {
    const { text } = this
    const start = text.search(/<sheetData[\s/>]/)
    const open = start < 0 ? -1 : text.indexOf('>', start)
    const empty = open < 0 || text.charCodeAt(open - 1) === slash
    if (start >= 0 && open < 0) return 'cut'
    if (start < 0 && !text.includes('</worksheet>')) return 'cut'
    let end = Math.max(0, open)
    if (!empty) {
      end = this.scan(open + 1)
      if (end === -1) return 'cut'
      if (end === -2) return 'too many'
    }
    const head = text.slice(0, Math.max(0, start))
    return {
      sheet: {
        rows: this.rows,
        hiddenRows: this.hiddenRows,
        hiddenColumns: hiddenColumns(head),
        merges: mergesOf(text, end),
        formats: this.keeper.finish(this.rows),
      },
      cells: this.cells,
      errors: this.errors,
      withoutValues: this.withoutValues,
      badAddresses: this.badAddresses,
      missingTexts: this.missingTexts,
      claimed: attributes(tags(head, 'dimension')[0] ?? '').get('ref') ?? null,
    }
  }

  /** Reads rows and cells from `from` on; where they end, -1 when they do not, -2 when there are too many. */
  private scan(from: number): number {
    const { text } = this
    for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at)) {
      const next = text.charCodeAt(at + 1)
      if (next === 99 /* c */ && isTagEnd(text.charCodeAt(at + 2))) {
        at = this.readCell(at + 2)
        if (at < 0) return -1
        if (this.cells > this.cellLimit) return -2
      } else if (next === 114 /* r */ && text.startsWith('ow', at + 2)) {
        at = this.readRow(at + 4)
        if (at < 0) return -1
      } else if (next === slash && text.startsWith('sheetData', at + 2)) return at
      else if (next === 33 /* ! */ && text.startsWith('--', at + 2))
        at = Math.max(at + 1, text.indexOf('-->', at))
      else at++
    }
    return -1
  }

  private readRow(from: number): number {
    const end = this.text.indexOf('>', from)
    if (end < 0) return -1
    const a = attributes(this.text.slice(from, end))
    const number = Number(a.get('r') ?? this.row + 2)
    this.row = Number.isInteger(number) && number > 0 ? number - 1 : this.row + 1
    this.column = -1
    if (/^(1|true|on)$/.test(a.get('hidden') ?? '') && this.row < sheetLimit.rows)
      this.hiddenRows.push(this.row)
    return end
  }

  /** Reads the cell whose tag's name ends at `from`; returns where to go on, -1 when the text ends inside it. */
  private readCell(from: number): number {
    const { text } = this
    const open = this.readCellTag(from)
    if (open < 0) return -1
    if (text.charCodeAt(open - 1) === slash) return open
    let value: string | null = null
    let inline: string | null = null
    let formula = false
    for (let at = text.indexOf('<', open); at >= 0; at = text.indexOf('<', at + 1)) {
      const next = text.charCodeAt(at + 1)
      if (next === slash) {
        this.place(inline ?? value, inline !== null, formula)
        return at + 4
      }
      const end = text.indexOf('>', at)
      if (end < 0) return -1
      const closed = text.charCodeAt(end - 1) === slash
      if (closed) {
        if (next === 102 /* f */) formula = true
        at = end
        continue
      }
      if (next === 118 /* v */ || next === 102 /* f */) {
        const close = text.indexOf(next === 118 ? '</v>' : '</f>', end)
        if (close < 0) return -1
        if (next === 118) value = text.slice(end + 1, close)
        else formula = true
        at = close
      } else if (next === 105 /* is */) {
        const close = text.indexOf('</is>', end)
        if (close < 0) return -1
        inline = richText(text.slice(end + 1, close))
        at = close
      } else at = end
    }
    return -1
  }

  /** Reads `r`, `s` and `t` of a cell's tag; returns where the tag ends. */
  private readCellTag(from: number): number {
    const { text } = this
    this.style = 0
    this.type = ''
    this.column++
    let at = from
    for (;;) {
      let code = text.charCodeAt(at)
      while (code <= 32) code = text.charCodeAt(++at)
      if (code === 62) return at
      if (code === slash) {
        at++
        continue
      }
      const equals = text.indexOf('=', at)
      if (equals < 0) return -1
      let quote = equals + 1
      while (!quotes.includes(text.charCodeAt(quote))) if (++quote > equals + 8) return text.indexOf('>', at)
      const close = text.indexOf(text.charAt(quote), quote + 1)
      if (close < 0) return -1
      if (equals === at + 1 || text.charCodeAt(at + 1) <= 32) {
        if (code === 114) this.readAddress(quote + 1, close)
        else if (code === 115) this.style = Number(text.slice(quote + 1, close)) || 0
        else if (code === 116) this.type = text.slice(quote + 1, close)
      }
      at = close + 1
    }
  }

  private readAddress(from: number, end: number): void {
    const { text } = this
    let column = 0
    let at = from
    for (; at < end; at++) {
      const code = text.charCodeAt(at) & ~32
      if (code < 65 || code > 90) break
      column = column * 26 + code - 64
    }
    this.column = column > 0 ? column - 1 : Number.MAX_SAFE_INTEGER
    const row = Number(text.slice(at, end))
    if (row - 1 === this.row) return
    if (Number.isInteger(row) && row > 0) this.row = row - 1
    else this.column = Number.MAX_SAFE_INTEGER
  }

  private place(raw: string | null, inline: boolean, formula: boolean): void {
    if (raw === null || raw === '') {
      if (formula && this.type !== 'str') this.withoutValues++
      return
    }
    const { row, column } = this
    if (row < 0 || row >= sheetLimit.rows || column >= sheetLimit.columns) {
      this.badAddresses++
      return
    }
    const value = inline ? raw : this.valueOf(raw)
    if (value === null) return
    if (this.type === 'e' && this.errors.count++ === 0) Object.assign(this.errors, { row, column })
    const cells = this.rowAt(row)
    // Empty cells up to this one cost memory too.
    this.cells += Math.max(1, column + 1 - cells.length)
    if (this.cells > this.cellLimit) return
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }

  private rowAt(row: number): Cell[] {
    const { rows } = this
    while (rows.length < row) rows.push(emptyRow)
    if (rows.length === row) rows.push([])
    let cells = rows[row] as Cell[]
    if (cells === emptyRow) cells = rows[row] = []
    return cells
  }

  private valueOf(raw: string): Cell {
    switch (this.type) {
      case 's':
        return this.sharedText(Number(raw))
      case '':
      case 'n':
        return this.numberOf(Number(raw))
      case 'b':
        return /^\s*(1|true)\s*$/i.test(raw)
      case 'd':
        return dateOfIso(raw)
      default:
        return plainText(raw)
    }
  }

  private sharedText(index: number): Cell {
    const text = this.book.strings[index]
    if (text === undefined) this.missingTexts++
    return text || null
  }

  private numberOf(value: number): Cell {
    if (!Number.isFinite(value)) return null
    if (this.style === 0 && this.kinds.length === 0) return value
    if (this.kinds[this.style] === 'date') return dateOfSerial(value, this.book.date1904) ?? value
    this.keeper.keep(this.row, this.column, this.book.formats[this.style] ?? '')
    return value
  }
}

const isTagEnd = (code: number): boolean => code === 62 || code === slash || code <= 32

/** A cell of type `d`: ISO 8601, without a zone it is wall time. */
function dateOfIso(raw: string): Cell {
  const text = raw.trim()
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10))
  const date = new Date(day || zoned ? text : `${text}Z`)
  return Number.isNaN(date.getTime()) ? text : date
}

function hiddenColumns(head: string): number[] {
  const hidden: number[] = []
  for (const tag of tags(head, 'col')) {
    const a = attributes(tag)
    if (!/^(1|true|on)$/.test(a.get('hidden') ?? '')) continue
    const last = Math.min(Number(a.get('max')), sheetLimit.columns)
    for (let c = Number(a.get('min')); c <= last; c++) hidden.push(c - 1)
  }
  return hidden
}

function mergesOf(text: string, from: number): Merge[] {
  const start = text.indexOf('<mergeCells', from)
  if (start < 0) return []
  const end = text.indexOf('</mergeCells>', start)
  const merges: Merge[] = []
  for (const tag of tags(text.slice(start, end < 0 ? text.length : end), 'mergeCell')) {
    const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributes(tag).get('ref') ?? '')
    if (match === null) continue
    const [, left, top, right, bottom] = match as unknown as [string, string, string, string, string]
    merges.push({
      top: Number(top) - 1,
      left: columnNumber(left),
      bottom: Number(bottom) - 1,
      right: columnNumber(right),
    })
  }
  return merges
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
