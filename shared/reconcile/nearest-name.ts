/** Finding the name most like another among many without comparing it with all of them. */
import { foldCompany, foldText, likeness, squeezeText } from '../base/text'

/** A record as it is found by. */
export interface BookEntry {
  readonly id: string
  readonly name: string
  readonly externalId: string | null
  readonly email: string | null
  /** Made by this import. */
  readonly isNew: boolean
}

/** A name that is nearly another. */
export interface NearName {
  readonly entry: BookEntry
  readonly likeness: number
  readonly why: 'same letters' | 'nearly the same' | 'part of the name'
}

/** Names by what can bring them near: their letters, their start, their words. */
export interface NameIndex {
  readonly names: BookEntry[]
  readonly bySqueezed: Map<string, number[]>
  readonly byStart: Map<string, number[]>
  readonly byToken: Map<string, number[]>
}

/** From this likeness on a name is suggested (import contract of domain section 0). */
export const nearEnough = 0.85

const mostCandidates = 80

/** The nearest name: the same letters, at least 85 % alike, or all words of one in the other. */
export function nearestName(index: NameIndex, name: string): NearName | null {
  const squeezed = squeezeText(name)
  if (squeezed === '') return null
  const same = index.bySqueezed.get(squeezed)?.[0]
  if (same !== undefined)
    return { entry: index.names[same] as BookEntry, likeness: 0.99, why: 'same letters' }
  const tokens = foldCompany(name).split(' ')
  const candidates = new Set<number>()
  const take = (list: readonly number[] | undefined): void => {
    if (list && list.length <= mostCandidates * 4)
      for (const at of list) if (candidates.size < mostCandidates) candidates.add(at)
  }
  for (const token of tokens) if (token.length > 1) take(index.byToken.get(token))
  take(index.byStart.get(squeezed.slice(0, 3)))
  let best: NearName | null = null
  const digits = digitsOf(name)
  for (const at of candidates) {
    const entry = index.names[at] as BookEntry
    // "Plan 1" and "Plan 2" are alike and yet two things.
    if (digitsOf(entry.name) !== digits) continue
    const near = nearness(name, tokens, entry)
    if (near && (!best || near.likeness > best.likeness)) best = near
  }
  return best
}

const digitsOf = (name: string): string => name.replace(/\D/g, '')

function nearness(name: string, tokens: readonly string[], entry: BookEntry): NearName | null {
  const alike = likeness(name, entry.name)
  if (alike >= nearEnough) return { entry, likeness: alike, why: 'nearly the same' }
  const other = foldText(entry.name).split(' ')
  const [few, many] = tokens.length <= other.length ? [tokens, other] : [other, tokens]
  const inside = few.every(token => many.includes(token)) && few.some(token => token.length >= 4)
  return inside && few.length < many.length && few.length * 2 >= many.length
    ? { entry, likeness: nearEnough, why: 'part of the name' }
    : null
}
