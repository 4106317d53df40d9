import { describe, expect, it } from 'vitest'
import { standardDialect } from '#shared/tables/dialect'
import { parseCsv } from '#shared/tables/parse-csv'
import { readFile } from '#shared/tables/read-file'
import { pollockScore } from '../../fixtures/pollock'
import { realBytes, realData, realFiles } from '../../fixtures/real-data'

const folder = 'd-pollock-polluted'

async function loadedTable(bytes: Uint8Array, name: string): Promise<string[][] | null> {
  const result = await readFile(bytes, name)
  if (!result.ok) return null
  const { rows, table } = result.value.sheets[0]!
  const left = new Set(table.skipped.map(s => s.row))
  const records = rows
    .map((row, r) => ({ row, r }))
    .filter(({ r }) => r >= table.firstRow && r <= table.lastRow && !left.has(r))
    .map(({ row }) => row.map(cell => String(cell)))
  return table.headerRow === null ? records : [[...table.header], ...records]
}

describe('pollockScore', () => {
  const clean = [
    ['a', 'b'],
    ['1', 'x'],
  ]

  it('gives ten for the clean table and nothing for none', () => {
    expect(pollockScore(clean, clean).simple).toBe(10)
    expect(pollockScore(clean, null).simple).toBe(0)
  })

  it('halves what doubled records are worth', () => {
    const { record, header } = pollockScore(clean, [...clean, ['2', 'y']])
    expect(header).toEqual([1, 1, 1])
    expect(record).toEqual([1, 0.5, 2 / 3])
  })
})

describe('the polluted files of the Pollock benchmark', () => {
  it.skipIf(realData(folder) === null)('score above 9.95 of 10 with nothing told', async () => {
    const names = realFiles(`${folder}/csv`)
    expect(names).toHaveLength(142)
    let sum = 0
    for (const name of names) {
      const clean = parseCsv(new TextDecoder().decode(realBytes(`${folder}/clean/${name}`)), standardDialect)
      sum += pollockScore(clean.rows, await loadedTable(realBytes(`${folder}/csv/${name}`), name)).simple
    }
    expect(sum / names.length).toBeGreaterThan(9.95)
  })
})
