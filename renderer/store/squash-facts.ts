/** Typing on in one cell leaves one dated fact, not one for each key pressed (CV-2). */
import type { RecordOf } from '#shared/model/catalog'
import { sameValue, type ChangeSet } from '#shared/region/change'

type Fact = RecordOf<'oppFact'>

const keyOf = (fact: Fact): string => `${fact.opportunity}/${fact.field}`

/** The `next` change with its dated facts joined to those that `last` has just added for the same field. */
export function squashFacts(last: ChangeSet, next: ChangeSet): ChangeSet {
  const earlier = new Map((last.oppFact?.added ?? []).map(fact => [keyOf(fact), fact]))
  const facts = next.oppFact
  if (!facts || !facts.added.some(fact => earlier.has(keyOf(fact)))) return next
  const added: Fact[] = []
  const removed: Fact[] = [...facts.removed]
  for (const fact of facts.added) {
    const old = earlier.get(keyOf(fact))
    if (!old) {
      added.push(fact)
      continue
    }
    removed.push(old)
    if (!sameValue(old.before, fact.value)) added.push({ ...fact, before: old.before })
  }
  return { ...next, oppFact: { added, changed: facts.changed, removed } }
}
