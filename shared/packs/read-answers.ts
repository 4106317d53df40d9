/** Finds a pack's tables in a file that other programs may have saved, sorted or added to, and reads the answers by row key. */
import { dayNumber, parseDay } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import { readFile } from '../tables/read-file'
import type { Cell, Sheet } from '../tables/sheet'
import { cellName } from './book'
import { headerText, isEmptyRow, packSchema, type PackColumn, type PackValue } from './pack-content'
import type { Answer, AnswerError, AnswerNote, PackAnswers, Problem } from './pack-answers'
import {
  metaName,
  readMeta,
  rowHash,
  shownText,
  type MetaRow,
  type MetaSheet,
  type PackMeta,
} from './pack-meta'
import { parseAnswer } from './parse-answer'

/** The words of the key column's header. */
const keyWord = 'row'

/** Reads a pack that came back (CO-9): by row key, never by position. Cells in error are listed, the others are still read. */
export async function readAnswers(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<PackAnswers, Problem>> {
  const file = await readFile(bytes, fileName)
  if (!file.ok) return fail({ code: 'unreadable', problem: file.problem })
  const { sheets } = file.value
  const metaCells = sheets.find(each => each.name.trim().toLowerCase() === metaName)
  if (!metaCells) return fail({ code: 'noMeta' })
  const meta = readMeta(metaCells.rows)
  if (!meta) return fail({ code: 'brokenMeta' })
  if (meta.schema !== packSchema) return fail({ code: 'otherSchema', found: meta.schema, wanted: packSchema })
  const found: Found = { answers: [], errors: [], notes: [], unchanged: 0 }
  for (const table of meta.sheets) {
    const place = findTable(table, meta, sheets)
    if (place) readTable(table, meta, place, found)
    else found.notes.push({ code: 'sheetMissing', sheet: table.name })
  }
  return ok({ meta, fileName, ...found })
}

interface Found {
  readonly answers: Answer[]
  readonly errors: AnswerError[]
  readonly notes: AnswerNote[]
  unchanged: number
}

interface Place {
  readonly sheet: Sheet
  readonly headerRow: number
  readonly keyAt: number
  readonly columns: ReadonlyMap<string, number>
}

const plainHeader = (cell: Cell | undefined): string =>
  typeof cell === 'string'
    ? cell
        .replace(/^[✎\s]+/u, '')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase()
    : ''

/** The sheet by its name, else the one whose headers are the table's. */
function findTable(table: MetaSheet, meta: PackMeta, sheets: readonly Sheet[]): Place | null {
  const named = sheets.filter(each => each.name.trim().toLowerCase() === table.name.toLowerCase())
  let best: Place | null = null
  for (const sheet of [...named, ...sheets.filter(each => !named.includes(each) && each.name !== metaName)]) {
    const place = findHeader(table, meta, sheet)
    if (place && (!best || place.columns.size > best.columns.size)) best = place
    if (best && named.includes(best.sheet)) return best
  }
  return best
}

function findHeader(table: MetaSheet, meta: PackMeta, sheet: Sheet): Place | null {
  const wanted = new Map(table.columns.map(each => [plainHeader(headerText(each, meta.currency)), each.key]))
  let best: Place | null = null
  for (let headerRow = 0; headerRow < Math.min(60, sheet.rows.length); headerRow++) {
    const columns = new Map<string, number>()
    let keyAt = -1
    sheet.rows[headerRow]?.forEach((cell, at) => {
      const words = plainHeader(cell)
      const key = wanted.get(words)
      if (key !== undefined && !columns.has(key)) columns.set(key, at)
      else if (words === keyWord && keyAt < 0) keyAt = at
    })
    if (columns.size > (best?.columns.size ?? 0)) best = { sheet, headerRow, keyAt, columns }
  }
  return best && best.columns.size * 2 >= table.columns.length ? best : null
}

function readTable(table: MetaSheet, meta: PackMeta, place: Place, found: Found): void {
  const { sheet, headerRow, keyAt, columns } = place
  for (const column of table.columns)
    if (column.fill && !columns.has(column.key))
      found.notes.push({ code: 'columnMissing', sheet: table.name, header: column.header })
  const byKey = new Map(table.rows.map(each => [each.key.toLowerCase(), each]))
  const byHash = new Map<string, MetaRow | null>()
  for (const row of table.rows) if (!isEmptyRow(row)) byHash.set(row.hash, byHash.has(row.hash) ? null : row)
  const seen = new Set<string>()
  sheet.rows.forEach((cells, at) => {
    if (at <= headerRow) return
    const read = (column: PackColumn): Cell => cells[columns.get(column.key) ?? -1] ?? null
    const filled = table.columns.some(each => each.fill && !isBlank(read(each)))
    const hash = rowHash(
      table.columns.filter(each => !each.fill).map(each => shownText(cellValue(read(each)))),
    )
    const key = String(cells[keyAt] ?? '').trim()
    let row = byKey.get(key.toLowerCase()) ?? null
    const place = `${sheet.name}!${cellName(at, Math.max(0, keyAt))}`
    if (!row && filled) {
      row = byHash.get(hash) ?? null
      if (row) found.notes.push({ code: 'rowFoundByContent', at: place, row: row.key })
      else row = newRow(table, key, at)
    }
    if (!row) {
      if (filled)
        found.errors.push({
          at: place,
          header: 'Row',
          text: key,
          why: 'This row was not in the pack, and new rows are not taken on this sheet.',
        })
      return
    }
    if (seen.has(row.key)) {
      if (filled)
        found.errors.push({
          at: place,
          header: 'Row',
          text: key,
          why: `Row ${row.key} stands twice; only the first is read.`,
        })
      return
    }
    seen.add(row.key)
    if (row.ref !== null && row.hash !== hash)
      found.notes.push({ code: 'shownChanged', at: place, row: row.key })
    for (const column of table.columns)
      if (column.fill && columns.has(column.key))
        readCell(
          {
            table,
            meta,
            row,
            column,
            cell: read(column),
            at: `${sheet.name}!${cellName(at, columns.get(column.key) ?? 0)}`,
          },
          found,
        )
  })
  for (const row of table.rows)
    if (!isEmptyRow(row) && !seen.has(row.key))
      found.notes.push({ code: 'rowMissing', sheet: table.name, row: row.key })
}

/** A row that someone inserted: taken where the sheet had empty rows for new things. */
const newRow = (table: MetaSheet, key: string, at: number): MetaRow | null =>
  table.rows.some(isEmptyRow)
    ? { key: key || `line ${at + 1}`, ref: null, hash: '', fills: {}, bases: {} }
    : null

const isBlank = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** A cell as _meta hashed it: dates as serial numbers. */
function cellValue(cell: Cell): PackValue {
  if (!(cell instanceof Date)) return cell
  const day = parseDay(cell.toISOString().slice(0, 10))
  return day ? dayNumber(day) + 25_569 : null
}

function readCell(
  one: {
    table: MetaSheet
    meta: PackMeta
    row: MetaRow
    column: PackColumn
    cell: Cell
    at: string
  },
  found: Found,
): void {
  const { table, meta, row, column, cell, at } = one
  const exported = row.fills[column.key] ?? null
  const words = column.list ? (meta.lists.get(column.list) ?? []) : []
  // A value that no one touched is no error of theirs, even where it would not be taken today.
  const { from: _from, ...free } = column
  const raw = parseAnswer(cell, free, words, meta.currency)
  const untouched = raw.ok
    ? shownText(raw.value) === shownText(exported)
    : !(cell instanceof Date) && shownText(cell) === shownText(exported)
  if (untouched) {
    found.unchanged++
    return
  }
  const parsed = parseAnswer(cell, column, words, meta.currency)
  if (!parsed.ok) {
    const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
    found.errors.push({ at, header: column.header, text, why: parsed.problem })
    return
  }
  found.answers.push({
    sheet: table.key,
    row: row.key,
    ref: row.ref,
    column: column.key,
    header: column.header,
    at,
    exported,
    base: row.bases[column.key] ?? null,
    value: parsed.value,
  })
}
