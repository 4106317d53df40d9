// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ColumnData } from '../../../../renderer/ui/grid/engine/column-data'
import { Ranker } from '../../../../renderer/ui/grid/engine/rank'
import { rowsSource, type ColumnRead } from '../../../../renderer/ui/grid/engine/rows-source'
import { sortRows } from '../../../../renderer/ui/grid/engine/sort-rows'

const ranker = new Ranker('en')

function columnOf<T>(
  values: readonly T[],
  read: (get: (row: { value: T }) => T) => ColumnRead<{ value: T }>,
) {
  const rows = values.map(value => ({ value }))
  return rowsSource(rows, { id: () => '', columns: { a: read(row => row.value) } }).column('a')
}

function sorted<T>(values: readonly T[], data: ColumnData, descending = false): T[] {
  return [...sortRows(values.length, [{ data, descending }], ranker)].map(row => values[row] as T)
}

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.tuple(fc.constantFrom('Deal ', 'deal ', 'Déal-', ''), fc.nat(2000)).map(([a, n]) => `${a}${n}`),
)

describe('sorting rows', () => {
  test('numbers sort as numbers, empty ones last in either direction', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ noNaN: true }), { nil: null })),
        fc.boolean(),
        (values, down) => {
          const data = columnOf(values, get => ({ kind: 'number', get }))
          const filled = values.filter(value => value !== null)
          const expected = filled
            .map((value, i) => [value, i] as const)
            .sort((a, b) => (down ? b[0] - a[0] : a[0] - b[0]) || a[1] - b[1])
          const got = sorted(values, data, down)
          expect(
            got
              .slice(0, filled.length)
              .map(value => value ?? NaN)
              .map(v => v + 0),
          ).toEqual(expected.map(([value]) => value + 0))
          expect(got.slice(filled.length).every(value => value === null)).toBe(true)
        },
      ),
    )
  })

  test('words sort as the collator of the language sorts them, digits by their value', () => {
    const collator = new Intl.Collator('en', { numeric: true })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), words => {
        const filled = words.filter(one => one !== '')
        const data = columnOf(filled, get => ({ kind: 'text', get }))
        const got = sorted(filled, data)
        for (let i = 1; i < got.length; i++) {
          expect(collator.compare(got[i - 1] as string, got[i] as string)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  test('words added to a dictionary later find their place among the old ones', () => {
    const strings = Array.from({ length: 200 }, (_, i) => `Deal ${i * 2}`)
    const own = new Ranker('en')
    own.ranks(strings)
    strings.push('Deal 7', 'déal 9', 'aardvark')
    const ranks = own.ranks(strings)
    const order = strings.map((_, code) => code).sort((a, b) => (ranks[a] as number) - (ranks[b] as number))
    const collator = new Intl.Collator('en', { numeric: true })
    expect(order.map(code => strings[code])).toEqual([...strings].sort((a, b) => collator.compare(a, b)))
  })

  test('a later key decides only among equals, and equal rows keep their place', () => {
    const rows = [
      { a: 'x', b: 2, n: 0 },
      { a: 'y', b: 1, n: 1 },
      { a: 'x', b: 1, n: 2 },
      { a: 'x', b: 2, n: 3 },
    ]
    const source = rowsSource(rows, {
      id: row => String(row.n),
      columns: { a: { kind: 'text', get: row => row.a }, b: { kind: 'number', get: row => row.b } },
    })
    const keys = [
      { data: source.column('a'), descending: true },
      { data: source.column('b'), descending: false },
    ]
    expect([...sortRows(4, keys, ranker)]).toEqual([1, 2, 0, 3])
  })

  test('an ordered choice sorts by its order, not by the alphabet', () => {
    const values = ['Won', 'Lost', 'Open', null]
    const data = columnOf(values, get => ({ kind: 'choice', get, order: ['Open', 'Won', 'Lost'] }))
    expect(sorted(values, data)).toEqual(['Open', 'Won', 'Lost', null])
  })
})
