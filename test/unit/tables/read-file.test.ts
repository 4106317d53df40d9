import { describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { readFile, type ReadFile, type ReadOptions } from '#shared/tables/read-file'
import type { Sheet } from '#shared/tables/sheet'
import { realBytes, realData } from '../../fixtures/real-data'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<ReadFile> {
  const result = await readFile(bytes, name, options)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function firstSheet(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<Sheet> {
  return (await read(bytes, name, options)).sheets[0] as Sheet
}

const workbook = (rows: unknown[][], type: XLSX.BookType = 'xlsx'): Uint8Array => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { UTC: true }), 'Deals')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }) as ArrayBuffer)
}

describe('readFile', () => {
  it('reads a CSV as rows of raw text with its header and records', async () => {
    const sheet = await firstSheet(bytesOf('Deal,Amount\r\n"Boat, red",00123\r\nBike,"1,5"\r\n'), 'deals.csv')
    expect(sheet.name).toBe('deals')
    expect(sheet.rows).toEqual([
      ['Deal', 'Amount'],
      ['Boat, red', '00123'],
      ['Bike', '1,5'],
    ])
    expect(sheet.table).toMatchObject({ headerRow: 0, firstRow: 1, lastRow: 2, skipped: [] })
  })

  it('takes the dialect that is told', async () => {
    const sheet = await firstSheet(bytesOf('a,b;c\n1,2;3\n'), 'x.csv', { dialect: { delimiter: ';' } })
    expect(sheet.rows).toEqual([
      ['a,b', 'c'],
      ['1,2', '3'],
    ])
  })

  it('obeys a sep= line and leaves it out', async () => {
    const sheet = await firstSheet(bytesOf('sep=;\r\nName;Amount\r\nAnn;1,5\r\n'), 'x.csv')
    expect(sheet.rows).toEqual([
      ['Name', 'Amount'],
      ['Ann', '1,5'],
    ])
  })

  it.each(['xlsx', 'xlsb', 'biff8', 'ods', 'xlml'] as const)('reads a workbook written as %s', async type => {
    const closing = new Date(Date.UTC(2026, 2, 29))
    const bytes = workbook(
      [
        ['Deal', 'Amount', 'Close date', 'Won'],
        ['Boat', 1234.5, closing, true],
        ['Bike', 10, closing, false],
      ],
      type,
    )
    const sheet = await firstSheet(bytes, `deals.${type}`)
    expect(sheet.name).toBe('Deals')
    expect(sheet.rows[1]?.[0]).toBe('Boat')
    expect(sheet.rows[1]?.[1]).toBe(1234.5)
    expect(sheet.rows[1]?.[2]).toEqual(closing)
    expect(sheet.table).toMatchObject({ headerRow: 0, firstRow: 1, lastRow: 2 })
    expect(sheet.table.header).toEqual(['Deal', 'Amount', 'Close date', 'Won'])
  })

  it('tells a file by its bytes, not by its name', async () => {
    const sheet = await firstSheet(
      workbook([
        ['Deal', 'Amount'],
        ['Boat', 1],
      ]),
      'deals.csv',
    )
    expect(sheet.rows[1]).toEqual(['Boat', 1])
    const result = await readFile(bytesOf('%PDF-1.7 nothing'), 'deals.xlsx')
    expect(result).toEqual({ ok: false, problem: { code: 'not-a-table', kind: 'pdf' } })
  })

  it('refuses what is over its limits and what was cancelled', async () => {
    const bytes = bytesOf('a,b\n1,2\n3,4\n')
    expect(await readFile(bytes, 'x.csv', { limits: { bytes: 5 } })).toMatchObject({
      problem: { code: 'too-many-bytes', bytes: 12, limit: 5 },
    })
    expect(await readFile(bytes, 'x.csv', { limits: { cells: 5 } })).toMatchObject({
      problem: { code: 'too-many-cells', limit: 5 },
    })
    expect(await readFile(bytes, 'x.csv', { signal: AbortSignal.abort() })).toMatchObject({
      problem: { code: 'cancelled' },
    })
  })

  it('reads an empty file as a sheet without rows', async () => {
    const { sheets, notes } = await read(new Uint8Array(), 'nothing.csv')
    expect(sheets[0]?.rows).toEqual([])
    expect(notes).toEqual([{ code: 'nothing-in-file' }])
  })
})

describe('real CRM exports', () => {
  // Record counts from the PROVENANCE.md beside each set, made with another parser.
  const counts: [string, Record<string, number>][] = [
    [
      'a-maven-crm',
      { accounts: 85, data_dictionary: 21, products: 7, sales_pipeline: 8800, sales_teams: 35 },
    ],
    [
      'a-zoho-crm-sample',
      {
        Accounts: 2229,
        Calls: 4100,
        Campaign_Lead_Status: 3900,
        Campaigns: 110,
        Cases: 797,
        Contacts: 1265,
        Events: 2978,
        Invoice_Line_Items: 3051,
        Invoices: 1300,
        Leads: 3900,
        Potentials: 3632,
        Price_Books: 10,
        Products: 2000,
        Purchase_Order_Line_Items: 4577,
        Purchase_Orders: 1416,
        Quotes: 3000,
        Sales_Order_Line_Items: 6138,
        Sales_Orders: 2061,
        Tasks: 2978,
        Users: 11,
        Vendors: 100,
      },
    ],
    [
      'a-salesforce-devorg',
      {
        Account: 18,
        Contact: 25,
        Lead: 22,
        Opportunity: 36,
        OpportunityHistory: 48,
        OpportunityHistoryGroup: 10,
      },
    ],
    ['a-salesforce-dataloader/samples', { accountData: 423, opportunityData: 38, success0413060133: 9 }],
  ]
  for (const [folder, files] of counts)
    it.skipIf(realData(folder) === null)(`${folder} is read record for record`, async () => {
      for (const [name, records] of Object.entries(files)) {
        const { rows, table } = await firstSheet(realBytes(`${folder}/${name}.csv`), `${name}.csv`)
        expect([name, table.headerRow, table.lastRow - table.firstRow + 1, table.skipped]).toEqual([
          name,
          0,
          records,
          [],
        ])
        const uneven = rows.filter(row => row.length !== rows[0]?.length).length
        expect([name, uneven]).toEqual([name, 0])
      }
    })
})
