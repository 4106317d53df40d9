/** Continues what stands in cells, as the fill handle of a spreadsheet does. */
import type { DecimalSign } from './format-cell'
import { dayNumber, isoDay } from './rows-source'

/**
 * The next `count` texts after `given` (in order of filling). Two or more numbers or days in even steps go on in those
 * steps, one day goes on day by day, words that end in a number count on, and everything else is repeated.
 */
export function continueSeries(
  given: readonly string[],
  count: number,
  decimal: DecimalSign = '.',
): string[] {
  const readNumber = numberReader(decimal)
  const next =
    stepped(given, readNumber) ??
    stepped(given, readDay) ??
    counted(given, readNumber) ??
    ((i: number) => repeat(given, i))
  return Array.from({ length: count }, (_, i) => next(i))
}

function repeat(given: readonly string[], index: number): string {
  return given.length === 0 ? '' : (given[index % given.length] as string)
}

interface Read {
  readonly value: number
  readonly write: (value: number) => string
  /** The step when only one cell is given, or null when one cell is no series. */
  readonly alone: number | null
}

type Reader = (text: string) => Read | null

const numberReader =
  (decimal: DecimalSign): Reader =>
  text => {
    const match = /^(-?\d+)(?:([.,])(\d+))?(\s?%)?$/.exec(text.trim())
    if (!match || (match[2] ?? decimal) !== decimal) return null
    const digits = match[3]?.length ?? 0
    const write = (value: number) => value.toFixed(digits).replace('.', decimal) + (match[4] ?? '')
    return {
      value: Number(match[3] === undefined ? match[1] : `${match[1]}.${match[3]}`),
      write,
      alone: null,
    }
  }

function readDay(text: string): Read | null {
  const value = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayNumber(text) : NaN
  return Number.isNaN(value) ? null : { value, write: isoDay, alone: 1 }
}

function stepped(given: readonly string[], read: Reader): ((index: number) => string) | null {
  const cells = given.map(read)
  if (cells.length === 0 || cells.some(cell => cell === null)) return null
  const known = cells as readonly Read[]
  const first = known[0] as Read
  const last = known[known.length - 1] as Read
  const step = known.length === 1 ? first.alone : (known[1] as Read).value - first.value
  if (step === null) return null
  const even = known.every((cell, i) => Math.abs(cell.value - (first.value + step * i)) < 1e-9)
  return even ? index => last.write(last.value + step * (index + 1)) : null
}

function counted(given: readonly string[], readNumber: Reader): ((index: number) => string) | null {
  const parts = given.map(text => /^(.*\D)(\d{1,9})$/.exec(text))
  const last = parts.at(-1)
  // A number alone is repeated, not counted on by its last digits.
  if (given.some(text => readNumber(text) !== null)) return null
  if (!last || parts.some(part => part?.[1] !== last[1])) return null
  const numbers = parts.map(part => Number(part?.[2]))
  const step = numbers.length === 1 ? 1 : (numbers[1] as number) - (numbers[0] as number)
  if (!numbers.every((value, i) => value === (numbers[0] as number) + step * i)) return null
  const digits = (last[2] as string).length
  const end = Number(last[2])
  return index => `${last[1]}${String(end + step * (index + 1)).padStart(digits, '0')}`
}
