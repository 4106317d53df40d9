import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldCompany, foldText, likeness, squeezeText } from '#shared/base/text'

test('names are folded the way people write them', () => {
  expect(foldText('Café-Noir, S.A.')).toBe('cafe noir sa')
  expect(foldText("  O'Brien   & Söhne ")).toBe('obrien sohne')
  expect(squeezeText('GTX-Pro')).toBe(squeezeText('GTXPro'))
})

test('company suffixes fall off the end, never the whole name', () => {
  expect(foldCompany('Acme Holdings, Inc.')).toBe('acme')
  expect(foldCompany('Müller GmbH & Co. KG')).toBe('muller')
  expect(foldCompany('Company')).toBe('company')
  expect(foldCompany('SA')).toBe('sa')
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(foldText(foldText(text))).toBe(foldText(text))
      expect(foldCompany(foldCompany(text))).toBe(foldCompany(text))
    }),
  )
})

test('likeness: one typing error in a long word, an adjacent swap counted once', () => {
  expect(likeness('technolgy', 'technology')).toBeCloseTo(0.9)
  expect(likeness('Philipines', 'Philippines')).toBeCloseTo(10 / 11)
  expect(likeness('ab', 'ba')).toBe(0.5)
  expect(likeness('', '')).toBe(1)
  expect(likeness('abc', 'xyz')).toBe(0)
})

test('likeness is symmetric, lies in 0 to 1 and is 1 for a text and itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const value = likeness(a, b)
      expect(value).toBeCloseTo(likeness(b, a), 12)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
      expect(likeness(a, a)).toBe(1)
    }),
  )
})
