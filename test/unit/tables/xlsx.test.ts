import { describe, expect, it } from 'vitest'
import { readFile, type ReadFile } from '#shared/tables/read-file'
import { formatAt } from '#shared/tables/sheet'
import { dateOfSerial, formatKind } from '#shared/tables/cell-format'
import { readXlsxSheet } from '#shared/tables/xlsx-sheet'
import { xlsxOf } from '../../fixtures/zip'

async function read(sheetData: string, extra = {}): Promise<ReadFile> {
  const result = await readFile(xlsxOf(sheetData, extra), 'deals.xlsx')
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="&quot;€&quot;#,##0.00"/></numFmts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>`

describe('cells of an XML workbook', () => {
  it('are numbers, dates, durations, percents and money by their formats', async () => {
    const cells = `<row r="1"><c r="A1"><v>7</v></c><c r="B1" s="1"><v>46110</v></c><c r="C1" s="2"><v>1.5</v></c><c r="D1" s="3"><v>0.125</v></c><c r="E1" s="4"><v>9.5</v></c></row>`
    const sheet = (await read(cells, { styles })).sheets[0]!
    expect(sheet.rows).toEqual([[7, new Date(Date.UTC(2026, 2, 29)), 1.5, 0.125, 9.5]])
    expect([0, 1, 2, 3, 4].map(c => formatAt(sheet, 0, c))).toEqual([
      null,
      null,
      '[h]:mm',
      '0.00%',
      '"€"#,##0.00',
    ])
  })

  it('of a 1904 workbook are four years and a day later', async () => {
    const book = '<workbookPr date1904="1"/>'
    const { sheets } = await read('<row r="1"><c r="A1" s="1"><v>44648</v></c></row>', { styles, book })
    expect(sheets[0]!.rows[0]).toEqual([new Date(Date.UTC(2026, 2, 29))])
  })

  it('are text, yes or no, ISO dates and errors by their types', async () => {
    const cells = `<row r="1"><c r="A1" t="inlineStr"><is><r><t>Boat </t></r><r><t>&amp; bike</t></r></is></c><c r="B1" t="b"><v>1</v></c>
      <c r="C1" t="d"><v>2026-03-29T10:30:00</v></c><c r="D1" t="e"><v>#DIV/0!</v></c><c r="E1" t="str"><f>A1</f><v>00123</v></c></row>`
    const { sheets, notes } = await read(cells)
    expect(sheets[0]!.rows).toEqual([
      ['Boat & bike', true, new Date(Date.UTC(2026, 2, 29, 10, 30)), '#DIV/0!', '00123'],
    ])
    expect(notes).toContainEqual({ code: 'error-cells', sheet: 'Deals', count: 1, row: 0, column: 3 })
  })

  it('stand where their addresses say, or behind one another when they have none', async () => {
    const { sheets } = await read(
      '<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    )
    expect(sheets[0]!.rows).toEqual([[], [null, null, 1, 2], [3]])
  })

  it('without a saved result are counted', async () => {
    const { notes } = await read(
      '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>2</f><v></v></c><c r="C1"><f>3</f><v>3</v></c></row>',
    )
    expect(notes).toContainEqual({ code: 'formulas-without-values', sheet: 'Deals', count: 2 })
  })

  it('may have a prefix on every element', () => {
    const plain = '<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>'
    const xml = `<x:worksheet xmlns:x="m"><x:sheetData>${plain}</x:sheetData></x:worksheet>`
    const sheet = readXlsxSheet(xml, { sheets: [], date1904: false, strings: [], formats: [] }, 100)
    expect(sheet).toMatchObject({ sheet: { rows: [[5]] } })
  })

  it('in hidden rows and columns are read and told', async () => {
    const head = '<cols><col min="2" max="3" hidden="1"/></cols>'
    const { sheets, notes } = await read(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
      { head },
    )
    expect(sheets[0]).toMatchObject({ rows: [[1], [2]], hiddenRows: [1], hiddenColumns: [1, 2] })
    expect(notes.map(n => n.code)).toEqual(['hidden-rows', 'hidden-columns'])
  })
})

describe('number formats', () => {
  it.each([
    ['General', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0 "days"', 'number'],
    ['[Red]0.0', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d-mmm-yy', 'date'],
    ['h:mm AM/PM', 'date'],
    ['mm:ss.0', 'date'],
    ['[h]:mm', 'duration'],
    ['[ss]', 'duration'],
  ])('%s is a %s', (format, kind) => {
    expect(formatKind(format)).toBe(kind)
  })

  it('count days from 1900 as Excel does, which thinks that year a leap year', () => {
    expect(dateOfSerial(1, false)).toEqual(new Date(Date.UTC(1900, 0, 1)))
    expect(dateOfSerial(59, false)).toEqual(new Date(Date.UTC(1900, 1, 28)))
    expect(dateOfSerial(60, false)).toBe('1900-02-29')
    expect(dateOfSerial(61, false)).toEqual(new Date(Date.UTC(1900, 2, 1)))
    expect(dateOfSerial(-1, false)).toBeNull()
    expect(dateOfSerial(2_958_466, false)).toBeNull()
  })
})
