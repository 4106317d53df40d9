/** The buying and sales statuses and the events that open them, as they ship (5.1); every word can be edited. */

type Status = readonly [
  side: 'buying' | 'selling',
  rank: number,
  code: string,
  label: string,
  meaning: string,
]

/** Statuses of the set `default`: side, rank, code, label and meaning. */
export const defaultStatuses: readonly Status[] = [
  ['buying', 0, 'B0', 'No project', 'The buyer has done nothing yet'],
  ['buying', 1, 'B1', 'Problem acknowledged', 'The buyer has named a problem with a consequence'],
  ['buying', 2, 'B2', 'Project sponsored', 'There is a sponsor, an initiative and a list of participants'],
  ['buying', 3, 'B3', 'Criteria set', 'Decision criteria and the options compared are stated'],
  [
    'buying',
    4,
    'B4',
    'Funding released',
    'The money is confirmed by its owner and a decision date is stated',
  ],
  ['buying', 5, 'B5', 'Supplier preferred', 'The buyer has said whom it prefers'],
  ['buying', 6, 'B6', 'Purchase in approval', 'The order or contract is on its approval route'],
  ['selling', 0, 'S0', 'Suspect', 'We have nothing yet'],
  ['selling', 1, 'S1', 'Qualified', 'We know who decides, when, and with what money'],
  ['selling', 2, 'S2', 'Needs confirmed', 'The needs are analysed and the buyer confirmed them in writing'],
  ['selling', 3, 'S3', 'Solution accepted in principle', 'Users and technical people agree to the approach'],
  ['selling', 4, 'S4', 'Evaluation passed', 'The pass marks are met and technical objections handled'],
  ['selling', 5, 'S5', 'Proposal and business case accepted', 'The owner of the money accepts the case'],
  ['selling', 6, 'S6', 'Terms agreed', 'Terms are agreed and the implementation plan is set'],
]

type Event = readonly [key: string, rank: number, text: string, hint: string]

/** Buying events by the rank that they open; the signature (BE10) ends the deal and opens no rank. */
export const buyingEvents: readonly Event[] = [
  ['BE1', 1, 'Named a problem with a consequence', 'Who said it, in which words, and what happens otherwise'],
  ['BE2', 2, 'Named a sponsor and an initiative', 'The sponsor’s name and what the initiative is called'],
  ['BE3', 2, 'Named the participants in the purchase', 'The list, and who gave it'],
  ['BE4', 3, 'Stated decision criteria', 'The criteria in their ranking, and who stated them'],
  ['BE5', 3, 'Named the options compared, doing nothing included', 'The options and who compares them'],
  ['BE6', 4, 'Amount and source of money confirmed by its owner', 'Who owns the money, how much, from where'],
  ['BE7', 4, 'Stated its own decision date', 'The date, and who stated it'],
  ['BE8', 5, 'Told us or others whom it prefers', 'Who said it, to whom'],
  ['BE9', 6, 'Order or contract in its approval route, signers named', 'The signers and the route'],
  ['BE10', 7, 'Signed', 'The signed order or contract'],
]

/** Selling events by the rank that they open. */
export const sellingEvents: readonly Event[] = [
  ['SE1', 1, 'Decision maker known', 'The name, and who confirmed it'],
  ['SE2', 1, 'Decision date known', 'The date, and who named it'],
  ['SE3', 1, 'Budget known: amount or range, and source', 'The figures, and who named them'],
  ['SE4', 2, 'Needs analysis held', 'With whom, and when'],
  ['SE5', 2, 'Buyer confirmed the written need summary', 'Who confirmed it, and how'],
  ['SE6', 3, 'Solution discussed with users and technical people', 'With whom, and what they said'],
  ['SE7', 3, 'Agreement in principle', 'Who agreed, in which words'],
  ['SE8', 4, 'Evaluation: pass marks met', 'The evaluator’s statement'],
  ['SE9', 4, 'Technical objections handled', 'Which objections, and who withdrew them'],
  ['SE10', 5, 'Proposal presented to the decision maker', 'Where and when'],
  ['SE11', 5, 'Money-owner accepts the business case', 'Who accepted it, in which words'],
  ['SE12', 6, 'Terms agreed with purchasing or legal', 'With whom; open redlines none'],
  ['SE13', 6, 'Implementation plan set', 'The plan and its owner at the customer'],
]

/** Events that are recorded but that no gate waits for. */
export const optionalEvents: ReadonlySet<string> = new Set(['BE10'])

type Milestone = readonly [key: string, name: string, event: string | null]

/** Milestones in their order, with the event that shows them. */
export const defaultMilestones: readonly Milestone[] = [
  ['qualified', 'Prospect qualified', 'SE3'],
  ['participants', 'All key buying participants identified', 'BE3'],
  ['positioned', 'Offering positioned', 'SE7'],
  ['criteria', 'Decision criteria known', 'BE4'],
  ['competition', 'Competition known and understood', 'BE5'],
  ['implementation', 'Implementation plan set', 'SE13'],
  ['obstacles', 'Sales obstacles handled', 'SE9'],
]
