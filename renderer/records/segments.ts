/** Segments: named filters over deals, those that come with the program and the region's own, counted and said in words. */
import { type Day } from '#shared/base/day'
import type { Json } from '#shared/model/field'
import type { DealState, DealStates } from '#shared/process/deal-state'
import { totalValue } from '#shared/process/deal-value'
import { askDealStates } from '../store/deal-states'
import { query } from '../store/query'
import type { FilterGroup } from '../ui/grid/engine/filter'
import { filterSentence } from '../ui/grid/engine/filter-sentence'
import { dayNumber, rowsSource } from '../ui/grid/engine/rows-source'
import { runFilter } from '../ui/grid/engine/run-filter'
import { plainView, type GridView } from '../ui/grid/grid-view'
import { askDealSpec, dealColumnTitle } from './deal-spec'
import { dealFlags } from './deal-words'

/** A named filter over deals. */
export interface Segment {
  readonly id: string
  readonly name: string
  readonly filter: FilterGroup
  /** What its deals have in common, as a sentence. */
  readonly sentence: string
  /** The region's own, which can be renamed, changed and deleted. */
  readonly own: boolean
}

const where = (...parts: FilterGroup['parts']): FilterGroup => ({ join: 'and', parts })
const flagged = (flag: (typeof dealFlags)[number]['key']): FilterGroup =>
  where({ column: 'flags', op: 'has', values: [flag] })
const standing = (words: string): FilterGroup => where({ column: 'standing', op: 'in', values: [words] })
const open = { column: 'state', op: 'in', values: ['Open'] } as const
const aside = ['Postponed', 'Disqualified', 'Archived'] as const

/** The segments that come with the program, in the order of their urgency. */
export const shippedSegments: readonly Segment[] = (
  [
    ['decide', 'To decide', flagged('decide'), 'Stuck and stale without a decision since (PL-8).'],
    ['revisit', 'Revisit due', flagged('revisit'), 'Postponed, and their day has come (PL-4).'],
    ['dead', 'Dead by age', flagged('dead'), 'Older than the longest deal that ever closed (PL-9).'],
    ['stuck', 'Stuck', flagged('stuck'), 'No progress for longer than won deals needed (PL-6).'],
    ['stale', 'Stale', flagged('stale'), 'Not touched for longer than allowed (PL-7).'],
    [
      'stuckStale',
      'Stuck and stale',
      standing('Stuck and stale'),
      'Neither moving nor touched: a decision is due (PL-8).',
    ],
    [
      'stuckTouched',
      'Stuck but touched',
      standing('Stuck but touched'),
      'Touched but not moving: the buyer’s process, or skill (PL-8).',
    ],
    [
      'movingStale',
      'Moving but stale',
      standing('Moving but stale'),
      'Moving without a trace of us: the records lag (PL-8).',
    ],
    ['healthy', 'Moving and touched', standing('Moving and touched'), 'Moving and touched (PL-8).'],
    [
      'overdue',
      'Overdue',
      flagged('overdue'),
      'The buyer’s decision date or the CRM close has passed (PL-9).',
    ],
    ['noNextStep', 'No next step', flagged('noNextStep'), 'No dated next step of the buyer (PL-9).'],
    ['pushed', 'Pushed', flagged('pushed'), 'The close moved to a later month twice or more (PL-9).'],
    ['noAccount', 'No account', flagged('noAccount'), 'Open without an account.'],
    [
      'work',
      'Open, in work',
      where(open, { column: 'disposition', op: 'notIn', values: aside }),
      'Open and not put aside by a decision.',
    ],
    [
      'aside',
      'Put aside',
      where(open, { column: 'disposition', op: 'in', values: aside }),
      'Open, but postponed, disqualified or archived by a decision (PL-4).',
    ],
  ] as const
).map(([id, name, filter, sentence]) => ({ id, name, filter, sentence, own: false }))

const isGroup = (value: Json): boolean =>
  typeof value === 'object' && value !== null && 'parts' in value && 'join' in value

/** All segments of the region: its own first. */
export const askSegments = query(['segment'], (region): readonly Segment[] => [
  ...region
    .all('segment')
    .filter(each => each.table === 'opportunity' && isGroup(each.filter))
    .map(each => ({
      id: each.id,
      name: each.name,
      filter: each.filter as unknown as FilterGroup,
      sentence: `Deals where ${segmentSentence(each.filter as unknown as FilterGroup)}.`,
      own: true,
    })),
  ...shippedSegments,
])

/** The deals of a segment as of a day, with what they are worth. */
export interface SegmentDeals {
  readonly segment: Segment
  readonly rows: readonly DealState[]
  /** Minor units of the region's currency; null where a rate is missing. */
  readonly amount: number | null
  /** Why an empty segment of the program says nothing here, "no activities imported" say; null where it counts. */
  readonly unjudged: string | null
}

const attention = ['decide', 'stale', 'stuckStale', 'stuckTouched', 'movingStale', 'healthy']

/** What a region lacks to judge the program's segments by (PL-7, PL-9). */
function lacks(states: DealStates): ReadonlyMap<string, string> {
  const open = states.rows.filter(row => row.state === 'open')
  const dated = open.some(({ deal }) => deal.expectedClose !== null || deal.decisionDate !== null)
  return new Map([
    ...(states.anyActivity ? [] : attention.map(id => [id, 'no activities imported'] as const)),
    ...(states.anyNextStep ? [] : [['noNextStep', 'no next steps imported'] as const]),
    ...(dated ? [] : (['overdue', 'pushed'] as const).map(id => [id, 'no close dates imported'] as const)),
    ...(states.ageLimits.of(null) === null ? [['dead', 'too few closed deals'] as const] : []),
  ])
}

const tables = [...askDealStates.tables, ...askDealSpec.tables, 'segment'] as const

/** Every segment with its deals. */
export const askSegmentDeals = query(
  tables,
  (region, asOf: Day, currency: string): readonly SegmentDeals[] => {
    const states = askDealStates(region, asOf)
    const source = rowsSource(states.rows, askDealSpec(region, currency))
    const missing = lacks(states)
    const base = { asOf: dayNumber(asOf), fiscalStart: states.settings.fiscalStart }
    return askSegments(region).map(segment => {
      const mask = runFilter(segment.filter, source, base)
      const rows = states.rows.filter((_, row) => mask[row] === 1)
      const unjudged = rows.length === 0 ? (missing.get(segment.id) ?? null) : null
      return { segment, rows, amount: totalValue(rows.map(row => row.value)).amount, unjudged }
    })
  },
)

const labels = Object.fromEntries(dealFlags.map(each => [each.key, each.label]))

/** A filter over deals as a sentence, "all deals" where it asks nothing. */
export function segmentSentence(filter: FilterGroup): string {
  const words = filterSentence(filter, key => ({
    title: dealColumnTitle(key),
    kind: key === 'flags' ? 'flags' : 'text',
    labels,
  }))
  return words === '' ? 'all deals' : words
}

/** What the pipeline wants in its place to show a segment. */
export function segmentFilters(segment: Segment): Readonly<Record<string, Json>> {
  const view: GridView = {
    ...plainView,
    filterRow: true,
    totals: true,
    filter: segment.filter,
    sort: [{ column: 'value', descending: true }],
  }
  return {
    'view:pipeline': view as unknown as Json,
    'named:pipeline': null,
    'rows:pipeline': null,
    segment: segment.id,
  }
}
