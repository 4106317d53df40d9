/** The matrix that people read beside the event-log model: what became of the deals that reached a stage and age (FC-17, FC-18). */
import type { Levels } from './log-factors'
import type { LevelColumn } from './log-fit'
import { rowAt, type StageRates } from './log-rates'
import type { Visit } from './log-visits'
import { maturityTime } from './calibration'
import { smoothed } from './smoothing'

/** A stage at an age: mature deals that reached it, how many were won in the end, smoothed share and 95 % interval. */
export interface LogCell {
  readonly stage: string
  readonly from: number
  readonly to: number | null
  readonly n: number
  readonly wins: number
  readonly poc: number
  readonly low: number
  readonly high: number
}

/** A level of an attribute in a stage, any age. */
export interface LogScope {
  readonly attribute: string
  readonly level: string
  readonly stage: string
  readonly n: number
  readonly wins: number
  readonly poc: number
  readonly low: number
  readonly high: number
}

/** The end of each deal: won or not, and the day number; null while open. */
function ends(visits: readonly Visit[]): Map<number, { won: boolean; day: number } | null> {
  const map = new Map<number, { won: boolean; day: number } | null>()
  for (const visit of visits)
    map.set(
      visit.deal,
      visit.exit === 'won' || visit.exit === 'lost' ? { won: visit.exit === 'won', day: visit.until } : null,
    )
  return map
}

/** A first visit of a stage with its outcome: won (1), not won (0) or not mature yet (null). */
interface JudgedVisit {
  readonly visit: Visit
  readonly won: 0 | 1 | null
}

/** FC-17: the first visit of each deal to each stage, judged by what was known before day number `before`. */
export function judgedVisits(visits: readonly Visit[], before: number): JudgedVisit[] {
  const outcome = ends(visits)
  // Visits of one deal follow one another, so that its stages seen so far fit a short list.
  const firsts: Visit[] = []
  let [deal, stages] = [-1, [] as string[]]
  for (const visit of visits) {
    if (visit.deal !== deal) [deal, stages] = [visit.deal, []]
    if (stages.includes(visit.stage)) continue
    stages.push(visit.stage)
    firsts.push(visit)
  }
  const times = new Map<string, number[]>()
  for (const visit of firsts) {
    const end = outcome.get(visit.deal)
    if (!end) continue
    const list = times.get(visit.stage) ?? []
    times.set(visit.stage, list)
    list.push(end.day - visit.entered)
  }
  const horizon = new Map([...times].map(([stage, list]) => [stage, maturityTime(list, 0.99)]))
  return firsts.map(visit => {
    const end = outcome.get(visit.deal)
    if (end) return { visit, won: end.won ? 1 : 0 }
    const old = before - 1 - visit.entered > (horizon.get(visit.stage) ?? Infinity)
    return { visit, won: old ? 0 : null }
  })
}

/** FC-17, FC-18 by stage and age: every deal counts in each row that it reached while under observation. */
export function logCells(
  judged: readonly JudgedVisit[],
  rates: readonly StageRates[],
  dataFrom: number,
): LogCell[] {
  return rates.flatMap(stage => {
    const starts = stage.rows.map(row => row.from)
    const n = new Float64Array(starts.length)
    const wins = new Float64Array(starts.length)
    for (const { visit, won } of judged) {
      if (visit.stage !== stage.stage || won === null) continue
      const reached = rowAt(starts, visit.until - visit.entered)
      for (let i = 0; i <= reached; i++) {
        if (visit.entered + (starts[i] as number) < dataFrom) continue
        n[i] = (n[i] as number) + 1
        wins[i] = (wins[i] as number) + won
      }
    }
    const prior = (wins[0] as number) / Math.max(1, n[0] as number)
    return stage.rows.map((row, i): LogCell => ({
      stage: stage.stage,
      from: row.from,
      to: row.to,
      n: n[i] as number,
      wins: wins[i] as number,
      ...smoothed(wins[i] as number, n[i] as number, prior),
    }))
  })
}

/** FC-17, FC-18 by attribute level and stage, pulled towards the stage's own share. */
export function logScopes(
  judged: readonly JudgedVisit[],
  rates: readonly StageRates[],
  levels: readonly Levels[],
  columns: readonly LevelColumn[],
): LogScope[] {
  const stages = rates.map(stage => stage.stage)
  const index = new Map(stages.map((stage, i) => [stage, i]))
  const width = stages.length
  return levels.flatMap((level, a) => {
    // The last line holds all levels together: what each is pulled towards.
    const lines = level.names.length + 1
    const n = new Float64Array(lines * width)
    const wins = new Float64Array(lines * width)
    for (const { visit, won } of judged) {
      if (won === null) continue
      const stage = index.get(visit.stage) ?? 0
      for (const line of [columns[a]?.of[visit.deal] ?? -1, lines - 1]) {
        if (line < 0) continue
        n[line * width + stage] = (n[line * width + stage] as number) + 1
        wins[line * width + stage] = (wins[line * width + stage] as number) + won
      }
    }
    return level.names.flatMap((name, line) =>
      stages.flatMap((stage, s): LogScope[] => {
        const [count, won] = [n[line * width + s] as number, wins[line * width + s] as number]
        if (count === 0) return []
        const all = (lines - 1) * width + s
        const prior = (wins[all] as number) / (n[all] as number)
        return [
          { attribute: level.name, level: name, stage, n: count, wins: won, ...smoothed(won, count, prior) },
        ]
      }),
    )
  })
}
