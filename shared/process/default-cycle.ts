/** The sales cycle that ships (section 1): seven steps with buyer-side exit criteria; every word can be edited. */
import type { CycleStep } from '../model/process'

interface StepText {
  readonly key: string
  readonly name: string
  readonly side: CycleStep['side']
  readonly objective: string
  readonly prerequisites: readonly string[]
  readonly buyers: readonly string[]
  readonly ours: readonly string[]
  readonly exit: string
  readonly kind: 'buyerAction' | 'document' | 'fact'
  readonly tools: readonly string[]
  readonly days: number
  readonly events: readonly string[]
  readonly preparation: string
  readonly guidelines: string
  readonly after: string
}

const texts: readonly StepText[] = [
  {
    key: 'qualify',
    name: 'Prospect qualification',
    side: 'joint',
    objective: 'Decide whether to invest in this prospect',
    prerequisites: ['Contact with someone who owns a need'],
    buyers: ['Need-owner'],
    ours: ['Rep'],
    exit: 'The need-owner names who decides, when, and with what money',
    kind: 'buyerAction',
    tools: ['Qualification sheet'],
    days: 5,
    events: ['BE1', 'SE1', 'SE2', 'SE3'],
    preparation:
      'Read what the company says about its year; list three problems that we solve and that it may have.',
    guidelines: 'Ask for the consequence of doing nothing before you speak of the offering.',
    after: 'Write down who said what; decide to go on or to disqualify.',
  },
  {
    key: 'needs',
    name: 'Needs analysis',
    side: 'joint',
    objective: 'Agree on the problem, its impact and the measures of success',
    prerequisites: ['Prospect qualification done', 'Access to users'],
    buyers: ['Users', 'Sponsor'],
    ours: ['Rep', 'Sales engineer'],
    exit: 'The sponsor confirms the written need summary',
    kind: 'document',
    tools: ['Interview guide', 'Need summary'],
    days: 10,
    events: ['BE2', 'BE3', 'SE4', 'SE5'],
    preparation: 'Agree with the sponsor on whom to interview and what will be done with the answers.',
    guidelines: 'One page, in the buyer’s words, with a number for the impact.',
    after: 'Send the summary and ask for a written yes or a correction.',
  },
  {
    key: 'solution',
    name: 'Solution discussion',
    side: 'joint',
    objective: 'Agree in principle on how it would work',
    prerequisites: ['Need summary confirmed'],
    buyers: ['Sponsor', 'Technical evaluator'],
    ours: ['Rep', 'Sales engineer'],
    exit: 'The sponsor says that the approach fits and gives the decision criteria',
    kind: 'buyerAction',
    tools: ['Solution outline'],
    days: 5,
    events: ['BE4', 'BE5', 'SE6', 'SE7'],
    preparation: 'Draw the outline against the confirmed needs only.',
    guidelines: 'Ask which options are compared, doing nothing included.',
    after: 'Record the criteria in their ranking.',
  },
  {
    key: 'evaluation',
    name: 'Application or technical evaluation',
    side: 'buy',
    objective: 'Remove technical doubt',
    prerequisites: ['Test plan with pass marks'],
    buyers: ['Technical evaluator', 'Users'],
    ours: ['Sales engineer'],
    exit: 'The evaluator states that the pass marks are met',
    kind: 'buyerAction',
    tools: ['Test plan', 'Result sheet'],
    days: 15,
    events: ['SE8', 'SE9'],
    preparation: 'Agree on pass marks in writing before anything is installed.',
    guidelines: 'Every open objection gets an owner and a date.',
    after: 'Send the result sheet to the sponsor as well.',
  },
  {
    key: 'proposal',
    name: 'Proposal and cost justification',
    side: 'sell',
    objective: 'Get the business case accepted by whoever owns the money',
    prerequisites: ['Decision criteria', 'Costs of today'],
    buyers: ['Economic buyer', 'Finance'],
    ours: ['Rep', 'Manager'],
    exit: 'The owner of the money accepts the figures and the price range',
    kind: 'buyerAction',
    tools: ['Return-on-investment sheet', 'Proposal'],
    days: 10,
    events: ['BE6', 'BE7', 'SE10', 'SE11'],
    preparation: 'Have the buyer’s own people supply every figure on the savings side.',
    guidelines: 'Present it; never only send it.',
    after: 'Ask for the decision date and the route to it.',
  },
  {
    key: 'contract',
    name: 'Contract discussions',
    side: 'joint',
    objective: 'Agree on the terms',
    prerequisites: ['Statement that we are the preferred supplier'],
    buyers: ['Purchasing', 'Legal'],
    ours: ['Rep', 'Legal'],
    exit: 'The redlines are closed and the signers are named',
    kind: 'document',
    tools: ['Terms checklist'],
    days: 10,
    events: ['BE8', 'SE12', 'SE13'],
    preparation: 'Know which terms we can give and what we want for each.',
    guidelines: 'Trade, do not give.',
    after: 'Fix the implementation plan with its owner at the customer.',
  },
  {
    key: 'order',
    name: 'Agreement and order release',
    side: 'buy',
    objective: 'Signature',
    prerequisites: ['Approval route known'],
    buyers: ['Signers'],
    ours: ['Rep'],
    exit: 'The order or contract is signed',
    kind: 'document',
    tools: ['Close plan'],
    days: 5,
    events: ['BE9', 'BE10'],
    preparation: 'Know each signer’s absence days.',
    guidelines: 'Follow the paper from desk to desk.',
    after: 'Thank everyone who took part; hold the review of the win.',
  },
]

/** The steps of the default cycle: 5, 10, 5, 15, 10, 10 and 5 working days, the last one closing the sale. */
export const defaultSteps: readonly CycleStep[] = texts.map((step, index) => ({
  key: step.key,
  name: step.name,
  side: step.side,
  objective: step.objective,
  prerequisites: step.prerequisites,
  sellerRoles: step.ours,
  buyerRoles: step.buyers,
  preparation: step.preparation,
  guidelines: step.guidelines,
  postStep: step.after,
  tools: step.tools,
  duration: step.days,
  lag: 0,
  mandatory: true,
  closesSale: index === texts.length - 1,
  parallelGroup: null,
  dateRule: null,
  criteria: [
    {
      key: `${step.key}-exit`,
      text: step.exit,
      kind: step.kind,
      required: true,
      buyerRole: step.buyers[0] ?? null,
    },
  ],
  events: step.events,
}))
