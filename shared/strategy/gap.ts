/** What is missing on a buyer map (BR-4), what covers it (BR-5), and what is wrong with the map itself (BR-W1 to BR-W3). */
import { daysBetween, type Day } from '../base/day'
import type { Id } from '../base/id'
import type { Minor } from '../base/money'
import type { CoreRole } from '../model/workbench'
import { warning, type Facts, type Warning } from '../region/warning'
import { threadsOf, type Buyer, type BuyerMap } from './buyer-map'
import { isKeyDeal, type DealBrief } from './deal-brief'

/** The kinds of gap of BR-4. */
export type GapKind =
  | 'noEconomic'
  | 'economicNotContacted'
  | 'singleThreaded'
  | 'noCoach'
  | 'roleEmpty'
  | 'opponentNoAction'
  | 'calmNoAction'
  | 'notContacted'
  | 'newPerson'
  | 'championLeft'
  | 'noMobiliser'
  | 'ratingOld'
  | 'contradictory'

/** A red flag; `key` is what a strength covers it by (BR-5). */
export interface Gap {
  readonly key: string
  readonly kind: GapKind
  readonly severity: 'high' | 'medium' | 'info'
  readonly buyer: Id<'buyerRole'> | null
  readonly facts: Facts
  /** The person whose strength covers it; null while it is open. */
  readonly coveredBy: Id<'buyerRole'> | null
}

/** What the gaps are judged against. */
export interface GapContext {
  readonly asOf: Day
  /** Minor units. */
  readonly keyAmount: Minor
  readonly threadDays: number
  /** The vocabulary whose required roles must be filled. */
  readonly vocabulary: string
  /** People that an action, by strategy sheet or by hand, takes on. */
  readonly actedOn: ReadonlySet<Id<'buyerRole'>>
}

const mobilisers: ReadonlySet<string> = new Set(['goGetter', 'teacher', 'skeptic'])
const newDays = 60
const ratingDays = 30

/** BR-4 of one deal, open gaps first. */
export function gapsOf(deal: DealBrief, map: BuyerMap, context: GapContext): readonly Gap[] {
  const covers = new Map<string, Id<'buyerRole'>>()
  for (const { role } of map.buyers) for (const key of role.covers) covers.set(key, role.id)
  const found: Gap[] = []
  const say = (
    kind: GapKind,
    severity: Gap['severity'],
    facts: Facts = {},
    buyer?: Buyer,
    part?: string,
  ): void => {
    const mark = buyer?.role.id ?? part
    const key = mark ? `${kind}:${mark}` : kind
    found.push({
      key,
      kind,
      severity,
      buyer: buyer?.role.id ?? null,
      facts: buyer ? { person: buyer.name, ...facts } : facts,
      coveredBy: covers.get(key) ?? null,
    })
  }
  dealGaps(deal, map, context, say)
  for (const buyer of map.buyers) personGaps(buyer, context, say)
  return covers.size === 0
    ? found
    : found.sort((a, b) => Number(a.coveredBy !== null) - Number(b.coveredBy !== null))
}

type Say = (kind: GapKind, severity: Gap['severity'], facts?: Facts, buyer?: Buyer, part?: string) => void

function dealGaps(deal: DealBrief, map: BuyerMap, context: GapContext, say: Say): void {
  const s = deal.selling ?? 0
  const live: Buyer[] = []
  const cores = new Set<CoreRole>()
  let economic: Buyer | null = null
  let reached = false
  for (const each of map.buyers) {
    if (each.state === 'gone') continue
    live.push(each)
    for (const core of each.cores) cores.add(core)
    if (!each.cores.includes('economic')) continue
    economic ??= each
    if (each.contacted) reached = true
  }
  if (economic === null) say('noEconomic', s >= 2 ? 'high' : 'medium')
  else if (!reached) say('economicNotContacted', s >= 4 ? 'high' : 'medium', {}, economic)
  const threads = threadsOf(map.buyers, context.asOf, context.threadDays)
  if (threads.persons <= 1 && (isKeyDeal(deal, context.keyAmount) || s >= 3))
    say('singleThreaded', 'high', { threads: threads.persons, days: context.threadDays })
  if (!cores.has('coach')) say('noCoach', s >= 2 ? 'medium' : 'info')
  for (const role of map.words.get(context.vocabulary) ?? [])
    if (role.required && role.core !== 'economic' && role.core !== 'coach' && !cores.has(role.core))
      say('roleEmpty', 'medium', { role: role.label }, undefined, role.key)
  const known = live.filter(each => each.role.mobiliser !== null)
  if (known.length > 0 && !known.some(each => mobilisers.has(each.role.mobiliser ?? '')))
    say('noMobiliser', 'info', { n: known.length })
}

function personGaps(buyer: Buyer, { asOf, actedOn }: GapContext, say: Say): void {
  const { role, person, state } = buyer
  if (state === 'gone') {
    if (buyer.cores.includes('coach')) say('championLeft', 'high', {}, buyer)
    return
  }
  const acted = actedOn.has(role.id)
  const high = role.influence === 'high'
  if (high && (role.rating ?? 0) < 0 && !acted)
    say('opponentNoAction', 'high', { rating: role.rating }, buyer)
  if (high && (role.mode === 'evenKeel' || role.mode === 'overconfident') && !acted)
    say('calmNoAction', 'medium', { mode: role.mode }, buyer)
  if (state === 'placeholder' || !buyer.contacted) say('notContacted', high ? 'medium' : 'info', {}, buyer)
  if (person?.since && person.since <= asOf && daysBetween(person.since, asOf) < newDays)
    say('newPerson', 'medium', { days: daysBetween(person.since, asOf) }, buyer)
  if (role.rating !== null && role.ratingOn !== null && daysBetween(role.ratingOn, asOf) > ratingDays)
    say('ratingOld', 'info', { days: daysBetween(role.ratingOn, asOf) }, buyer)
  if ((role.rating ?? 0) >= 4 && role.mode === 'evenKeel')
    say('contradictory', 'medium', { rating: role.rating }, buyer)
}

/** The people whom open or done actions take on: by hand from the map, or through factors of the strategy sheet. */
export function actedOnBy(
  factors: readonly { readonly id: string; readonly persons: readonly Id<'buyerRole'>[] }[],
  linkedFactors: ReadonlySet<string>,
  origins: Iterable<string | null>,
): ReadonlySet<Id<'buyerRole'>> {
  const acted = new Set<Id<'buyerRole'>>()
  for (const factor of factors)
    if (linkedFactors.has(factor.id)) for (const person of factor.persons) acted.add(person)
  for (const origin of origins) if (origin !== null) acted.add(origin as Id<'buyerRole'>)
  return acted
}

/** Circles in who reports to whom on a map; each once, as ids. */
export function reportLoops(map: BuyerMap): readonly (readonly Id<'buyerRole'>[])[] {
  const next = new Map(map.buyers.map(each => [each.role.id, each.role.reportsTo]))
  const done = new Set<Id<'buyerRole'>>()
  const loops: Id<'buyerRole'>[][] = []
  for (const start of next.keys()) {
    const path: Id<'buyerRole'>[] = []
    let at: Id<'buyerRole'> | null = start
    while (at !== null && !done.has(at) && !path.includes(at)) {
      path.push(at)
      at = next.get(at) ?? null
    }
    if (at !== null && path.includes(at)) loops.push(path.slice(path.indexOf(at)))
    for (const id of path) done.add(id)
  }
  return loops
}

/** BR-W1 to BR-W3: two economic buyers, someone who left, a circle of reporting lines (refused). */
export function mapWarnings(deal: DealBrief, map: BuyerMap): readonly Warning[] {
  const found: Warning[] = []
  const record = [{ table: 'opportunity' as const, id: deal.id }]
  const economic = map.buyers.filter(each => each.cores.includes('economic') && each.state !== 'gone')
  if (economic.length > 1)
    found.push(
      warning(
        'BR-W1',
        'warn',
        deal.id,
        { deal: deal.name, who: economic.map(each => each.name).join(', ') },
        record,
      ),
    )
  for (const buyer of map.buyers)
    if (buyer.state === 'gone')
      found.push(warning('BR-W2', 'warn', buyer.role.id, { deal: deal.name, who: buyer.name }, record))
  const names = new Map(map.buyers.map(each => [each.role.id, each.name]))
  for (const loop of reportLoops(map))
    found.push(
      warning(
        'BR-W3',
        'block',
        deal.id,
        { deal: deal.name, who: [...loop, ...loop.slice(0, 1)].map(id => names.get(id)).join(' → ') },
        record,
      ),
    )
  return found
}
