/** What showing and reading values needs to know of the region: names of records and the currency of an amount. */
import type { CurrencyCode } from '#shared/base/money'

/** A record that a reference may name. */
export interface Named {
  readonly id: string
  readonly title: string
}

/** The surroundings of a value. */
export interface FieldContext {
  /** The currency of money beside this value. */
  readonly currency: CurrencyCode
  /** The language tag that numbers are shown and typed in; English where it is absent. */
  readonly locale?: string
  /** What a record is called; null where it is not there. */
  readonly titleOf: (table: string, id: string) => string | null
  /** Records of a table whose name holds the text, best first, at most `limit`. */
  readonly find: (table: string, text: string, limit: number) => readonly Named[]
}
