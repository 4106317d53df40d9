/** Cohort conversion (PL-14) and break-down points (PL-16) of the process steps; snapshot ratios do not exist here. */
import { daysBetween, type Day } from '../base/day'
import type { Id } from '../base/id'
import { quantileOf } from '../base/statistics'
import type { DealPath, DealPaths, PathColumn } from './deal-path'
import { ratio, type Ratio } from './ratio'
import { compareShares, type Comparison } from './rep-comparison'
import { inWindow, type Window } from './win-ratio'

/** Of the mature deals that entered a step in the window, how many ever reached the next. */
export interface Conversion {
  readonly step: string
  readonly label: string
  readonly next: string
  readonly share: Ratio
  /** Entered in the window but neither gone on, ended, nor old enough to be counted. */
  readonly tooYoung: number
  /** Median calendar days to the next step of those that reached it. */
  readonly medianDays: number | null
  readonly deals: readonly Id<'opportunity'>[]
}

interface Entry {
  readonly path: DealPath
  readonly on: Day
  /** First day on which a later step was reached. */
  readonly onward: Day | null
}

/** Entries into a step; a deal that jumped over it did not enter it. */
function entriesOf(paths: readonly DealPath[], column: PathColumn): Entry[] {
  return paths.flatMap(path => {
    const here = path.steps.find(each => each.step === column.step)
    if (!here) return []
    const onward = path.steps.find(each => each.order > column.order && each.on >= here.on)
    return [{ path, on: here.on, onward: onward?.on ?? null }]
  })
}

/** The longest time from entering a step to the end of a deal; what makes an open entry mature (FC-17). */
const longestTime = (entries: readonly Entry[]): number | null =>
  entries.reduce<number | null>((most, { path, on }) => {
    const end = path.row.state === 'open' ? null : path.row.deal.closedOn
    return end === null ? most : Math.max(most ?? 0, daysBetween(on, end))
  }, null)

/** PL-14 for every step but the last. `minN` greys small cohorts. */
export function conversionsOf(
  { columns, paths }: DealPaths,
  window: Window,
  asOf: Day,
  minN: number,
): readonly Conversion[] {
  return columns.slice(0, -1).map((column, i) => {
    const next = columns[i + 1] as PathColumn
    const all = entriesOf(paths, column)
    const longest = longestTime(all)
    const entered = all.filter(each => inWindow(each.on, window))
    const mature = entered.filter(
      each =>
        each.onward !== null ||
        each.path.row.state !== 'open' ||
        (longest !== null && daysBetween(each.on, asOf) > longest),
    )
    const moved = mature.filter(each => each.onward !== null)
    return {
      step: column.step,
      label: column.label,
      next: next.label,
      share: ratio(moved.length, mature.length, minN),
      tooYoung: entered.length - mature.length,
      medianDays: quantileOf(
        moved.map(each => daysBetween(each.on, each.onward ?? each.on)),
        0.5,
      ),
      deals: mature.map(each => each.path.id),
    }
  })
}

/** One step with the exit rates of reps compared (PL-16). */
interface StepExits {
  readonly step: string
  readonly label: string
  readonly exits: Ratio
  readonly comparison: Comparison
}

/** Where deals leave unusually often, and whether that is the process or a person. */
export interface BreakDown {
  readonly steps: readonly StepExits[]
  /** The worst step of each rep with enough entries. */
  readonly worst: ReadonlyMap<string, string>
  readonly finding:
    | { readonly kind: 'process'; readonly step: string; readonly share: number }
    | { readonly kind: 'coaching'; readonly step: string; readonly reps: readonly string[] }
    | { readonly kind: 'none' }
}

/** Entries that a rep needs in a step to be compared (PL-16). */
const minEntries = 10

/** True where a deal left the process in the step that it reached last: lost, not decided, disqualified or stalled. */
const left = ({ path, onward }: Entry): boolean =>
  onward === null &&
  (path.row.state === 'open'
    ? path.row.deadByAge === true || path.row.stuck.is === true
    : path.row.state !== 'won')

/** PL-16: exit rate of each step, overall and by rep. */
export function breakDownOf({ columns, paths }: DealPaths): BreakDown {
  const rates = new Map<string, { step: string; rate: number }>()
  const steps = columns.slice(0, -1).map((column): StepExits => {
    const entries = entriesOf(paths, column)
    const byRep = new Map<string, { k: number; n: number }>()
    let exits = 0
    for (const entry of entries) {
      const gone = left(entry)
      if (gone) exits++
      const rep = entry.path.row.deal.owner
      if (rep === null) continue
      const tally = byRep.get(rep) ?? { k: 0, n: 0 }
      byRep.set(rep, { k: tally.k + (gone ? 1 : 0), n: tally.n + 1 })
    }
    for (const [rep, { k, n }] of byRep) {
      const worst = rates.get(rep)
      if (n >= minEntries && k > 0 && (!worst || k / n > worst.rate))
        rates.set(rep, { step: column.step, rate: k / n })
    }
    return {
      step: column.step,
      label: column.label,
      exits: ratio(exits, entries.length, minEntries),
      comparison: compareShares(
        [...byRep].map(([key, tally]) => ({ key, ...tally })),
        minEntries,
      ),
    }
  })
  const worst = new Map([...rates].map(([rep, { step }]) => [rep, step]))
  return { steps, worst, finding: findingOf(steps, worst) }
}

function findingOf(steps: readonly StepExits[], worst: ReadonlyMap<string, string>): BreakDown['finding'] {
  const counts = new Map<string, number>()
  for (const step of worst.values()) counts.set(step, (counts.get(step) ?? 0) + 1)
  const [top] = [...counts].sort((a, b) => b[1] - a[1])
  // With one step only, "the same step is worst for all" says nothing.
  const entered = steps.filter(each => each.exits.n > 0).length
  if (top && entered > 1 && top[1] / worst.size >= 0.6)
    return { kind: 'process', step: top[0], share: top[1] / worst.size }
  for (const { step, comparison } of steps) {
    const reps = comparison.members
      .filter(each => each.z > 0 && (each.verdict === 'differs' || each.verdict === 'watch'))
      .map(each => each.key)
    if (reps.length === 1 || reps.length === 2) return { kind: 'coaching', step, reps }
  }
  return { kind: 'none' }
}
