import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardDialect, type Dialect } from '#shared/tables/dialect'
import { parseCsv } from '#shared/tables/parse-csv'
import { readFile } from '#shared/tables/read-file'
import { sniffDialect } from '#shared/tables/sniff-dialect'

interface Written extends Dialect {
  readonly always: boolean
}

/** Writes rows as a dialect says; the opposite of reading, made for these tests. */
function write(rows: readonly (readonly string[])[], dialect: Written): string {
  const { delimiter, quote, escape, rowDelimiter } = dialect
  const cell = (text: string): string => {
    const needs =
      text.includes(delimiter.trim() || delimiter) ||
      text.includes(quote) ||
      /[\r\n]/.test(text) ||
      /^\s|\s$/.test(text)
    if (!needs && !dialect.always) return text
    const inside = escape === quote ? text : text.replaceAll(escape, escape + escape)
    return quote + inside.replaceAll(quote, escape + quote) + quote
  }
  return rows.map(row => row.map(cell).join(delimiter) + rowDelimiter).join('')
}

const pick = <T>(...items: T[]): fc.Arbitrary<T> => fc.constantFrom(...items)
const two = (n: number): string => String(n).padStart(2, '0')
const people = pick(
  'Anna Berg',
  'José Núñez',
  'Li Wei',
  "O'Brien, Pat",
  'Zoë',
  'Müller GmbH',
  'ACME, Inc.',
  'GTX Pro',
)
const note = pick(
  'Call back',
  'He said "yes", twice',
  'Size: 5" | 7"',
  'two\nlines',
  'semi; colon',
  'plain',
  'a\tb',
  '',
)
const day = fc
  .tuple(
    fc.integer({ min: 2019, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`)
const clock = fc.integer({ min: 0, max: 1439 }).map(n => `${two(Math.floor(n / 60))}:${two(n % 60)}`)
const money = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999 }), pick('.', ','))
  .map(([n, mark]) => `${Math.floor(n / 100)}${mark}${two(n % 100)}`)
const code = fc.integer({ min: 0, max: 99_999 }).map(n => `D-${String(n).padStart(5, '0')}`)
const columns: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['Deal Id', code],
  ['Owner', people],
  ['Amount', money],
  ['Close date', day],
  ['Note', note],
  ['At', clock],
  ['Email', code.map(c => `${c.toLowerCase()}@example.com`)],
  ['Won', pick('TRUE', 'FALSE', '')],
]

const table = fc
  .tuple(fc.shuffledSubarray([...columns], { minLength: 3 }), fc.integer({ min: 4, max: 30 }))
  .chain(([chosen, count]) =>
    fc
      .array(fc.tuple(...chosen.map(([, cell]) => cell)), { minLength: count, maxLength: count })
      .map(rows => [chosen.map(([name]) => name), ...rows]),
  )

const dialects: fc.Arbitrary<Written> = fc.record({
  delimiter: pick(',', ';', '\t', '|'),
  quote: fc.constant('"'),
  escape: pick('"', '\\'),
  rowDelimiter: pick('\r\n', '\n', '\r'),
  always: fc.boolean(),
})

describe('a table written in any dialect', () => {
  it('comes back cell for cell when the dialect is told', () => {
    const anything = fc.array(
      fc.array(fc.string({ unit: pick('a', ',', '"', '\\', '\n', ' ', 'é', ';') }), {
        minLength: 2,
        maxLength: 4,
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    fc.assert(
      fc.property(anything, pick(',', ';', '::'), pick('"', '\\'), (rows, delimiter, escape) => {
        const told = { delimiter, quote: '"', escape, rowDelimiter: '\n' }
        const { rows: read } = parseCsv(write(rows, { ...told, always: true }), told)
        expect(read).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })

  it('comes back cell for cell with nothing told', () => {
    fc.assert(
      fc.property(table, dialects, (rows, dialect) => {
        const text = write(rows, dialect)
        const found = sniffDialect(text)
        expect(found.delimiter).toBe(dialect.delimiter)
        expect(parseCsv(text, found, { columns: found.columns }).rows).toEqual(rows)
      }),
      { numRuns: 400 },
    )
  })

  it('comes back as records under a banner and above a footer', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialects, async (rows, dialect) => {
        const records = rows.filter((row, i) => i === 0 || row.some(cell => cell !== ''))
        const marked = write(
          [['Pipeline report'], [''], ...records, [''], ['Confidential: do not forward']],
          dialect,
        )
        const result = await readFile(new TextEncoder().encode(marked), 'report.csv')
        if (!result.ok) throw new Error(result.problem.code)
        const { table: found } = result.value.sheets[0]!
        expect(found.headerRow).toBe(2)
        expect(found.header).toEqual(records[0])
        expect([found.firstRow, found.lastRow]).toEqual([3, records.length + 1])
      }),
      { numRuns: 150 },
    )
  })

  it('is split the same whole or some rows at a time', () => {
    fc.assert(
      fc.property(table, dialects, (rows, dialect) => {
        const text = write(rows, dialect)
        const first = parseCsv(text, dialect, { maxRows: 2 })
        const rest = parseCsv(text, dialect, { from: first.end })
        expect([...first.rows, ...rest.rows]).toEqual(parseCsv(text, dialect).rows)
      }),
    )
  })
})

describe('sniffDialect', () => {
  const delimiterOf = (text: string): string => sniffDialect(text).delimiter
  it.each([
    ['decimal commas between semicolons', 'Rep;Amt\nA;1,5\nB;2,5\nC;3,5\n', ';'],
    ['sentences with commas', 'item_id;description\nmy-item-id;One, two, three, four, five.\n', ';'],
    [
      'a French ledger',
      '101300;010114;00;213;A.N. au;;;733480,00;-733480,00\n106110;010114;00;213;A.N.;;;73348,16;-73348,16\n',
      ';',
    ],
    ['German thousands', '08/01/2016;A;-21.419,06\n19/01/2016;A;-53,9\n15/01/2016;A;-116\n', ';'],
    ['tabs with decimal commas', 'X\tY\tZ\n120,5\t50,3\t2,35\n', '\t'],
    ['semicolons inside quoted cells', 'a,b,c\n"1,2;3",x;y,z\n4,5,6\n', ','],
    ['a preamble with commas', 'Report: Pipeline, Q4\n\nRep,Amount,Stage\nA,1,x\nB,2,y\nC,3,z\n', ','],
    ['times and addresses', 'At,Link\n10:15:00,https://a.example\n11:30:00,https://b.example\n', ','],
    ['bars', 'a|b|c\n1|2,5|x;y\n2|3,5|z\n', '|'],
    ['two characters', 'a||b||c\n1||2||3\n', '||'],
    ['commas with blanks', 'a, b, c\n1, "x, y", 3\n2, z, 4\n', ', '],
  ])('reads %s', (_, text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })

  it.each([
    ['names', 'Name\nAnna Berg\nJoe Doe\nLi Wei\n'],
    ['identifiers', 'ID\nid-1\nid-2\n'],
    ['times', 'At\n10:15\n11:30\n'],
    ['names of which one has a comma', 'Name\nAna, B\nBob\nCarla\nDan\nEve\n'],
  ])('leaves one column of %s whole', (_, text) => {
    const dialect = sniffDialect(text)
    const { rows } = parseCsv(text, dialect)
    expect(rows.filter(row => row.length > 1).length).toBeLessThanOrEqual(1)
  })

  it('keeps what is told', () => {
    expect(sniffDialect('a,b;c\n1,2;3\n', { delimiter: ';' })).toMatchObject({ delimiter: ';', columns: 2 })
    expect(standardDialect.delimiter).toBe(',')
  })
})
