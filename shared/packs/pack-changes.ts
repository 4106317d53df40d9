/** What changed between two snapshots, as the forecast pack tells it: over all open deals, and in the quarter of the second (5.7). */
import type { Day } from '../base/day'
import type { Period } from '../base/fiscal'
import type { Result } from '../base/result'
import {
  compareSnapshots,
  type ComparedSnapshot,
  type CompareProblem,
  type CompareWish,
} from '../forecast/region-snapshot'
import type { Waterfall } from '../forecast/waterfall'

/** A snapshot's day and what it is, in words. */
interface PackSnapshot {
  readonly asOf: Day
  readonly words: string
}

/** The two snapshots and what each view of them found; a view without a period takes every open deal. */
export interface PackChanges {
  readonly from: PackSnapshot
  readonly to: PackSnapshot
  readonly views: readonly {
    readonly period: string | null
    readonly found: Result<Waterfall, CompareProblem>
  }[]
}

/** A side of the comparison with its words. */
interface NamedSnapshot {
  readonly snapshot: ComparedSnapshot
  readonly words: string
}

/** FC-26: the open amount of the whole region, whenever deals close and, by the matrix close, in a period. */
export function packChanges(from: NamedSnapshot, to: NamedSnapshot, quarter: Period): PackChanges {
  const compare = (period: Period | null): Result<Waterfall, CompareProblem> => {
    const wish: CompareWish = {
      measure: 'amount',
      date: 'matrix',
      period,
      inScope: () => true,
      listPrice: () => null,
    }
    return compareSnapshots(from.snapshot, to.snapshot, wish)
  }
  const named = ({ snapshot, words }: NamedSnapshot): PackSnapshot => ({ asOf: snapshot.asOf, words })
  return {
    from: named(from),
    to: named(to),
    views: [
      { period: null, found: compare(null) },
      { period: quarter.key, found: compare(quarter) },
    ],
  }
}
