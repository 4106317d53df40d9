/** Stable radix sorting of row orders by 32-bit words, the fast ground under every sort of the grid. */

const digitBits = 11
const buckets = 1 << digitBits

/** The order 0, 1, 2 … of `count` rows. */
export function identityOrder(count: number): Uint32Array {
  const order = new Uint32Array(count)
  for (let i = 0; i < count; i++) order[i] = i
  return order
}

/**
 * Sorts rows stably by words, the most significant first; `words[k][row]` is unsigned. Returns a new order over `order`'s rows.
 * Passes in which all rows share one digit are skipped, so small ranges cost one or two passes.
 */
export function sortByWords(order: Uint32Array, words: readonly Uint32Array[]): Uint32Array {
  const n = order.length
  let from = order.slice()
  let into = new Uint32Array(n)
  const counts = new Uint32Array(buckets)
  for (let w = words.length - 1; w >= 0; w--) {
    const word = words[w] as Uint32Array
    let varying = 0
    const first = word[from[0] ?? 0] ?? 0
    for (let i = 0; i < n; i++) varying |= (word[from[i] as number] as number) ^ first
    for (let shift = 0; shift < 32; shift += digitBits) {
      if (((varying >>> shift) & (buckets - 1)) === 0) continue
      counts.fill(0)
      for (let i = 0; i < n; i++) {
        const digit = ((word[from[i] as number] as number) >>> shift) & (buckets - 1)
        counts[digit] = (counts[digit] as number) + 1
      }
      let sum = 0
      for (let b = 0; b < buckets; b++) {
        const count = counts[b] as number
        counts[b] = sum
        sum += count
      }
      for (let i = 0; i < n; i++) {
        const row = from[i] as number
        const digit = ((word[row] as number) >>> shift) & (buckets - 1)
        const to = counts[digit] as number
        counts[digit] = to + 1
        into[to] = row
      }
      ;[from, into] = [into, from]
    }
  }
  return from
}
