/** Strategy sheets, influences, competitors and reviews of the two planted stories, as their reps and managers wrote them. */
import { present } from '../base/assert'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Factor, ReviewAnswer } from '../model/workbench'
import type { SampleDeal } from './deals'
import { day, type Stage } from './story'

type FactorRow = readonly [
  direction: Factor['direction'],
  text: string,
  category: Factor['category'],
  weight: number,
  evidence: string | null,
  effect: number,
]

const champion: readonly FactorRow[] = [
  [
    'favour',
    'The test caught a failing bearing three weeks ahead',
    'productFit',
    5,
    'Test record signed by Greta Lindholm',
    0,
  ],
  [
    'favour',
    'A standstill costs the yards 40,000 a day',
    'need',
    4,
    'Ines Thorvald, board paper of September',
    0,
  ],
  ['favour', 'Ines Thorvald sells for us inside', 'people', 5, null, 0],
  ['against', 'Finance has never spoken to us', 'people', 5, 'Robert Ashdown declined two invitations', 0],
  ['against', 'Stillvane offers a pilot without charge', 'competition', 4, 'Said by Paul Deverell', 0.25],
  ['against', 'The money is released only until the year’s end', 'funding', 3, 'Ines Thorvald', 0],
]

const committee: readonly FactorRow[] = [
  ['favour', 'Pass marks of the evaluation were met', 'productFit', 5, 'Noor Halloway signed them', 0],
  ['favour', 'Two stations failed in August', 'need', 4, 'Amara Feldman, monthly report', 0],
  ['favour', 'Finance has checked the figures', 'funding', 3, 'Louis Carrow', 0],
  ['against', 'The committee sits only once a month', 'timing', 4, 'Louis Carrow', 0],
  ['against', 'Repairing as before costs nothing this year', 'statusQuo', 3, 'Stefan Brill', 0.5],
  ['against', 'The proposal came two days late', 'ourResources', 2, 'Minutes of 10 November', 0],
]

const roleOf = ({ build }: Stage, deal: SampleDeal, at: number): Id<'buyerRole'> =>
  present(
    build
      .all('buyerRole')
      .find(each => each.opportunity === deal.record.id && each.person === deal.customer.people[at]?.id),
    'the story has put this person on its map',
  ).id

/** Adds what the two stories have on the workbench. */
export function addWorkbench(
  stage: Stage,
  script: RecordOf<'scriptTemplate'>,
  deals: { readonly champion: SampleDeal; readonly committee: SampleDeal },
): void {
  const boss = roleOf(stage, deals.champion, 1)
  const ines = roleOf(stage, deals.champion, 0)
  const paul = roleOf(stage, deals.champion, 3)
  const greta = roleOf(stage, deals.champion, 4)
  ties(stage, deals.champion, [
    [ines, boss, 3, 'sponsors', 'observed'],
    [greta, ines, 2, 'advises', 'stated'],
    [paul, boss, 2, 'advises', 'stated'],
    [greta, paul, 1, 'peer', 'assumed'],
  ])
  standing(stage, deals.champion, -2, [paul], 'Free pilot offered to purchasing')
  sheet(stage, deals.champion, champion, {
    objective: 'Order for three yards, 486,000 USD, by 15 December 2026',
    persons: [[], [], [ines], [boss], [paul], []],
    versions: ['2026-08-28', '2026-09-29', '2026-10-14'],
    action: ['Reference call from finance to finance', '2026-10-30', 3],
  })
  const louis = roleOf(stage, deals.committee, 1)
  const amara = roleOf(stage, deals.committee, 0)
  const noor = roleOf(stage, deals.committee, 2)
  ties(stage, deals.committee, [
    [amara, louis, 2, 'advises', 'observed'],
    [noor, louis, 3, 'advises', 'stated'],
  ])
  sheet(stage, deals.committee, committee, {
    objective: 'Order for twelve stations, 318,000 USD, after the committee of 8 December',
    persons: [[noor], [amara], [louis], [louis], [], []],
    versions: ['2026-10-12', '2026-11-04'],
    action: ['Ask Louis Carrow for a decision outside the committee', '2026-11-20', 3],
  })
  const asked = (on: string, known: readonly string[], assumed: readonly string[], who: string) =>
    script.questions.map(({ key }): ReviewAnswer => ({
      question: key,
      state: known.includes(key) ? 'known' : assumed.includes(key) ? 'assumed' : 'unknown',
      answer: known.includes(key) ? `Said by ${who}` : assumed.includes(key) ? 'So we believe' : '',
      evidenceWho: known.includes(key) ? who : null,
      evidenceOn: known.includes(key) ? day(on) : null,
      answeredOn: day(on),
      source: 'talk',
      action: null,
      acceptedNotKnowing:
        known.includes(key) || assumed.includes(key) ? null : 'To be asked at the board presentation',
    }))
  review(
    stage,
    deals.champion,
    script,
    '2026-08-26',
    'superseded',
    asked('2026-08-26', ['doNothing', 'result', 'whyUs'], ['theDate', 'money'], 'Ines Thorvald'),
  )
  review(
    stage,
    deals.champion,
    script,
    '2026-09-30',
    'completed',
    asked(
      '2026-09-30',
      ['doNothing', 'result', 'whyUs', 'criteria'],
      ['theDate', 'money', 'economic', 'process'],
      'Ines Thorvald',
    ),
  )
  review(
    stage,
    deals.committee,
    script,
    '2026-11-04',
    'completed',
    asked(
      '2026-11-04',
      ['doNothing', 'economic', 'process', 'money', 'criteria', 'nextStep', 'theDate'],
      ['whyUs', 'competition', 'result'],
      'Louis Carrow',
    ),
  )
}

type Tie = readonly [
  from: Id<'buyerRole'>,
  to: Id<'buyerRole'>,
  strength: number,
  kind: RecordOf<'influenceLink'>['kind'],
  basis: RecordOf<'influenceLink'>['basis'],
]

function ties({ build }: Stage, deal: SampleDeal, rows: readonly Tie[]): void {
  rows.forEach(([from, to, strength, kind, basis], at) => {
    build.add(
      'influenceLink',
      { opportunity: deal.record.id, from, to, strength, kind, basis },
      { on: day(`2026-10-${String(9 + at).padStart(2, '0')}`), source: 'rep' },
    )
  })
}

function standing(
  { build, catalogue }: Stage,
  deal: SampleDeal,
  rating: number,
  supporters: readonly Id<'buyerRole'>[],
  note: string,
): void {
  const competitor = present(catalogue.competitors[0], 'the sample has competitors')
  build.add(
    'competitorStanding',
    { opportunity: deal.record.id, competitor: competitor.id, rating, supporters, note },
    { on: day('2026-10-09'), source: 'rep' },
  )
}

function sheet(
  { build }: Stage,
  deal: SampleDeal,
  rows: readonly FactorRow[],
  more: {
    readonly objective: string
    readonly persons: readonly (readonly Id<'buyerRole'>[])[]
    /** The days of its reviews; the last one is that of the version in force. */
    readonly versions: readonly string[]
    readonly action: readonly [text: string, due: string, factor: number]
  },
): void {
  const first = day(more.versions[0] ?? '')
  const factors = rows.map(([direction, text, category, weight, evidence, effect], at): Factor => ({
    id: `${deal.record.externalId}-F${at + 1}`,
    direction,
    text,
    category,
    weight,
    evidence,
    evidenceOn: evidence === null ? null : first,
    persons: more.persons[at] ?? [],
    competitor: null,
    status: effect > 0 ? 'working' : 'open',
    effect,
    createdOn: first,
  }))
  const [text, due, takesOn] = more.action
  const aim = present(factors[takesOn], 'the action takes on a factor of the sheet')
  const item = build.add(
    'actionItem',
    {
      text,
      rep: deal.record.owner,
      dueOn: day(due),
      origin: 'strategy',
      originId: aim.id,
      opportunity: deal.record.id,
      account: deal.customer.account.id,
    },
    { on: day(more.versions.at(-1) ?? ''), source: 'manager' },
  )
  const action = {
    id: `${aim.id}-A1`,
    action: item.id,
    intent: 'neutralise' as const,
    factors: [aim.id],
    expectedEffect: 0.5,
  }
  more.versions.forEach((on, at) => {
    const last = at === more.versions.length - 1
    build.add(
      'strategySheet',
      {
        opportunity: deal.record.id,
        version: at + 1,
        state: last ? 'current' : 'archived',
        reviewedOn: day(on),
        reviewer: deal.rep.team === 'Lakes' ? 'Marcus Whitlock' : 'Helen Varga',
        objective: more.objective,
        // Earlier versions had fewer obstacles, none of them worked on.
        factors: last
          ? factors
          : factors.slice(0, 4 + at).map(each => ({ ...each, effect: 0, status: 'open' })),
        actions: last ? [action] : [],
      },
      { on: day(on), source: 'manager' },
    )
  })
}

function review(
  { build }: Stage,
  deal: SampleDeal,
  script: RecordOf<'scriptTemplate'>,
  on: string,
  state: RecordOf<'review'>['state'],
  answers: readonly ReviewAnswer[],
): void {
  build.add(
    'review',
    {
      opportunity: deal.record.id,
      on: day(on),
      participants: [deal.rep.record.name],
      template: script.id,
      templateVersion: script.version,
      minutes: 20,
      state,
      answers,
    },
    { on: day(on), source: 'manager' },
  )
}
