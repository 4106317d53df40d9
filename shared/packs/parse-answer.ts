/** Reads what a rep wrote into a fill-in cell: a value of the column's kind, or a sentence on what it should be. */
import { dayOf, numberToDay, parseDay, type Day } from '../base/day'
import { toMinor, type CurrencyCode } from '../base/money'
import { fail, ok, type Result } from '../base/result'
import type { Cell } from '../tables/sheet'
import type { PackColumn, PackValue } from './pack-content'

/** Reads a cell of a column; an empty cell is null. `words` are the allowed values of a list column. */
export function parseAnswer(
  cell: Cell,
  column: PackColumn,
  words: readonly string[],
  currency: CurrencyCode,
): Result<PackValue, string> {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return ok(null)
  switch (column.kind) {
    case 'list':
      return parseWord(cell, words)
    case 'day':
      return parseDate(cell, column)
    case 'whole':
    case 'number':
    case 'money':
    case 'percent':
      return parseNumber(cell, column, currency)
    default: {
      const text = (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim()
      const longest = column.longest ?? 500
      return text.length > longest
        ? fail(`The text has ${text.length} characters; at most ${longest} fit.`)
        : ok(text)
    }
  }
}

function parseWord(cell: NonNullable<Cell>, words: readonly string[]): Result<PackValue, string> {
  const text = String(cell instanceof Date ? cell.toISOString() : cell)
    .trim()
    .toLowerCase()
  const found = words.find(each => each.toLowerCase() === text)
  if (found !== undefined) return ok(found)
  const shown = words.length > 8 ? 'the codes on the sheet Lists' : words.join(', ')
  return fail(`“${text}” is not one of ${shown}.`)
}

function parseDate(cell: NonNullable<Cell>, column: PackColumn): Result<PackValue, string> {
  const day = readDay(cell)
  if (day === null) return fail(`“${String(cell)}” is not a date; write it as a date or as 2026-11-30.`)
  if (column.from && day < column.from) return fail(`${day} lies before ${column.from}.`)
  return ok(day)
}

function readDay(cell: NonNullable<Cell>): Day | null {
  if (cell instanceof Date) return parseDay(cell.toISOString().slice(0, 10))
  // Serial numbers of the years 1990 to 2100: a date whose format was lost.
  if (typeof cell === 'number')
    return cell >= 32_874 && cell < 73_415 ? numberToDay(Math.floor(cell) - 25_569) : null
  const text = String(cell).trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  // Day and month can be told apart only with points, or where one of them is above twelve.
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!parts) return null
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])]
  if (parts[2] === '.' || first > 12) return dayOf(year, second, first)
  return second > 12 ? dayOf(year, first, second) : null
}

function parseNumber(
  cell: NonNullable<Cell>,
  column: PackColumn,
  currency: CurrencyCode,
): Result<PackValue, string> {
  const number = typeof cell === 'number' ? cell : readNumber(String(cell))
  if (number === null || !Number.isFinite(number)) return fail(`“${String(cell)}” is not a number.`)
  if (column.kind === 'whole' && !Number.isInteger(number)) return fail(`${number} is not a whole number.`)
  const [low, high] = column.range ?? [column.kind === 'money' ? 0 : -Infinity, Infinity]
  if (number < low || number > high)
    return fail(
      high === Infinity ? `${number} is below ${low}.` : `${number} is not between ${low} and ${high}.`,
    )
  if (column.kind !== 'money') return ok(number)
  const minor = toMinor(number, currency)
  return minor === null ? fail(`${number} is too large.`) : ok(minor)
}

/** Plain numbers, and numbers whose thousands are grouped with commas, apostrophes or spaces. */
function readNumber(text: string): number | null {
  const bare = text.trim().replace(/^[A-Z]{3}\s*|\s*[A-Z]{3}$|^[$€£]\s*|\s*[$€£%]$/g, '')
  if (/^-?\d+(\.\d+)?$/.test(bare)) return Number(bare)
  if (/^-?\d{1,3}([,'’ \u00a0\u202f]\d{3})+(\.\d+)?$/.test(bare))
    return Number(bare.replace(/[,'’ \u00a0\u202f]/g, ''))
  return null
}
