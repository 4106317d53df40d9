/** Made-up files of a CRM for tests: what people export, banners, footers, hidden sheets and all. */
import * as XLSX from 'xlsx'

/** A file as a browser's file dialog gives it. */
export interface GivenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A CSV file of lines. */
export const csvFile = (name: string, ...lines: string[]): GivenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})

/** Accounts with ids. */
export const accountFile = (): GivenFile =>
  csvFile(
    'accounts.csv',
    'Account ID,Account Name,Industry,Billing City,Territory,Account Owner',
    'A1,Northwind Looms,Textiles,Leeds,North,Ivy Marsh',
    'A2,Harbour Cranes,Logistics,Hull,North,Ivy Marsh',
    'A3,Pinegate Mills,Paper,Bristol,South,Tom Reyes',
  )

/** Twelve deals of two reps, four of them closed. */
export const dealFile = (change: (line: string) => string = each => each): GivenFile =>
  csvFile(
    'deals.csv',
    ...[
      'Opportunity ID,Opportunity Name,Account ID,Opportunity Owner,Stage,Amount,Close Date,Created Date,Next Step',
      'D1,Loom refit,A1,Ivy Marsh,Proposal,"$42,000",2017-03-20,2016-12-01,Send the offer',
      'D2,Loom sensors,A1,Ivy Marsh,Qualification,"$18,500",2017-04-28,2017-01-10,Call the plant manager',
      'D3,Crane drives,A2,Ivy Marsh,Negotiation,"$97,000",2017-02-27,2016-10-15,Price meeting',
      'D4,Crane audit,A2,Ivy Marsh,Closed Won,"$9,900",2016-12-14,2016-09-05,',
      'D5,Crane spares,A2,Ivy Marsh,Closed Lost,"$12,000",2017-01-16,2016-10-20,',
      'D6,Mill rollers,A3,Tom Reyes,Proposal,"$61,000",2017-03-31,2016-11-11,Site visit',
      'D7,Mill control,A3,Tom Reyes,Qualification,"$30,000",2017-05-31,2017-01-22,Find the budget',
      'D8,Mill bearings,A3,Tom Reyes,Closed Won,"$22,000",2017-01-20,2016-08-30,',
      'D9,Mill drying,A3,Tom Reyes,Proposal,"$45,000",2017-04-13,2016-12-19,Second offer',
      'D10,Mill training,A3,Tom Reyes,Closed Won,"$6,500",2017-01-31,2016-11-02,',
      'D11,Loom motors,A1,Tom Reyes,Negotiation,"$71,000",2017-02-28,2016-10-01,Legal review',
      'D12,Loom service,A1,Ivy Marsh,Proposal,"$15,000",2017-03-15,2017-01-05,Draft the contract',
    ].map(change),
  )

/**
 * A workbook as an administrator would send it: a banner over the header, a hidden row, a total and a footer under the
 * table, and a hidden sheet of the same kind.
 */
export function bannerBook(): GivenFile {
  const sheet = XLSX.utils.aoa_to_sheet([
    ['Open pipeline, exported for Monday'],
    [],
    ['Opportunity Name', 'Account Name', 'Opportunity Owner', 'Stage', 'Amount', 'Close Date'],
    ['Loom refit', 'Northwind Looms', 'Ivy Marsh', 'Proposal', 42000, '2017-03-20'],
    ['Crane drives', 'Harbour Cranes', 'Ivy Marsh', 'Negotiation', 97000, '2017-02-27'],
    ['Crane spares', 'Harbour Cranes', 'Ivy Marsh', 'Closed Lost', 12000, '2017-01-16'],
    ['Mill rollers', 'Pinegate Mills', 'Tom Reyes', 'Proposal', 61000, '2017-03-31'],
    ['Total', null, null, null, 212000],
    ['Confidential. Exported by A. Clerk'],
  ])
  sheet['!rows'] = Array.from({ length: 9 }, (_, row) => ({ hidden: row === 5 }))
  const old = XLSX.utils.aoa_to_sheet([
    ['Opportunity Name', 'Account Name', 'Opportunity Owner', 'Stage', 'Amount', 'Close Date'],
    ['Mill control', 'Pinegate Mills', 'Tom Reyes', 'Qualification', 30000, '2017-05-31'],
  ])
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Pipeline')
  XLSX.utils.book_append_sheet(book, old, 'Last year')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  return {
    name: 'pipeline.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
  }
}
