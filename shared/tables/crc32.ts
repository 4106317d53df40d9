/** The checksum that zip files carry (CRC-32, polynomial 0xEDB88320), eight bytes a step. */

const tables: readonly Uint32Array[] = (() => {
  const made = Array.from({ length: 8 }, () => new Uint32Array(256))
  const first = made[0] as Uint32Array
  for (let i = 0; i < 256; i++) {
    let c = i
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    first[i] = c
  }
  for (let j = 1; j < 8; j++)
    for (let i = 0; i < 256; i++) {
      const c = (made[j - 1] as Uint32Array)[i] as number
      ;(made[j] as Uint32Array)[i] = (c >>> 8) ^ (first[c & 255] as number)
    }
  return made
})()

/** CRC-32 of `bytes`, as an unsigned number; `before` continues an earlier one. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  const b = bytes
  let c = ~before
  let i = 0
  for (const end = bytes.length - 7; i < end; i += 8) {
    c ^= at(b, i) | (at(b, i + 1) << 8) | (at(b, i + 2) << 16) | (at(b, i + 3) << 24)
    c =
      at(t7, c & 255) ^
      at(t6, (c >>> 8) & 255) ^
      at(t5, (c >>> 16) & 255) ^
      at(t4, c >>> 24) ^
      at(t3, at(b, i + 4)) ^
      at(t2, at(b, i + 5)) ^
      at(t1, at(b, i + 6)) ^
      at(t0, at(b, i + 7))
  }
  for (; i < bytes.length; i++) c = at(t0, (c ^ at(b, i)) & 255) ^ (c >>> 8)
  return ~c >>> 0
}

const at = (numbers: { readonly [index: number]: number }, i: number): number => numbers[i] as number
