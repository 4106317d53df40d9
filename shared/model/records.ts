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
/** A deal's event. */
export type OpportunityEvent = RecordOf<'opportunityEvent'>
/** A plan of a deal. */
export type OpportunityPlan = RecordOf<'opportunityPlan'>
/** A cycle version. */
export type SalesCycleVersion = RecordOf<'salesCycleVersion'>
/** A strategy sheet. */
export type StrategySheet = RecordOf<'strategySheet'>
/** A person on a deal. */
export type BuyerRole = RecordOf<'buyerRole'>
/** A matrix version. */
export type MatrixVersion = RecordOf<'matrixVersion'>
/** Something to do. */
export type ActionItem = RecordOf<'actionItem'>
