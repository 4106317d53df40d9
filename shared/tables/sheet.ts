/** What a file becomes: sheets of raw cells, and where in each sheet the table lies. */

/** A cell as the file has it: text, number, yes/no, UTC wall time, or nothing; an error cell is its text. */
export type Cell = string | number | boolean | Date | null

/** Why a row inside a sheet is not a record of its table. */
export type SkipReason =
  'above the header' | 'blank' | 'subtotal' | 'total' | 'footer' | 'header again' | 'another table'

/** A row that was left out of the table; `row` counts from 0. */
export interface Skipped {
  readonly row: number
  readonly why: SkipReason
}

/**
 * Where the table of a sheet lies; rows and columns count from 0, ends are included. `headerRow` is the lowest
 * row of the header, null when the first row already is data; `lastRow < firstRow` means no data rows.
 */
export interface DetectedTable {
  readonly headerRow: number | null
  readonly headerRows: readonly number[]
  readonly header: readonly string[]
  readonly firstRow: number
  readonly lastRow: number
  readonly skipped: readonly Skipped[]
}

/** A merged range; rows and columns count from 0, ends are included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * Number formats of a sheet: `index[row * width + column]` points into `palette`; entry 0 is no format. Only
 * formats that tell something a number does not (percent, currency, decimals) are kept.
 */
export interface NumberFormats {
  readonly palette: readonly string[]
  readonly width: number
  readonly index: Uint16Array
}

/** One sheet of a file: `rows[0][0]` is A1; rows may end early, so a missing cell is an empty one. */
export interface Sheet {
  readonly name: string
  readonly hidden: 'no' | 'hidden' | 'veryHidden'
  readonly rows: Cell[][]
  readonly hiddenRows: number[]
  readonly hiddenColumns: number[]
  readonly merges: readonly Merge[]
  readonly formats: NumberFormats | null
  readonly table: DetectedTable
}

/** The number format of a cell, or null when it has none worth keeping. */
export function formatAt(sheet: Sheet, row: number, column: number): string | null {
  const formats = sheet.formats
  if (formats === null || column >= formats.width) return null
  return formats.palette[formats.index[row * formats.width + column] ?? 0] || null
}
