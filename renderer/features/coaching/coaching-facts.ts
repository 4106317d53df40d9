/** What the coaching screen asks of the region: facts once for all reps, what waits for each, and one rep's page. */
import type { Day } from '#shared/base/day'
import { daysBetween } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import { diagnose, type Diagnosis } from '#shared/coaching/roam-diagnosis'
import type { RecordOf } from '#shared/model/catalog'
import { agenda, type Topic } from '#shared/packs/agenda-sheet'
import { packFacts, repFacts, type RepFacts } from '#shared/packs/pack-facts'
import { quotaOf, scorecard, type Metric } from '#shared/packs/scorecard'
import { isInWork } from '#shared/process/decide-deals'
import type { Region } from '#shared/region/region'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'

const tables = [...forecastTables, 'quota', 'actionItem', 'meeting', 'coachingEntry', 'pack'] as const

/** Everything derived about all deals as of a day. */
export const askFacts = query(tables, (region, asOf: Day) =>
  packFacts(region, asOf, {
    states: askDealStates(region, asOf),
    forecast: askForecast(region, asOf, 'quarter'),
  }),
)

/** A rep in the list, with what waits. */
export interface RepRow {
  readonly id: Id<'rep'>
  readonly rep: RecordOf<'rep'>
  readonly open: number
  readonly openAmount: number
  readonly won: number
  readonly quota: number | null
  /** Deals to decide; null where nothing was imported to judge stale deals by (PL-7). */
  readonly decide: number | null
  /** Open deals older than any closed one of their family took (PL-9). */
  readonly dead: number
  readonly lateActions: number
  /** Days since the last one-on-one that was held; null where none was. */
  readonly lastTalk: number | null
  readonly nextTalk: Day | null
  readonly pack: 'none' | 'out' | 'late' | 'back'
  /** What waits, as a count of things to decide or do. */
  readonly waits: number
}

/** All active reps and those with open deals, those with the most waiting first. */
export const askReps = query(tables, (region, asOf: Day): readonly RepRow[] => {
  const facts = askFacts(region, asOf)
  return region
    .all('rep')
    .filter(each => each.active || (facts.byOwner.get(each.id) ?? []).some(row => row.state === 'open'))
    .map(each => repRow(repFacts(region, each, facts)))
    .filter(each => each.open > 0 || each.rep.active)
    .sort((a, b) => b.waits - a.waits || (a.rep.name < b.rep.name ? -1 : 1))
})

/** How many reps have something waiting; the number on the rail. */
export const askWaiting = query(tables, (region, asOf: Day): number => {
  const states = askDealStates(region, asOf)
  const busy = new Set<string | undefined>()
  for (const row of states.rows) if (row.state === 'open') busy.add(row.owner?.id)
  return region
    .all('rep')
    .filter(
      rep =>
        packState(region, rep.id, asOf, states.settings.packReturnDays) === 'late' ||
        (rep.active && busy.has(rep.id) && (talksOf(region, rep.id, asOf).lastTalk ?? 999) > oneOnOneGap),
    ).length
})

/** Days after which the next one-on-one is overdue (9.1). */
export const oneOnOneGap = 21

/** Days since the last one-on-one that was held, and the day of the next one planned. */
function talksOf(region: Region, rep: Id<'rep'>, asOf: Day): Pick<RepRow, 'lastTalk' | 'nextTalk'> {
  const meetings = region.where('meeting', 'rep', rep).filter(each => each.kind === 'oneOnOne')
  const held = meetings
    .filter(each => ['held', 'minuted', 'closed'].includes(each.state) && each.on <= asOf)
    .reduce<Day | null>((last, each) => (last === null || each.on > last ? each.on : last), null)
  const nextTalk = meetings
    .filter(each => (each.state === 'planned' || each.state === 'prepared') && each.on >= asOf)
    .reduce<Day | null>((first, each) => (first === null || each.on < first ? each.on : first), null)
  return { lastTalk: held === null ? null : daysBetween(held, asOf), nextTalk }
}

function repRow(rep: RepFacts): RepRow {
  const { region, facts, open } = rep
  const { asOf, states } = facts
  const waiting = open.filter(each => each.needsDisposition || each.disposition.state === 'revisit').length
  const lateActions = region
    .where('actionItem', 'rep', rep.rep.id)
    .filter(each => each.state === 'open' && each.dueOn !== null && each.dueOn < asOf).length
  const [period] = facts.periods
  const won = scorecardWon(rep)
  const pack = packState(region, rep.rep.id, asOf, states.settings.packReturnDays)
  return {
    id: rep.rep.id,
    rep: rep.rep,
    open: open.length,
    openAmount: open.reduce((sum, each) => sum + (each.value.amount ?? 0), 0),
    won,
    quota: period ? quotaOf(rep, period) : null,
    decide: states.anyActivity || waiting > 0 ? waiting : null,
    dead: open.filter(each => isInWork(each) && each.deadByAge === true).length,
    lateActions,
    ...talksOf(region, rep.rep.id, asOf),
    pack,
    waits: waiting + lateActions + (pack === 'late' ? 1 : 0),
  }
}

function scorecardWon({ rows, facts }: RepFacts): number {
  const [period] = facts.periods
  if (!period) return 0
  return rows.reduce((sum, each) => {
    const on = each.state === 'won' ? each.deal.closedOn : null
    return on !== null && on >= period.first && on <= facts.asOf ? sum + (each.value.amount ?? 0) : sum
  }, 0)
}

function packState(region: Region, rep: Id<'rep'>, asOf: Day, days: number): RepRow['pack'] {
  const last = region
    .where('pack', 'rep', rep)
    .reduce<RecordOf<'pack'> | null>(
      (newest, each) => (newest === null || each.exportedAt > newest.exportedAt ? each : newest),
      null,
    )
  if (!last) return 'none'
  if (last.returnedAt !== null) return 'back'
  return daysBetween(last.asOf, asOf) > days ? 'late' : 'out'
}

/** One rep's page. */
export interface RepPageFacts {
  readonly facts: RepFacts
  readonly metrics: readonly Metric[]
  readonly topics: readonly Topic[]
  readonly diagnosis: Diagnosis | null
  readonly actions: readonly RecordOf<'actionItem'>[]
}

/** Everything on one rep's page; null where there is no such rep. */
export const askRepPage = query(tables, (region, id: string, asOf: Day): RepPageFacts | null => {
  const rep = region.get('rep', id as Id<'rep'>)
  if (!rep) return null
  const facts = repFacts(region, rep, askFacts(region, asOf))
  const [period] = facts.facts.periods
  return {
    facts,
    metrics: scorecard(facts),
    topics: agenda(facts),
    diagnosis: period ? diagnose(region, facts.facts.states, rep.id, period) : null,
    actions: region
      .where('actionItem', 'rep', rep.id)
      .filter(each => each.state === 'open')
      .sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1)),
  }
})
