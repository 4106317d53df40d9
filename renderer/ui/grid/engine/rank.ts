/** Collation ranks of a dictionary, so that sorting words is sorting integers. */

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
    const keys: (string | undefined)[] = []
    const plain: number[] = []
    const rest: number[] = []
    for (const code of codes) {
      const word = strings[code] as string
      if (printable.test(word)) {
        keys[code] = sortKey(word, weights)
        plain.push(code)
      } else rest.push(code)
    }
    plain.sort((a, b) => {
      const [x, y] = [keys[a] as string, keys[b] as string]
      return x < y ? -1 : x > y ? 1 : byCollator(a, b)
    })
    return this.merge(plain, rest.sort(byCollator), strings)
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

/** A text whose plain order is the primary collation order of `word`, runs of digits by their value. */
function sortKey(word: string, weights: Uint8Array): string {
  let key = ''
  for (let i = 0; i < word.length; i++) {
    const char = word.charCodeAt(i)
    if (char < 48 || char > 57) {
      key += String.fromCharCode(weights[char] as number)
      continue
    }
    while (word.charCodeAt(i) === 48 && isDigit(word.charCodeAt(i + 1))) i++
    let end = i
    while (isDigit(word.charCodeAt(end))) end++
    key += String.fromCharCode(digitBase + Math.min(end - i, 120))
    for (; i < end; i++) key += String.fromCharCode(digitBase + word.charCodeAt(i) - 48)
    i--
  }
  return key
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57
}
