/** Reading one date as people and exports write them; the order of day, month and year is decided elsewhere, per column. */
import { dayOf, numberToDay, type Day } from '../base/day'

/** The order of the parts of a date in figures. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** What a text says about its date: the day where it can be read in one way only, else its three figures. */
export type DateParts =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'figures'; readonly at: readonly [string, string, string] }

const months = new Map<string, number>()
const names: readonly string[] = [
  'jan january januar janvier janv enero ene gennaio gen janeiro januari',
  'feb february februar fevrier fevr fev febrero febbraio fevereiro februari',
  'mar march marz maerz mars marzo marco maart mrz mrt',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil julio luglio lug julho',
  'aug august aout agosto ago augustus',
  'sep sept september septembre septiembre settembre set setembro',
  'oct october oktober okt octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez decembre diciembre dic dicembre dezembro',
]
names.forEach((list, at) => {
  for (const name of list.split(' ')) months.set(name, at + 1)
})

const monthOf = (word: string): number | null =>
  months.get(
    word
      .normalize('NFKD')
      .replace(/[\u0300-\u036f.]/g, '')
      .toLowerCase(),
  ) ?? null

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{1,2}:\d{2}.*)?$/
const figures = /^(\d{1,4})([-/.\s\u2044])\s?(\d{1,2})\2\s?(\d{1,4})(?:[\sT,].*)?$/
const dayFirstName =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s\-/]*(?:de |of )?(\p{L}{3,12})\.?,?[\s\-/]*(?:de |of )?'?(\d{4}|\d{2})(?:[\sT,].*)?$/u
const monthNameFirst =
  /^(?:\p{L}+,?\s+)?(\p{L}{3,12})\.?[\s\-/]+(\d{1,2})(?:st|nd|rd|th)?,?[\s\-/]+(\d{4})(?:[\sT,].*)?$/u
const yearFirstName = /^(\d{4})[\s\-/]+(\p{L}{3,12})\.?[\s\-/]+(\d{1,2})(?:[\sT,].*)?$/u

/** Two-digit years below 70 lie in this century. */
const fullYear = (text: string): number =>
  text.length > 2 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900)

const day = (year: number, month: number | null, date: number): DateParts | null => {
  const made = month === null ? null : dayOf(year, month, date)
  return made === null ? null : { kind: 'day', day: made }
}

/** Takes a written date apart; null where it is none. Numbers without separators are read by `serialDay`. */
export function dateParts(text: string): DateParts | null {
  const plain = iso.exec(text)
  if (plain) return day(Number(plain[1]), Number(plain[2]), Number(plain[3]))
  const three = figures.exec(text)
  if (three) {
    const [a, b, c] = [three[1] as string, three[3] as string, three[4] as string]
    if (a.length > 2) return a.length === 4 ? day(Number(a), Number(b), Number(c)) : null
    if (c.length === 3 || c.length === 1) return null
    return { kind: 'figures', at: [a, b, c] }
  }
  const named = dayFirstName.exec(text)
  if (named) {
    const read = day(fullYear(named[3] as string), monthOf(named[2] as string), Number(named[1]))
    if (read) return read
  }
  const american = monthNameFirst.exec(text)
  if (american) return day(Number(american[3]), monthOf(american[1] as string), Number(american[2]))
  const late = yearFirstName.exec(text)
  return late ? day(Number(late[1]), monthOf(late[2] as string), Number(late[3])) : null
}

/** The day that three figures mean in an order; null where there is no such day. */
export function orderedDay(at: readonly [string, string, string], order: DateOrder): Day | null {
  const [a, b, c] = at
  if (order === 'ymd') return c.length > 2 ? null : dayOf(fullYear(a), Number(b), Number(c))
  return order === 'dmy' ? dayOf(fullYear(c), Number(b), Number(a)) : dayOf(fullYear(c), Number(a), Number(b))
}

/** The day of an Excel day number from 1954 to 2118, of `20171231`, or of milliseconds since 1970; null for other numbers. */
export function serialDay(n: number): Day | null {
  if (n >= 20_000 && n < 80_000) return numberToDay(Math.floor(n) - 25_569)
  if (n >= 19_000_101 && n <= 21_991_231 && Number.isInteger(n))
    return dayOf(Math.floor(n / 10_000), Math.floor(n / 100) % 100, n % 100)
  if (n >= 1e11 && n < 1e13) return numberToDay(Math.floor(n / 86_400_000))
  return null
}
