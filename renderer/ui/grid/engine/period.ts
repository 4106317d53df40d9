/** The days of a named period around the as-of date. */
import type { Period } from './filter'

/** The days on which periods rest. */
export interface PeriodBase {
  /** The as-of date as days since 1970-01-01. */
  readonly asOf: number
  /** The first month of the fiscal year, 1-12; 1 when absent. */
  readonly fiscalStart?: number
}

const msPerDay = 86_400_000

function monthStart(year: number, month: number): number {
  return Date.UTC(year, month, 1) / msPerDay
}

/** The first and the last day of a period, both included. */
export function periodDays(period: Period, base: PeriodBase): readonly [number, number] {
  const { asOf } = base
  const date = new Date(asOf * msPerDay)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  const months = (from: number, count: number): readonly [number, number] => [
    monthStart(year, from),
    monthStart(year, from + count) - 1,
  ]
  const start = (base.fiscalStart ?? 1) - 1
  const intoYear = (((month - start) % 12) + 12) % 12
  const quarter = month - (intoYear % 3)
  const fiscalYear = month - intoYear
  const monday = asOf - ((date.getUTCDay() + 6) % 7)
  switch (period) {
    case 'today':
      return [asOf, asOf]
    case 'lastWeek':
      return [monday - 7, monday - 1]
    case 'thisWeek':
      return [monday, monday + 6]
    case 'nextWeek':
      return [monday + 7, monday + 13]
    case 'lastMonth':
      return months(month - 1, 1)
    case 'thisMonth':
      return months(month, 1)
    case 'nextMonth':
      return months(month + 1, 1)
    case 'lastQuarter':
      return months(quarter - 3, 3)
    case 'thisQuarter':
      return months(quarter, 3)
    case 'nextQuarter':
      return months(quarter + 3, 3)
    case 'lastYear':
      return months(fiscalYear - 12, 12)
    case 'thisYear':
      return months(fiscalYear, 12)
    case 'nextYear':
      return months(fiscalYear + 12, 12)
    case 'pastAll':
      return [-Infinity, asOf - 1]
    case 'futureAll':
      return [asOf, Infinity]
  }
}
