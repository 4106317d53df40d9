/** Buying roles in any vocabulary: what is stored stays as it was said, a switch only translates what is shown. */
import type { RecordOf } from '../model/catalog'
import type { CoreRole, RoleHeld, VocabularyRole } from '../model/workbench'

/** Vocabularies by key. */
export type Vocabularies = ReadonlyMap<string, readonly VocabularyRole[]>

/** The vocabularies of a region. */
export const vocabulariesOf = (records: readonly RecordOf<'roleVocabulary'>[]): Vocabularies =>
  new Map(records.map(each => [each.key, each.roles]))

/** The core role of a role held; null where its vocabulary is gone. */
export const coreOf = (held: RoleHeld, words: Vocabularies): CoreRole | null =>
  words.get(held.vocabulary)?.find(each => each.key === held.role)?.core ?? null

/** A role as another vocabulary calls it. */
export interface ShownRole {
  readonly held: RoleHeld
  readonly role: VocabularyRole
  /** False where only the core role is the same. */
  readonly exact: boolean
}

/** The roles held in the words of one vocabulary; roles without a word there are left out, and nothing is lost. */
export function rolesIn(
  held: readonly RoleHeld[],
  words: Vocabularies,
  target: string,
): readonly ShownRole[] {
  const roles = words.get(target) ?? []
  return held.flatMap((each): ShownRole[] => {
    const own = each.vocabulary === target ? roles.find(role => role.key === each.role) : undefined
    if (own) return [{ held: each, role: own, exact: true }]
    const core = coreOf(each, words)
    const alike =
      roles.find(role => role.core === core && role.key === each.role) ??
      roles.find(role => role.core === core)
    return core && alike ? [{ held: each, role: alike, exact: false }] : []
  })
}
