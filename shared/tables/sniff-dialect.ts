/** Finds the dialect of a text by reading its beginning in every plausible way and judging the tables. */
import { cellKind } from './cell-kind'
import { sepLine, type Dialect } from './dialect'
import { parseCsv } from './parse-csv'

/** What may be told instead of guessed. */
export interface ToldDialect {
  readonly delimiter?: string
  readonly quote?: string
  readonly escape?: string
  readonly rowDelimiter?: string
}

/** The dialect found, where the table text begins (behind a `sep=` line), the usual number of cells, and certainty. */
export interface SniffedDialect extends Dialect {
  readonly from: number
  readonly columns: number | null
  readonly sure: boolean
}

const sampleLength = 96 * 1024
const sampleRows = 400

// How willing people are to use a delimiter, all else being equal.
const delimiters: readonly (readonly [string, number])[] = [
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 0.98],
  ['||', 0.98],
  ['::', 0.7],
  [', ', 0.97],
  ['; ', 0.97],
  ['\u0001', 1],
  ['\u001f', 1],
  ['~', 0.85],
  ['^', 0.85],
  ['!', 0.75],
  ['¦', 0.9],
  [':', 0.6],
  [' ', 0.5],
]

/** Finds the dialect; what was told is kept. */
export function sniffDialect(text: string, told: ToldDialect = {}): SniffedDialect {
  const sep = told.delimiter === undefined ? sepLine(text) : null
  const from = sep?.length ?? 0
  const sample = sampleOf(text, from)
  const rowDelimiter = told.rowDelimiter ?? 'any'
  const delimiter = told.delimiter ?? sep?.delimiter
  const tries: Try[] = []
  for (const [mark, willing] of delimiter === undefined ? delimiters : [[delimiter, 1] as const]) {
    if (delimiter === undefined && !standsAsDelimiter(sample.text, mark)) continue
    for (const { quote, escape } of quotings(sample.text, mark, told))
      tries.push(judge(sample, { delimiter: mark, quote, escape, rowDelimiter }, willing))
  }
  tries.sort((a, b) => b.score - a.score)
  const best = tries[0]
  if (best === undefined || (best.score <= 0 && delimiter === undefined))
    return { ...oneColumn(told), rowDelimiter, from, columns: 1, sure: false }
  const rival = tries.find(t => t.dialect.delimiter !== best.dialect.delimiter)
  const sure = delimiter !== undefined || rival === undefined || best.score > rival.score * 1.25
  return { ...best.dialect, from, columns: best.columns, sure }
}

interface Sample {
  readonly text: string
  readonly whole: boolean
}

// The sample ends with a line, so that its last row is not cut.
function sampleOf(text: string, from: number): Sample {
  if (text.length - from <= sampleLength) return { text: text.slice(from), whole: true }
  const cut = text.slice(from, from + sampleLength)
  const end = Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r'))
  return { text: end > 0 ? cut.slice(0, end + 1) : cut, whole: false }
}

// The colons of times and addresses part nothing, and marks that always come in pairs are half a delimiter.
function standsAsDelimiter(text: string, mark: string): boolean {
  if (mark !== ':' && mark !== '|') return text.includes(mark)
  const all = text.split(mark).length - 1
  if (all === 0 || all === 2 * (text.split(mark + mark).length - 1)) return false
  if (mark === '|') return true
  const other = (text.match(/\d:\d\d|:\/\//g) ?? []).length
  return all - other > all * 0.3
}

function quotings(text: string, delimiter: string, told: ToldDialect): { quote: string; escape: string }[] {
  const quotes = told.quote !== undefined ? [told.quote] : ['"', "'"].filter(q => opens(text, delimiter, q))
  if (told.quote === undefined && !quotes.includes('"')) quotes.push('"')
  return quotes.flatMap(quote => {
    if (told.escape !== undefined) return [{ quote, escape: told.escape }]
    if (quote === '') return [{ quote, escape: '' }]
    const escapes = [quote]
    if (text.includes('\\' + quote)) escapes.push('\\')
    return escapes.map(escape => ({ quote, escape }))
  })
}

// A quote character only counts as one where it opens a cell.
function opens(text: string, delimiter: string, quote: string): boolean {
  if (text.startsWith(quote)) return true
  return [delimiter, '\n', '\r'].some(before => text.includes(before + quote))
}

function oneColumn(told: ToldDialect): Omit<Dialect, 'rowDelimiter'> {
  return {
    delimiter: told.delimiter ?? ',',
    quote: told.quote ?? '"',
    escape: told.escape ?? told.quote ?? '"',
  }
}

interface Try {
  readonly dialect: Dialect
  readonly score: number
  readonly columns: number | null
}

function judge(sample: Sample, dialect: Dialect, willing: number): Try {
  const { rows, flaws } = parseCsv(sample.text, dialect, { maxRows: sampleRows })
  if (!sample.whole && rows.length > 1) rows.pop()
  const filled = rows.filter(row => row.length > 1 || row[0] !== '')
  const { columns, share } = usualCount(filled)
  if (columns < 2) return { dialect, score: 0, columns: filled.length > 0 ? columns : null }
  const looks = looksOf(filled, columns)
  if (dialect.delimiter === ' ' && !partsBySpaces(filled, columns)) return { dialect, score: 0, columns: 1 }
  const broken = Math.min(1, (2 * flaws.malformed) / Math.max(1, filled.length))
  const quoted = dialect.quote === "'" ? 0.97 : 1
  const size = columns / (columns + 0.4)
  const stray = 1 - 0.7 * strayQuotes(sample.text, filled, dialect.quote)
  const score = share ** 1.5 * size * (0.15 + 0.85 * looks) * (1 - 0.6 * broken) * stray * willing * quoted
  return { dialect, score, columns }
}

/** The most frequent number of cells, counting wider rows a little more, and the share of rows that have it. */
function usualCount(rows: readonly string[][]): { columns: number; share: number } {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let columns = 0
  let most = 0
  for (const [count, times] of counts) {
    const weight = times * (count > 1 ? 1.2 : 1)
    if (weight > most || (weight === most && count > columns)) {
      most = weight
      columns = count
    }
  }
  return { columns, share: rows.length === 0 ? 0 : (counts.get(columns) ?? 0) / rows.length }
}

/** Share of the quotes in a text that a reading leaves inside its cells instead of around them. */
function strayQuotes(text: string, rows: readonly string[][], quote: string): number {
  const mark = quote === '' ? '"' : quote
  const all = text.split(mark).length - 1
  if (all === 0 || mark === "'") return 0
  let left = 0
  for (const row of rows) for (const cell of row) if (cell.includes(mark)) left += cell.split(mark).length - 1
  return Math.min(1, left / all)
}

// Names and sentences have spaces too: a space parts cells only where values or quotes say so.
function partsBySpaces(rows: readonly string[][], columns: number): boolean {
  if (columns < 3) return false
  const cells = rows.flat()
  const typed = cells.filter(cell => /^(number|date)$/.test(cellKind(cell))).length
  return typed > cells.length * 0.4 || cells.some(cell => cell.includes(' '))
}

/** Share of cells that look like something, in rows of the usual width. */
function looksOf(rows: readonly string[][], columns: number): number {
  let good = 0
  let all = 0
  for (const row of rows.slice(0, 120)) {
    if (row.length !== columns) continue
    for (const cell of row) {
      const kind = cellKind(cell)
      all++
      if (kind === 'number' || kind === 'date' || kind === 'code' || kind === 'empty') good++
      else if (kind === 'words') good += cell.startsWith(' ') || cell.endsWith(' ') ? 0.5 : 0.9
    }
  }
  return all === 0 ? 0 : good / all
}
