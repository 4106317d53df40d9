/** Accounts of the sample region with their places, and the people who work there. */
import { addDays, type Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import { chance, firstDay, normal, type SampleBuilder } from './builder'
import { usd } from './catalogue'
import { addressPart, peopleNames, sectors, stems, titles, type Sector } from './names'
import type { SampleRep } from './organisation'
import { places, type Place, type Team } from './places'

/** An account with its people, in the order in which one meets them. */
export interface Customer {
  readonly account: RecordOf<'account'>
  readonly people: readonly RecordOf<'person'>[]
  readonly sector: Sector
  readonly team: Team
  /** How much larger than a middling company it is. */
  readonly size: number
}

const accountCount = 184

/** A group of companies under way: how many of its companies are still to come. */
interface Group {
  readonly stem: string
  readonly parent: RecordOf<'account'>
  readonly left: number
}

/** Adds accounts and people; every ninth stem is a group of a parent and two or three more companies. */
export function makeCustomers(build: SampleBuilder, reps: readonly SampleRep[]): readonly Customer[] {
  const random = build.stream('customers')
  const nextName = peopleNames(random)
  const customers: Customer[] = []
  let group = null as Group | null
  let stemAt = 0
  while (customers.length < accountCount) {
    const sector = random.pick(sectors)
    const place = random.pick(places)
    const size = Math.exp(0.7 * normal(random))
    const stem: string = group ? group.stem : (stems[stemAt++ % stems.length] as string)
    const word = random.pick(sector.words)
    const name = stemAt > stems.length ? `${place.city} ${stem} ${word}` : `${stem} ${word}`
    if (customers.some(each => each.account.name === name)) continue
    const account = makeAccount(
      build,
      { name, sector, place, size, parent: group?.parent ?? null },
      reps,
      random,
    )
    const people = makePeople(build, account, place, size, random, nextName)
    customers.push({ account, people, sector, team: place.team, size })
    if (group) group = group.left > 1 ? { ...group, left: group.left - 1 } : null
    else if (stemAt % 7 === 0) group = { stem, parent: account, left: random.between(2, 4) }
  }
  return customers
}

type Random = ReturnType<SampleBuilder['stream']>

function makeAccount(
  build: SampleBuilder,
  plan: { name: string; sector: Sector; place: Place; size: number; parent: RecordOf<'account'> | null },
  reps: readonly SampleRep[],
  random: Random,
): RecordOf<'account'> {
  const { name, sector, place, size, parent } = plan
  const no = build.all('account').length
  const colleagues = reps.filter(each => each.team === place.team && each.record.active)
  const employees = Math.max(18, Math.round(260 * size))
  const createdOn = addDays(firstDay, -random.between(30, 1500))
  return build.add(
    'account',
    {
      name,
      externalId: `A-${1001 + no}`,
      parent: parent?.id ?? null,
      owner: random.pick(colleagues).record.id,
      type: chance(random, 0.45) ? 'Customer' : 'Prospect',
      sector: sector.name,
      employees,
      revenue: Math.round(employees * (140 + random.between(0, 160))) * 1_000 * 100,
      currency: usd,
      founded: random.between(1888, 2014),
      website: `https://${addressPart(name, '-')}.example`,
      phone: phone(place, random),
      street: `${random.between(1, 980)} ${random.pick(['Foundry', 'Harbor', 'Mill', 'Canal', 'Depot', 'Quarry'])} ${random.pick(['Street', 'Road', 'Lane', 'Avenue'])}`,
      city: place.city,
      state: place.state,
      postalCode: place.zip,
      country: 'United States',
      lat: Number((place.lat + 0.06 * normal(random)).toFixed(5)),
      lon: Number((place.lon + 0.06 * normal(random)).toFixed(5)),
      createdOn,
    },
    { on: laterThanStart(createdOn) },
  )
}

function makePeople(
  build: SampleBuilder,
  account: RecordOf<'account'>,
  place: Place,
  size: number,
  random: Random,
  nextName: () => string,
): readonly RecordOf<'person'>[] {
  const people: RecordOf<'person'>[] = []
  const count = Math.min(titles.length - 1, 2 + Math.round(size * 0.8) + (chance(random, 0.4) ? 1 : 0))
  const start = random.between(0, titles.length - 1)
  for (let at = 0; at < count; at++) {
    const [title, department] = titles[(start + at * 4) % titles.length] as (typeof titles)[number]
    const name = nextName()
    const createdOn = addDays(firstDay, random.between(-600, 400))
    people.push(
      build.add(
        'person',
        {
          name,
          externalId: `C-${2001 + build.all('person').length}`,
          account: account.id,
          title,
          department,
          reportsTo: at > 0 && chance(random, 0.6) ? (people[0]?.id ?? null) : null,
          email: `${addressPart(name, '.')}@${addressPart(account.name, '-')}.example`,
          phone: phone(place, random),
          location: `${place.city}, ${place.state}`,
          owner: account.owner,
          since: addDays(createdOn, -random.between(100, 3000)),
          createdOn,
        },
        { on: laterThanStart(createdOn) },
      ),
    )
  }
  return people
}

const laterThanStart = (d: Day): Day => (d > firstDay ? d : firstDay)

/** A number of the block 555-0100 to 555-0199, which is kept free for stories. */
const phone = (place: Place, random: Random): string =>
  `+1 ${place.code} 555 01${String(random.between(0, 99)).padStart(2, '0')}`
