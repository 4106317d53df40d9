import { describe, expect, it } from 'vitest'
import { problemText } from '#shared/tables/problem-text'
import { readFile } from '#shared/tables/read-file'
import type { Problem } from '#shared/tables/problem'
import type { Sheet } from '#shared/tables/sheet'
import { realBytes, realData } from '../../fixtures/real-data'
import { xlsxOf, xlsxParts, zipOf } from '../../fixtures/zip'

const MB = 2 ** 20
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function problemOf(bytes: Uint8Array, name = 'deals.xlsx', limits = {}): Promise<Problem | 'read'> {
  const result = await readFile(bytes, name, { limits })
  if (result.ok) return 'read'
  expect(problemText(result.problem, name)).toMatch(/\.$/)
  return result.problem
}

async function sheetOf(bytes: Uint8Array, name = 'deals.xlsx'): Promise<Sheet> {
  const result = await readFile(bytes, name)
  if (!result.ok) throw new Error(problemText(result.problem, name))
  return result.value.sheets[0]!
}

const row = '<row r="1"><c r="A1"><v>1</v></c></row>'

describe('zip bombs', () => {
  it('are refused from the directory when they say how far they inflate', async () => {
    const parts = xlsxParts(row).map(part => ({ ...part, claimedSize: 2 ** 30 }))
    expect(await problemOf(zipOf(parts))).toMatchObject({ code: 'inflates-too-far' })
    const three = xlsxParts(row).map(part => ({ ...part, claimedSize: 3 * 2 ** 30 }))
    expect(await problemOf(zipOf(three))).toMatchObject({ code: 'inflates-too-far' })
  })

  it('are refused by their ratio', async () => {
    const zeros = new Uint8Array(64 * MB)
    expect(await problemOf(zipOf([...xlsxParts(row), { name: 'xl/x.xml', content: zeros }]))).toEqual({
      code: 'bomb',
      part: 'xl/x.xml',
    })
  })

  it('are stopped while they inflate when they claim to be small', async () => {
    const zeros = new Uint8Array(64 * MB)
    const lie = { name: 'xl/x.xml', content: zeros, claimedSize: 1000 }
    expect(await problemOf(zipOf([...xlsxParts(row), lie]))).toEqual({ code: 'bomb', part: 'xl/x.xml' })
  })

  it('of many parts are refused', async () => {
    const parts = Array.from({ length: 5001 }, (_, i) => ({ name: `xl/p${i}.xml`, content: '' }))
    expect(await problemOf(zipOf(parts))).toMatchObject({ code: 'too-many-parts', parts: 5001 })
  })

  it('of binary sheets that would take gigabytes to read are refused, with the way out', async () => {
    // Noise between runs: it packs well, yet not as well as a bomb.
    const sheet = new Uint8Array(65 * MB)
    for (let at = 0; at < sheet.length; at += 400) sheet[at] = (at * 31 + (at >> 5)) & 255
    const parts = [
      { name: 'xl/workbook.bin', content: 'x' },
      { name: 'xl/worksheets/sheet1.bin', content: sheet },
    ]
    const result = await readFile(zipOf(parts), 'deals.xlsb')
    expect(result.ok ? 'read' : problemText(result.problem, 'deals.xlsb')).toBe(
      '“deals.xlsb” holds a binary sheet of 65 MB (part “xl/worksheets/sheet1.bin”); up to 64 MB can be read. Save the workbook as XLSX or CSV and import that.',
    )
  })

  it('obey a limit that is told', async () => {
    expect(await problemOf(xlsxOf(row), 'deals.xlsx', { inflatedBytes: 500 })).toMatchObject({
      code: 'inflates-too-far',
    })
  })
})

describe('damaged workbooks', () => {
  const broken = (change: object, at = 4): Uint8Array =>
    zipOf(xlsxParts(row).map((part, i) => (i === at ? { ...part, ...change } : part)))

  it('name the sheet whose checksum is wrong', async () => {
    const problem = await problemOf(broken({ claimedCrc: 1 }))
    expect(problem).toEqual({ code: 'damaged-sheet', sheet: 'Deals', what: 'checksum' })
  })

  it('name the sheet that is longer than declared, cut or missing', async () => {
    const parts = xlsxParts(row)
    const sheet = String(parts[4]!.content)
    expect(await problemOf(broken({ claimedSize: sheet.length - 5 }))).toMatchObject({
      code: 'damaged-sheet',
      what: 'length',
    })
    expect(await problemOf(broken({ content: sheet.slice(0, -40) }))).toMatchObject({
      code: 'damaged-sheet',
      what: 'cut',
    })
    expect(await problemOf(zipOf(parts.slice(0, 4)))).toMatchObject({ code: 'damaged-sheet', what: 'empty' })
  })

  it('are refused when they hold a part twice, are cut or encrypted', async () => {
    const parts = xlsxParts(row)
    expect(await problemOf(zipOf([...parts, parts[4]!]))).toMatchObject({
      code: 'damaged',
      what: 'duplicate',
    })
    expect(await problemOf(zipOf(parts).slice(0, -60))).toMatchObject({ code: 'damaged', what: 'cut' })
    expect(await problemOf(broken({ flags: 1 }))).toEqual({ code: 'encrypted' })
  })

  it('are refused when two sheets share a part', async () => {
    const book = '<sheets><sheet name="A" sheetId="2" r:id="rId1"/></sheets>'
    expect(await problemOf(xlsxOf(row, { book }))).toMatchObject({ code: 'damaged', what: 'duplicate' })
  })
})

describe('claims of endless cells', () => {
  it('cost nothing when only the dimension lies', async () => {
    const sheet = await sheetOf(xlsxOf(row, { head: '<dimension ref="A1:XFD1048576"/>' }))
    expect(sheet.rows).toEqual([[1]])
  })

  it('of one cell in the last row are read as a short row at the end', async () => {
    const sheet = await sheetOf(xlsxOf(`${row}<row r="1048576"><c r="A1048576"><v>2</v></c></row>`))
    expect(sheet.rows).toHaveLength(1_048_576)
    expect(sheet.rows[1_048_575]).toEqual([2])
    expect(sheet.table.lastRow).toBe(0)
  })

  it('of wide rows stop at the limit of cells, empty ones counted', async () => {
    const wide = Array.from(
      { length: 3000 },
      (_, r) => `<row r="${r + 1}"><c r="XFD${r + 1}"><v>1</v></c></row>`,
    )
    expect(await problemOf(xlsxOf(wide.join('')))).toMatchObject({ code: 'too-many-cells', sheet: 'Deals' })
  })

  it('at addresses no sheet has are left out and counted', async () => {
    const result = await readFile(
      xlsxOf(`${row}<row r="2"><c r="ZZZZZZ99999999"><v>2</v></c></row>`),
      'x.xlsx',
    )
    expect(result).toMatchObject({
      ok: true,
      value: { sheets: [{ rows: [[1]] }], notes: [{ code: 'bad-addresses', count: 1 }] },
    })
  })

  it('by repeats in OpenDocument, or by far indexes in SYLK and XML, are refused', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    const content = `<office:document-content><table:table><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table></office:document-content>`
    const ods = zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', content },
    ])
    expect(await problemOf(ods, 'x.ods')).toMatchObject({ code: 'too-many-cells' })
    expect(await problemOf(bytesOf('ID;PWXL\nC;Y999999999;X1;K1\nE\n'), 'x.slk')).toMatchObject({
      code: 'damaged',
    })
  })
})

describe('names and entities', () => {
  it('called __proto__ pollute nothing', async () => {
    const text = (name: string, at: string): string =>
      `<c r="${at}" t="inlineStr"><is><t>${name}</t></is></c>`
    const cells = `<row r="1">${text('__proto__', 'A1')}${text('constructor', 'B1')}</row><row r="2">${text('x', 'A2')}${text('y', 'B2')}</row>`
    const parts = xlsxParts(cells).map(p => ({
      ...p,
      content: String(p.content).replace('name="Deals"', 'name="__proto__"'),
    }))
    const sheet = await sheetOf(zipOf(parts))
    expect(sheet.name).toBe('__proto__')
    expect(sheet.table.header).toEqual(['__proto__', 'constructor'])
    const csv = await sheetOf(bytesOf('__proto__,toString\n1,2\n'), '__proto__.csv')
    expect(csv.table.header).toEqual(['__proto__', 'toString'])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('of a document type are not expanded', async () => {
    const parts = xlsxParts('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>')
    const sheet = parts[4]!
    const content = `<!DOCTYPE x [<!ENTITY a "boom">]>${String(sheet.content)}`
    expect((await sheetOf(zipOf([...parts.slice(0, 4), { ...sheet, content }]))).rows).toEqual([['&a;']])
  })
})

describe('files that are not what their name says', () => {
  it.each([
    ['pdf', '%PDF-1.7'],
    ['image', '\x89PNG\r\n\x1a\n'],
    ['image', 'GIF89a'],
    ['rtf', '{\\rtf1\\ansi'],
    ['archive', '7z\xbc\xaf\x27\x1c'],
    ['json', '{"deals": []}'],
    ['json', '[{"deal": 1}]'],
    ['database', 'SQLite format 3\0'],
    ['program', 'MZ\x90\0'],
  ])('are refused as %s', async (kind, text) => {
    const bytes = Uint8Array.from(text, c => c.charCodeAt(0))
    expect(await problemOf(bytes)).toEqual({ code: 'not-a-table', kind })
  })

  it('are refused when they are archives of something else', async () => {
    expect(await problemOf(zipOf([{ name: 'word/document.xml', content: '<w/>' }]))).toEqual({
      code: 'not-a-workbook',
    })
    expect(await problemOf(zipOf([{ name: 'readme.txt', content: 'x' }]))).toEqual({ code: 'not-a-workbook' })
  })
})

describe('text without end', () => {
  it('of many megabytes on one line is refused for its columns, or read when it is one cell', async () => {
    expect(await problemOf(bytesOf('a,b,'.repeat(5 * MB)), 'x.csv')).toMatchObject({
      code: 'too-many-columns',
      row: 0,
    })
    expect((await sheetOf(bytesOf('x'.repeat(20 * MB)), 'x.csv')).rows).toHaveLength(1)
  })

  it('behind a quote that is never closed keeps its rows', async () => {
    const rows = 'a,b\n1,"open\n' + '2,x\n'.repeat(100_000)
    const sheet = await sheetOf(bytesOf(rows), 'x.csv')
    expect(sheet.rows).toHaveLength(100_002)
    expect(sheet.rows[1]).toEqual(['1', '"open'])
  })

  it('of nothing but quotes ends', async () => {
    expect((await sheetOf(bytesOf('"'.repeat(2 * MB)), 'x.csv')).rows.length).toBeGreaterThan(0)
    expect((await sheetOf(bytesOf('"a\n'.repeat(200_000)), 'x.csv')).rows.length).toBeGreaterThan(0)
  })
})

describe('the collected hostile files', () => {
  it.skipIf(realData('hostile') === null)('are refused or contained', async () => {
    const expected: [string, string][] = [
      ['bad-ref.xlsx', 'read'],
      ['corrupt.xlsx', 'damaged-sheet'],
      ['cut.xlsx', 'damaged'],
      ['cve.xlsx', 'read'],
      ['dim-lie.xlsx', 'read'],
      ['entity.xlsx', 'read'],
      ['far-corner.xlsx', 'read'],
      ['far-row.xlsx', 'read'],
      ['proto.xlsx', 'read'],
    ]
    for (const [name, code] of expected) {
      const problem = await problemOf(realBytes(`hostile/${name}`), name)
      expect([name, problem === 'read' ? 'read' : problem.code]).toEqual([name, code])
    }
    expect(({} as Record<string, unknown>)['c']).toBeUndefined()
  })
})
