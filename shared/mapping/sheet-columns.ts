/** The columns of a sheet as readings need them, each looked through once and remembered as long as its source is. */
import type { Cell, Sheet } from '../tables/sheet'
import type { Issue } from './drafts'
import { dateStyle, tallyDates, type DateStyle, type DateTally } from './date-column'
import {
  numberStyle,
  tallyNumbers,
  type DecimalSign,
  type NumberStyle,
  type NumberTally,
} from './number-column'
import type { DateOrder } from './read-date'

/** A column as it was last read, the way that it was read, and what did not fit. */
export interface Reading {
  readonly way: string
  readonly values: readonly unknown[]
  readonly issues: readonly Issue[]
}

/** Columns that are taken out of the rows in one go: a row is fetched once for all of them. */
const together = 16

/** Some rows of a sheet, column by column. */
export class SheetColumns {
  /** By column. */
  readonly readings = new Map<number, Reading>()
  private readonly lists = new Map<number, readonly Cell[]>()
  private readonly dateTallies = new Map<number, DateTally>()
  private readonly numberTallies = new Map<number, NumberTally>()

  constructor(
    readonly sheet: Sheet,
    /** Places of the rows in the sheet. */
    readonly rows: readonly number[],
  ) {}

  /** The cells of a column, one a row. */
  cells(column: number): readonly Cell[] {
    const known = this.lists.get(column)
    if (known) return known
    const first = column - (column % together)
    const lists = Array.from({ length: together }, (): Cell[] => [])
    for (const row of this.rows) {
      const cells = this.sheet.rows[row]
      for (let i = 0; i < together; i++) lists[i]?.push(cells?.[first + i] ?? null)
    }
    lists.forEach((list, i) => this.lists.set(first + i, list))
    return lists[column - first] ?? []
  }

  /** How the dates of a column are written, where other columns show `hint`. */
  dates(column: number, hint: DateOrder | null): DateStyle {
    return dateStyle(
      remembered(this.dateTallies, column, () => tallyDates(this.cells(column))),
      hint,
    )
  }

  /** How the numbers of a column are written, where other columns show `hint`. */
  numbers(column: number, hint: DecimalSign | null): NumberStyle {
    return numberStyle(
      remembered(this.numberTallies, column, () => tallyNumbers(this.cells(column))),
      hint,
    )
  }
}

function remembered<T>(known: Map<number, T>, column: number, make: () => T): T {
  let value = known.get(column)
  if (value === undefined) known.set(column, (value = make()))
  return value
}
