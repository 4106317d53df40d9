import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { standardDialect } from '#shared/tables/dialect'
import { parseCsv } from '#shared/tables/parse-csv'
import { noteText, problemText } from '#shared/tables/problem-text'
import { readFile } from '#shared/tables/read-file'
import type { Cell } from '#shared/tables/sheet'
import { realBytes, realFiles, realTree } from '../../fixtures/real-data'

const names = realFiles('d-sheetjs')

/** Workbooks with the CSV that SheetJS expects of one of their sheets. */
const companions: [csv: string, workbook: string, sheet: number][] = names.flatMap(
  (csv): [string, string, number][] => {
    const match = /^(.+?)(?:\.(\d+))?\.csv$/.exec(csv)
    if (match === null) return []
    const [, stem, number] = match as unknown as [string, string, string | undefined]
    const workbook = [stem, ...['xlsx', 'xls', 'xlsm', 'fods'].map(x => `${stem}.${x}`)].find(n =>
      names.includes(n),
    )
    return workbook === undefined || /\.csv$/.test(workbook) ? [] : [[csv, workbook, Number(number ?? 0)]]
  },
)

// Their CSVs are the sheet as another locale or rounding shows it; see docs/spreadsheets-conformance.md.
const listed = new Set(['LO7322.csv', ...[0, 1, 2].map(n => `number_format_russian.${n}.csv`)])

const isFilled = (cell: Cell): boolean => cell !== null && cell !== ''

interface Formatted {
  readonly z?: string
}

/** Our value as the format of its cell shows it. */
function shown(value: Cell, format: string, date1904: boolean): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const ssf = XLSX.SSF as { format(format: string, value: unknown, options: object): string }
  if (!(value instanceof Date)) return ssf.format(format, value, { date1904 })
  const serial = value.getTime() / 86_400_000 + 25_569 - (date1904 ? 1462 : 0)
  return ssf.format(format, serial < 61 && !date1904 ? serial - 1 : serial, { date1904 })
}

describe.skipIf(names.length === 0)("SheetJS's own CSVs", () => {
  for (const [csv, workbook, number] of companions)
    it.skipIf(listed.has(csv))(`${csv} is what ${workbook} holds`, async () => {
      const bytes = realBytes(`d-sheetjs/${workbook}`)
      const result = await readFile(bytes, workbook)
      if (!result.ok) throw new Error(problemText(result.problem, workbook))
      const text = new TextDecoder().decode(realBytes(`d-sheetjs/${csv}`))
      const expected = parseCsv(text, standardDialect).rows
      const book = XLSX.read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false })
      const name = book.SheetNames[number]!
      const sheet = result.value.sheets.find(s => s.name === name)!
      const formats = book.Sheets[name]!['!data'] as (Formatted | undefined)[][]
      const start = XLSX.utils.decode_range(book.Sheets[name]!['!ref'] ?? 'A1').s
      const date1904 = book.Workbook?.WBProps?.date1904 === true
      const got = expected.map((row, r) =>
        row.map((_, c) => {
          const at = [r + start.r, c + start.c] as const
          return shown(
            sheet.rows[at[0]]?.[at[1]] ?? null,
            formats[at[0]]?.[at[1]]?.z ?? 'General',
            date1904,
          ).trim()
        }),
      )
      expect(got).toEqual(expected.map(row => row.map(cell => cell.trim())))
    })
})

// Workbooks whose sheets hold no cell, as other readers find too: pictures, charts, macros, page settings and the like alone.
const blank =
  /^(BlankSheetTypes|author_snowman|custom_properties|page_margins_2016|picture|vba|images|empty_sheet|issue127|issue281|issue343|issue_666_|capitalized_wbook_stream|misc_biff5_parsing|duplicateRowTest|test-issue-(1842|257|623|771)|CRLFR9\.FM3|all-empty)/

describe('odd, damaged and old workbooks, and every CSV of the collections', () => {
  for (const folder of [
    'd-sheetjs',
    'd-calamine',
    'd-exceljs',
    'd-csv-spectrum',
    'd-csv-test-data',
    'd-pollock-polluted',
    'hostile',
  ]) {
    const files = realTree(folder)
    it.skipIf(files.length === 0)(
      `${folder}: every file is read or refused with a sentence, and none loses its cells without a word`,
      async () => {
        for (const path of files) {
          const name = path.replace(/^.*[/\\]/, '')
          const bytes = realBytes(`${folder}/${path}`)
          const result = await readFile(bytes, name)
          const said = result.ok ? result.value.notes.map(noteText) : [problemText(result.problem, name)]
          for (const sentence of said) expect(`${path}: ${sentence}`).toMatch(/^[^:]+: .*[.”)]$/s)
          if (!result.ok && result.problem.code === 'damaged-sheet')
            expect(said[0]).toContain(`Sheet “${result.problem.sheet}”`)
          const hasCells =
            !result.ok || result.value.sheets.some(sheet => sheet.rows.some(row => row.some(isFilled)))
          expect([path, hasCells || bytes.length === 0 || blank.test(name)]).toEqual([path, true])
        }
      },
      600_000,
    )
  }

  it.skipIf(names.length === 0)('says that protected workbooks are protected', async () => {
    for (const name of names.filter(n => n.startsWith('password_2002'))) {
      const result = await readFile(realBytes(`d-sheetjs/${name}`), name)
      expect([name, result.ok ? 'read' : result.problem.code]).toEqual([name, 'encrypted'])
    }
  })
})
