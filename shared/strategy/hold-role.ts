/** Giving a person a role in the words that are shown, without losing what was said in other words (section 3). */
import type { CoreRole, RoleHeld } from '../model/workbench'
import type { ChampionTest } from './buyer-map'
import { rolesIn, type ShownRole, type Vocabularies } from './vocabulary'

/** What a role rests on. */
export type Basis = RoleHeld['basis']

/** The basis of a role in the words of a vocabulary; null where the person does not have it. */
export const basisIn = (
  held: readonly RoleHeld[],
  words: Vocabularies,
  vocabulary: string,
  role: string,
): Basis | null => rolesIn(held, words, vocabulary).find(each => each.role.key === role)?.held.basis ?? null

/**
 * The roles after giving `role` on a basis, or taking it away with null. A role that was said in other words and is
 * shown as this one keeps its words: only its basis moves, and only taking it away removes it.
 */
export function holdRole(
  held: readonly RoleHeld[],
  words: Vocabularies,
  vocabulary: string,
  role: string,
  basis: Basis | null,
): readonly RoleHeld[] {
  const shown = rolesIn(held, words, vocabulary).filter(each => each.role.key === role)
  const said = new Set(shown.map(each => each.held))
  if (basis === null) return held.filter(each => !said.has(each))
  if (said.size > 0) return held.map(each => (said.has(each) ? { ...each, basis } : each))
  return [...held, { vocabulary, role, basis }]
}

const claimsChampion = /champion/i

/** What a role is called: "Champion" only where the test is passed (BR-2), whatever the vocabulary says. */
export function roleLabel(
  shown: Pick<ShownRole, 'role'> | { readonly role: { readonly label: string; readonly core: CoreRole } },
  champion: Pick<ChampionTest, 'passed'>,
): string {
  if (shown.role.core !== 'coach') return shown.role.label
  if (champion.passed) return 'Champion'
  return claimsChampion.test(shown.role.label) ? 'Friend or coach' : shown.role.label
}
