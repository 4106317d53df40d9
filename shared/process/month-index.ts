/** The months' shares of a quarter's wins (A22), to spread a quarter's target over its months. */
import { periodOf, shiftPeriod, type Period } from '../base/fiscal'
import type { DealStates } from './deal-state'

/** One month of a quarter. */
interface MonthShare {
  readonly month: string
  readonly amount: number
  readonly wins: number
  /** Of the quarter's won amount. */
  readonly share: number | null
}

/** Won amounts of a quarter's three months and their shares. */
export function monthShares(states: DealStates, quarter: Period): readonly MonthShare[] {
  const months = new Map<string, { amount: number; wins: number }>()
  let at = periodOf(quarter.first, 'month')
  for (; at.first <= quarter.last; at = shiftPeriod(at, 1)) months.set(at.key, { amount: 0, wins: 0 })
  let total = 0
  for (const row of states.rows) {
    if (row.state !== 'won' || row.deal.closedOn === null) continue
    const month = months.get(row.deal.closedOn.slice(0, 7))
    if (!month) continue
    month.amount += row.value.amount ?? 0
    month.wins++
    total += row.value.amount ?? 0
  }
  return [...months].map(([month, { amount, wins }]) => ({
    month,
    amount,
    wins,
    share: total > 0 ? amount / total : null,
  }))
}
