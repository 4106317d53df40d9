/** What the rules of a table are building: columns by catalog field, and rows that cannot be records. */
import type { RejectCode, StateCount } from './drafts'

/** Drafts under construction; a field that begins with `~` is only a help on the way. */
export interface Made {
  readonly columns: Map<string, readonly unknown[]>
  /** By position among the rows. */
  readonly rejects: Map<number, RejectCode>
  states: readonly StateCount[]
}
