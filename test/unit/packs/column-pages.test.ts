import { expect, test } from 'vitest'
import { columnPages } from '#shared/packs/column-pages'

test('a sheet is scaled so that its widest page fits, the repeated columns counted on every page but the first', () => {
  // Pages of 60, 10 + 20 + 80 = 110 and 10 + 20 + 186 = 216 characters: 108 fit, so half the size.
  expect(columnPages([3, 4], [10, 20, 30, 80, 186], 2)).toEqual({ pageBreaks: [3, 4], printScale: 50 })
  expect(columnPages([2], [10, 20, 30], 1)).toEqual({ pageBreaks: [2], printScale: 100 })
  expect(columnPages([], [500], 0)).toBeNull()
})
