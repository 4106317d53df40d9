/** Questions to the region whose answers are remembered until a table they depend on changes. */
import type { TableName } from '#shared/model/catalog'
import type { Region } from '#shared/region/region'

/** A question: called with a region and arguments, it gives the same answer object until something it read changes. */
export interface Query<A extends readonly unknown[], R> {
  (region: Region, ...args: A): R
  /** The tables that the answer depends on. */
  readonly tables: readonly TableName[]
}

interface Answer<R> {
  readonly version: string
  readonly args: readonly unknown[]
  readonly value: R
}

/** Answers remembered for one region, newest first. */
const remembered = 8

/** Makes a question of a pure function and the tables that it reads; arguments are compared by identity. */
export function query<A extends readonly unknown[], R>(
  tables: readonly TableName[],
  answer: (region: Region, ...args: A) => R,
): Query<A, R> {
  const known = new WeakMap<Region, Answer<R>[]>()
  const ask = (region: Region, ...args: A): R => {
    const version = region.versionOf(...tables)
    let answers = known.get(region)
    if (!answers) known.set(region, (answers = []))
    const found = answers.find(
      each => each.version === version && each.args.every((arg, i) => Object.is(arg, args[i])),
    )
    if (found) return found.value
    const value = answer(region, ...args)
    answers.unshift({ version, args, value })
    answers.splice(remembered)
    return value
  }
  return Object.assign(ask, { tables })
}
