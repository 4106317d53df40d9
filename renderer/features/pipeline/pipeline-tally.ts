/** What the figures over the pipeline count and sum; after an edit only the rows that moved are counted again. */
import type { DealState, DealStates } from '#shared/process/deal-state'
import { isPutAside } from '#shared/process/decide-deals'

/** What the figures are of: open deals in work, those marked in some way, and open deals put aside by a decision. */
export type FigureKey =
  'open' | 'qualified' | 'real' | 'suspect' | 'dead' | 'stuck' | 'stale' | 'decide' | 'aside'

/** One figure: deals, the sum of their values in minor units of the region's currency, and values without a rate. */
export interface Tally {
  readonly count: number
  readonly amount: number
  readonly blocked: number
}

/** The figures of some rows. */
export interface Tallies {
  readonly rows: readonly DealState[]
  readonly of: Readonly<Record<FigureKey, Tally>>
}

const always = () => true

const marks: Readonly<Record<Exclude<FigureKey, 'aside'>, (row: DealState) => boolean>> = {
  open: always,
  qualified: row => row.class.kind === 'qualified',
  real: row => row.class.kind === 'real',
  suspect: row => row.class.kind === 'suspect',
  dead: row => row.deadByAge === true,
  stuck: row => row.stuck.is === true,
  stale: row => row.stale.is === true,
  decide: row => row.needsDisposition,
}

const isMark = (key: FigureKey): key is keyof typeof marks => key !== 'aside'
const keys: readonly FigureKey[] = [...(Object.keys(marks) as (keyof typeof marks)[]), 'aside']

/** Whether a deal belongs to a figure. */
function belongs(row: DealState, key: FigureKey): boolean {
  if (row.state !== 'open') return false
  const isAside = isPutAside(row.disposition.state)
  return isMark(key) ? !isAside && marks[key](row) : isAside
}

/** The deals that a figure counts. */
export const rowsOfFigure = (rows: readonly DealState[], key: FigureKey): readonly DealState[] =>
  rows.filter(row => belongs(row, key))

type Open = Record<FigureKey, { -readonly [K in keyof Tally]: Tally[K] }>

function add(sums: Open, row: DealState, sign: 1 | -1): void {
  if (row.state !== 'open') return
  const isAside = isPutAside(row.disposition.state)
  for (const key of keys) {
    if (isMark(key) ? isAside || !marks[key](row) : !isAside) continue
    const sum = sums[key]
    sum.count += sign
    if (row.value.problem) sum.blocked += sign
    else sum.amount += sign * (row.value.amount ?? 0)
  }
}

/** The figures of rows; with those of rows before, of which most are still the same objects in the same places. */
export function tallyRows(rows: readonly DealState[], before?: Tallies): Tallies {
  const last = before?.rows.length === rows.length ? before : null
  const start = (key: FigureKey) => ({ ...(last?.of[key] ?? { count: 0, amount: 0, blocked: 0 }) })
  const sums = Object.fromEntries(keys.map(key => [key, start(key)])) as Open
  rows.forEach((row, i) => {
    const old = last?.rows[i]
    if (old === row) return
    if (old) add(sums, old, -1)
    add(sums, row, 1)
  })
  return { rows, of: sums }
}

const known = new WeakMap<DealStates['ground'], Tallies>()

/** The figures of all deals, renewed from those of the states before that rest on the same ground. */
export function tallyOf({ ground, rows }: DealStates): Tallies {
  const before = known.get(ground)
  if (before?.rows === rows) return before
  const tallies = tallyRows(rows, before)
  known.set(ground, tallies)
  return tallies
}
