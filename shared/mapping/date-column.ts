/** Deciding from a whole column how its dates are written, and reading them so. */
import { numberToDay, type Day } from '../base/day'
import type { Cell } from '../tables/sheet'
import { dateParts, orderedDay, serialDay, type DateOrder } from './read-date'

/** How the dates of a column are written. */
export interface DateStyle {
  readonly order: DateOrder
  /** True where day and month could be changed over in every value: to be asked once. */
  readonly ambiguous: boolean
  /** Up to three values as written, to ask with. */
  readonly samples: readonly string[]
  /** Cells that are dates in this order, and cells that are none. */
  readonly dates: number
  readonly others: number
}

const sampleLimit = 3

/** What the cells of a column show of their dates. */
export interface DateTally {
  /** Cells that are dates in each order. */
  readonly fits: Readonly<Record<DateOrder, number>>
  /** Cells whose order is to be decided, that are dates in any, and that are none. */
  readonly written: number
  readonly dates: number
  readonly others: number
  readonly samples: readonly string[]
}

/** Looks through the cells of a column, each different text once. */
export function tallyDates(cells: Iterable<Cell>): DateTally {
  const seen = new Map<string, number>()
  let dates = 0
  let others = 0
  let plain: string | null = null
  for (const cell of cells) {
    if (cell === null || cell === '') continue
    if (typeof cell === 'string') seen.set(cell, (seen.get(cell) ?? 0) + 1)
    else if (cell instanceof Date || (typeof cell === 'number' && serialDay(cell) !== null)) dates++
    else others++
  }
  const fits: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 }
  let written = 0
  const samples: string[] = []
  for (const [text, n] of seen) {
    const parts = readParts(text)
    if (parts === null) others += n
    else if (parts.kind === 'day') {
      dates += n
      plain ??= text
    } else {
      written += n
      if (samples.length < sampleLimit) samples.push(text)
      for (const order of ['dmy', 'mdy', 'ymd'] as const) if (orderedDay(parts.at, order)) fits[order] += n
    }
  }
  if (samples.length === 0 && plain !== null) samples.push(plain)
  return { fits, written, dates, others, samples }
}

/** How the dates are written that a tally shows; `hint` is what other columns of the file say. */
export function dateStyle(tally: DateTally, hint: DateOrder | null): DateStyle {
  const { fits, written, dates, others, samples } = tally
  const order = bestOrder(fits, hint)
  return {
    order,
    ambiguous: written > 0 && hint === null && fits.dmy === fits.mdy && fits.dmy > 0,
    samples,
    dates: dates + fits[order],
    others: others + written - fits[order],
  }
}

/**
 * Decides the order for a column (domain section 0): a first figure above 12 in any value makes it day first, a
 * second one month first; where neither shows, `hint` (what other columns of the file say) or day first is
 * taken and the column is ambiguous.
 */
export const decideDates = (cells: Iterable<Cell>, hint: DateOrder | null = null): DateStyle =>
  dateStyle(tallyDates(cells), hint)

function bestOrder(fits: Readonly<Record<DateOrder, number>>, hint: DateOrder | null): DateOrder {
  if (fits.dmy === fits.mdy && fits.dmy >= fits.ymd) return hint === 'mdy' ? 'mdy' : 'dmy'
  // Year first with two digits is believed only where neither other order reads the column.
  const best: DateOrder = fits.dmy >= fits.mdy ? 'dmy' : 'mdy'
  return fits.ymd > fits[best] ? 'ymd' : best
}

const readParts = (text: string): ReturnType<typeof dateParts> => {
  const trimmed = text.trim()
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    const day = serialDay(Number(trimmed))
    return day ? { kind: 'day', day } : null
  }
  return dateParts(trimmed)
}

/** A reader of the cells of one column; the same text is read once. Null is a cell that is no date. */
export function dateReader(order: DateOrder): (cell: Cell) => Day | null {
  const known = new Map<string, Day | null>()
  return cell => {
    if (typeof cell === 'string') {
      let day = known.get(cell)
      if (day === undefined) {
        const parts = readParts(cell)
        day = parts === null ? null : parts.kind === 'day' ? parts.day : orderedDay(parts.at, order)
        known.set(cell, day)
      }
      return day
    }
    if (typeof cell === 'number') return serialDay(cell)
    return cell instanceof Date && !Number.isNaN(cell.getTime())
      ? numberToDay(Math.floor(cell.getTime() / 86_400_000))
      : null
  }
}
