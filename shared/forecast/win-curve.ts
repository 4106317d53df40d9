/** Chances of being won by each day ahead, for every stage and age at once, by stepping a day at a time from the horizon back. */
import { monthOfQuarter } from './log-factors'
import type { FactorLists } from './log-fit'
import { rowAt, type StageRates } from './log-rates'

/** Horizons up to this many days follow the season day by day. */
const seasonalReach = 400

/** Multipliers of a deal's rates from its attributes. */
export interface Lift {
  readonly won: number
  readonly lost: number
  readonly move: number
}

/** Chances to be won within each of `horizons` days, by stage and age in days (the oldest age stands for all older ones). */
export interface WinTable {
  readonly horizons: readonly number[]
  /** chance(stage, age) runs along the horizons. */
  chance(stage: number, age: number): number[]
}

/** A stage's chances per day by age in one month of the quarter. */
interface DayChances {
  readonly won: Float64Array
  readonly stay: Float64Array
  readonly move: readonly { readonly target: number; readonly chance: Float64Array }[]
}

function dayChances(
  stage: StageRates,
  season: FactorLists,
  lift: Lift,
  month: number,
  names: readonly string[],
): DayChances {
  const starts = stage.rows.map(row => row.from)
  const size = (starts[starts.length - 1] as number) + 1
  const won = new Float64Array(size)
  const stay = new Float64Array(size)
  const move = stage.targets.map(target => ({
    target: names.indexOf(target),
    chance: new Float64Array(size),
  }))
  for (let age = 0; age < size; age++) {
    const row = stage.rows[rowAt(starts, age)]
    if (!row) continue
    const slot = rowAt(stage.bands, age) * 3 + month
    const w = row.rateWon * (season.won[slot]?.factor ?? 1) * lift.won
    const l = row.rateLost * (season.lost[slot]?.factor ?? 1) * lift.lost
    const m = (season.move[slot]?.factor ?? 1) * lift.move
    const moves = row.rateMove.map(rate => rate * m)
    const leave = moves.reduce((sum, x) => sum + x, w + l)
    const cap = leave > 1 ? 1 / leave : 1
    won[age] = w * cap
    stay[age] = 1 - leave * cap
    moves.forEach((x, i) => ((move[i] as { chance: Float64Array }).chance[age] = x * cap))
  }
  return { won, stay, move }
}

/** One day back: chances at the start of a day from those at its end. */
function stepBack(
  stages: readonly DayChances[],
  next: readonly Float64Array[],
  into: readonly Float64Array[],
): void {
  const arrivals = next.map(list => list[0] as number)
  // A deal that moves meets its new stage's chances on the same day; two sweeps let it pass through two stages in a day.
  for (let sweep = 0; sweep < 2; sweep++)
    for (let s = 0; s < stages.length; s++) {
      const { won, stay, move } = stages[s] as DayChances
      const ahead = next[s] as Float64Array
      let sum = (won[0] as number) + (stay[0] as number) * (ahead[Math.min(1, ahead.length - 1)] as number)
      for (const { target, chance } of move) sum += (chance[0] as number) * (arrivals[target] ?? 0)
      arrivals[s] = sum
    }
  for (let s = 0; s < stages.length; s++) {
    const { won, stay, move } = stages[s] as DayChances
    const ahead = next[s] as Float64Array
    const list = into[s] as Float64Array
    const top = list.length - 1
    for (let age = 0; age < top; age++)
      list[age] = (won[age] as number) + (stay[age] as number) * (ahead[age + 1] as number)
    list[top] = (won[top] as number) + (stay[top] as number) * (ahead[top] as number)
    for (const { target, chance } of move) {
      const arrival = arrivals[target] ?? 0
      if (arrival > 0)
        for (let age = 0; age <= top; age++)
          list[age] = (list[age] as number) + (chance[age] as number) * arrival
    }
  }
}

const noSeason = (lists: FactorLists): FactorLists => {
  const flat = (list: FactorLists['won']): FactorLists['won'] => list.map(f => ({ ...f, factor: 1 }))
  return { won: flat(lists.won), lost: flat(lists.lost), move: flat(lists.move) }
}

/** The table for one set of attribute factors, from day number `from` on; `horizons` rise. */
export function winTable(
  rates: readonly StageRates[],
  season: readonly FactorLists[],
  lift: Lift,
  from: number,
  horizons: readonly number[],
): WinTable {
  const names = rates.map(stage => stage.stage)
  const months = [0, 1, 2].map(month =>
    rates.map((stage, s) => dayChances(stage, season[s] as FactorLists, lift, month, names)),
  )
  const still = season.every(stage => [...stage.won, ...stage.lost, ...stage.move].every(f => f.factor === 1))
  const blank = (): Float64Array[] =>
    (months[0] as DayChances[]).map(stage => new Float64Array(stage.won.length))
  /** Without a season the days are alike: one run back passes every horizon on its way. */
  const plain = (stages: readonly DayChances[], wanted: readonly number[]): Float64Array[][] => {
    let [now, back] = [blank(), blank()]
    let steps = 0
    return wanted.map(horizon => {
      for (; steps < horizon; steps++) {
        stepBack(stages, now, back)
        ;[now, back] = [back, now]
      }
      return now.map(list => list.slice())
    })
  }
  const withSeason = (horizon: number): Float64Array[] => {
    let [now, back] = [blank(), blank()]
    for (let day = from + horizon - 1; day >= from; day--) {
      stepBack(months[monthOfQuarter(day)] as DayChances[], now, back)
      ;[now, back] = [back, now]
    }
    return now
  }
  let tables: Float64Array[][]
  if (still) tables = plain(months[0] as DayChances[], horizons)
  else {
    const near = horizons.filter(h => h <= seasonalReach)
    const turn = near[near.length - 1] ?? 0
    const far = horizons.slice(near.length)
    const seasonal = near.map(withSeason)
    // Beyond a few quarters the season evens out; what the plain rates add after the turn is added.
    const [start, ...rest] = plain(
      rates.map((stage, s) => dayChances(stage, noSeason(season[s] as FactorLists), lift, 0, names)),
      [turn, ...far],
    )
    const base = seasonal[seasonal.length - 1] ?? blank()
    const joined = rest.map(table =>
      table.map((list, s) =>
        list.map((x, age) => Math.min(1, x - (start?.[s]?.[age] as number) + (base[s]?.[age] as number))),
      ),
    )
    tables = [...seasonal, ...joined]
  }
  return {
    horizons,
    chance: (stage, age) => {
      const last = (tables[0]?.[stage]?.length ?? 1) - 1
      return tables.map(table => table[stage]?.[Math.min(last, Math.max(0, age))] ?? 0)
    },
  }
}
