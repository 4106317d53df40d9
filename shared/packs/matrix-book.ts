/** A version of the matrices as a workbook of its own, and a workbook's changed cells read back by status, never by position. */
import type { Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { Measure } from '../forecast/matrix'
import type { Problem as FileProblem } from '../tables/problem'
import { problemText } from '../tables/problem-text'
import { readFile } from '../tables/read-file'
import type { Cell, Sheet } from '../tables/sheet'
import type { Book, BookSheet } from './book'
import { blockedSign, matrixMeta, matrixSheet, matrixSheetNames, type SheetVersion } from './matrix-sheets'
import { metaName } from './pack-meta'

/** Why a workbook cannot be taken back. */
type MatrixFileProblem =
  | { readonly code: 'unreadable'; readonly problem: FileProblem }
  | { readonly code: 'noMeta' }
  | { readonly code: 'brokenMeta' }

/** What a returned workbook says of one matrix: only cells that differ from what went out; a text per place, '' where nothing changed. */
interface ReturnedMatrix {
  readonly measure: Measure
  readonly block: readonly (readonly string[])[]
  readonly changed: number
}

/** A returned workbook. */
export interface MatrixReturn {
  readonly version: string
  readonly name: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly matrices: readonly ReturnedMatrix[]
  /** Sheets that are not there, and codes that were not found. */
  readonly missing: readonly string[]
}

/** The sheet _meta of a workbook with matrices. */
export const matrixMetaSheet = (version: SheetVersion, more: BookSheet['rows'] = []): BookSheet => ({
  name: metaName,
  widths: [12, 12, 60],
  rows: [
    [
      { value: 'Quarterdeck matrices' },
      { value: 'Do not change or remove this sheet: values are read back with it.' },
    ],
    ...matrixMeta(version),
    ...more,
  ],
  hidden: 'veryHidden',
})

/** Lays a version out as a workbook. */
export function matrixBook(version: SheetVersion, region: string, asOf: Day): Book {
  return {
    title: `Matrices, ${version.name}, version ${version.no}`,
    subject: `${region}, as of ${asOf}`,
    creator: 'Quarterdeck',
    date: asOf,
    footer: `${region}, ${version.name}, version ${version.no}, as of ${asOf}`,
    sheets: [matrixSheet(version, 'poc'), matrixSheet(version, 'tuc'), matrixMetaSheet(version)],
  }
}

/** The name of the file. */
export const matrixFileName = (version: SheetVersion, asOf: Day): string =>
  `QD_matrices_${version.name.replace(/[^\p{L}\p{N}]+/gu, '-')}_v${version.no}_${asOf}.xlsx`

/** Reads a workbook that came back: sorted rows, inserted lines and other programs do not matter. */
export async function readMatrixBook(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<MatrixReturn, MatrixFileProblem>> {
  const file = await readFile(bytes, fileName)
  if (!file.ok) return fail({ code: 'unreadable', problem: file.problem })
  const { sheets } = file.value
  const meta = sheets.find(each => each.name.trim().toLowerCase() === metaName)
  if (!meta) return fail({ code: 'noMeta' })
  const head = new Map(
    meta.rows.filter(row => row[0] === 'matrix').map(row => [String(row[1]), String(row[2])]),
  )
  const rows = readJson<string[]>(head.get('rows'))
  const columns = readJson<string[]>(head.get('columns'))
  const version = head.get('version')
  if (!rows || !columns || version === undefined) return fail({ code: 'brokenMeta' })
  const missing: string[] = []
  const matrices = (['poc', 'tuc'] as const).flatMap((measure): ReturnedMatrix[] => {
    const old = readJson<(number | null)[][]>(head.get(measure)) ?? []
    const sheet = sheets.find(
      each => each.name.trim().toLowerCase() === matrixSheetNames[measure].toLowerCase(),
    )
    if (!sheet) {
      missing.push(matrixSheetNames[measure])
      return []
    }
    return [readMatrix(sheet, measure, rows, columns, old, missing)]
  })
  return ok({ version, name: head.get('name') ?? '', rows, columns, matrices, missing })
}

function readJson<T>(text: string | undefined): T | null {
  try {
    return text === undefined ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

const plain = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : ''

function readMatrix(
  sheet: Sheet,
  measure: Measure,
  rows: readonly string[],
  columns: readonly string[],
  old: readonly (readonly (number | null)[])[],
  missing: string[],
): ReturnedMatrix {
  let header = -1
  let most = 0
  sheet.rows.slice(0, 60).forEach((cells, at) => {
    const found = columns.filter(code => cells.some(cell => plain(cell) === code)).length
    if (found > most) [header, most] = [at, found]
  })
  const head = sheet.rows[header] ?? []
  const columnAt = columns.map(code => head.findIndex(cell => plain(cell) === code))
  const rowAt = rows.map(code =>
    sheet.rows.findIndex(
      (cells, at) => at > header && cells.some((cell, c) => c < 2 && plain(cell) === code),
    ),
  )
  let changed = 0
  const block = rows.map((code, b) => {
    const at = rowAt[b] ?? -1
    if (at < 0) missing.push(`${sheet.name}: ${code}`)
    return columns.map((_, s) => {
      const text = at < 0 || (columnAt[s] ?? -1) < 0 ? '' : plain(sheet.rows[at]?.[columnAt[s] as number])
      const was = old[b]?.[s] ?? null
      const same = was === null ? text === blockedSign : isSame(measure, text, was)
      if (text === '' || same) return ''
      changed++
      return text
    })
  })
  columns.forEach((code, s) => {
    if ((columnAt[s] ?? -1) < 0) missing.push(`${sheet.name}: ${code}`)
  })
  return { measure, block, changed }
}

/** Spreadsheet programs may hand a percentage back as 0.62, 62 % or 62,0 %. */
function isSame(measure: Measure, text: string, was: number): boolean {
  const percent = text.endsWith('%')
  const value = Number((percent ? text.slice(0, -1) : text).trim().replace(',', '.'))
  return Number.isFinite(value) && Math.abs((percent && measure === 'poc' ? value / 100 : value) - was) < 1e-9
}

/** What is wrong with a returned workbook, where, and what to do. */
export function matrixFileProblemText(problem: MatrixFileProblem, fileName: string): string {
  switch (problem.code) {
    case 'unreadable':
      return problemText(problem.problem, fileName)
    case 'noMeta':
      return `${fileName} has no sheet _meta, so it was not exported from here or the sheet was removed. Export the version again and fill that in, or paste the cells into the grid.`
    case 'brokenMeta':
      return `The sheet _meta of ${fileName} was changed, so its cells cannot be matched. Export the version again and fill that in, or paste the cells into the grid.`
  }
}
