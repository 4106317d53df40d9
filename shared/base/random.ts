/** A seeded random generator (xoshiro128**, Blackman and Vigna 2018): the same seed gives the same numbers everywhere. */

/** A stream of random numbers. */
export interface Random {
  /** A whole number from 0 to 2^32 - 1. */
  uint32(): number
  /** A number in [0, 1) with 53 random bits. */
  unit(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T
}

/** FNV-1a hash of text (32 bits, unsigned); used to make seeds from names. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

const rotl = (x: number, k: number): number => (x << k) | (x >>> (32 - k))

/** A generator started from a number or a text. */
export function seededRandom(seed: number | string): Random {
  // splitmix32 spreads the seed over the four words of state, which must not all be zero.
  let mix = (typeof seed === 'string' ? hashText(seed) : seed) >>> 0
  const next = (): number => {
    mix = (mix + 0x9e3779b9) | 0
    let z = mix ^ (mix >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let [a, b, c, d] = [next(), next(), next(), next()]
  const uint32 = (): number => {
    const result = Math.imul(rotl(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotl(d, 11)
    return result
  }
  const unit = (): number => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 0x20000000000000
  const between = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1))
  return { uint32, unit, between, pick: items => items[between(0, items.length - 1)] as never }
}
