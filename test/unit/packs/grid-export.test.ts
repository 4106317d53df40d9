import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { dayNumber, type Day } from '#shared/base/day'
import { csvText, isOwnCsv, looksLikeFormula, withoutGuard } from '#shared/packs/csv-text'
import { gridBook, gridCsv, gridFileName, gridWorkbook } from '#shared/packs/grid-export'
import type { SeenData, SeenGrid, SeenLine } from '#shared/packs/seen-grid'
import { readFile } from '#shared/tables/read-file'

const words = (...values: (string | null)[]): SeenData => {
  const strings = [...new Set(values.filter(each => each !== null))]
  return {
    kind: 'text',
    strings,
    codes: Int32Array.from(values.map(each => (each === null ? -1 : strings.indexOf(each)))),
  }
}
const numbers = (
  kind: 'number' | 'money' | 'percent' | 'date' | 'boolean',
  ...values: number[]
): SeenData => ({
  kind,
  values: Float64Array.from(values),
})
const title = { title: 'Pipeline', region: 'West / North', asOf: '2017-12-31' as Day }

const data: Record<string, SeenData> = {
  name: words('Acme', '=SUM(A1)', null),
  amount: { ...numbers('money', 123_456, NaN, 500), currency: 'USD' } as SeenData,
  share: numbers('percent', 0.65, 0, NaN),
  close: numbers('date', dayNumber('2017-12-31' as Day), NaN, dayNumber('2018-02-28' as Day)),
  open: numbers('boolean', 1, 0, NaN),
  flags: {
    kind: 'flags',
    values: Uint32Array.from([3, 0, 2]),
    flags: [{ label: 'stuck' }, { label: 'stale' }],
  },
}
const rows: SeenLine[] = [0, 1, 2].map(row => ({ kind: 'row', row, level: 0 }))
const grid = (more: Partial<SeenGrid> = {}): SeenGrid => ({
  columns: Object.keys(data).map(key => ({ key, title: key })),
  source: { column: key => data[key] as SeenData },
  lines: () => rows,
  rowCount: 3,
  totals: { amount: { fn: 'sum', value: 123_956, n: 2, currency: 'USD' } },
  sentence: null,
  ...more,
})

test('the CSV has a mark, the units in its header, ISO days, and money in whole units', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(gridCsv(grid()))
  expect(text).toBe(
    '\ufeffname,amount (USD),share,close,open,flags\r\n' +
      'Acme,1234.56,0.65,2017-12-31,Yes,"stuck, stale"\r\n' +
      "'=SUM(A1),,0,,No,\r\n" +
      ',5,,2018-02-28,,stale\r\n',
  )
})

test('whatever could run as a formula gets an apostrophe, numbers do not', () => {
  for (const evil of [
    '=1',
    '+1',
    '-1',
    '@a',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '  +1',
    '|calc',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\u200b=1',
  ])
    expect(csvText([[evil]]), JSON.stringify(evil)).toContain(`'${evil}`)
  for (const plain of ['Acme', 'a=b', '1+1', '', 'o’Neil', "it's"])
    expect(csvText([[plain]])).not.toContain(`'${plain}`)
  expect(csvText([[-5.5, 12]])).toBe('\ufeff-5.5,12\r\n')
  expect(looksLikeFormula('+1 617 555 0100')).toBe(true)
})

test('own files give the texts back as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 20 }), async text => {
      const plain = text.replace(/[\r\0]/g, '')
      const bytes = new TextEncoder().encode(
        csvText([
          ['head', 'x'],
          [plain, 'x'],
        ]),
      )
      const read = await readFile(bytes, 'QD_a.csv', {
        dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
      })
      const cell = read.ok ? read.value.sheets[0]?.rows[1]?.[0] : undefined
      expect(withoutGuard(String(cell ?? ''))).toBe(plain)
    }),
    { numRuns: 60 },
  )
  expect([
    isOwnCsv('QD_West_Pipeline_2017-12-31.csv'),
    isOwnCsv('C:\\x\\QD_a.CSV'),
    isOwnCsv('pipeline.csv'),
  ]).toEqual([true, true, false])
  expect(withoutGuard("'tis")).toBe("'tis")
})

test('the workbook says what was seen: title, day, rows, filter, header with units, values with their types, a live sum', async () => {
  const bytes = await gridWorkbook(grid({ sentence: 'amount above 100' }), title)
  const sheet = XLSX.read(bytes, { type: 'array', cellFormula: true, cellNF: true }).Sheets[
    'Pipeline'
  ] as XLSX.WorkSheet
  const at = (name: string) => sheet[name] as XLSX.CellObject | undefined
  expect(at('A1')?.v).toBe('Pipeline')
  expect(at('A2')?.v).toBe('West / North, as of 2017-12-31, 3 rows')
  expect(at('A3')?.v).toBe('Filter: amount above 100')
  expect(at('B4')?.v).toBe('amount (USD)')
  expect([at('B5')?.v, at('B5')?.z]).toEqual([1234.56, '#,##0.00'])
  expect([at('C5')?.v, at('C5')?.z]).toEqual([0.65, '0.0%'])
  expect([at('D5')?.v, at('D5')?.z]).toEqual([43_100, 'yyyy-mm-dd'])
  expect([at('A6')?.t, at('A6')?.v, at('A6')?.f]).toEqual(['s', '=SUM(A1)', undefined])
  expect([at('B8')?.v, at('B8')?.f]).toEqual([1239.56, 'SUBTOTAL(109,B5:B7)'])
})

test('groups stand as lines with their figures, indented, without a filter that would tear them apart', () => {
  const lines: SeenLine[] = [
    {
      kind: 'group',
      level: 0,
      label: 'Open',
      rowCount: 2,
      figures: {
        amount: { fn: 'sum', value: 123_956, n: 2, currency: 'USD' },
        share: { fn: 'ratio', value: 0.5, n: 2, k: 1 },
      },
    },
    { kind: 'row', row: 0, level: 1 },
  ]
  const [sheet] = gridBook(grid({ lines: () => lines }), title).sheets
  const [name, amount, share] = sheet?.rows[4] ?? []
  expect([name?.value, name?.look, amount?.value, share?.value]).toEqual([
    'Open (2)',
    'group',
    1239.56,
    '50.0 % (1/2)',
  ])
  expect(sheet?.rows[5]?.[0]?.indent).toBe(1)
  expect(sheet?.filter).toBeUndefined()
  expect(sheet?.rows[6]?.[1]?.formula).toBeUndefined()
})

test('money of several currencies gets a column that names them, and no sum', () => {
  const mixed: SeenData = {
    kind: 'money',
    values: Float64Array.from([100, 100]),
    currency: { codes: Int32Array.from([0, 1]), strings: ['USD', 'JPY'] },
  }
  const seen = grid({
    columns: [{ key: 'amount', title: 'Amount' }],
    source: { column: () => mixed },
    lines: () => rows.slice(0, 2),
    totals: { amount: { fn: 'sum', value: NaN, n: 2, mixed: true } },
  })
  expect(new TextDecoder().decode(gridCsv(seen))).toBe('Amount,"Amount, currency"\r\n1,USD\r\n100,JPY\r\n')
})

test('the file is named for region, grid and day', () => {
  expect(gridFileName(title, 'csv')).toBe('QD_West-North_Pipeline_2017-12-31.csv')
})
