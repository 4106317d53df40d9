import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dealStates } from '#shared/process/deal-state'
import { totalValue } from '#shared/process/deal-value'
import { applyTo } from '#shared/region/change'
import { Region } from '#shared/region/region'
import { lastDay } from '#shared/sample/builder'
import { sampleRegion } from '#shared/sample/sample-region'
import { rowsOfFigure, tallyRows, type FigureKey } from '../../../renderer/features/pipeline/pipeline-tally'

const region = new Region()
applyTo(region, sampleRegion().change)
const { rows } = dealStates(region, lastDay)

test('a figure counts the deals that it opens and sums their values', () => {
  const { of } = tallyRows(rows)
  for (const key of Object.keys(of) as FigureKey[]) {
    const found = rowsOfFigure(rows, key)
    const total = totalValue(found.map(row => row.value))
    expect([key, of[key].count, of[key].amount]).toEqual([key, found.length, total.amount])
  }
  expect(of.qualified.count + of.real.count + of.suspect.count).toBe(of.open.count)
})

test('figures renewed after any rows have moved are those of all rows counted anew', () => {
  const at = fc.nat(rows.length - 1)
  fc.assert(
    fc.property(fc.array(fc.tuple(at, at), { maxLength: 12 }), moves => {
      const next = rows.slice()
      for (const [to, from] of moves) next[to] = rows[from] ?? (rows[0] as (typeof rows)[number])
      expect(tallyRows(next, tallyRows(rows))).toEqual(tallyRows(next))
      expect(tallyRows(rows.slice(1), tallyRows(rows))).toEqual(tallyRows(rows.slice(1)))
    }),
  )
})
