/** The waterfall of the forecast pack: the worked example of section 5.7 in cells, and what stands there where it is refused. */
import { describe, expect, it } from 'vitest'
import type { CurrencyCode } from '#shared/base/money'
import { parsePeriod } from '#shared/base/fiscal'
import { present } from '#shared/base/assert'
import type { ComparedSnapshot } from '#shared/forecast/region-snapshot'
import { waterfallSheet } from '#shared/packs/forecast-waterfall-sheet'
import { packChanges, type PackChanges } from '#shared/packs/pack-changes'
import {
  keptSnapshot as kept,
  snapshotAfter as after,
  snapshotBefore as before,
} from '../../fixtures/waterfall-example'

const changesOf = (first: ComparedSnapshot, second = kept('2017-11-27', after)): PackChanges =>
  packChanges(
    { snapshot: first, words: 'weekly' },
    { snapshot: second, words: 'as the data stand now' },
    present(parsePeriod('2017-Q4'), 'a period key'),
  )

const sheetOf = (changes: PackChanges | null) => waterfallSheet({ changes, currency: 'USD' as CurrencyCode })

const cellsOf = (changes: PackChanges | null): readonly (readonly unknown[])[] =>
  sheetOf(changes).rows.map(cells => cells.map(cell => cell?.value ?? null))

/** A line of the table in thousands: all open with its deals, in the quarter with its deals. */
const lineOf = (changes: PackChanges, label: string): unknown[] => {
  const cells = present(
    cellsOf(changes).find(each => each[0] === label),
    label,
  )
  return [Number(cells[1]) / 1000, cells[2], Number(cells[3]) / 1000, cells[4]]
}

describe('A40: the worked example of section 5.7 on the sheet', () => {
  const changes = changesOf(kept('2017-10-02', before))

  it('in the quarter 360 + 55 + 125 + 30 − 25 − 80 − 40 − 135 = 290, over all 485 + 55 + 30 − 25 − 40 − 135 = 370', () => {
    // Over all: 100+80+60+50+40+90+65 = 485 and 120+80+70+30+70 = 370; nothing is pulled in or slips out.
    const expected: Record<string, unknown[]> = {
      Start: [485, 7, 360, 5],
      New: [55, 2, 55, 2],
      Reopened: [0, 0, 0, 0],
      'Pulled in': [0, 0, 125, 2],
      'Value up': [30, 2, 30, 2],
      'Value down': [-25, 2, -25, 2],
      'Slipped out': [0, 0, -80, 1],
      Lost: [-40, 1, -40, 1],
      Won: [-135, 3, -135, 3],
      Vanished: [0, 0, 0, 0],
      'Sum of the bars': [370, null, 290, null],
      End: [370, 5, 290, 4],
      Difference: [0, null, 0, null],
    }
    for (const [label, figures] of Object.entries(expected))
      expect([label, ...lineOf(changes, label)]).toEqual([label, ...figures])
  })

  it('both snapshot days and the sentence of each view stand above it', () => {
    const lines = cellsOf(changes).slice(2, 6)
    expect(lines).toEqual([
      ['First snapshot', '2017-10-02, weekly'],
      ['Second snapshot', '2017-11-27, as the data stand now'],
      [
        'All open deals',
        'Open business fell from 485,000 USD to 370,000 USD: won −135,000 USD, new +55,000 USD, lost −40,000 USD.',
      ],
      [
        'Closing in 2017-Q4',
        'Open business fell from 360,000 USD to 290,000 USD: won −135,000 USD, pulled in +125,000 USD, slipped out −80,000 USD.',
      ],
    ])
  })

  it('the sum is a formula over start and bars, and the difference one of the sum and the counted end', () => {
    const { rows } = sheetOf(changes)
    const at = (label: string): number => rows.findIndex(each => each[0]?.value === label)
    expect(rows[at('Sum of the bars')]?.[3]?.formula).toBe(
      `SUM(D${at('Start') + 1}:D${at('Sum of the bars')})`,
    )
    expect(rows[at('Difference')]?.[1]?.formula).toBe(
      `ROUND(B${at('Sum of the bars') + 1}-B${at('End') + 1},2)`,
    )
  })
})

describe('where the comparison is refused', () => {
  const changed = before.map(each => (each.name === 'h' ? { ...each, amount: 91_000_00 } : each))
  const corrupt = { ...kept('2017-10-02', before), rows: changed }

  it('FC-26: a row changed by 1,000 after it was taken leaves no bars, only the difference', () => {
    const changes = changesOf(corrupt)
    const cells = cellsOf(changes)
    expect(cells.find(each => each[0] === 'Start')?.slice(1, 5)).toEqual([null, null, null, null])
    expect(cells.find(each => each[0] === 'Difference')?.slice(1, 5)).toEqual([1000, null, 1000, null])
    expect(cells[4]?.[1]).toMatch(/^The first snapshot differs from what was noted .* 0 rows and 1,000 USD\./)
  })

  it('a second snapshot before the first is said, without a difference', () => {
    const cells = cellsOf(changesOf(kept('2017-12-01', before)))
    expect(cells[4]?.[1]).toMatch(/^The first one lies after the second/)
    expect(cells.find(each => each[0] === 'Difference')?.[1]).toBeNull()
  })

  it('a snapshot whose rows are gone is said in one sentence', () => {
    expect(cellsOf(null)).toEqual([
      ['Waterfall'],
      ['The rows of the first snapshot are no longer in the archive, so nothing is compared.'],
    ])
  })
})
