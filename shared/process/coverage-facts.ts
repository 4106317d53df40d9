/** What coverage (PL-12) and velocity (PL-13) of some deals rest on: what is due, what history says wins and closes in time. */
import { businessDays, type WorkCalendar } from '../base/calendar'
import { addDays, daysBetween, type Day } from '../base/day'
import { shiftPeriod, type Period } from '../base/fiscal'
import { coverageOf, velocityOf, type Coverage } from './coverage'
import { isInWork } from './decide-deals'
import type { DealState, DealStates } from './deal-state'
import { isDecided } from './win-ratio'

/** Some deals and what they are worth together, in minor units of the region's currency. */
export interface Lot {
  readonly rows: readonly DealState[]
  readonly amount: number
}

/** Coverage of a period by some deals, with everything it rests on. */
export interface CoverageFacts {
  readonly quota: number | null
  readonly won: Lot
  /** Open qualified deals due in the period (PL-2): what coverage counts. */
  readonly qualified: Lot
  /** Real ones due in the period: a line of their own, never counted. */
  readonly real: Lot
  /** Qualified deals without any date of a close, and those whose date has passed: counted nowhere. */
  readonly undated: Lot
  readonly past: Lot
  /** Value won over value decided in the year before the day; the lots behind it. */
  readonly decidedValue: Lot
  readonly wonValue: Lot
  readonly valueWinRatio: number | null
  /** Of the value open (and not dead by age) at the same distance from the end of the last four periods, the share decided by that end. */
  readonly openThen: number
  readonly decidedInTime: number
  readonly openThenCount: number
  readonly closingShare: number | null
  /** Null without a quota. */
  readonly coverage: Coverage | null
  readonly velocity: VelocityFacts
}

/** Velocity with its four parts. */
interface VelocityFacts {
  readonly qualified: number
  readonly winRatio: number | null
  readonly won: number
  readonly decided: number
  readonly meanWon: number | null
  /** Working days from start to close of won deals. */
  readonly meanCycle: number | null
  readonly cycles: number
  /** Minor units per working day; null where a part is missing. */
  readonly perDay: number | null
}

const lot = (rows: readonly DealState[]): Lot => ({
  rows,
  amount: rows.reduce((sum, row) => sum + (row.value.amount ?? 0), 0),
})

/** The day on which a deal is expected to close: its plan's, else the buyer's decision date, else the CRM's. */
const expectedEnd = (row: DealState): Day | null =>
  row.schedule?.close ?? row.deal.decisionDate ?? row.deal.expectedClose

/** Works out coverage and velocity of `rows` for a period as of the states' day; `quota` in minor units, null without one. */
export function coverageFacts(
  states: DealStates,
  rows: readonly DealState[],
  period: Period,
  quota: number | null,
  calendar: WorkCalendar,
): CoverageFacts {
  const { asOf } = states
  const work = rows.filter(isInWork)
  const due = (row: DealState): boolean => {
    const end = expectedEnd(row)
    return end !== null && end >= asOf && end >= period.first && end <= period.last
  }
  const qualified = work.filter(row => row.class.kind === 'qualified')
  const wonIn = rows.filter(
    row => row.state === 'won' && within(row.deal.closedOn, period.first, period.last, asOf),
  )
  const yearAgo = addDays(asOf, -364)
  const decided = rows.filter(row => isDecided(row) && within(row.deal.closedOn, yearAgo, asOf, asOf))
  const wins = decided.filter(row => row.state === 'won')
  const decidedValue = lot(decided)
  const wonValue = lot(wins)
  const valueWinRatio = decidedValue.amount > 0 ? wonValue.amount / decidedValue.amount : null
  const history = closingHistory(states, rows, period)
  const closingShare = history.open > 0 ? history.decided / history.open : null
  const open = lot(qualified.filter(due))
  const won = lot(wonIn)
  const cycles = wins.flatMap(row =>
    row.start !== null && row.deal.closedOn !== null
      ? [businessDays(calendar, row.start, row.deal.closedOn)]
      : [],
  )
  const meanCycle = cycles.length > 0 ? cycles.reduce((a, b) => a + b, 0) / cycles.length : null
  const meanWon = wins.length > 0 ? wonValue.amount / wins.length : null
  const winRatio = decided.length > 0 ? wins.length / decided.length : null
  return {
    quota,
    won,
    qualified: open,
    real: lot(work.filter(row => row.class.kind === 'real' && due(row))),
    undated: lot(qualified.filter(row => expectedEnd(row) === null)),
    past: lot(
      qualified.filter(row => {
        const end = expectedEnd(row)
        return end !== null && end < asOf
      }),
    ),
    decidedValue,
    wonValue,
    valueWinRatio,
    openThen: history.open,
    decidedInTime: history.decided,
    openThenCount: history.count,
    closingShare,
    coverage:
      quota === null
        ? null
        : coverageOf({ open: open.amount, quota, won: won.amount, valueWinRatio, closingShare }),
    velocity: {
      qualified: qualified.length,
      winRatio,
      won: wins.length,
      decided: decided.length,
      meanWon,
      meanCycle,
      cycles: cycles.length,
      perDay:
        winRatio === null || meanWon === null || meanCycle === null
          ? null
          : velocityOf({ qualified: qualified.length, winRatio, meanWon, meanCycle }),
    },
  }
}

const within = (d: Day | null, first: Day, last: Day, asOf: Day): boolean =>
  d !== null && d >= first && d <= last && d <= asOf

/** How much of what was open late in each of the four periods before was decided by that period's end. */
function closingHistory(
  { asOf, ageLimits, settings }: DealStates,
  rows: readonly DealState[],
  period: Period,
): { open: number; decided: number; count: number } {
  const left = asOf < period.first ? daysBetween(period.first, period.last) : daysBetween(asOf, period.last)
  const sum = { open: 0, decided: 0, count: 0 }
  for (const by of [-1, -2, -3, -4]) {
    const past = shiftPeriod(period, by, settings.fiscalStart)
    if (past.last > asOf) continue
    const on = addDays(past.last, -Math.max(0, left))
    for (const row of rows) {
      const closed = row.state === 'open' ? null : row.deal.closedOn
      if (row.start === null || row.start > on || (closed !== null && closed <= on)) continue
      // What was dead by age then was not waited for, as it is not counted as due now.
      const limit = ageLimits.of(row.family)
      if (limit && daysBetween(row.start, on) > limit.days) continue
      sum.open += row.value.amount ?? 0
      sum.count++
      if (closed !== null && closed <= past.last && isDecided(row)) sum.decided += row.value.amount ?? 0
    }
  }
  return sum
}
