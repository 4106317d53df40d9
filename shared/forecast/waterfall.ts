/** What changed between two snapshots, in bars that add up to the cent or are not drawn (FC-26). */
import type { Day } from '../base/day'
import type { Period } from '../base/fiscal'
import { fail, ok, type Result } from '../base/result'

/** A deal in a snapshot; amounts in minor units: the open value, or the won one. `inScope` is false for deals of other scopes. */
export interface SnapshotRow {
  readonly id: string
  readonly amount: number
  readonly state: 'open' | 'won' | 'lost'
  readonly close: Day | null
  readonly inScope: boolean
}

/** The rows of a snapshot, with the count and total that were noted when it was taken. */
export interface SnapshotContent {
  readonly rows: readonly SnapshotRow[]
  readonly count: number
  readonly total: number
}

/** The bars between start and end, in the order of the chart. */
export const waterfallBars = [
  'new',
  'reopened',
  'transferredIn',
  'pulledIn',
  'up',
  'down',
  'slipped',
  'lost',
  'won',
  'vanished',
  'transferredOut',
] as const

/** The name of a bar. */
export type WaterfallBar = (typeof waterfallBars)[number]

/** A bar: its positive amount, its sign in the sum, and the deals behind it. */
interface BarContent {
  readonly amount: number
  readonly sign: 1 | -1
  readonly deals: readonly string[]
}

/** The waterfall: start and end counted from the snapshots, the bars from the deals. */
export interface Waterfall {
  readonly start: number
  readonly startDeals: readonly string[]
  readonly end: number
  readonly endDeals: readonly string[]
  readonly bars: Readonly<Record<WaterfallBar, BarContent>>
}

/** Why a waterfall is refused. `difference` is in minor units. */
export type WaterfallProblem =
  | {
      readonly code: 'snapshotCorrupt'
      readonly which: 'start' | 'end'
      readonly rows: number
      readonly difference: number
    }
  | { readonly code: 'doubleDeal'; readonly which: 'start' | 'end'; readonly deal: string }
  | { readonly code: 'doesNotBalance'; readonly difference: number }

/** Notes count and total beside the rows, so that a later change of a row is found. */
export const sealSnapshot = (rows: readonly SnapshotRow[]): SnapshotContent => ({
  rows,
  count: rows.length,
  total: rows.reduce((sum, row) => sum + row.amount, 0),
})

const rising: ReadonlySet<WaterfallBar> = new Set(['new', 'reopened', 'transferredIn', 'pulledIn', 'up'])

/** FC-26: what happened to one deal, as entries into bars; `inPeriod` says whether a close day lies in the period. */
function movesOf(
  a: SnapshotRow | null,
  b: SnapshotRow | null,
  inPeriod: (row: SnapshotRow) => boolean,
): [WaterfallBar, number][] {
  const openIn = (row: SnapshotRow): boolean => row.inScope && row.state === 'open' && inPeriod(row)
  const value = (from: number, to: number): [WaterfallBar, number][] =>
    to > from ? [['up', to - from]] : to < from ? [['down', from - to]] : []
  if (!a) {
    if (!b?.inScope || !inPeriod(b)) return []
    const added: [WaterfallBar, number] = ['new', b.amount]
    return b.state === 'open' ? [added] : [added, [b.state, b.amount]]
  }
  if (!b) return openIn(a) ? [['vanished', a.amount]] : []
  if (a.inScope !== b.inScope)
    return openIn(a) ? [['transferredOut', a.amount]] : openIn(b) ? [['transferredIn', b.amount]] : []
  if (!a.inScope) return []
  if (a.state !== 'open') return openIn(b) ? [['reopened', b.amount]] : []
  if (!openIn(a)) {
    const pulled: [WaterfallBar, number][] = [['pulledIn', a.amount], ...value(a.amount, b.amount)]
    if (openIn(b)) return pulled
    return b.state === 'won' && inPeriod(b) ? [...pulled, ['won', b.amount]] : []
  }
  if (b.state === 'lost') return [['lost', a.amount]]
  if (b.state === 'won') return [...value(a.amount, b.amount), ['won', b.amount]]
  return openIn(b) ? value(a.amount, b.amount) : [['slipped', a.amount]]
}

/** Checks a snapshot against its own count and total, and for deals that appear twice. */
function checkSnapshot(content: SnapshotContent, which: 'start' | 'end'): WaterfallProblem | null {
  const seen = new Set<string>()
  let total = 0
  for (const row of content.rows) {
    if (seen.has(row.id)) return { code: 'doubleDeal', which, deal: row.id }
    seen.add(row.id)
    total += row.amount
  }
  const difference = total - content.total
  return content.rows.length !== content.count || !(Math.abs(difference) < 0.5)
    ? { code: 'snapshotCorrupt', which, rows: content.rows.length - content.count, difference }
    : null
}

/** FC-26: the waterfall of open amount from snapshot `a` to `b` for a period; null takes every open deal, whatever its date. */
export function waterfall(
  a: SnapshotContent,
  b: SnapshotContent,
  period: Period | null,
): Result<Waterfall, WaterfallProblem> {
  const problem = checkSnapshot(a, 'start') ?? checkSnapshot(b, 'end')
  if (problem) return fail(problem)
  const inPeriod = (row: SnapshotRow): boolean =>
    period === null || (row.close !== null && row.close >= period.first && row.close <= period.last)
  const counts = (row: SnapshotRow): boolean => row.inScope && row.state === 'open' && inPeriod(row)
  const amounts = new Map<WaterfallBar, { amount: number; deals: string[] }>(
    waterfallBars.map(bar => [bar, { amount: 0, deals: [] }]),
  )
  const before = new Map(a.rows.map(row => [row.id, row]))
  const after = new Map(b.rows.map(row => [row.id, row]))
  for (const id of new Set([...before.keys(), ...after.keys()]))
    for (const [bar, amount] of movesOf(before.get(id) ?? null, after.get(id) ?? null, inPeriod)) {
      const entry = amounts.get(bar)
      if (!entry) continue
      entry.amount += amount
      entry.deals.push(id)
    }
  const sum = (rows: readonly SnapshotRow[]): number => rows.reduce((total, row) => total + row.amount, 0)
  const startRows = a.rows.filter(counts)
  const endRows = b.rows.filter(counts)
  const bars = Object.fromEntries(
    [...amounts].map(([bar, entry]) => [bar, { ...entry, sign: rising.has(bar) ? 1 : -1 }]),
  ) as unknown as Record<WaterfallBar, BarContent>
  const start = sum(startRows)
  const end = sum(endRows)
  const difference =
    waterfallBars.reduce((total, bar) => total + bars[bar].sign * bars[bar].amount, start) - end
  if (!(Math.abs(difference) < 0.5)) return fail({ code: 'doesNotBalance', difference })
  return ok({ start, startDeals: startRows.map(r => r.id), end, endDeals: endRows.map(r => r.id), bars })
}
