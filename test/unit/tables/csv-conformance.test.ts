import { describe, expect, it } from 'vitest'
import { readFile } from '#shared/tables/read-file'
import { realBytes, realData, realFiles } from '../../fixtures/real-data'

const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(realBytes(path)))

async function rowsOf(path: string): Promise<string[][]> {
  const result = await readFile(realBytes(path), path)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value.sheets[0]!.rows.map(row => row.map(String))
}

/** Rows as records by header, in the order of the columns, as both collections expect them. */
const records = (rows: string[][]): [string, string | undefined][][] =>
  rows.slice(1).map(row => rows[0]!.map((name, i) => [name, row[i]]))

const expectedRecords = (value: unknown): [string, unknown][][] =>
  (Array.isArray(value) ? value : [value]).map(record => Object.entries(record as object))

// The expected files contradict their CSVs here; see docs/spreadsheets-conformance.md.
const contradicted = ['location_coordinates.csv', 'newlines_crlf.csv']

describe('csv-spectrum', () => {
  for (const name of realFiles('d-csv-spectrum/csvs'))
    it.skipIf(contradicted.includes(name))(`${name} gives the expected cells`, async () => {
      const expected = json(`d-csv-spectrum/json/${name.replace('.csv', '.json')}`)
      expect(records(await rowsOf(`d-csv-spectrum/csvs/${name}`))).toEqual(expectedRecords(expected))
    })

  it.skipIf(realData('d-csv-spectrum') === null)(
    'differs from the expected cells only where those differ from the file',
    async () => {
      const coordinates = await rowsOf('d-csv-spectrum/csvs/location_coordinates.csv')
      expect(coordinates[1]?.[0]).toBe('2095257564')
      const lines = await rowsOf('d-csv-spectrum/csvs/newlines_crlf.csv')
      expect(lines[2]?.[0]).toBe('Once upon \na time')
    },
  )
})

describe('csv-test-data', () => {
  const names = realFiles('d-csv-test-data/csv')
  const good = names.filter(name => !name.startsWith('bad-'))

  for (const name of good)
    it(`${name} gives the expected cells`, async () => {
      const expected = json(`d-csv-test-data/json/${name.replace('.csv', '.json')}`) as unknown[]
      const rows = await rowsOf(`d-csv-test-data/csv/${name}`)
      if (Array.isArray(expected[0])) expect(rows).toEqual(expected)
      else expect(records(rows)).toEqual(expectedRecords(expected))
    })

  it.skipIf(names.length === 0)('reads rows with broken quotes as one row each', async () => {
    expect(await rowsOf('d-csv-test-data/csv/bad-missing-quote.csv')).toEqual([
      ['foo', 'bar', 'baz'],
      ['1', '"I forgot to close this one', '3'],
    ])
    expect((await rowsOf('d-csv-test-data/csv/bad-quotes-with-unescaped-quote.csv'))[1]).toEqual([
      '1',
      'Hey, I missed " it',
      '3',
    ])
  })
})
