/** The workbench of the sample generator: streams of chance, days, stamps and the records made so far. */
import { present } from '../base/assert'
import { addDays, weekday, type Day } from '../base/day'
import { newId } from '../base/id'
import { seededRandom, type Random } from '../base/random'
import { type RecordOf, type TableName } from '../model/catalog'
import type { Source, Stamp } from '../model/field'
import type { ChangeSet } from '../region/change'
import { newRecord, type NewValues } from '../region/new-record'

/** The first day on which a deal of the sample region can begin. */
export const firstDay = '2025-05-12' as Day
/** The last day of the sample region, a Friday in the middle of a quarter: nothing happened after it. */
export const lastDay = '2026-11-13' as Day

/** When a record was made and last changed, and by whom. */
interface Life {
  readonly on: Day
  readonly updatedOn?: Day
  readonly source?: Source
}

/** A moment of a working day. */
export const stampOn = (d: Day, hour = 9): Stamp => `${d}T${String(hour).padStart(2, '0')}:00:00.000Z`

/** The day itself, or the Monday after it where it is no working day. */
export const workday = (d: Day): Day => {
  const at = weekday(d)
  return at > 4 ? addDays(d, 7 - at) : d
}

const withValues = <T extends TableName>(record: RecordOf<T>, values: object): RecordOf<T> =>
  Object.freeze({ ...(record as object), ...values }) as RecordOf<T>

/** Collects records in the order in which they are made. */
export class SampleBuilder {
  private readonly added = new Map<TableName, object[]>()
  private readonly places = new Map<string, number>()
  private readonly seed: string
  private readonly ids: Random

  constructor(seed: number) {
    this.seed = String(seed)
    this.ids = this.stream('ids')
  }

  /** A stream of chance of its own, so that a change in one part leaves the others alone. */
  stream(name: string): Random {
    return seededRandom(`${this.seed}/${name}`)
  }

  /** Adds a record and returns it. */
  add<T extends TableName>(table: T, values: NewValues<T>, life: Life): RecordOf<T> {
    const record = newRecord(table, newId<T>(this.ids), values, {
      source: life.source ?? 'import',
      at: stampOn(life.on),
    })
    const kept = life.updatedOn ? withValues<T>(record, { updatedAt: stampOn(life.updatedOn, 17) }) : record
    const list = this.added.get(table)
    this.places.set(record.id, list?.length ?? 0)
    if (list) list.push(kept)
    else this.added.set(table, [kept])
    return kept
  }

  /** Puts new values into a record made before and returns it; `updatedOn` is the day on which they were put in. */
  amend<T extends TableName>(
    table: T,
    record: RecordOf<T>,
    values: NewValues<T>,
    updatedOn: Day | null = null,
  ): RecordOf<T> {
    const now = withValues<T>(record, {
      ...values,
      ...(updatedOn ? { updatedAt: stampOn(updatedOn, 17) } : {}),
    })
    const at = present(this.places.get(record.id), 'only records made here are amended')
    present(this.added.get(table), 'its table has records')[at] = now
    return now
  }

  /** The records of a table made so far. */
  all<T extends TableName>(table: T): readonly RecordOf<T>[] {
    return (this.added.get(table) ?? []) as RecordOf<T>[]
  }

  /** Everything as one change to an empty region. */
  change(): ChangeSet {
    return Object.fromEntries(
      [...this.added].map(([table, added]) => [table, { added, changed: [], removed: [] }]),
    )
  }
}

/** A normal draw (Box and Muller). */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit())

/** True with probability `p`. */
export const chance = (random: Random, p: number): boolean => random.unit() < p

/** An item drawn with probability in proportion to its weight. */
export function weighted<T>(random: Random, items: readonly (readonly [T, number])[]): T {
  let left = random.unit() * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  return (items[items.length - 1] as readonly [T, number])[0]
}
