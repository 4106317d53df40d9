/** Days as people type them. */
import { dayOf, parseDay, type Day } from '#shared/base/day'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A day that was read, or why it could not be: no day at all, or two days that it could be. */
type DayReading =
  | { readonly day: Day; readonly either: null }
  | { readonly day: null; readonly either: readonly [Day, Day] | null }

const none: DayReading = { day: null, either: null }
const found = (day: Day | null): DayReading => (day ? { day, either: null } : none)

/** A two-digit year lies within the eighty years before 2050 (Excel's rule is near: 30 begins 1930). */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}

/** Reads `2017-12-31`, `31.12.2017`, `31 Dec 2017`, `Dec 31, 2017`, and `12/31/2017` where only one reading is a day. */
export function readDay(typed: string): DayReading {
  const text = typed.trim()
  const iso = parseDay(text)
  if (iso) return found(iso)
  const numbers = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/.exec(text)
  if (numbers) {
    const [, a = '', sign = '', b = '', c = ''] = numbers
    if (a.length === 4) return found(dayOf(Number(a), Number(b), Number(c)))
    const dayFirst = dayOf(fullYear(c), Number(b), Number(a))
    if (sign === '.') return found(dayFirst)
    const monthFirst = dayOf(fullYear(c), Number(a), Number(b))
    if (dayFirst && monthFirst && dayFirst !== monthFirst)
      return { day: null, either: [dayFirst, monthFirst] }
    return found(dayFirst ?? monthFirst)
  }
  const named = /^(\d{1,2})[\s.-]*([a-z]{3,9})[\s.,-]*(\d{2,4})$/i.exec(text)
  if (named) return namedDay(named[1], named[2], named[3])
  const american = /^([a-z]{3,9})[\s.]*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})$/i.exec(text)
  return american ? namedDay(american[2], american[1], american[3]) : none
}

function namedDay(date = '', month = '', year = ''): DayReading {
  const index = months.indexOf(month.slice(0, 3).toLowerCase())
  return index < 0 ? none : found(dayOf(fullYear(year), index + 1, Number(date)))
}
