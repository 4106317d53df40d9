import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import type { Day } from '#shared/base/day'
import {
  areaName,
  cellName,
  columnName,
  daySerial,
  fixedArea,
  type Book,
  type BookSheet,
} from '#shared/packs/book'
import { cellText, lintBook, safeSheetName, sheetNameFlaw } from '#shared/packs/lint-book'
import { writeBook } from '#shared/packs/write-book'

const sheet = (more: Partial<BookSheet> = {}): BookSheet => ({
  name: 'Action plan',
  widths: [10],
  rows: [],
  ...more,
})
const book = (...sheets: BookSheet[]): Book => ({
  title: 'A title & more',
  subject: 'Subject',
  creator: 'Quarterdeck',
  date: '2026-11-13' as Day,
  footer: 'R & D',
  sheets,
})
const parts = async (one: Book): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await writeBook(one))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
const flaws = (one: BookSheet): string[] => lintBook(book(one)).map(each => each.what)

test('columns and areas are named as spreadsheets name them', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  expect(cellName(0, 27)).toBe('AB1')
  expect(areaName({ top: 2, left: 0, bottom: 5, right: 1 })).toBe('A3:B6')
  expect(fixedArea("Rep's list", { top: 2, left: 0, bottom: 5, right: 1 })).toBe("'Rep''s list'!$A$3:$B$6")
})

test('a day becomes the serial number that spreadsheets count by', () => {
  expect(daySerial('1900-03-01' as Day)).toBe(61)
  expect(daySerial('2026-11-13' as Day)).toBe(46_339)
})

test('the same book gives the same bytes', async () => {
  const one = book(sheet({ rows: [[{ value: 'a' }, { value: 1, formula: '1', look: 'total' }]] }))
  expect(await writeBook(one)).toEqual(await writeBook(structuredClone(one)))
})

test('no recalculation is forced on opening, and the moment in the file is the book’s own', async () => {
  const written = await parts(book(sheet()))
  expect(written['xl/workbook.xml']).toContain('<calcPr calcId="191029"/>')
  expect(written['xl/workbook.xml']).not.toContain('fullCalcOnLoad')
  expect(written['docProps/core.xml']).toContain('2026-11-13T12:00:00')
})

test('print titles of a sheet whose name has a space are quoted', async () => {
  const written = await parts(book(sheet({ printTitle: { row: 2, columns: 2 } })))
  expect(written['xl/workbook.xml']).toContain("'Action plan'!$A:$B,'Action plan'!$3:$3")
})

test('texts that look like formulas stay texts', async () => {
  const evil = ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', "=cmd|' /C calc'!A0"]
  const bytes = await writeBook(
    book(sheet({ rows: evil.map(value => [{ value, format: 'text' as const }]) })),
  )
  const back = XLSX.read(bytes, { type: 'array', dense: true }).Sheets['Action plan'] as unknown as {
    '!data': { t: string; v: unknown; f?: string }[][]
  }
  back['!data'].forEach((row, at) => {
    expect([row[0]?.t, row[0]?.v, row[0]?.f]).toEqual(['s', evil[at], undefined])
  })
})

test('a formula carries the value that we worked out', async () => {
  const bytes = await writeBook(
    book(sheet({ rows: [[{ value: 2 }], [{ value: 3 }], [{ value: 5, formula: 'SUBTOTAL(109,A1:A2)' }]] })),
  )
  const back = XLSX.read(bytes, { type: 'array', cellFormula: true }).Sheets['Action plan']
  expect((back?.['A3'] as XLSX.CellObject).v).toBe(5)
  expect((back?.['A3'] as XLSX.CellObject).f).toBe('SUBTOTAL(109,A1:A2)')
})

test('a list rule points to its area on another sheet and never spells the values out', async () => {
  const area = { top: 0, left: 0, bottom: 1, right: 0 }
  const written = await parts(
    book(
      sheet({
        rows: [[{ value: null, look: 'fill' }]],
        rules: [{ area, hint: 'Choose', allow: { kind: 'list', sheet: 'Lists', area } }],
      }),
      sheet({ name: 'Lists', rows: [[{ value: 'a,b' }], [{ value: 'c"d' }]] }),
    ),
  )
  expect(written['xl/worksheets/sheet1.xml']).toMatch(
    /<formula1>(&apos;|')Lists(&apos;|')!\$A\$1:\$A\$2<\/formula1>/,
  )
})

test('charts carry the values that they draw, with their number format', async () => {
  const column = (left: number) => ({ top: 0, left, bottom: 1, right: left })
  const written = await parts(
    book(
      sheet({
        name: 'Q3 & more',
        rows: [
          [{ value: 'A & B' }, { value: 10, format: 'money' }],
          [{ value: 'C' }, { value: null }],
        ],
        charts: [
          {
            kind: 'column',
            title: 'T',
            alt: 'A',
            categories: column(0),
            series: [{ name: 'S', values: column(1), tone: 'main' }],
            place: { top: 3, left: 0, bottom: 10, right: 4 },
            format: 'money',
          },
        ],
      }),
    ),
  )
  const chart = written['xl/charts/chart1.xml'] ?? ''
  expect(chart).toContain('<c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>A &amp; B</c:v></c:pt>')
  expect(chart).toContain(
    '<c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>10</c:v></c:pt></c:numCache>',
  )
})

test('every font has a name and a size', async () => {
  const looks = ['plain', 'title', 'header', 'headerFill', 'cell', 'fill', 'total', 'link', 'muted'] as const
  const written = await parts(book(sheet({ rows: [looks.map(look => ({ value: look, look }))] })))
  const fonts = /<fonts[^>]*>(.*?)<\/fonts>/.exec(written['xl/styles.xml'] ?? '')?.[1] ?? ''
  for (const font of fonts.match(/<font>.*?<\/font>/g) ?? []) {
    expect(font).toContain('<name ')
    expect(font).toContain('<sz ')
  }
})

test('sheet names that a program would refuse are refused here', () => {
  expect(sheetNameFlaw('3 Deals')).toBeNull()
  for (const bad of ['', ' ', 'x'.repeat(32), 'a/b', 'a[b]', "'a", "a'", 'History', 'a:b', 'a\u0007'])
    expect(sheetNameFlaw(bad), bad).not.toBeNull()
  for (const text of ['a/b: [c]*?', "'quoted'", '', 'history', 'x'.repeat(60)])
    expect(sheetNameFlaw(safeSheetName(text)), text).toBeNull()
})

test('what the library would write without a word is refused: NaN, long texts, bad links, equals signs, twice the same name', () => {
  expect(flaws(sheet({ rows: [[{ value: NaN }]] }))).toHaveLength(1)
  expect(flaws(sheet({ rows: [[{ value: Infinity }]] }))).toHaveLength(1)
  expect(flaws(sheet({ rows: [[{ value: 'x'.repeat(32_768) }]] }))).toHaveLength(1)
  expect(flaws(sheet({ rows: [[{ value: 'x', link: 'javascript:alert(1)' }]] }))).toHaveLength(1)
  expect(flaws(sheet({ rows: [[{ value: 'x', link: 'file:///etc/passwd' }]] }))).toHaveLength(1)
  expect(flaws(sheet({ rows: [[{ value: 1, formula: '=A1' }]] }))).toHaveLength(1)
  expect(flaws(sheet({ rows: [[{ value: 'a\u0000b' }]] }))).toHaveLength(1)
  expect(lintBook(book(sheet(), sheet({ name: 'ACTION PLAN' }))).map(each => each.what)).toEqual([
    'the name is taken',
  ])
  expect(lintBook(book(sheet({ hidden: 'veryHidden' }))).map(each => each.what)).toEqual([
    'no sheet is visible',
  ])
  for (const link of ['https://a.example', 'http://a.example', 'mailto:a@b.example', "#'Action plan'!A1"])
    expect(flaws(sheet({ rows: [[{ value: 'x', link }]] }))).toEqual([])
})

test('a book with a flaw is not written', async () => {
  await expect(writeBook(book(sheet({ rows: [[{ value: NaN }]] })))).rejects.toThrow('not finite')
})

test('texts are made fit for a cell: no control characters, no half characters, not too long', () => {
  expect(cellText('a\u0000b\ud800c')).toBe('abc')
  expect(cellText('ok 👍\n')).toBe('ok 👍\n')
  expect(cellText('x'.repeat(40_000))).toHaveLength(32_767)
})
