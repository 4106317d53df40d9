/** How the months of a quarter share its wins: the index offered for monthly quotas and forecasts (section 5.6, A22). */
import { addDays, type Day, dayParts } from '../base/day'
import { type Period, periodOf, shiftPeriod } from '../base/fiscal'

/** Amounts, shares and index (share × 3) of the first, second and third month of a quarter; null without any amount. */
interface QuarterMonths {
  readonly amounts: readonly [number, number, number]
  readonly shares: readonly [number, number, number]
  readonly index: readonly [number, number, number]
}

/** Sums won amounts by month of the quarter; `startMonth` is the fiscal year's first month (CV-6). */
export function quarterMonthIndex(
  won: readonly { readonly closed: Day; readonly amount: number }[],
  startMonth = 1,
): QuarterMonths | null {
  const amounts: [number, number, number] = [0, 0, 0]
  for (const { closed, amount } of won) {
    const at = ((dayParts(closed).month - startMonth + 12) % 3) as 0 | 1 | 2
    amounts[at] += amount
  }
  const total = amounts[0] + amounts[1] + amounts[2]
  if (total <= 0) return null
  const shares = amounts.map(a => a / total) as [number, number, number]
  return { amounts, shares, index: shares.map(s => 3 * s) as [number, number, number] }
}

/** The first and last day of the whole quarters between the first close in the data and the as-of date; null where there is none. */
export function wholeQuarters(
  firstClose: Day,
  asOf: Day,
  startMonth = 1,
): { readonly first: Day; readonly last: Day } | null {
  const begun: Period = periodOf(firstClose, 'quarter', startMonth)
  // A quarter whose first closes come within three days is taken as covered.
  const first = firstClose <= addDays(begun.first, 3) ? begun : shiftPeriod(begun, 1, startMonth)
  const now = periodOf(asOf, 'quarter', startMonth)
  const last = now.last <= asOf ? now : shiftPeriod(now, -1, startMonth)
  return last.first >= first.first ? { first: first.first, last: last.last } : null
}
