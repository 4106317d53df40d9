/** Collation ranks of a dictionary, so that sorting words is sorting integers. */
import { identityOrder, sortByWords } from './radix'

/** Languages in which no two ASCII letters sort as one, so that a weight per letter is exact. */
const plainLanguages = new Set(['en', 'de', 'fr', 'it', 'nl', 'pt', 'es', 'id', 'ms'])

const printable = /^[\x20-\x7e]*$/

interface Ranked {
  readonly order: readonly number[]
  readonly ranks: Uint32Array
}

/** Ranks the words of dictionaries for one locale; remembers them by dictionary, and adds words that were appended since. */
export class Ranker {
  private readonly known = new WeakMap<readonly string[], Ranked>()
  private readonly collator: Intl.Collator
  private readonly weights: Uint8Array | null

  constructor(locale?: string) {
    this.collator = new Intl.Collator(locale, { numeric: true })
    const language = this.collator.resolvedOptions().locale.split('-')[0] ?? ''
    this.weights = plainLanguages.has(language) ? asciiWeights(this.collator) : null
  }

  /** `ranks[code]` is the place of that word among all; equal places do not occur. */
  ranks(strings: readonly string[]): Uint32Array {
    const known = this.known.get(strings)
    if (known && known.ranks.length === strings.length) return known.ranks
    const order = known
      ? this.merge(known.order, this.sorted(codesFrom(known.ranks.length, strings.length), strings), strings)
      : this.sorted(codesFrom(0, strings.length), strings)
    const ranks = new Uint32Array(strings.length)
    for (let place = 0; place < order.length; place++) ranks[order[place] as number] = place
    this.known.set(strings, { order, ranks })
    return ranks
  }

  private sorted(codes: readonly number[], strings: readonly string[]): readonly number[] {
    const { collator, weights } = this
    const byCollator = (a: number, b: number) =>
      collator.compare(strings[a] as string, strings[b] as string) || a - b
    if (!weights || codes.length < 64) return codes.slice().sort(byCollator)
    const plain: number[] = []
    const rest: number[] = []
    for (const code of codes) (printable.test(strings[code] as string) ? plain : rest).push(code)
    const words = Array.from({ length: keyWords }, () => new Uint32Array(plain.length))
    plain.forEach((code, at) => writeKey(strings[code] as string, weights, words, at))
    const places = sortByWords(identityOrder(plain.length), words)
    const order = Array.from(places, place => plain[place] as number)
    const tied = (a: number, b: number) =>
      words.every(word => word[places[a] as number] === word[places[b] as number])
    for (let from = 0; from < order.length;) {
      let to = from + 1
      while (to < order.length && tied(from, to)) to++
      // What the keys leave equal (case, leading zeros, long words alike at the start) the collator decides.
      if (to - from > 1) {
        const group = order.slice(from, to).sort(byCollator)
        for (let i = 0; i < group.length; i++) order[from + i] = group[i] as number
      }
      from = to
    }
    return this.merge(order, rest.sort(byCollator), strings)
  }

  /** Merges two sorted lists; made for a long `many` and a short `few`. */
  private merge(
    many: readonly number[],
    few: readonly number[],
    strings: readonly string[],
  ): readonly number[] {
    if (few.length === 0) return many
    const out: number[] = []
    let from = 0
    for (const code of few) {
      let low = from
      let high = many.length
      while (low < high) {
        const middle = (low + high) >> 1
        const sign = this.collator.compare(strings[many[middle] as number] as string, strings[code] as string)
        if (sign <= 0) low = middle + 1
        else high = middle
      }
      for (; from < low; from++) out.push(many[from] as number)
      out.push(code)
    }
    for (; from < many.length; from++) out.push(many[from] as number)
    return out
  }
}

function codesFrom(from: number, to: number): number[] {
  const codes: number[] = []
  for (let code = from; code < to; code++) codes.push(code)
  return codes
}

// Weights leave room: signs below 50, digits and lengths of numbers 50-179, letters from 180.
const digitBase = 50
const letterBase = 180

/** The primary weight of every printable ASCII character under a collator; upper and lower case share one. */
function asciiWeights(collator: Intl.Collator): Uint8Array {
  const base = new Intl.Collator(collator.resolvedOptions().locale, { sensitivity: 'base' })
  const chars = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
    c => !/[0-9]/.test(c),
  )
  chars.sort((a, b) => base.compare(a, b))
  const weights = new Uint8Array(128)
  let sign = 1
  let letter = letterBase
  let before = ''
  for (const char of chars) {
    const isLetter = /[a-z]/i.test(char)
    if (before !== '' && base.compare(before, char) !== 0) {
      if (isLetter) letter++
      else sign++
    }
    weights[char.charCodeAt(0)] = isLetter ? letter : sign
    before = char
  }
  return weights
}

/** Words of four weights each that a key is cut to; the rest of a longer word is left to the collator. */
const keyWords = 6

/** Writes the primary collation key of `word` to place `at` of `words`, runs of digits by their value. */
function writeKey(word: string, weights: Uint8Array, words: readonly Uint32Array[], at: number): void {
  const { length } = word
  let four = 0
  let written = 0
  // A weight of 0 ends the key, so that a shorter word comes before its continuations.
  for (let i = 0, left = 0; written < 4 * keyWords && i < length;) {
    const char = word.charCodeAt(i)
    let weight: number
    if (char < 48 || char > 57) {
      weight = weights[char] as number
      i++
    } else if (left > 0) {
      weight = digitBase + char - 48
      left--
      i++
    } else {
      // The number of digits first, without leading zeros, then the digits.
      while (word.charCodeAt(i) === 48 && isDigit(word.charCodeAt(i + 1))) i++
      while (isDigit(word.charCodeAt(i + left))) left++
      weight = digitBase + Math.min(left, 120)
    }
    four = (four << 8) | weight
    written++
    if ((written & 3) === 0) {
      ;(words[(written >> 2) - 1] as Uint32Array)[at] = four
      four = 0
    }
  }
  const rest = written & 3
  if (rest > 0) (words[written >> 2] as Uint32Array)[at] = four << (8 * (4 - rest))
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57
}
