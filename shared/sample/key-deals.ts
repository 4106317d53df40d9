/** Buyer maps and strategy sheets of the largest open deals of the sample region. */
import { addDays } from '../base/day'
import type { Random } from '../base/random'
import type { RecordOf } from '../model/catalog'
import type { CoreRole, Factor } from '../model/workbench'
import { chance, firstDay, lastDay, type SampleBuilder } from './builder'
import type { SampleDeal } from './deals'
import { titles } from './names'

/** The key of the sample's role vocabulary. */
export const vocabularyKey = 'core'

const roleRows: readonly (readonly [CoreRole, string, boolean, number | null, string])[] = [
  ['economic', 'Economic buyer', true, 1, 'Releases the money, can say yes when all say no'],
  ['technical', 'Technical buyer', true, null, 'Can say no for reasons of fit'],
  ['user', 'User buyer', true, null, 'Works with it every day'],
  ['coach', 'Coach', true, null, 'Wants us to win and can be asked'],
  ['purchasing', 'Purchasing', false, null, 'Terms and price'],
  ['gatekeeper', 'Gatekeeper', false, null, 'Decides who is let in'],
]

/** Adds the words for buying roles. */
export function addVocabulary(build: SampleBuilder): void {
  build.add(
    'roleVocabulary',
    {
      name: 'Core roles',
      key: vocabularyKey,
      isDefault: true,
      roles: roleRows.map(([key, label, required, max, meaning]) => ({
        key,
        label,
        required,
        max,
        core: key,
        meaning,
      })),
    },
    { on: firstDay, source: 'manager' },
  )
}

/** Adds buyer maps for the 24 largest open deals that have events, and strategy sheets for the first ten. */
export function addKeyDeals(build: SampleBuilder, deals: readonly SampleDeal[]): void {
  const random = build.stream('key deals')
  const large = deals
    .filter(each => each.record.state === 'open' && each.hasEvents && each.path.steps.length >= 2)
    .sort((a, b) => (b.record.amount ?? 0) - (a.record.amount ?? 0))
    .slice(0, 24)
  large.forEach((deal, at) => {
    addBuyers(build, random, deal)
    if (at < 10) addStrategy(build, random, deal)
  })
}

const roleOf = (title: string | null): CoreRole => titles.find(([name]) => name === title)?.[2] ?? 'user'

function addBuyers(build: SampleBuilder, random: Random, deal: SampleDeal): void {
  const ratedOn = addDays(lastDay, -random.between(5, 50))
  let boss: RecordOf<'buyerRole'> | null = null
  for (const person of deal.customer.people.slice(0, 6)) {
    const role = roleOf(person.title)
    const coach = role === 'user' && chance(random, 0.4)
    const buyer: RecordOf<'buyerRole'> = build.add(
      'buyerRole',
      {
        opportunity: deal.record.id,
        person: person.id,
        reportsTo: boss?.id ?? null,
        roles: [role, ...(coach ? ['coach'] : [])].map(each => ({
          vocabulary: vocabularyKey,
          role: each,
          basis: chance(random, 0.5) ? 'stated' : 'assumed',
        })),
        influence: role === 'economic' ? 'high' : role === 'technical' ? 'medium' : 'low',
        rating: coach ? 4 : random.between(-2, 4),
        ratingOn: ratedOn,
        mode: random.pick(['growth', 'trouble', 'evenKeel', 'overconfident'] as const),
        buying: random.pick(['interested', 'evaluating', 'evaluating', 'prefersUs'] as const),
        coverage: random.pick(['brief', 'multiple', 'deep'] as const),
        contactOwner: deal.record.owner,
      },
      { on: ratedOn, source: 'rep' },
    )
    boss ??= buyer
  }
}

const favour: readonly (readonly [string, Factor['category'], number])[] = [
  ['Standstill in spring cost a week of output', 'need', 5],
  ['Test on line two found the bearing a month ahead', 'productFit', 4],
  ['Reliability engineer speaks for us', 'people', 3],
  ['Same system runs in the sister plant', 'need', 3],
]
const against: readonly (readonly [string, Factor['category'], number])[] = [
  ['Finance would rather wait a year', 'statusQuo', 4],
  ['Stillvane is installed in half of the plant', 'competition', 5],
  ['Money is asked for but not released', 'funding', 3],
  ['IT wants no new gateway', 'legal', 2],
]

function addStrategy(build: SampleBuilder, random: Random, deal: SampleDeal): void {
  const reviewedOn = addDays(lastDay, -random.between(4, 40))
  let no = 0
  const factor = (direction: Factor['direction'], row: (typeof favour)[number]): Factor => ({
    id: `${deal.record.externalId}-F${++no}`,
    direction,
    text: row[0],
    category: row[1],
    weight: row[2],
    evidence: chance(random, 0.7) ? `Said by ${random.pick(deal.customer.people).name}` : null,
    evidenceOn: reviewedOn,
    persons: [],
    competitor: null,
    status: 'open',
    effect: direction === 'against' && chance(random, 0.4) ? 0.25 : 0,
    createdOn: reviewedOn,
  })
  const factors = [
    ...favour.slice(0, 3).map(row => factor('favour', row)),
    ...against.slice(0, random.between(2, 4)).map(row => factor('against', row)),
  ]
  const worked = factors.filter(each => each.direction === 'against').slice(0, 1)
  const actions = worked.map(each => {
    const item = build.add(
      'actionItem',
      {
        text: 'Reference call from finance to finance',
        rep: deal.record.owner,
        dueOn: addDays(reviewedOn, 21),
        origin: 'strategy',
        originId: each.id,
        opportunity: deal.record.id,
        account: deal.customer.account.id,
      },
      { on: reviewedOn, source: 'manager' },
    )
    return {
      id: `${each.id}-A1`,
      action: item.id,
      intent: 'neutralise' as const,
      factors: [each.id],
      expectedEffect: 0.5,
    }
  })
  build.add(
    'strategySheet',
    {
      opportunity: deal.record.id,
      state: 'current',
      reviewedOn,
      reviewer: deal.rep.team === 'Lakes' ? 'Marcus Whitlock' : 'Helen Varga',
      objective: `Order for ${deal.record.name.split(' – ')[1] ?? 'the project'} in this fiscal year`,
      factors,
      actions,
    },
    { on: reviewedOn, source: 'manager' },
  )
}
