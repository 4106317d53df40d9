/** Tables of one important deal: strategy sheet, buyer-role map and review script (sections 2 to 4). */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import {
  choice,
  day,
  flag,
  json,
  list,
  longText,
  money,
  must,
  number,
  ref,
  refs,
  table,
  text,
  whole,
} from './field'

/** Something that works for or against us. */
export interface Factor {
  readonly id: string
  readonly direction: 'favour' | 'against'
  readonly text: string
  readonly category:
    | 'need'
    | 'people'
    | 'productFit'
    | 'price'
    | 'competition'
    | 'statusQuo'
    | 'timing'
    | 'funding'
    | 'ourResources'
    | 'legal'
    | 'other'
  /** 1 to 5. */
  readonly weight: number
  readonly evidence: string | null
  readonly evidenceOn: Day | null
  readonly persons: readonly Id<'buyerRole'>[]
  readonly competitor: Id<'competitor'> | null
  readonly status: 'open' | 'working' | 'neutralised' | 'realised' | 'invalid'
  /** 0 to 1: how far neutralised or already realised. */
  readonly effect: number
  readonly createdOn: Day
}

/** What we do about factors; the action itself is an action item. */
export interface StrategyAction {
  readonly id: string
  readonly action: Id<'actionItem'>
  readonly intent: 'neutralise' | 'reduce' | 'circumvent' | 'build' | 'exploit' | 'protect'
  readonly factors: readonly string[]
  readonly expectedEffect: number
}

/** One version of a deal's Sales Strategy Format. */
export const strategySheet = table(
  'strategySheet',
  'Strategy sheet',
  'Strategy sheets',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    version: must(whole('Version'), 1),
    state: must(choice('State', { draft: 'Draft', current: 'Current', archived: 'Archived' }), 'draft'),
    reviewedOn: day('Reviewed on'),
    reviewer: text('Reviewer'),
    objective: longText('Objective', { help: 'What, how much, by when.' }),
    factors: json<readonly Factor[]>('Factors', []),
    actions: json<readonly StrategyAction[]>('Actions', []),
  },
  { title: 'objective' },
)

/** The core roles that every vocabulary maps to. */
export type CoreRole = 'economic' | 'technical' | 'user' | 'coach' | 'purchasing' | 'gatekeeper'

/** One role of a vocabulary. */
export interface VocabularyRole {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly max: number | null
  readonly core: CoreRole
  readonly meaning: string
}

/** A set of words for buying roles. */
export const roleVocabulary = table('roleVocabulary', 'Role vocabulary', 'Role vocabularies', {
  name: must(text('Vocabulary'), ''),
  key: must(text('Key'), ''),
  isDefault: flag('Default'),
  roles: json<readonly VocabularyRole[]>('Roles', []),
})

/** A role that a person has on a deal, and what that rests on. */
export interface RoleHeld {
  readonly vocabulary: string
  readonly role: string
  readonly basis: 'stated' | 'observed' | 'assumed'
}

/** A person, known or not yet, on a deal. */
export const buyerRole = table(
  'buyerRole',
  'Buyer',
  'Buyers',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    person: ref('person', 'Person'),
    placeholder: text('Unknown person', { help: 'Such as "unknown CFO".' }),
    reportsTo: ref('buyerRole', 'Reports to'),
    roles: json<readonly RoleHeld[]>('Roles', []),
    influence: choice('Influence', { high: 'High', medium: 'Medium', low: 'Low' }),
    rating: whole('Rating', { range: [-5, 5] }),
    ratingEvidence: text('Rating: evidence'),
    ratingOn: day('Rated on'),
    mode: choice('Mode', {
      growth: 'Growth',
      trouble: 'Trouble',
      evenKeel: 'Even keel',
      overconfident: 'Overconfident',
    }),
    winPersonal: text('Personal win', { private: true }),
    resultBusiness: text('Business result'),
    buying: choice('Buying status', {
      unaware: 'Unaware',
      interested: 'Interested',
      evaluating: 'Evaluating',
      prefersUs: 'Prefers us',
      prefersOther: 'Prefers another',
      decided: 'Decided',
      withdrawn: 'Withdrawn',
    }),
    exitCriteria: list('Still needs'),
    adaptability: choice('Adaptability', {
      innovator: 'Innovator',
      visionary: 'Visionary',
      pragmatist: 'Pragmatist',
      conservative: 'Conservative',
      laggard: 'Laggard',
    }),
    mobiliser: choice('Profile', {
      goGetter: 'Go-getter',
      teacher: 'Teacher',
      skeptic: 'Skeptic',
      guide: 'Guide',
      friend: 'Friend',
      climber: 'Climber',
      blocker: 'Blocker',
    }),
    coverage: choice('Coverage', { none: 'None', brief: 'Brief', multiple: 'Multiple', deep: 'Deep' }),
    lastTwoWay: day('Last two-way contact', { help: 'Typed here only where no activity shows it.' }),
    soldForUs: text('Sold for us: evidence'),
    soldForUsOn: day('Sold for us on'),
    hasPower: flag('Has power or access to it'),
    contactOwner: ref('rep', 'Contact owner'),
    covers: list('Red flags covered'),
    x: number('Map x'),
    y: number('Map y'),
  },
  { title: 'placeholder' },
)

/** An influence from one buyer on another. */
export const influenceLink = table(
  'influenceLink',
  'Influence',
  'Influences',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    from: must(ref('buyerRole', 'From')),
    to: must(ref('buyerRole', 'To')),
    strength: must(whole('Strength', { range: [1, 3] }), 1),
    kind: must(
      choice('Kind', {
        reports: 'Reports to',
        advises: 'Advises',
        blocks: 'Blocks',
        sponsors: 'Sponsors',
        peer: 'Peer',
      }),
      'advises',
    ),
    basis: must(choice('Basis', { stated: 'Stated', observed: 'Observed', assumed: 'Assumed' }), 'assumed'),
  },
  { title: null },
)

/** How a competitor stands in a deal. */
export const competitorStanding = table(
  'competitorStanding',
  'Competitor standing',
  'Competitor standings',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    competitor: must(ref('competitor', 'Competitor')),
    rating: whole('Rating', { range: [-5, 5] }),
    supporters: refs('buyerRole', 'Supporters'),
    note: text('Note'),
  },
  { title: 'note' },
)

/** One question of a review script. */
export interface ScriptQuestion {
  readonly key: string
  readonly topic:
    | 'whyChange'
    | 'whyNow'
    | 'whyUs'
    | 'people'
    | 'process'
    | 'money'
    | 'criteria'
    | 'competition'
    | 'risk'
    | 'nextStep'
  readonly text: string
  /** 1 to 3. */
  readonly weight: number
  readonly probe: string
  readonly goodEvidence: string
  readonly redFlags: readonly string[]
  /** The data that answers it beforehand, such as `economicBuyer.lastTwoWay`. */
  readonly answeredBy: string | null
}

/** A script of questions for deals of a kind. */
export const scriptTemplate = table('scriptTemplate', 'Review script', 'Review scripts', {
  name: must(text('Script'), ''),
  version: must(whole('Version'), 1),
  fromAmount: money('From amount'),
  currency: text('Currency'),
  isDefault: flag('Default'),
  questions: json<readonly ScriptQuestion[]>('Questions', []),
})

/** An answer of a review. */
export interface ReviewAnswer {
  readonly question: string
  readonly state: 'known' | 'assumed' | 'unknown' | 'notApplicable'
  readonly answer: string
  readonly evidenceWho: string | null
  readonly evidenceOn: Day | null
  readonly answeredOn: Day
  readonly source: 'talk' | 'data' | 'pack'
  readonly action: Id<'actionItem'> | null
  readonly acceptedNotKnowing: string | null
}

/** One inspection of a deal. */
export const review = table(
  'review',
  'Review',
  'Reviews',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    on: must(day('On')),
    participants: list('Participants'),
    template: must(ref('scriptTemplate', 'Script')),
    templateVersion: must(whole('Script version'), 1),
    minutes: number('Minutes'),
    state: must(
      choice('State', {
        prepared: 'Prepared',
        held: 'Held',
        completed: 'Completed',
        superseded: 'Superseded',
      }),
      'prepared',
    ),
    answers: json<readonly ReviewAnswer[]>('Answers', []),
  },
  { title: null },
)
