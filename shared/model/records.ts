/** Short names for the record types that code talks about most. */
import type { RecordOf } from './catalog'

/** A salesperson. */
export type Rep = RecordOf<'rep'>
/** A company. */
export type Account = RecordOf<'account'>
/** A person at a company. */
export type Person = RecordOf<'person'>
/** One intended sale. */
export type Opportunity = RecordOf<'opportunity'>
/** A product. */
export type Product = RecordOf<'product'>
/** Something done with or for a buyer. */
export type Activity = RecordOf<'activity'>
/** A matrix version. */
export type MatrixVersion = RecordOf<'matrixVersion'>
/** Something to do. */
export type ActionItem = RecordOf<'actionItem'>
