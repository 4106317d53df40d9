/** Statements of fact that only a bug can break. */

/** Thrown when a fact that the code relies on does not hold; caught by the screen's boundary and reported. */
class BrokenFact extends Error {
  override readonly name = 'BrokenFact'
}

/** Throws unless `fact` holds; `why` says how we know that it must. */
export function assert(fact: unknown, why: string): asserts fact {
  if (!fact) throw new BrokenFact(why)
}

/** Returns `value` unless it is null or undefined; `why` says how we know that it is there. */
export function present<T>(value: T | null | undefined, why: string): T {
  assert(value !== null && value !== undefined, why)
  return value
}

/** Marks a branch that the types rule out. */
export function never(value: never): never {
  throw new BrokenFact(`a case that the types rule out: ${JSON.stringify(value)}`)
}
