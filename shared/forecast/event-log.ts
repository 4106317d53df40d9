/** The forecast on any event log: learns rates by stage and age, season and attributes, and says which open deals will be won, and when. */
import { addDays, type Day, dayNumber, numberToDay, parseDay } from '../base/day'
import { assert } from '../base/assert'
import { judgedVisits, type LogCell, logCells, type LogScope, logScopes } from './log-cells'
import { type Levels, levelAt, levelsOf } from './log-factors'
import { type FactorLists, fitLog, type LevelColumn } from './log-fit'
import { stageRates, type StageRates } from './log-rates'
import { type Deal, firstClose, knownEvents, unnamedStage, type Visit, visitsOf } from './log-visits'
import { type Lift, type WinTable, winTable } from './win-curve'

export type { Deal } from './log-visits'

/** Settings of calibration and prediction; nothing dated at or after `asOf` matters. */
interface EventLogOptions {
  readonly asOf: string
  /** Days ahead at which the win curve is given; default weekly for a quarter, then four-weekly for a year. */
  readonly horizons?: readonly number[]
  /** Age buckets in days (from, to); default chosen from the data so that each holds about as many exits. */
  readonly buckets?: readonly (readonly [fromDay: number, toDay: number])[]
}

/** An attribute with its levels and their factors on the rates of winning, losing and moving. */
interface AttributeFactors extends Levels, FactorLists {}

/** Everything that was learned, as plain JSON: every probability follows from these rates and named factors. */
interface Model {
  readonly asOf: string
  /** FC-21: the day from which deals were observed. */
  readonly dataFrom: string
  readonly deals: number
  readonly won: number
  readonly lost: number
  readonly open: number
  /** Daily rates by stage and age, and the season by stage, age band and month of the quarter. */
  readonly stages: readonly (StageRates & { readonly season: FactorLists })[]
  readonly attributes: readonly AttributeFactors[]
  /** The matrix that people read: stage by age, with n, wins, smoothed probability and interval (FC-17, FC-18). */
  readonly cells: readonly LogCell[]
  /** The same by attribute level. */
  readonly scopes: readonly LogScope[]
  /** The farthest day ahead that the model speaks of. */
  readonly reach: number
}

/** What is expected of an open deal. */
interface Prediction {
  readonly id: string
  /** Chance to be won at all, within the model's reach. */
  readonly pWin: number
  /** Median day of winning, given that the deal is won. */
  readonly expectedClose: string
  /** Chance to be won on one of the first `days` days from the as-of date on. */
  readonly winCurve: [days: number, cumulative: number][]
}

const asDay = (text: string): Day => {
  const date = parseDay(text)
  assert(date !== null, `the as-of date ${text} is not a day such as 2017-10-01`)
  return date
}

/** Learns from all that was known before `asOf`, open and closed deals alike. */
export function calibrate(history: readonly Deal[], options: EventLogOptions): Model {
  const before = dayNumber(asDay(options.asOf))
  const visits = history.flatMap((deal, i) => visitsOf(deal, i, before))
  const dataFrom = firstClose(visits) ?? visits.reduce((first, v) => Math.min(first, v.entered), before)
  const rough = stageRates(visits, dataFrom, options.buckets ?? null)
  const known = new Set(visits.map(v => v.deal))
  const levels = attributeLevels(history, known)
  const columns = levels.map((level): LevelColumn => {
    const index = new Map(level.names.map((name, i) => [name, i]))
    return {
      count: level.names.length,
      of: Int32Array.from(history, deal => levelAt(level, index, deal.attrs[level.name])),
    }
  })
  const fit = fitLog(visits, rough, dataFrom, columns)
  const oldest = visits.reduce(
    (most, v) => (v.exit === 'open' ? most : Math.max(most, v.until - v.entered)),
    0,
  )
  const reach = Math.min(1095, Math.max(180, 3 * oldest))
  const judged = judgedVisits(visits, before)
  const last = new Map<number, Visit>()
  for (const visit of visits) last.set(visit.deal, visit)
  const ended = (exit: Visit['exit']): number => [...last.values()].filter(v => v.exit === exit).length
  return {
    asOf: options.asOf,
    dataFrom: numberToDay(dataFrom),
    deals: known.size,
    won: ended('won'),
    lost: ended('lost'),
    open: ended('open'),
    stages: fit.rates.map((stage, s) => ({ ...stage, season: fit.season[s] as FactorLists })),
    attributes: levels.map((level, a) => ({ ...level, ...(fit.attributes[a] as FactorLists) })),
    cells: logCells(judged, fit.rates, dataFrom),
    scopes: logScopes(judged, fit.rates, levels, columns),
    reach,
  }
}

function attributeLevels(history: readonly Deal[], known: ReadonlySet<number>): Levels[] {
  const names = new Set<string>()
  for (const index of known) for (const name of Object.keys(history[index]?.attrs ?? {})) names.add(name)
  return [...names].sort().flatMap(name => {
    const values = [...known].map(i => history[i]?.attrs[name] ?? null)
    const levels = levelsOf(name, values)
    return levels ? [levels] : []
  })
}

/** Weekly for a quarter, four-weekly for a year, and the reach. */
const defaultHorizons = (reach: number): number[] => {
  const days = []
  for (let d = 0; d <= 91; d += 7) days.push(d)
  for (let d = 112; d < Math.min(365, reach); d += 28) days.push(d)
  return [...days, reach]
}

/** Says what a deal's attributes do to its rates: the product of its levels' factors; empty and unknown values do nothing. */
export function liftsOf(model: Model): (deal: Deal) => Lift {
  const indexes = model.attributes.map(a => new Map(a.edges ? [] : a.names.map((name, i) => [name, i])))
  return deal => {
    let [won, lost, move] = [1, 1, 1]
    model.attributes.forEach((attribute, a) => {
      const level = levelAt(attribute, indexes[a] ?? new Map(), deal.attrs[attribute.name])
      won *= attribute.won[level]?.factor ?? 1
      lost *= attribute.lost[level]?.factor ?? 1
      move *= attribute.move[level]?.factor ?? 1
    })
    return { won, lost, move }
  }
}

/** Factors are taken in steps of 2.5 %, so that deals which hardly differ share a table. */
const stepped = (x: number): number => Math.round(Math.log(Math.max(1e-6, x)) * 40) / 40

/** What becomes of deals that were open before `asOf`; events dated at or after it are not read. */
export function predict(model: Model, openDeals: readonly Deal[], options: EventLogOptions): Prediction[] {
  const asOf = asDay(options.asOf)
  const from = dayNumber(asOf)
  const asked = options.horizons
    ? [...new Set(options.horizons.map(h => Math.max(0, Math.round(h))))].sort((a, b) => a - b)
    : defaultHorizons(model.reach)
  // The median day of winning needs the curve to its end; far points cost little, for the season evens out there.
  const near = asked.some(h => h >= 56) ? [] : [30, 60, 91]
  const coarse = [
    ...near,
    ...Array.from({ length: 24 }, (_, i) => Math.max(410, Math.round((model.reach * (i + 1)) / 24))),
  ]
  const horizons = [...new Set([0, ...asked, ...coarse, model.reach])].sort((a, b) => a - b)
  const stageIndex = new Map(model.stages.map((stage, i) => [stage.stage, i]))
  const season = model.stages.map(stage => stage.season)
  const tables = new Map<string, WinTable>()
  const lifts = liftsOf(model)
  const busiest = model.stages.reduce((best, s, i) => (daysIn(s) > daysIn(model.stages[best]) ? i : best), 0)
  return openDeals.map(deal => {
    const known = knownEvents(deal, from)
    const end = known[known.length - 1]
    if (end && end.type !== 'stage') return settled(deal, end.type === 'won', asOf, asked)
    const [visit] = visitsOf(deal, 0, from).slice(-1)
    if (model.stages.length === 0) return settled(deal, false, asOf, asked)
    // A stage that was never seen is judged like the busiest one.
    const stage = stageIndex.get(visit?.stage ?? unnamedStage) ?? busiest
    const lift = lifts(deal)
    const steps = [stepped(lift.won), stepped(lift.lost), stepped(lift.move)] as const
    const key = steps.join(' ')
    let table = tables.get(key)
    if (!table) {
      const [won, lost, move] = steps.map(Math.exp) as [number, number, number]
      table = winTable(model.stages, season, { won, lost, move }, from, horizons)
      tables.set(key, table)
    }
    const chances = table.chance(stage, from - (visit?.entered ?? from))
    const pWin = chances[chances.length - 1] ?? 0
    const curve = horizons.map((days, i): [number, number] => [days, chances[i] as number])
    const wanted = new Set(asked)
    return {
      id: deal.id,
      pWin,
      expectedClose: addDays(asOf, Math.round(dayAt(curve, pWin / 2))),
      winCurve: curve.filter(([days]) => wanted.has(days)),
    }
  })
}

/** Days ahead at which a rising curve reaches a chance, on straight lines between its points. */
function dayAt(curve: readonly (readonly [number, number])[], chance: number): number {
  let [day, before] = [0, 0]
  for (const [days, p] of curve) {
    if (p >= chance && p > before) return day + ((days - day) * (chance - before)) / (p - before)
    ;[day, before] = [days, p]
  }
  return day
}

const daysIn = (stage: StageRates | undefined): number => stage?.rows.reduce((sum, r) => sum + r.days, 0) ?? 0

/** A deal that is closed already, or a model that knows nothing. */
const settled = (deal: Deal, won: boolean, asOf: Day, horizons: readonly number[]): Prediction => ({
  id: deal.id,
  pWin: won ? 1 : 0,
  expectedClose: asOf,
  winCurve: horizons.map(days => [days, won ? 1 : 0]),
})
