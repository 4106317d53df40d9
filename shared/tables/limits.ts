/** How much of a file is read at most, so that no file can end the process. */

/** Limits of reading: bytes of the file, cells of all its sheets, bytes its parts may inflate to in all. */
export interface Limits {
  readonly bytes: number
  readonly cells: number
  readonly inflatedBytes: number
}

const MB = 2 ** 20

/** The limits that hold unless others are told: 300 MB of file, 20 million cells, 900 MB inflated. */
export const defaultLimits: Limits = { bytes: 300 * MB, cells: 20_000_000, inflatedBytes: 900 * MB }

/** One part must fit into one text of the language: V8 holds 536,870,888 characters. */
export const partLimit = 480 * MB

/**
 * Parts of binary workbooks (xlsb) may inflate to so much: reading them takes twenty times the memory of the part and a second
 * for each 8 MB, and 200,000 rows of 20 columns fit into it.
 */
export const binaryPartLimit = 64 * MB

/** Old binary workbooks are not packed; more than this is no pipeline. */
export const oldWorkbookLimit = 200 * MB

/** Parts a workbook may have. */
export const partCountLimit = 5_000

/** A part larger than `ratioFrom` bytes may not be this many times larger than its packed form. */
export const ratioLimit = 400

/** Below this size the ratio of packing says nothing. */
export const ratioFrom = 10 * MB

/** Rows and columns Excel itself can hold; what lies beyond is not a sheet. */
export const sheetLimit = { rows: 1_048_576, columns: 16_384 }
