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

/** First visits of a stage with their outcome: won (1), not won (0) or not mature yet (null). */
function judged(visits: readonly Visit[], before: number): { visit: Visit; won: 0 | 1 | null }[] {
  const outcome = ends(visits)
  const firsts = new Map<string, Visit>()
  for (const visit of visits) {
    const key = `${visit.deal} ${visit.stage}`
    if (!firsts.has(key)) firsts.set(key, visit)
  }
  const times = new Map<string, number[]>()
  for (const visit of firsts.values()) {
    const end = outcome.get(visit.deal)
    if (!end) continue
    const list = times.get(visit.stage) ?? []
    times.set(visit.stage, list)
    list.push(end.day - visit.entered)
  }
  const horizon = new Map([...times].map(([stage, list]) => [stage, maturityTime(list, 0.99)]))
  return [...firsts.values()].map(visit => {
    const end = outcome.get(visit.deal)
    if (end) return { visit, won: end.won ? 1 : 0 }
    const old = before - 1 - visit.entered > (horizon.get(visit.stage) ?? Infinity)
    return { visit, won: old ? 0 : null }
  })
}

/** FC-17, FC-18 by stage and age: every deal counts in each row that it reached while under observation. */
export function logCells(
  visits: readonly Visit[],
  rates: readonly StageRates[],
  dataFrom: number,
  before: number,
): LogCell[] {
  const all = judged(visits, before)
  return rates.flatMap(stage => {
    const starts = stage.rows.map(row => row.from)
    const n = new Float64Array(starts.length)
    const wins = new Float64Array(starts.length)
    for (const { visit, won } of all) {
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
  visits: readonly Visit[],
  levels: readonly Levels[],
  columns: readonly LevelColumn[],
  before: number,
): LogScope[] {
  const all = judged(visits, before).filter(v => v.won !== null)
  const stages = [...new Set(all.map(v => v.visit.stage))]
  const tally = <K>(
    keyOf: (deal: number, stage: string) => K | null,
  ): Map<K, { n: number; wins: number }> => {
    const map = new Map<K, { n: number; wins: number }>()
    for (const { visit, won } of all) {
      const key = keyOf(visit.deal, visit.stage)
      if (key === null) continue
      const entry = map.get(key) ?? { n: 0, wins: 0 }
      map.set(key, entry)
      entry.n++
      entry.wins += won ?? 0
    }
    return map
  }
  const whole = tally((_, stage) => stage)
  return levels.flatMap((level, a) => {
    const counts = tally((deal, stage) => {
      const at = columns[a]?.of[deal] ?? -1
      return at < 0 ? null : `${at} ${stage}`
    })
    return level.names.flatMap((name, i) =>
      stages.flatMap(stage => {
        const entry = counts.get(`${i} ${stage}`)
        if (!entry) return []
        const parent = whole.get(stage) ?? { n: 1, wins: 0 }
        return [
          {
            attribute: level.name,
            level: name,
            stage,
            ...entry,
            ...smoothed(entry.wins, entry.n, parent.wins / parent.n),
          },
        ]
      }),
    )
  })
}
