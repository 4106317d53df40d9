/** Record ids that carry, for the compiler, the table that they belong to. */
import type { Random } from './random'

/** The id of a record of table `T`; plain text at run time. */
export type Id<T extends string = string> = string & { readonly $table: T }

/** Reads text as an id of table `T`; the caller knows that it is one. */
export const asId = <T extends string>(text: string): Id<T> => text as Id<T>

/** Four figures of hex for each number of sixteen bits, made at the first id. */
let quads: readonly string[] = []

/** A new random id in UUID version 4 form, drawn from `random` so that tests and generators can repeat it. */
export function newId<T extends string>(random: Random): Id<T> {
  if (quads.length === 0) quads = Array.from({ length: 0x10000 }, (_, n) => n.toString(16).padStart(4, '0'))
  const four = (bits: number): string => quads[bits & 0xffff] as string
  const [a, b, c, d] = [random.uint32(), random.uint32(), random.uint32(), random.uint32()]
  const version = four(0x4000 | (b & 0xfff))
  const variant = four(0x8000 | ((c >>> 16) & 0x3fff))
  return `${four(a >>> 16)}${four(a)}-${four(b >>> 16)}-${version}-${variant}-${four(c)}${four(d >>> 16)}${four(d)}` as Id<T>
}
