import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#shared/base/id'
import { hashText, seededRandom } from '#shared/base/random'
import { chiSquareTail } from '#shared/base/statistics'

test('FC-15: the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number | string): number[] => {
    const random = seededRandom(seed)
    return Array.from({ length: 20 }, () => random.uint32())
  }
  expect(draw('west|2017-10-02|v7')).toEqual(draw('west|2017-10-02|v7'))
  expect(draw('west|2017-10-02|v7')).not.toEqual(draw('west|2017-10-02|v8'))
  expect(draw(0).some(n => n !== 0)).toBe(true)
})

test('FNV-1a of known texts', () => {
  expect(hashText('')).toBe(0x811c9dc5)
  expect(hashText('a')).toBe(0xe40c292c)
  expect(hashText('foobar')).toBe(0xbf9cf968)
})

test('units lie in [0, 1) and fill it evenly', () => {
  const random = seededRandom(7)
  const counts = new Array<number>(20).fill(0)
  for (let i = 0; i < 20_000; i++) {
    const u = random.unit()
    expect(u >= 0 && u < 1).toBe(true)
    const at = Math.floor(u * 20)
    counts[at] = (counts[at] ?? 0) + 1
  }
  const chi = counts.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
  expect(chiSquareTail(chi, 19)).toBeGreaterThan(0.001)
})

test('between keeps its bounds and reaches both', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, low, width) => {
      const random = seededRandom(seed)
      const seen = new Set(Array.from({ length: 200 }, () => random.between(low, low + width)))
      expect(Math.min(...seen)).toBe(low)
      expect(Math.max(...seen)).toBe(low + width)
    }),
  )
})

test('pick takes items of the list only', () => {
  const random = seededRandom('pick')
  const seen = new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])))
  expect([...seen].sort()).toEqual(['a', 'b', 'c'])
})

test('ids have the form of a UUID version 4 and repeat with the seed only', () => {
  const random = seededRandom('ids')
  const ids = new Set(Array.from({ length: 2000 }, () => newId(random)))
  expect(ids.size).toBe(2000)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newId(seededRandom('ids'))).toBe([...ids][0])
})
