/** Daily rates of winning, losing and moving on, by stage and age in the stage: the readable core of the event-log model. */
import type { Visit } from './log-visits'

/** The rates of one stage in one age bucket, with what they were counted from. */
interface RateRow {
  /** Ages in days, `to` not included; null is open-ended. */
  readonly from: number
  readonly to: number | null
  /** Deal-days under observation, and the exits seen on them. */
  readonly days: number
  readonly won: number
  readonly lost: number
  readonly moved: number
  /** Chances per day before factors; `rateMove` runs along the stage's targets. */
  readonly rateWon: number
  readonly rateLost: number
  readonly rateMove: readonly number[]
}

/** One stage: the stages that deals have moved to from it, and its rows by age. */
export interface StageRates {
  readonly stage: string
  readonly targets: readonly string[]
  readonly rows: readonly RateRow[]
  /** Ages at which the bands of the seasonal factors begin. */
  readonly bands: readonly number[]
}

const fewestExits = 15
const mostBuckets = 30
/** Pseudo-exits that pull a row's rate towards the stage's own rate. */
const pull = 1

/** Ages that split a sorted list of exits into runs of about equal size and at least `fewest` each. */
function splitAges(sorted: readonly number[], parts: number, fewest: number): number[] {
  const count = Math.max(1, Math.min(parts, Math.floor(sorted.length / fewest)))
  const starts = [0]
  for (let i = 1; i < count; i++) {
    const age = sorted[Math.floor((i * sorted.length) / count)] as number
    if (age > (starts[starts.length - 1] as number)) starts.push(age)
  }
  return starts
}

/** The row that an age lies in. */
export function rowAt(starts: readonly number[], age: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= age) low = middle
    else high = middle - 1
  }
  return low
}

/** Rates of every stage. Deal-days before `dataFrom` (FC-21) do not count; `buckets` replaces the ages chosen from the data. */
export function stageRates(
  visits: readonly Visit[],
  dataFrom: number,
  buckets: readonly (readonly [number, number])[] | null,
): StageRates[] {
  const byStage = new Map<string, Visit[]>()
  for (const visit of visits) {
    const list = byStage.get(visit.stage)
    if (list) list.push(visit)
    else byStage.set(visit.stage, [visit])
  }
  return [...byStage].map(([stage, own]) => ratesOfStage(stage, own, dataFrom, buckets))
}

function ratesOfStage(
  stage: string,
  visits: readonly Visit[],
  dataFrom: number,
  buckets: readonly (readonly [number, number])[] | null,
): StageRates {
  const exits: number[] = []
  const targets: string[] = []
  for (const visit of visits) {
    if (visit.exit === 'open' || visit.until < dataFrom) continue
    exits.push(visit.until - visit.entered)
    if (visit.next !== null && !targets.includes(visit.next)) targets.push(visit.next)
  }
  exits.sort((a, b) => a - b)
  const oldest = exits[exits.length - 1] ?? 0
  const chosen = buckets ? [...new Set([0, ...buckets.map(b => b[0])])].sort((a, b) => a - b) : null
  const starts = chosen ?? [...new Set([...splitAges(exits, mostBuckets, fewestExits), oldest + 1])]
  const size = starts.length
  const days = new Float64Array(size)
  const won = new Float64Array(size)
  const lost = new Float64Array(size)
  const moves = targets.map(() => new Float64Array(size))
  for (const { entered, until, exit, next } of visits) {
    const last = until - entered
    const first = Math.max(0, dataFrom - entered)
    if (first > last) continue
    for (let i = rowAt(starts, first); i < size && (starts[i] as number) <= last; i++) {
      const end = Math.min(last + 1, starts[i + 1] ?? Infinity)
      days[i] = (days[i] as number) + end - Math.max(first, starts[i] as number)
    }
    const into =
      exit === 'won' ? won : exit === 'lost' ? lost : next === null ? null : moves[targets.indexOf(next)]
    if (into) {
      const at = rowAt(starts, last)
      into[at] = (into[at] as number) + 1
    }
  }
  const total = (list: Float64Array): number => list.reduce((sum, x) => sum + x, 0)
  const allDays = total(days)
  const rate = (list: Float64Array, i: number): number => {
    const mean = allDays > 0 ? total(list) / allDays : 0
    if (mean === 0) return 0
    return Math.min(1, ((list[i] as number) + pull) / ((days[i] as number) + pull / mean))
  }
  const rows = starts.map((from, i): RateRow => ({
    from,
    to: starts[i + 1] ?? null,
    days: days[i] as number,
    won: won[i] as number,
    lost: lost[i] as number,
    moved: moves.reduce((sum, list) => sum + (list[i] as number), 0),
    rateWon: rate(won, i),
    rateLost: rate(lost, i),
    rateMove: moves.map(list => rate(list, i)),
  }))
  return { stage, targets, rows, bands: splitAges(exits, 3, 60) }
}
