/** Bringing deal states up to date after a small edit, without judging the whole region again. */
import type { RecordOf } from '../model/catalog'
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { Region } from '../region/region'
import { stateAt } from './deal-age'
import { withAnswers, type DealLinks } from './deal-links'
import type { DealState, DealStates } from './deal-state'

type Deal = RecordOf<'opportunity'>

/** More changed deals than this are judged with the whole region. */
const most = 500

/**
 * True where a changed deal leaves every limit alone that other deals are judged by: it was open and is open, in the
 * same stage, and neither brings the first nor takes the last next step or activity date.
 */
function staysLocal(states: DealStates, before: Deal, after: Deal): boolean {
  const step = (deal: Deal): boolean => deal.nextStep !== null || deal.nextStepOn !== null
  if (before.stage !== after.stage || before.lastActivityOn !== after.lastActivityOn) return false
  if (before.pipeline !== after.pipeline || before.kind !== after.kind) return false
  return step(before) === step(after) || (states.anyNextStep && step(after))
}

/**
 * The states after edits of open deals and their dated facts alone, equal to what `dealStates` would give; null where
 * the edits may move limits that other deals are judged by, so that all must be judged again. Unchanged deals keep
 * their row object.
 */
export function renewDealStates(states: DealStates, region: Region): DealStates | null {
  const changed: { at: number; deal: Deal }[] = []
  let at = 0
  for (const deal of region.table('opportunity').values()) {
    if (deal.archivedAt !== null) continue
    const row = states.rows[at]
    if (row && row.deal === deal) {
      at++
      continue
    }
    const state = stateAt(deal, states.asOf)
    if (row?.id !== deal.id) {
      if (state === 'absent') continue
      return null
    }
    if (row.state !== 'open' || state !== 'open' || !staysLocal(states, row.deal, deal)) return null
    changed.push({ at, deal })
    at++
    if (changed.length > most) return null
  }
  if (at !== states.rows.length) return null
  const links = linksOf(states, region, changed)
  const rows = states.rows.slice()
  const renewed = new Map<Id<'opportunity'>, DealState>()
  for (const each of changed) {
    const row = states.judge(each.deal, 'open', links)
    rows[each.at] = row
    renewed.set(row.id, row)
  }
  return { ...states, rows, links, byId: withAnswers(states.byId, renewed) }
}

/** What hangs on the changed deals now: their dated facts, each of which is a touch (PL-7). */
function linksOf(states: DealStates, region: Region, changed: readonly { readonly deal: Deal }[]): DealLinks {
  const facts = new Map<Id<'opportunity'>, readonly RecordOf<'oppFact'>[]>()
  const lastTouch = new Map<Id<'opportunity'>, Day>()
  for (const { deal } of changed) {
    const own = region.where('oppFact', 'opportunity', deal.id)
    let newest = states.links.lastTouch.get(deal.id)
    for (const fact of own)
      if (fact.occurredOn <= states.asOf && (newest === undefined || fact.occurredOn > newest))
        newest = fact.occurredOn
    facts.set(deal.id, own)
    if (newest !== undefined) lastTouch.set(deal.id, newest)
  }
  return {
    ...states.links,
    facts: withAnswers(states.links.facts, facts),
    lastTouch: withAnswers(states.links.lastTouch, lastTouch),
  }
}
