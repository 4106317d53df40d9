/** Fiscal periods (rule CV-6): months, quarters and years that begin in a month of the region's choice. */
import { type Day, dayParts, daysInMonth } from './day'

/** A period key: `2017-10`, `2017-Q4` or `FY2017`. Quarter and year are fiscal and named for the year in which the fiscal year ends. */
export type PeriodKey = string

/** The kinds of period that a region reports in. */
export type PeriodKind = 'month' | 'quarter' | 'year'

/** First and last day of a period, both included. */
export interface Period {
  readonly key: PeriodKey
  readonly kind: PeriodKind
  readonly first: Day
  readonly last: Day
}

const pad = (n: number): string => String(n).padStart(2, '0')
const firstOf = (year: number, month: number): Day =>
  `${String(year).padStart(4, '0')}-${pad(month)}-01` as Day
const lastOf = (year: number, month: number): Day =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(daysInMonth(year, month))}` as Day

/** Adds months to a year and month. */
function shift(year: number, month: number, by: number): { year: number; month: number } {
  const at = year * 12 + (month - 1) + by
  return { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 }
}

/** The fiscal year that a day lies in: the calendar year in which that fiscal year ends. */
export function fiscalYear(d: Day, startMonth: number): number {
  const { year, month } = dayParts(d)
  return startMonth > 1 && month >= startMonth ? year + 1 : year
}

/** The period of a kind that a day lies in. `startMonth` is 1 to 12. */
export function periodOf(d: Day, kind: PeriodKind, startMonth = 1): Period {
  const { year, month } = dayParts(d)
  if (kind === 'month')
    return { key: d.slice(0, 7), kind, first: firstOf(year, month), last: lastOf(year, month) }
  const into = (month - startMonth + 12) % 12
  const start = shift(year, month, kind === 'year' ? -into : -(into % 3))
  const end = shift(start.year, start.month, kind === 'year' ? 11 : 2)
  const fy = fiscalYear(d, startMonth)
  const key = kind === 'year' ? `FY${fy}` : `${fy}-Q${Math.floor(into / 3) + 1}`
  return { key, kind, first: firstOf(start.year, start.month), last: lastOf(end.year, end.month) }
}

/** The period after (or, with a negative `by`, before) a period. */
export function shiftPeriod(period: Period, by: number, startMonth = 1): Period {
  const { year, month } = dayParts(period.first)
  const months = period.kind === 'month' ? 1 : period.kind === 'quarter' ? 3 : 12
  const to = shift(year, month, months * by)
  return periodOf(firstOf(to.year, to.month), period.kind, startMonth)
}

/** Reads a period key; null where it is none. */
export function parsePeriod(key: PeriodKey, startMonth = 1): Period | null {
  const monthly = /^(\d{4})-(\d{2})$/.exec(key)
  if (monthly) {
    const month = Number(monthly[2])
    return month >= 1 && month <= 12
      ? periodOf(firstOf(Number(monthly[1]), month), 'month', startMonth)
      : null
  }
  const quarterly = /^(\d{4})-Q([1-4])$/.exec(key)
  const yearly = /^FY(\d{4})$/.exec(key)
  const fy = Number(quarterly?.[1] ?? yearly?.[1])
  if (!Number.isInteger(fy)) return null
  const start = shift(
    startMonth > 1 ? fy - 1 : fy,
    startMonth,
    quarterly ? (Number(quarterly[2]) - 1) * 3 : 0,
  )
  return periodOf(firstOf(start.year, start.month), quarterly ? 'quarter' : 'year', startMonth)
}
