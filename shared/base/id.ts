/** Record ids that carry, for the compiler, the table that they belong to. */
import type { Random } from './random'

/** The id of a record of table `T`; plain text at run time. */
export type Id<T extends string = string> = string & { readonly $table: T }

/** Reads text as an id of table `T`; the caller knows that it is one. */
export const asId = <T extends string>(text: string): Id<T> => text as Id<T>

/** A new random id in UUID version 4 form, drawn from `random` so that tests and generators can repeat it. */
export function newId<T extends string>(random: Random): Id<T> {
  let hex = ''
  for (let word = 0; word < 4; word++) hex += random.uint32().toString(16).padStart(8, '0')
  const variant = '89ab'[parseInt(hex[16] ?? '0', 16) & 3] ?? '8'
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}` as Id<T>
}
