/** Splits delimited text into rows of raw cells: one pass, whole cells cut out by native search. */
import type { Dialect } from './dialect'
import { sheetLimit } from './limits'
import { repairRecord } from './repair-record'

/** What was odd while rows were split; rows count from 0. */
export interface CsvFlaws {
  readonly repairedRow: number
  readonly repaired: number
  readonly unclosedRow: number
  readonly malformed: number
}

/** Rows of a text and what was odd; `stopped` says why not all of it was read, `end` how far it was read. */
export interface CsvRows {
  readonly rows: string[][]
  readonly flaws: CsvFlaws
  readonly end: number
  readonly stopped: 'rows' | 'cells' | 'columns' | null
}

/** Bounds of one call; `columns` is the usual number of cells, by which a row with broken quotes is repaired. */
export interface CsvBounds {
  readonly from?: number
  readonly columns?: number | null
  readonly maxRows?: number
  readonly maxCells?: number
}

const none = Number.MAX_SAFE_INTEGER
const repairLength = 64 * 1024
const widest = sheetLimit.columns
const wastedScanLimit = 64 * 1024 * 1024

/** Splits `text` from `bounds.from` on. A row without any character is one empty cell. */
export function parseCsv(text: string, dialect: Dialect, bounds: CsvBounds = {}): CsvRows {
  const parser = new CsvParser(text, dialect, bounds)
  parser.read(bounds.maxRows ?? none)
  return parser.result()
}

/** Splits a text some rows at a time, for those who want to report progress or stop in between. */
export class CsvParser {
  private readonly rows: string[][] = []
  private readonly length: number
  private readonly delimiter: string
  private readonly quote: string
  private readonly escape: string
  private readonly columns: number | null
  private readonly maxCells: number
  private readonly ends: LineEnds
  private stopped: CsvRows['stopped'] = null
  private pos: number
  private nextDelimiter = -1
  private nextSpecial = -1
  private cells = 0
  private repaired = 0
  private repairedRow = -1
  private unclosedRow = -1
  private malformed = 0
  private wasted = 0

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
    bounds: CsvBounds,
  ) {
    this.length = text.length
    this.delimiter = dialect.delimiter
    this.quote = dialect.quote
    this.escape = dialect.escape
    this.columns = bounds.columns ?? null
    this.maxCells = bounds.maxCells ?? none
    this.pos = bounds.from ?? 0
    this.ends = new LineEnds(text, dialect.rowDelimiter)
  }

  /** Reads up to `count` further rows; false when there are no more or a bound was reached. */
  read(count: number): boolean {
    const until = this.rows.length + count
    this.stopped = null
    while (this.pos < this.length) {
      if (this.rows.length >= until) {
        this.stopped = 'rows'
        return true
      }
      const end = this.ends.from(this.pos)
      const row = this.special(this.pos) > end ? this.plainRow(end) : this.quotedRow(end)
      this.cells += row.length
      if (row.length > widest) this.stopped = 'columns'
      else if (this.cells > this.maxCells) this.stopped = 'cells'
      if (this.stopped !== null) return false
      this.rows.push(row)
    }
    return false
  }

  /** What was read so far. */
  result(): CsvRows {
    const { rows, repaired, repairedRow, unclosedRow, malformed, stopped } = this
    return { rows, flaws: { repaired, repairedRow, unclosedRow, malformed }, end: this.pos, stopped }
  }

  /** How far the text was read, in characters. */
  get position(): number {
    return this.pos
  }

  /** The next quote or escape at or after `from`. */
  private special(from: number): number {
    if (this.nextSpecial >= from) return this.nextSpecial
    const quote = this.quote === '' ? none : found(this.text.indexOf(this.quote, from))
    const alone = this.escape !== '' && this.quote === '' ? found(this.text.indexOf(this.escape, from)) : none
    return (this.nextSpecial = Math.min(quote, alone))
  }

  private plainRow(end: number): string[] {
    const { text, delimiter } = this
    const step = delimiter.length
    const row: string[] = []
    let from = this.pos
    let at = this.nextDelimiter
    if (at < from) at = found(text.indexOf(delimiter, from))
    while (at < end) {
      row.push(text.slice(from, at))
      if (row.length > widest) return row
      from = at + step
      at = found(text.indexOf(delimiter, from))
    }
    this.nextDelimiter = at
    row.push(from <= end ? text.slice(from, end) : '')
    this.pos = this.ends.after(end)
    return row
  }

  /** A record that has a quote or an escape before its first line end. */
  private quotedRow(lineEnd: number): string[] {
    const start = this.pos
    const row = this.quote === '' ? this.escapedRow(lineEnd) : this.readQuoted()
    const endedAt = this.pos
    if (row !== null) {
      const overLines = endedAt > this.ends.after(lineEnd)
      if (!overLines || this.columns === null || row.length === this.columns) return row
    } else this.malformed++
    // Broken or suspicious quotes: try to make sense of the first line alone.
    const short = lineEnd - start <= repairLength
    const line = this.text.slice(start, lineEnd)
    const fixed = short ? repairRecord(line, this.dialect, this.columns, row !== null) : null
    if (fixed === null && row !== null) return row
    if (this.repairedRow < 0) this.repairedRow = this.rows.length
    this.repaired++
    this.pos = this.ends.after(lineEnd)
    return fixed ?? line.split(this.delimiter, widest + 1)
  }

  /** Reads a record by the rules; null when a quote is not closed or something follows a closing quote. */
  private readQuoted(): string[] | null {
    const { text, delimiter, quote, length } = this
    const row: string[] = []
    let from = this.pos
    for (;;) {
      if (text.startsWith(quote, from)) {
        const cell = this.quotedCell(from)
        if (cell === null) return null
        row.push(cell)
        if (row.length > widest) return row
        const at = this.pos
        if (at >= length) return row
        if (text.startsWith(delimiter, at)) {
          from = at + delimiter.length
          continue
        }
        if (!this.ends.startsAt(at)) return null
        this.pos = this.ends.after(at)
        return row
      }
      const end = this.ends.from(from)
      if (this.nextDelimiter < from) this.nextDelimiter = found(text.indexOf(delimiter, from))
      const at = this.nextDelimiter
      if (at >= end) {
        row.push(text.slice(from, end))
        this.pos = this.ends.after(end)
        return row
      }
      row.push(text.slice(from, at))
      if (row.length > widest) return row
      from = at + delimiter.length
    }
  }

  /** Reads the quoted cell that opens at `open` and leaves `pos` behind its closing quote. */
  private quotedCell(open: number): string | null {
    const { text, quote, escape } = this
    const start = open + quote.length
    if (this.wasted > wastedScanLimit) return null
    const doubles = escape === quote
    let escaped = false
    let from = start
    for (;;) {
      const close = text.indexOf(quote, from)
      if (close < 0) {
        this.wasted += this.length - start
        if (this.unclosedRow < 0) this.unclosedRow = this.rows.length
        return null
      }
      if (doubles && text.startsWith(quote, close + quote.length)) {
        escaped = true
        from = close + 2 * quote.length
        continue
      }
      if (!doubles && escape !== '' && isEscaped(text, close, escape, start)) {
        escaped = true
        from = close + quote.length
        continue
      }
      this.pos = close + quote.length
      const raw = text.slice(start, close)
      if (doubles) return escaped ? raw.replaceAll(quote + quote, quote) : raw
      return escape !== '' && raw.includes(escape) ? unescapeCell(raw, quote, escape) : raw
    }
  }

  /** A record of a dialect without quotes in which an escape saves delimiters and line ends. */
  private escapedRow(lineEnd: number): string[] {
    const { text, delimiter, escape } = this
    const row: string[] = []
    let cell = ''
    let from = this.pos
    let at = from
    let end = lineEnd
    while (at < end) {
      if (text.startsWith(escape, at)) {
        const next = at + escape.length
        if (text.startsWith(delimiter, next) || text.startsWith(escape, next)) {
          cell += text.slice(from, at)
          from = next
          at = next + 1
          continue
        }
        if (next === end && end < this.length) {
          cell += text.slice(from, at)
          from = next
          at = this.ends.after(end)
          end = this.ends.from(at)
          continue
        }
      } else if (text.startsWith(delimiter, at)) {
        row.push(cell + text.slice(from, at))
        cell = ''
        from = at = at + delimiter.length
        continue
      }
      at++
    }
    row.push(cell + text.slice(from, end))
    this.pos = this.ends.after(end)
    return row
  }
}

const found = (at: number): number => (at < 0 ? none : at)

/** Whether an odd number of escapes stands before `at`. */
function isEscaped(text: string, at: number, escape: string, start: number): boolean {
  let count = 0
  for (let i = at - escape.length; i >= start && text.startsWith(escape, i); i -= escape.length) count++
  return count % 2 === 1
}

// Only escaped quotes and escapes are unwrapped: "C:\new" keeps its backslash.
function unescapeCell(raw: string, quote: string, escape: string): string {
  let cell = ''
  let from = 0
  for (let at = raw.indexOf(escape); at >= 0; at = raw.indexOf(escape, at)) {
    const next = at + escape.length
    if (raw.startsWith(quote, next) || raw.startsWith(escape, next)) {
      cell += raw.slice(from, at)
      from = next
      at = next + 1
    } else at = next
  }
  return cell + raw.slice(from)
}

/** Finds line ends, remembering the next LF and CR so that no stretch of text is searched twice. */
class LineEnds {
  private lf = -1
  private cr = -1
  private readonly told: string | null

  constructor(
    private readonly text: string,
    rowDelimiter: string,
  ) {
    this.told = rowDelimiter === 'any' ? null : rowDelimiter
  }

  /** Where the line that has `from` in it ends. */
  from(from: number): number {
    const { text } = this
    if (this.told !== null) {
      if (this.lf < from) this.lf = found(text.indexOf(this.told, from))
      return Math.min(this.lf, text.length)
    }
    if (this.lf < from) this.lf = found(text.indexOf('\n', from))
    if (this.cr < from) this.cr = found(text.indexOf('\r', from))
    return Math.min(this.lf, this.cr, text.length)
  }

  /** Where the line behind the line end at `end` begins. */
  after(end: number): number {
    const { text } = this
    if (end >= text.length) return text.length
    if (this.told !== null) return end + this.told.length
    return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
  }

  startsAt(at: number): boolean {
    if (this.told !== null) return this.text.startsWith(this.told, at)
    const code = this.text.charCodeAt(at)
    return code === 10 || code === 13
  }
}
