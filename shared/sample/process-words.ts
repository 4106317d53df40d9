/** Statuses, events and CRM stages of the sample region (domain 5.1), with the evidence that reps write for each event. */

/** A rank of one side: code, label and what it takes. */
export const statusRows: readonly (readonly [
  side: 'buying' | 'selling',
  rank: number,
  label: string,
  meaning: string,
])[] = [
  ['buying', 0, 'No project', 'Nothing yet'],
  ['buying', 1, 'Problem acknowledged', 'Named a problem with a consequence'],
  ['buying', 2, 'Project sponsored', 'A sponsor, an initiative and the participants are named'],
  ['buying', 3, 'Criteria set', 'Decision criteria and the options compared are stated'],
  ['buying', 4, 'Funding released', 'Amount and source are confirmed, the decision date is stated'],
  ['buying', 5, 'Supplier preferred', 'Told us or others whom it prefers'],
  ['buying', 6, 'Purchase in approval', 'The order is in its approval route'],
  ['selling', 0, 'Suspect', 'Nothing yet'],
  ['selling', 1, 'Qualified', 'Decision maker, decision date and budget are known'],
  ['selling', 2, 'Needs confirmed', 'The buyer confirmed the written need'],
  ['selling', 3, 'Solution accepted in principle', 'Users and technical people agree in principle'],
  ['selling', 4, 'Evaluation passed', 'Pass marks met, technical doubts handled'],
  ['selling', 5, 'Proposal and business case accepted', 'The money-owner accepts the case'],
  ['selling', 6, 'Terms agreed', 'Terms and implementation plan are agreed'],
]

/** An event: key, side, the rank it opens, its text and the evidence as a rep would write it. */
export const eventRows: readonly (readonly [
  key: string,
  side: 'buying' | 'selling',
  rank: number,
  text: string,
  evidence: string,
])[] = [
  [
    'BE1',
    'buying',
    1,
    'Named a problem with a consequence',
    '{who} put the cost of the last standstill in an e-mail',
  ],
  ['BE2', 'buying', 2, 'A sponsor and an initiative exist', '{who} opened the project and leads it'],
  ['BE3', 'buying', 2, 'Named the participants', '{who} sent the list of the project team'],
  ['BE4', 'buying', 3, 'Stated the decision criteria', '{who} read the criteria out in the meeting'],
  [
    'BE5',
    'buying',
    3,
    'Named the options compared',
    '{who} said which two suppliers are looked at, and waiting',
  ],
  [
    'BE6',
    'buying',
    4,
    'Amount and source confirmed by the money-owner',
    '{who} showed the line in the budget',
  ],
  ['BE7', 'buying', 4, 'Stated its own decision date', '{who} gave the date of the decision by telephone'],
  ['BE8', 'buying', 5, 'Told whom it prefers', '{who} told us that we are first choice'],
  [
    'BE9',
    'buying',
    6,
    'Order in its approval route, signers named',
    '{who} sent the approval form with the signers',
  ],
  ['BE10', 'buying', 7, 'Decided', '{who} sent the decision'],
  ['SE1', 'selling', 1, 'Decision maker known', '{who} named the person who signs'],
  ['SE2', 'selling', 1, 'Decision date known', '{who} said by when it must be decided'],
  ['SE3', 'selling', 1, 'Budget known', '{who} gave the range and where it comes from'],
  ['SE4', 'selling', 2, 'Needs analysis held', 'Half a day on site with {who}'],
  ['SE5', 'selling', 2, 'Buyer confirmed the written summary', '{who} answered "this is it" to the summary'],
  ['SE6', 'selling', 3, 'Discussed with users and technical people', 'Workshop with {who} and two engineers'],
  ['SE7', 'selling', 3, 'Agreement in principle', '{who} agreed to the outline'],
  ['SE8', 'selling', 4, 'Pass marks met', '{who} signed the test record'],
  ['SE9', 'selling', 4, 'Technical objections handled', '{who} closed the list of open points'],
  ['SE10', 'selling', 5, 'Presented to the decision maker', 'Presented, {who} in the room'],
  ['SE11', 'selling', 5, 'Money-owner accepts the case', '{who} accepted the savings and the price range'],
  ['SE12', 'selling', 6, 'Terms agreed', '{who} returned the terms without further marks'],
  ['SE13', 'selling', 6, 'Implementation plan set', '{who} agreed to the dates of the installation'],
]

/** The CRM stages by the number of steps done, and how the ends are written. */
export const stages = [
  'Prospecting',
  'Qualified',
  'Discovery',
  'Solution',
  'Evaluation',
  'Proposal',
  'Negotiation',
] as const

/** The stage of an end. */
export const endStages = {
  won: 'Closed won',
  lost: 'Closed lost',
  noDecision: 'No decision',
  disqualified: 'Disqualified',
} as const

/** Buying rank after so many steps done, where buyer and seller go together. */
export const evenBuying = [0, 1, 2, 3, 3, 4, 5] as const

/** The steps of the sample's sales cycle: key, name, objective, exit criterion, duration in working days, events proved. */
export const cycleRows: readonly (readonly [
  key: string,
  name: string,
  objective: string,
  criterion: string,
  duration: number,
  events: readonly string[],
])[] = [
  [
    'qualify',
    'Prospect qualification',
    'Decide whether to invest',
    'Names who decides, when, and with what money',
    5,
    ['SE1', 'SE2', 'SE3'],
  ],
  [
    'needs',
    'Needs analysis',
    'Agree problem, impact and success measures',
    'Confirms the written need summary',
    10,
    ['SE4', 'SE5'],
  ],
  [
    'solution',
    'Solution discussion',
    'Agree in principle how it would work',
    'Says the approach fits and gives decision criteria',
    5,
    ['SE6', 'SE7', 'BE4'],
  ],
  [
    'evaluation',
    'Technical evaluation',
    'Remove technical doubt',
    'Evaluator states that the pass marks are met',
    15,
    ['SE8', 'SE9'],
  ],
  [
    'proposal',
    'Proposal and cost justification',
    'Get the business case accepted by whoever owns the money',
    'Money-owner accepts figures and price range',
    10,
    ['SE10', 'SE11'],
  ],
  [
    'contract',
    'Contract discussions',
    'Agree the terms',
    'Redlines closed, signers named',
    10,
    ['SE12', 'SE13', 'BE9'],
  ],
  ['agreement', 'Agreement and order release', 'Signature', 'Order or contract signed', 5, ['BE10']],
]
