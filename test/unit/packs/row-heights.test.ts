import { expect, test } from 'vitest'
import { headerWidth, rowHeights } from '#shared/packs/row-heights'

const one = 13.2

test('a header that needs three lines gets them, a row that was given more keeps it', () => {
  const header = [{ value: '✎ Decision date (buyer’s words)', look: 'headerFill' as const }]
  // 13 characters less the room at the sides hold "✎ Decision", "date", "(buyer’s" and "words)".
  expect(rowHeights([header], [13], new Map([[0, 32]])).get(0)).toBeCloseTo(4 * one + 3)
  expect(rowHeights([header], [40], new Map([[0, 32]])).get(0)).toBe(32)
})

test('a column is as wide as the longest word of its header, the mark staying with its word', () => {
  expect(headerWidth('✎ Disposition')).toBe(13 + 3)
  expect(headerWidth('✎ Event completed 1')).toBe(9 + 3)
  expect(headerWidth('P')).toBe(1 + 3)
})
