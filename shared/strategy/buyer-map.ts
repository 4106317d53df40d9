/** The people of one deal with their roles, contacts and standing (BR-1 to BR-3). */
import { daysBetween, laterDay, type Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { CoreRole } from '../model/workbench'
import type { Region } from '../region/region'
import { coreOf, vocabulariesOf, type Vocabularies } from './vocabulary'

/** How far we are with a person (section 3, states). */
export type ContactState = 'placeholder' | 'identified' | 'contacted' | 'engaged' | 'quiet' | 'gone'

/** One person, known or not yet, on the map. */
export interface Buyer {
  readonly role: RecordOf<'buyerRole'>
  readonly person: RecordOf<'person'> | null
  readonly name: string
  readonly cores: readonly CoreRole[]
  readonly lastTwoWay: Day | null
  readonly contacted: boolean
  readonly state: ContactState
  readonly champion: ChampionTest
}

/** All that one deal's map holds. */
export interface BuyerMap {
  readonly opportunity: Id<'opportunity'>
  readonly buyers: readonly Buyer[]
  readonly links: readonly RecordOf<'influenceLink'>[]
  readonly standings: readonly RecordOf<'competitorStanding'>[]
  readonly words: Vocabularies
}

/** BR-2: the three tests of a champion; without all three the person is a friend or coach. */
export interface ChampionTest {
  readonly power: boolean
  readonly personalWin: boolean
  readonly soldForUs: boolean
  /** False where the role is only assumed. */
  readonly known: boolean
  readonly passed: boolean
}

const isSaid = (text: string | null): boolean => text !== null && text.trim() !== ''

/** BR-2 of one person. */
export function championTest(role: RecordOf<'buyerRole'>, words: Vocabularies): ChampionTest {
  const power = role.hasPower
  const personalWin = isSaid(role.winPersonal)
  const soldForUs = role.soldForUsOn !== null && isSaid(role.soldForUs)
  const known = role.roles.some(each => coreOf(each, words) === 'coach' && each.basis !== 'assumed')
  return { power, personalWin, soldForUs, known, passed: power && personalWin && soldForUs && known }
}

/** BR-1: support from −1 to +1, weighted by influence; unknown ratings are excluded and counted. */
export function supportIndex(roles: readonly Pick<RecordOf<'buyerRole'>, 'influence' | 'rating'>[]): {
  readonly index: number | null
  readonly unknown: number
} {
  let sum = 0
  let weights = 0
  let unknown = 0
  for (const { influence, rating } of roles) {
    if (rating === null || rating === 0) {
      unknown++
      continue
    }
    const w = influence === 'high' ? 3 : influence === 'medium' ? 2 : 1
    sum += w * rating
    weights += w
  }
  return { index: weights > 0 ? sum / (5 * weights) : null, unknown }
}

/** BR-3: distinct persons and departments with a two-way contact within the window. */
export function threadsOf(
  buyers: readonly Buyer[],
  asOf: Day,
  windowDays: number,
): { readonly persons: number; readonly departments: number } {
  const persons = new Set<string>()
  const departments = new Set<string>()
  for (const { person, role, lastTwoWay, state } of buyers) {
    if (lastTwoWay === null || state === 'gone' || daysBetween(lastTwoWay, asOf) > windowDays) continue
    persons.add(person?.id ?? role.id)
    if (person?.department) departments.add(person.department)
  }
  return { persons: persons.size, departments: departments.size }
}

/** Contacts of every person up to a day, read once for many maps. */
export interface Contacts {
  readonly twoWay: ReadonlyMap<Id<'person'>, Day>
  readonly any: ReadonlySet<Id<'person'>>
}

/** The newest two-way contact of each person. */
export function contactsOf(region: Region, asOf: Day): Contacts {
  const twoWay = new Map<Id<'person'>, Day>()
  const any = new Set<Id<'person'>>()
  for (const each of region.all('activity')) {
    if (each.status !== 'done' || each.on > asOf) continue
    for (const person of each.persons) {
      any.add(person)
      if (!each.twoWay) continue
      const old = twoWay.get(person)
      twoWay.set(person, old ? laterDay(old, each.on) : each.on)
    }
  }
  return { twoWay, any }
}

/** What maps of a region are read against. */
interface MapGround {
  readonly words: Vocabularies
  readonly contacts: Contacts
  readonly asOf: Day
  /** Days within which a contact counts as live. */
  readonly windowDays: number
}

/** The records of one map, as they stand or as they stood. */
interface MapRecords {
  readonly roles: readonly RecordOf<'buyerRole'>[]
  readonly links: readonly RecordOf<'influenceLink'>[]
  readonly standings: readonly RecordOf<'competitorStanding'>[]
}

/** The map that these records make; links to people who are not on it are left out. */
export function mapOfRecords(
  region: Region,
  opportunity: Id<'opportunity'>,
  { roles, links, standings }: MapRecords,
  ground: MapGround,
): BuyerMap {
  const here = new Set(roles.map(each => each.id))
  return {
    opportunity,
    buyers: roles.map(role => buyerOf(region, role, ground)),
    links: links.length === 0 ? links : links.filter(each => here.has(each.from) && here.has(each.to)),
    standings,
    words: ground.words,
  }
}

/** Makes maps of deals; the vocabularies and contacts are read once. */
export function mapReader(
  region: Region,
  asOf: Day,
  windowDays: number,
  contacts: Contacts = contactsOf(region, asOf),
): (opportunity: Id<'opportunity'>) => BuyerMap {
  const ground: MapGround = {
    words: vocabulariesOf(region.all('roleVocabulary')),
    contacts,
    asOf,
    windowDays,
  }
  return opportunity =>
    mapOfRecords(
      region,
      opportunity,
      {
        roles: region.where('buyerRole', 'opportunity', opportunity),
        links: region.where('influenceLink', 'opportunity', opportunity),
        standings: region.where('competitorStanding', 'opportunity', opportunity),
      },
      ground,
    )
}

function buyerOf(
  region: Region,
  role: RecordOf<'buyerRole'>,
  { words, contacts, asOf, windowDays }: MapGround,
): Buyer {
  const person = region.get('person', role.person)
  const seen = person ? (contacts.twoWay.get(person.id) ?? null) : null
  const typed = role.lastTwoWay !== null && role.lastTwoWay <= asOf ? role.lastTwoWay : null
  const lastTwoWay = seen && typed ? laterDay(seen, typed) : (seen ?? typed)
  const contacted = lastTwoWay !== null || (person !== null && contacts.any.has(person.id))
  return {
    role,
    person,
    name: person?.name ?? role.placeholder ?? 'Unknown',
    cores: coresOf(role.roles, words),
    lastTwoWay,
    contacted,
    state: stateOf(person, lastTwoWay, contacted, asOf, windowDays),
    champion: championTest(role, words),
  }
}

const noCores: readonly CoreRole[] = []

function coresOf(held: RecordOf<'buyerRole'>['roles'], words: Vocabularies): readonly CoreRole[] {
  if (held.length === 0) return noCores
  const cores: CoreRole[] = []
  for (const each of held) {
    const core = coreOf(each, words)
    if (core !== null && !cores.includes(core)) cores.push(core)
  }
  return cores
}

function stateOf(
  person: RecordOf<'person'> | null,
  lastTwoWay: Day | null,
  contacted: boolean,
  asOf: Day,
  windowDays: number,
): ContactState {
  if (!person) return 'placeholder'
  if (!person.stillThere) return 'gone'
  if (lastTwoWay !== null) return daysBetween(lastTwoWay, asOf) <= windowDays ? 'engaged' : 'quiet'
  return contacted ? 'contacted' : 'identified'
}
