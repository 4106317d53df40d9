/** Fits rates, season and attributes of an event log together, each given the others (backfitting of a multiplicative hazard). */
import { type Factor, type Halves, persistentFactors, shrunkFactors } from './log-factors'
import type { StageRates } from './log-rates'
import { cutVisits, type Segments, slotsOf } from './log-segments'
import type { Visit } from './log-visits'

/** A list of factors for each kind of exit. */
export interface FactorLists {
  readonly won: readonly Factor[]
  readonly lost: readonly Factor[]
  readonly move: readonly Factor[]
}

/** Each deal's level of one attribute (-1 for none), and how many levels there are. */
export interface LevelColumn {
  readonly of: Int32Array
  readonly count: number
}

/** The fit: rates before factors; season factors per stage (age band * 3 + month of the quarter); factors per attribute. */
export interface Fit {
  readonly rates: readonly StageRates[]
  readonly season: readonly FactorLists[]
  readonly attributes: readonly FactorLists[]
}

const rounds = 3
/** Fewer exits than this do not carry a season. */
const fewestForSeason = 100

/** The running state of one kind of exit. */
interface State {
  /** Rate per day by row, season factor by slot, and by attribute and level. */
  readonly rate: Float64Array
  readonly season: Float64Array
  readonly attribute: readonly Float64Array[]
  readonly expectedSeason: Float64Array
  readonly exits: { row: Float64Array; slot: Float64Array }
  /** Exits seen and expected by attribute and level, of the earlier and the later half of the visits. */
  readonly levels: readonly Halves[]
}

/** What the fits of all kinds of exit share. */
interface Work {
  readonly rates: readonly StageRates[]
  readonly cut: Segments
  /** Deal of each visit, and 1 for visits begun in the later half of those that ended. */
  readonly deal: Int32Array
  readonly later: Uint8Array
  readonly columns: readonly LevelColumn[]
  readonly seasonal: boolean
}

const add = (list: Float64Array, at: number, by: number): void => {
  list[at] = (list[at] as number) + by
}

function begin(kind: 0 | 1 | 2, { rates, cut, deal, later, columns }: Work): State {
  const rows = rates.flatMap(stage => stage.rows)
  const slots = cut.firstSlot[rates.length] as number
  const rate = Float64Array.from(rows, row =>
    kind === 0 ? row.rateWon : kind === 1 ? row.rateLost : row.rateMove.reduce((sum, r) => sum + r, 0),
  )
  const pair = (n: number): [Float64Array, Float64Array] => [new Float64Array(n), new Float64Array(n)]
  const levels = columns.map((c): Halves => ({ observed: pair(c.count), expected: pair(c.count) }))
  const exits = { row: new Float64Array(rows.length), slot: new Float64Array(slots) }
  for (let v = 0; v < deal.length; v++) {
    if (cut.exit[v] !== kind) continue
    add(exits.row, cut.lastRow[v] as number, 1)
    add(exits.slot, cut.lastSlot[v] as number, 1)
    for (let a = 0; a < columns.length; a++) {
      const level = columns[a]?.of[deal[v] as number] ?? -1
      if (level >= 0) add((levels[a] as Halves).observed[later[v] as 0 | 1], level, 1)
    }
  }
  return {
    rate,
    season: new Float64Array(slots).fill(1),
    attribute: columns.map(c => new Float64Array(c.count).fill(1)),
    expectedSeason: new Float64Array(slots),
    exits,
    levels,
  }
}

/** Per visit the product of its attributes' factors. */
function liftsOf(state: State, { deal, columns }: Work): Float64Array {
  const lifts = new Float64Array(deal.length).fill(1)
  columns.forEach((column, a) => {
    const factors = state.attribute[a] as Float64Array
    for (let v = 0; v < lifts.length; v++) {
      const level = column.of[deal[v] as number] as number
      if (level >= 0) lifts[v] = (lifts[v] as number) * (factors[level] as number)
    }
  })
  return lifts
}

/** Season given the rest, stage by stage. */
function fitSeason(state: State, cut: Segments, lifts: Float64Array): void {
  const { expectedSeason: expected, season, exits, rate } = state
  const { visit, row, slot, days } = cut
  expected.fill(0)
  for (let i = 0; i < visit.length; i++) {
    const at = slot[i] as number
    expected[at] =
      (expected[at] as number) +
      (days[i] as number) * (rate[row[i] as number] as number) * (lifts[visit[i] as number] as number)
  }
  for (let s = 0; s + 1 < cut.firstSlot.length; s++) {
    const [from, to] = [cut.firstSlot[s], cut.firstSlot[s + 1]]
    season.set(shrunkFactors(exits.slot.subarray(from, to), expected.subarray(from, to)), from)
  }
}

/**
 * Rates given season and attributes (one pseudo-exit keeps a row near what it was); returns each visit's expected exits
 * before its attributes.
 */
function fitRates(state: State, cut: Segments, lifts: Float64Array): Float64Array {
  const { visit, row, slot, days } = cut
  const { rate, season } = state
  const expected = new Float64Array(rate.length)
  const perVisit = new Float64Array(lifts.length)
  for (let i = 0; i < visit.length; i++) {
    const [r, v] = [row[i] as number, visit[i] as number]
    const bare = (days[i] as number) * (rate[r] as number) * (season[slot[i] as number] as number)
    perVisit[v] = (perVisit[v] as number) + bare
    expected[r] = (expected[r] as number) + bare * (lifts[v] as number)
  }
  for (let r = 0; r < expected.length; r++)
    rate[r] = ((rate[r] as number) * ((state.exits.row[r] as number) + 1)) / ((expected[r] as number) + 1)
  return perVisit
}

/** Attributes one after another, each given the rest. */
function fitAttributes(state: State, work: Work, perVisit: Float64Array): void {
  const { deal, later, columns } = work
  columns.forEach((column, a) => {
    const { expected } = state.levels[a] as Halves
    const [early, late] = expected
    early.fill(0)
    late.fill(0)
    const factors = state.attribute[a] as Float64Array
    const lifts = liftsOf(state, work)
    for (let v = 0; v < deal.length; v++) {
      const level = column.of[deal[v] as number] as number
      if (level < 0) continue
      // The attribute's own factor is taken out again.
      const bare = ((perVisit[v] as number) * (lifts[v] as number)) / (factors[level] as number)
      add(later[v] === 1 ? late : early, level, bare)
    }
    factors.set(persistentFactors(state.levels[a] as Halves))
  })
}

function fitKind(kind: 0 | 1 | 2, work: Work): State {
  const state = begin(kind, work)
  if (state.exits.row.every(n => n === 0)) return state
  for (let round = 0; round < rounds; round++) {
    const lifts = liftsOf(state, work)
    if (work.seasonal) fitSeason(state, work.cut, lifts)
    fitAttributes(state, work, fitRates(state, work.cut, lifts))
  }
  return state
}

/** 1 for visits begun in the later half of those that ended, 0 for earlier ones. */
function laterHalf(visits: readonly Visit[], cut: Segments): Uint8Array {
  const begun = Int32Array.from(
    visits.filter((_, v) => (cut.exit[v] as number) < 3).map(v => v.entered),
  ).sort()
  const middle = begun[begun.length >> 1] ?? 0
  return Uint8Array.from(visits.map(v => (v.entered >= middle ? 1 : 0)))
}

/** Whether there are enough exits, and days in every month of the quarter, to look for a season. */
function carriesSeason(cut: Segments): boolean {
  const months = [false, false, false]
  for (const slot of cut.slot) months[slot % 3] = true
  let exits = 0
  for (const kind of cut.exit) if (kind < 3) exits++
  return months.every(Boolean) && exits >= fewestForSeason
}

const told = (observed: Float64Array, expected: Float64Array, factors: Float64Array): Factor[] =>
  Array.from(factors, (factor, i) => ({
    observed: observed[i] as number,
    expected: expected[i] as number,
    factor,
  }))

const sum = ([a, b]: readonly [Float64Array, Float64Array]): Float64Array =>
  a.map((x, i) => x + (b[i] as number))

/** Fits in three rounds: season, rates and attributes, each given the others. `dataFrom` is the first day of the risk sets. */
export function fitLog(
  visits: readonly Visit[],
  rates: readonly StageRates[],
  dataFrom: number,
  columns: readonly LevelColumn[],
): Fit {
  const cut = cutVisits(visits, rates, dataFrom)
  const work: Work = {
    rates,
    cut,
    deal: Int32Array.from(visits.map(v => v.deal)),
    later: laterHalf(visits, cut),
    columns,
    seasonal: carriesSeason(cut),
  }
  const [won, lost, move] = [fitKind(0, work), fitKind(1, work), fitKind(2, work)] as const
  const season = rates.map((stage, s): FactorLists => {
    const from = cut.firstSlot[s] as number
    const of = ({ exits, expectedSeason, season: factors }: State): Factor[] =>
      told(exits.slot, expectedSeason, factors).slice(from, from + slotsOf(stage))
    return { won: of(won), lost: of(lost), move: of(move) }
  })
  const attributes = columns.map((_, a): FactorLists => {
    const of = ({ levels, attribute }: State): Factor[] => {
      const { observed, expected } = levels[a] as Halves
      return told(sum(observed), sum(expected), attribute[a] as Float64Array)
    }
    return { won: of(won), lost: of(lost), move: of(move) }
  })
  const fitted = rates.map((stage, s): StageRates => ({
    ...stage,
    rows: stage.rows.map((row, i) => {
      const r = (cut.firstRow[s] as number) + i
      const before = row.rateMove.reduce((sum, x) => sum + x, 0)
      const grown = before > 0 ? (move.rate[r] as number) / before : 1
      return {
        ...row,
        rateWon: won.rate[r] as number,
        rateLost: lost.rate[r] as number,
        rateMove: row.rateMove.map(x => x * grown),
      }
    }),
  }))
  return { rates: fitted, season, attributes }
}
