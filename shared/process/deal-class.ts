/** The class of a deal (PL-1): qualified, real or suspect, derived from what is known and who said so; never typed. */
import { daysBetween, type Day } from '../base/day'
import type { RecordOf } from '../model/catalog'

/** A derived class. */
type ClassKind = 'qualified' | 'real' | 'suspect'

/** How well one of the three facts is known: with evidence (person and date), only claimed, or not at all. */
export type Lamp = 'known' | 'claimed' | 'missing'

/** What makes a deal real: a buyer's own word, a meeting, or only what the CRM's stage or engagement date says. */
type RealBasis = 'event' | 'meeting' | 'stage' | 'engaged'

/** A class with its three lamps and what it rests on. */
export interface DealClass {
  readonly kind: ClassKind
  readonly decisionMaker: Lamp
  readonly decisionDate: Lamp
  readonly budget: Lamp
  /** Null for a suspect. */
  readonly basis: RealBasis | 'facts' | null
  /** True where only an import's stage or engagement date makes the deal real (CV-3). */
  readonly assumed: boolean
  /** Age in days of the oldest of the three pieces of evidence; null where one is missing. */
  readonly evidenceAge: number | null
}

const lamp = (value: boolean, who: string | null, on: Day | null, asOf: Day): Lamp =>
  !value ? 'missing' : who !== null && who.trim() !== '' && on !== null && on <= asOf ? 'known' : 'claimed'

/** What shows that a buyer takes part, besides the three facts. */
interface BuyerSigns {
  /** BE1, or whatever event opens the first buying status, is complete. */
  readonly needAcknowledged: boolean
  readonly twoWayMeeting: boolean
  /** The stage mapping takes the deal's stage to mean at least the first buying status. */
  readonly stageSaysNeed: boolean
  /** The CRM dates the beginning of active selling. */
  readonly engaged: boolean
}

/** Derives the class of a deal as of a day (PL-1). */
export function dealClass(deal: RecordOf<'opportunity'>, signs: BuyerSigns, asOf: Day): DealClass {
  const decisionMaker = lamp(
    deal.decisionMaker !== null,
    deal.decisionMakerEvidence,
    deal.decisionMakerOn,
    asOf,
  )
  const decisionDate = lamp(deal.decisionDate !== null, deal.decisionDateEvidence, deal.decisionDateOn, asOf)
  const budget = lamp(deal.budgetKnown || deal.budget !== null, deal.budgetEvidence, deal.budgetOn, asOf)
  const facts = [decisionMaker, decisionDate, budget].every(each => each === 'known')
  const basis = facts
    ? 'facts'
    : signs.needAcknowledged
      ? 'event'
      : signs.twoWayMeeting
        ? 'meeting'
        : signs.stageSaysNeed
          ? 'stage'
          : signs.engaged
            ? 'engaged'
            : null
  return {
    kind: facts ? 'qualified' : basis ? 'real' : 'suspect',
    decisionMaker,
    decisionDate,
    budget,
    basis,
    assumed: basis === 'stage' || basis === 'engaged',
    evidenceAge: facts ? oldest([deal.decisionMakerOn, deal.decisionDateOn, deal.budgetOn], asOf) : null,
  }
}

const oldest = (days: readonly (Day | null)[], asOf: Day): number | null =>
  days.reduce<number | null>(
    (most, each) => (each === null ? most : Math.max(most ?? 0, daysBetween(each, asOf))),
    null,
  )
