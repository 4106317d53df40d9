/** A workbook as we describe it, before any library sees it: sheets of cells with named looks. */
import { dayNumber, type Day } from '../base/day'

/** How a cell looks; what each means stands in book-style.ts. */
export type Look =
  | 'plain'
  | 'title'
  | 'subtitle'
  | 'section'
  | 'label'
  | 'header'
  | 'headerRight'
  | 'headerFill'
  | 'headerFillRight'
  | 'cell'
  | 'band'
  | 'fill'
  | 'key'
  | 'total'
  | 'group'
  | 'muted'
  | 'figure'
  | 'link'

/** How a value is written. `money` has no digits behind the point, `cents` has two; the currency stands in the header. */
export type Format =
  'general' | 'text' | 'whole' | 'number' | 'money' | 'cents' | 'percent' | 'tenths' | 'day' | 'stamp'

/** One cell. A formula carries its value in `value`, which is worked out by whoever writes the formula. */
export interface BookCell {
  readonly value: string | number | boolean | null
  readonly look?: Look
  readonly format?: Format
  /** Without the leading equals sign. */
  readonly formula?: string
  /** http, https or mailto address, or `#'Sheet'!A1` inside the workbook. */
  readonly link?: string
  /** Shown when the cell is pointed at. */
  readonly note?: string
  readonly wrap?: boolean
  readonly align?: 'left' | 'right'
  /** Indentation in steps. */
  readonly indent?: number
}

/** An area of one sheet; rows and columns count from 0 and both ends are included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** What may be typed into an area. `list` points to an area of another sheet. */
export interface Rule {
  readonly area: Area
  readonly allow:
    | { readonly kind: 'list'; readonly sheet: string; readonly area: Area }
    | { readonly kind: 'whole' | 'decimal'; readonly from: number | null; readonly to: number | null }
    | { readonly kind: 'day'; readonly from: Day | null; readonly to: Day | null }
    | { readonly kind: 'text'; readonly longest: number }
  readonly hint: string
}

/** A condition under which an area takes another colour; `formula` is written for the area's top left cell. */
export interface Condition {
  readonly area: Area
  readonly formula: string
  readonly tone: 'warn' | 'danger' | 'good' | 'missing'
}

/** One column of numbers in a chart. */
export interface Series {
  readonly name: string
  readonly values: Area
  readonly tone: 'main' | 'second' | 'third'
}

/** A chart that is drawn by the spreadsheet program from cells of its own sheet. */
export interface Chart {
  readonly kind: 'column' | 'bar' | 'line'
  readonly title: string
  readonly alt: string
  readonly categories: Area
  readonly series: readonly Series[]
  readonly place: Area
  readonly format: Format
}

/** A sheet. Missing cells are empty; `widths` are in characters. */
export interface BookSheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (BookCell | null)[])[]
  readonly heights?: ReadonlyMap<number, number>
  readonly merges?: readonly Area[]
  /** The header row and the columns left of what scrolls. */
  readonly freeze?: { readonly rows: number; readonly columns: number }
  /** The row repeated on every printed page, and how many columns from the left. */
  readonly printTitle?: { readonly row: number; readonly columns: number }
  /** Columns before which a printed page ends, with the scale in % that makes them fit; else one page holds all columns. */
  readonly pageBreaks?: readonly number[]
  readonly printScale?: number
  readonly landscape?: boolean
  readonly filter?: Area
  readonly rules?: readonly Rule[]
  readonly conditions?: readonly Condition[]
  readonly charts?: readonly Chart[]
  /** Cells of other looks than `fill` cannot be typed over while this is set. */
  readonly protect?: boolean
  readonly hidden?: 'no' | 'veryHidden'
  readonly tab?: 'main' | 'fill' | 'quiet'
}

/** A workbook with what its properties say; `date` is both its creation and its change, so that equal content gives equal bytes. */
export interface Book {
  readonly title: string
  readonly subject: string
  readonly creator: string
  readonly date: Day
  readonly footer: string
  readonly sheets: readonly BookSheet[]
}

/** A day as spreadsheets count: days since the last day of 1899. */
export const daySerial = (d: Day): number => dayNumber(d) + 25_569

/** The letters of a column that counts from 0: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name
  return name
}

/** A cell as people write it: row 0, column 1 is B1. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** An area as A1:B2, or A1 for one cell. */
export function areaName(area: Area): string {
  const first = cellName(area.top, area.left)
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${cellName(area.bottom, area.right)}`
}

/** An area with its sheet and dollar signs: 'Action plan'!$A$1:$B$2. */
export function fixedArea(sheet: string, area: Area): string {
  const fixed = areaName(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return `${sheetReference(sheet)}!${fixed}`
}

/** A sheet's name as formulas write it. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'`
