/** Calendar days without a time zone, as `YYYY-MM-DD` text; arithmetic runs on the number of days since 1970-01-01. */

/** A calendar day, `YYYY-MM-DD`; compares correctly as text. */
export type Day = string & { readonly $day: true }

/** Days since 1970-01-01 of a date in the proleptic Gregorian calendar (H. Hinnant's days-from-civil). */
function civilToNumber(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false)) return 29
  return lengths[month - 1] ?? 0
}

/** The day of a year, month (1–12) and date, or null where there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(date) || date < 1 || date > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
}

/** The number that the digits of `text` from `start` to before `end` write; NaN where one is not a digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return NaN
    number = number * 10 + digit
  }
  return number
}

/** Reads `YYYY-MM-DD`; null for anything else, impossible days included. */
export function parseDay(text: string): Day | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const [year, month, date] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  const isDay = year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
  return isDay ? (text as Day) : null
}

/** Year, month (1–12) and date of a day. */
export const dayParts = (d: Day): { year: number; month: number; date: number } => ({
  year: Number(d.slice(0, 4)),
  month: Number(d.slice(5, 7)),
  date: Number(d.slice(8, 10)),
})

/** Days since 1970-01-01; negative before. */
export function dayNumber(d: Day): number {
  return civilToNumber(digits(d, 0, 4), digits(d, 5, 7), digits(d, 8, 10))
}

/** The day that lies `n` days after 1970-01-01. */
export function numberToDay(n: number): Day {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day
}

/** The day `n` calendar days later (earlier where negative). */
export const addDays = (d: Day, n: number): Day => numberToDay(dayNumber(d) + n)

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** 0 for Monday to 6 for Sunday. */
export const weekday = (d: Day): number => weekdayOfNumber(dayNumber(d))

/** 0 for Monday to 6 for Sunday, of a day number. */
export const weekdayOfNumber = (n: number): number => (((n + 3) % 7) + 7) % 7

/** The later of two days. */
export const laterDay = (a: Day, b: Day): Day => (a < b ? b : a)

/** The earlier of two days. */
export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b)
