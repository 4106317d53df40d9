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

const add = (list: Float64Array, at: number, by: number): void => {
  list[at] = (list[at] as number) + by
}

/** Product of a deal's attribute factors, one attribute left out (-1 for none). */
function lift(state: State, columns: readonly LevelColumn[], deal: number, without: number): number {
  let product = 1
  for (let a = 0; a < columns.length; a++) {
    const level = a === without ? -1 : (columns[a]?.of[deal] ?? -1)
    if (level >= 0) product *= state.attribute[a]?.[level] ?? 1
  }
  return product
}

function begin(
  kind: 0 | 1 | 2,
  rates: readonly StageRates[],
  cut: Segments,
  visits: readonly Visit[],
  later: Uint8Array,
  columns: readonly LevelColumn[],
): State {
  const rows = rates.flatMap(stage => stage.rows)
  const slots = cut.firstSlot[rates.length] as number
  const rate = Float64Array.from(rows, row =>
    kind === 0 ? row.rateWon : kind === 1 ? row.rateLost : row.rateMove.reduce((sum, r) => sum + r, 0),
  )
  const pair = (n: number): [Float64Array, Float64Array] => [new Float64Array(n), new Float64Array(n)]
  const levels = columns.map((c): Halves => ({ observed: pair(c.count), expected: pair(c.count) }))
  const exits = { row: new Float64Array(rows.length), slot: new Float64Array(slots) }
  for (let v = 0; v < visits.length; v++) {
    if (cut.exit[v] !== kind) continue
    add(exits.row, cut.lastRow[v] as number, 1)
    add(exits.slot, cut.lastSlot[v] as number, 1)
    columns.forEach((column, a) => {
      const level = column.of[(visits[v] as Visit).deal] ?? -1
      if (level >= 0) add((levels[a] as Halves).observed[later[v] as 0 | 1], level, 1)
    })
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

/** Season given the rest, stage by stage. */
function fitSeason(state: State, cut: Segments, lifts: Float64Array): void {
  const { expectedSeason: expected, season, exits } = state
  expected.fill(0)
  for (let i = 0; i < cut.visit.length; i++)
    add(
      expected,
      cut.slot[i] as number,
      (cut.days[i] as number) *
        (state.rate[cut.row[i] as number] as number) *
        (lifts[cut.visit[i] as number] as number),
    )
  for (let s = 0; s + 1 < cut.firstSlot.length; s++) {
    const [from, to] = [cut.firstSlot[s], cut.firstSlot[s + 1]]
    season.set(shrunkFactors(exits.slot.subarray(from, to), expected.subarray(from, to)), from)
  }
}

/** Rates given season and attributes; one pseudo-exit keeps a row near what it was. */
function fitRates(state: State, cut: Segments, lifts: Float64Array): void {
  const expected = new Float64Array(state.rate.length)
  for (let i = 0; i < cut.visit.length; i++)
    add(
      expected,
      cut.row[i] as number,
      (cut.days[i] as number) *
        (state.rate[cut.row[i] as number] as number) *
        (state.season[cut.slot[i] as number] as number) *
        (lifts[cut.visit[i] as number] as number),
    )
  for (let r = 0; r < expected.length; r++)
    state.rate[r] =
      ((state.rate[r] as number) * ((state.exits.row[r] as number) + 1)) / ((expected[r] as number) + 1)
}

/** Attributes one after another, each given the rest. */
function fitAttributes(
  state: State,
  cut: Segments,
  visits: readonly Visit[],
  later: Uint8Array,
  columns: readonly LevelColumn[],
): void {
  const perVisit = new Float64Array(visits.length)
  for (let i = 0; i < cut.visit.length; i++)
    add(
      perVisit,
      cut.visit[i] as number,
      (cut.days[i] as number) *
        (state.rate[cut.row[i] as number] as number) *
        (state.season[cut.slot[i] as number] as number),
    )
  columns.forEach((column, a) => {
    const halves = state.levels[a] as Halves
    for (const list of halves.expected) list.fill(0)
    for (let v = 0; v < visits.length; v++) {
      const { deal } = visits[v] as Visit
      const level = column.of[deal] ?? -1
      if (level >= 0)
        add(
          halves.expected[later[v] as 0 | 1],
          level,
          (perVisit[v] as number) * lift(state, columns, deal, a),
        )
    }
    ;(state.attribute[a] as Float64Array).set(persistentFactors(halves))
  })
}

/** 1 for visits begun in the later half of those that ended, 0 for earlier ones. */
function laterHalf(visits: readonly Visit[], cut: Segments): Uint8Array {
  const begun = visits.filter((_, v) => (cut.exit[v] as number) < 3).map(v => v.entered)
  const middle = begun.sort((a, b) => a - b)[begun.length >> 1] ?? 0
  return Uint8Array.from(visits, v => (v.entered >= middle ? 1 : 0))
}

function fitKind(
  kind: 0 | 1 | 2,
  rates: readonly StageRates[],
  cut: Segments,
  visits: readonly Visit[],
  columns: readonly LevelColumn[],
): State {
  const later = laterHalf(visits, cut)
  const state = begin(kind, rates, cut, visits, later, columns)
  const seasonal = new Set(cut.slot.map(s => s % 3)).size === 3
  for (let round = 0; round < rounds; round++) {
    const lifts = Float64Array.from(visits, v => lift(state, columns, v.deal, -1))
    if (seasonal && cut.exit.reduce((n, k) => n + (k < 3 ? 1 : 0), 0) >= fewestForSeason)
      fitSeason(state, cut, lifts)
    fitRates(state, cut, lifts)
    fitAttributes(state, cut, visits, later, columns)
  }
  return state
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
  const [won, lost, move] = ([0, 1, 2] as const).map(kind => fitKind(kind, rates, cut, visits, columns)) as [
    State,
    State,
    State,
  ]
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
