/** Bringing deal states up to date after edits: judged anew is what moved, and what the limits that moved with it decide. */
import type { Id } from '../base/id'
import type { RecordOf, TableName } from '../model/catalog'
import { sameValue } from '../region/change'
import type { Region } from '../region/region'
import { stateAt } from './deal-age'
import { closedAge, familyOf, judgeDeal, judgeStill, type DealState, type Limits } from './deal-judge'
import { limitsFrom, Places, type DealStates } from './deal-state'
import type { DealTime } from './deal-times'
import { renewDealLinks, withAnswers, type Moved } from './renew-deal-links'
import { closedTimes } from './won-times'

type DealId = Id<'opportunity'>

/** More deals than this are judged with the whole region. */
const most = 1500

/** Tables whose records name one deal that they are about. */
const hanging = [
  'oppLine',
  'opportunityEvent',
  'oppFact',
  'opportunityPlan',
  'disposition',
  'activity',
  'review',
  'strategySheet',
] as const satisfies readonly TableName[]

/** Tables that say how all deals are judged: a move in one of these means judging all of them again. */
const grounds = [
  'product',
  'salesCycle',
  'salesCycleVersion',
  'stageStatus',
  'statusDef',
  'eventDef',
  'currencyRate',
  'setting',
  'workWeek',
  'holiday',
] as const satisfies readonly TableName[]

/** Every table that deal states are derived from. */
export const dealStateTables: readonly TableName[] = ['opportunity', 'rep', 'account', ...hanging, ...grounds]

/**
 * The states after what `moved`, equal to what `dealStates` would give; null where so much moved that all deals must be
 * judged again. Deals for which nothing changes keep their row object.
 */
export function renewDealStates(states: DealStates, region: Region, moved: Moved): DealStates | null {
  if (grounds.some(table => (moved[table]?.size ?? 0) > 0)) return null
  const deals = movedDeals(region, moved)
  if (deals === null || deals.size > most) return null
  const { ground, asOf } = states
  const links = renewDealLinks(states.links, region, asOf, deals, moved)
  if (links.anyActivity !== states.anyActivity || links.anyNextStep !== states.anyNextStep) return null
  const statuses = states.statuses.with(links)
  const gone: DealTime[] = []
  const come: DealTime[] = []
  const here: { deal: RecordOf<'opportunity'>; state: DealState['state']; status: DealState['status'] }[] = []
  const renewed = new Map<DealId, DealState | undefined>()
  for (const id of deals) {
    const before = states.byId.get(id)
    if (before) gone.push(...timesOfRow(states, before))
    renewed.set(id, undefined)
    const deal = region.get('opportunity', id)
    const state = deal?.archivedAt === null ? stateAt(deal, asOf) : 'absent'
    if (!deal || state === 'absent') continue
    const status = statuses.of(deal)
    here.push({ deal, state, status })
    if (state !== 'open') {
      const age = closedAge(ground, deal, state)
      const closed = { deal, state, status, age, family: familyOf(ground, deal) }
      come.push(...closedTimes(closed, links.facts.get(id) ?? [], ground.calendar, ground.measure))
    }
  }
  const times = states.times.with(gone, come)
  const limits = times === states.times ? limitsOf(states) : limitsFrom(ground, times)
  for (const { deal, state, status } of here)
    renewed.set(deal.id, judgeDeal(ground, deal, state, status, links, limits))
  if (times !== states.times) rejudge(states, limits, renewed)
  return {
    ...states,
    ...rowsWith(states, region, renewed),
    byId: withAnswers(states.byId, renewed),
    ageLimits: limits.ages,
    stuckLimits: limits.stuck,
    statuses,
    links,
    times,
  }
}

const limitsOf = (states: DealStates): Limits => ({ ages: states.ageLimits, stuck: states.stuckLimits })

/** The times that a deal has added as it stood. */
function timesOfRow({ ground, links }: DealStates, row: DealState): readonly DealTime[] {
  const { deal, state, status, family } = row
  if (state === 'open') return []
  const closed = { deal, state, status, family, age: closedAge(ground, deal, state) }
  return closedTimes(closed, links.facts.get(row.id) ?? [], ground.calendar, ground.measure)
}

/** The deals that what moved is about, as it was and as it is; null where it cannot be told in their order. */
function movedDeals(region: Region, moved: Moved): Set<DealId> | null {
  const deals = new Set<DealId>(moved.opportunity?.keys())
  for (const table of hanging)
    for (const [id, before] of moved[table] ?? []) {
      const now = region.table(table).get(id as never) as { readonly opportunity: DealId | null } | undefined
      if (before?.opportunity) deals.add(before.opportunity)
      if (now?.opportunity) deals.add(now.opportunity)
    }
  for (const id of moved.rep?.keys() ?? [])
    for (const deal of region.table('opportunity').where('owner', id)) deals.add(deal.id)
  for (const id of moved.account?.keys() ?? [])
    for (const deal of region.table('opportunity').where('account', id)) deals.add(deal.id)
  return deals
}

/** Judges the other open deals against limits that have moved; adds those that come out otherwise to `renewed`. */
function rejudge(states: DealStates, limits: Limits, renewed: Map<DealId, DealState | undefined>): void {
  const old = limitsOf(states)
  for (const row of states.rows) {
    if (row.state !== 'open' || renewed.has(row.id)) continue
    const { deal, status, family } = row
    if (
      old.ages.of(family)?.days === limits.ages.of(family)?.days &&
      sameLimit(old.stuck.of(deal, status), limits.stuck.of(deal, status))
    )
      continue
    const still = judgeStill(states.ground, row, limits)
    if (
      row.deadByAge !== still.deadByAge ||
      row.standing !== still.standing ||
      row.needsDisposition !== still.needsDisposition ||
      !sameValue(row.stuck, still.stuck)
    )
      renewed.set(row.id, { ...row, ...still })
  }
}

type StuckLimit = ReturnType<Limits['stuck']['of']>
const sameLimit = (a: StuckLimit, b: StuckLimit): boolean => a?.days === b?.days && a?.basis === b?.basis

/** The rows in the region's order; the places of deals hold as long as none comes or goes. */
function rowsWith(
  states: DealStates,
  region: Region,
  renewed: ReadonlyMap<DealId, DealState | undefined>,
): Pick<DealStates, 'rows' | 'places'> {
  const { places } = states
  if ([...renewed].every(([id, row]) => (places.of(id) !== undefined) === (row !== undefined))) {
    const rows = states.rows.slice()
    for (const [id, row] of renewed) {
      const at = places.of(id)
      if (at !== undefined && row) rows[at] = row
    }
    return { rows, places }
  }
  const rows: DealState[] = []
  for (const deal of region.table('opportunity').values()) {
    const row = renewed.has(deal.id) ? renewed.get(deal.id) : states.byId.get(deal.id)
    if (row) rows.push(row)
  }
  return { rows, places: new Places(rows) }
}
