/** Mends rows that were written with another delimiter than the rest of their file. */
import { cellKind, type CellKind } from './cell-kind'
import type { Dialect } from './dialect'
import { parseCsv } from './parse-csv'

const others = [',', ';', '\t', '|', ' ']
const sampleRows = 200
const mostPieces = 60

/**
 * Splits anew, in place, each row that has too few cells but is of the right length and kinds under another
 * delimiter; words that a space has parted are joined where only one joining fits the columns. Returns the rows
 * mended. Only rows without quoted cells of their own can be mended, since of others the text is gone.
 */
export function mendRows(rows: string[][], dialect: Dialect, columns: number | null): number[] {
  if (columns === null || columns < 3) return []
  const odd = rows.flatMap((row, r) => (row.length < columns && row.some(mayHoldRow) ? [r] : []))
  if (odd.length === 0 || odd.length > rows.length / 4) return []
  const kinds = columnKinds(rows, columns)
  if (kinds.filter(isValue).length < 2) return []
  return odd.filter(r => {
    const line = (rows[r] as string[]).join(dialect.delimiter)
    const mended = splitAnew(line, dialect, columns, kinds)
    if (mended !== null) rows[r] = mended
    return mended !== null
  })
}

const mayHoldRow = (cell: string): boolean => cell.length > 4 && /[,;\t| ]/.test(cell)

const isValue = (kind: CellKind): boolean => kind === 'number' || kind === 'date'

/** What most cells of each column look like; 'odd' where they differ. */
function columnKinds(rows: readonly string[][], columns: number): CellKind[] {
  const regular = rows.filter(row => row.length === columns).slice(1, sampleRows)
  return Array.from({ length: columns }, (_, c) => {
    const counts = new Map<CellKind, number>()
    for (const row of regular) {
      const kind = cellKind(row[c] as string)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    for (const [kind, times] of counts) if (times > regular.length * 0.8) return kind
    return 'odd'
  })
}

function splitAnew(
  line: string,
  dialect: Dialect,
  columns: number,
  kinds: readonly CellKind[],
): string[] | null {
  for (const delimiter of others) {
    if (delimiter === dialect.delimiter || !line.includes(delimiter)) continue
    const { rows, flaws } = parseCsv(line, { ...dialect, delimiter })
    const pieces = rows[0]
    if (rows.length !== 1 || pieces === undefined || flaws.malformed > 0) continue
    if (pieces.length < columns || pieces.length > mostPieces) continue
    if (pieces.length === columns) {
      if (fits(pieces, kinds)) return pieces
    } else if (delimiter === ' ') {
      const joined = joinWords(pieces, columns, kinds)
      if (joined !== null) return joined
    }
  }
  return null
}

const fits = (cells: readonly string[], kinds: readonly CellKind[]): boolean =>
  cells.every((cell, c) => fitsKind(cell, kinds[c] as CellKind))

function fitsKind(cell: string, kind: CellKind): boolean {
  const own = cellKind(cell)
  if (kind === 'number' || kind === 'date') return own === kind || own === 'empty'
  if (kind === 'empty') return own === 'empty'
  if (kind === 'code') return own === 'code' || own === 'number'
  return own !== 'empty'
}

/** The one way to join neighbouring pieces into `columns` cells that fit; null when there is none or several. */
function joinWords(pieces: readonly string[], columns: number, kinds: readonly CellKind[]): string[] | null {
  // A piece that has a space in it was quoted and is a cell by itself.
  const whole = pieces.map(piece => piece.includes(' '))
  const found: string[][] = []
  const steps = { left: 20_000 }
  const extend = (cells: string[], at: number): void => {
    if (found.length > 1 || steps.left-- < 0) return
    const column = cells.length
    if (column === columns) {
      if (at === pieces.length) found.push(cells)
      return
    }
    const most = pieces.length - at - (columns - column - 1)
    for (let count = 1; count <= most; count++) {
      if (count > 1 && (whole[at] === true || whole[at + count - 1] === true)) break
      const cell = pieces.slice(at, at + count).join(' ')
      if (fitsKind(cell, kinds[column] as CellKind)) extend([...cells, cell], at + count)
    }
  }
  extend([], 0)
  return steps.left < 0 || found.length !== 1 ? null : (found[0] as string[])
}
