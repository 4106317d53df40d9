/** The first story of the sample region: a champion leaves a big deal. */
import type { RecordOf } from '../model/catalog'
import { stampOn } from './builder'
import type { SampleDeal } from './deals'
import { buyer, day, setUp, talk, type Stage } from './story'

/**
 * The champion leaves: a deal of 486,000 stands at "evaluation passed", every talk went through one person, and
 * that person left on 23 October; the CRM still says "Commit" for 15 December.
 */
export function championLeaves(stage: Stage): SampleDeal {
  const deal = setUp(stage, {
    company: 'Quillhaven Shipyards',
    sector: 'Shipbuilding',
    city: 'Newport News',
    rep: 'Ruth Calloway',
    product: 'Watchline Enterprise',
    deal: 'Watchline Enterprise, three yards',
    amount: 486_000,
    people: [
      ['Ines Thorvald', 'VP Operations', 'Operations'],
      ['Robert Ashdown', 'Chief Financial Officer', 'Finance'],
      ['Sunita Rao', 'IT Manager', 'IT'],
      ['Paul Deverell', 'Purchasing Manager', 'Purchasing'],
      ['Greta Lindholm', 'Reliability Engineer', 'Maintenance'],
    ],
    startOn: day('2026-04-13'),
    steps: ['2026-05-06', '2026-06-17', '2026-07-22', '2026-09-25'].map(day),
    closes: [
      [day('2026-04-13'), day('2026-09-30')],
      [day('2026-08-31'), day('2026-12-15')],
    ],
    buying: 4,
    values: {
      decisionMaker: 'Robert Ashdown',
      decisionMakerEvidence: 'Ines Thorvald',
      decisionMakerOn: day('2026-05-06'),
      decisionDate: day('2026-12-08'),
      decisionDateEvidence: 'Ines Thorvald',
      decisionDateOn: day('2026-09-25'),
      budgetKnown: true,
      budget: 52_000_000,
      budgetEvidence: 'Ines Thorvald',
      budgetOn: day('2026-09-25'),
      funding: 'released',
      forecastCategory: 'Commit',
      nextStep: 'Ines Thorvald books the presentation to the board',
      nextStepOn: day('2026-11-06'),
      nextStepBuyer: true,
      lastActivityOn: day('2026-10-20'),
    },
  })
  const { build, process } = stage
  for (const [on, subject] of [
    ['2026-05-06', 'Qualification with the sponsor'],
    ['2026-06-17', 'Need summary confirmed'],
    ['2026-07-22', 'Outline agreed'],
    ['2026-08-26', 'Halfway through the test'],
    ['2026-09-25', 'Test record signed'],
    ['2026-10-20', 'Preparation of the board presentation'],
  ] as const)
    talk(stage, deal, on, subject, on === '2026-09-25' ? [0, 4] : [0])
  const ines = deal.customer.people[0] as RecordOf<'person'>
  build.amend('person', ines, { stillThere: false, notes: 'Left on 23 October' }, day('2026-11-02'))
  const sponsor = process.events.get('BE2')
  const event = build
    .all('opportunityEvent')
    .find(each => each.opportunity === deal.record.id && each.event === sponsor?.id)
  if (event)
    build.amend(
      'opportunityEvent',
      event,
      {
        state: 'revoked',
        revokedOn: day('2026-10-23'),
        revokedAt: stampOn(day('2026-11-02')),
        reason: 'The sponsor, Ines Thorvald, left the company',
      },
      day('2026-11-02'),
    )
  const boss = buyer(stage, deal, 1, {
    role: 'economic',
    influence: 'high',
    rating: 1,
    ratingOn: day('2026-09-25'),
    coverage: 'none',
  })
  const champion = buyer(stage, deal, 0, {
    role: 'coach user',
    influence: 'high',
    rating: 5,
    ratingOn: day('2026-09-25'),
    ratingEvidence: 'Asked the board for the money in our name',
    reportsTo: boss,
    coverage: 'deep',
    buying: 'prefersUs',
    soldForUs: 'Presented our test to the board',
    soldForUsOn: day('2026-09-28'),
  })
  buyer(stage, deal, 2, {
    role: 'technical',
    influence: 'medium',
    rating: 0,
    reportsTo: boss,
    coverage: 'brief',
  })
  buyer(stage, deal, 3, {
    role: 'purchasing',
    influence: 'medium',
    rating: -1,
    reportsTo: boss,
    coverage: 'none',
  })
  buyer(stage, deal, 4, { role: 'user', influence: 'low', rating: 3, reportsTo: champion, coverage: 'brief' })
  return deal
}
