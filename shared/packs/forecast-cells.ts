/** Cells and headings that the tables of the forecast pack are made of. */
import type { Day } from '../base/day'
import { daySerial, type BookCell, type Format } from './book'
import { cellText } from './lint-book'

/** A row of cells. */
export type Row = (BookCell | null)[]

/** The row of the headings, from 0: a title and a sentence stand above it. */
export const headerAt = 3

/** A title, a sentence, and the headings with their side. */
export const head = (
  title: string,
  subtitle: string,
  columns: readonly (readonly [string, 'left' | 'right'])[],
): Row[] => [
  [{ value: title, look: 'title' }],
  [{ value: subtitle, look: 'subtitle' }],
  [],
  columns.map(([value, side]): BookCell => ({ value, look: side === 'right' ? 'headerRight' : 'header' })),
]

/** A text. */
export const text = (value: string | null, wrap = false): BookCell => ({
  value: value === null || value === '' ? null : cellText(value),
  look: 'cell',
  format: 'text',
  ...(wrap ? { wrap } : {}),
})
/** A figure, with the formula that gives it. */
export const figure = (value: number | null, format: Format, formula?: string): BookCell => ({
  value,
  look: 'cell',
  format,
  ...(formula === undefined ? {} : { formula }),
})
/** A day as spreadsheets count. */
export const dayCell = (value: Day | null): BookCell =>
  figure(value === null ? null : daySerial(value), 'day')
