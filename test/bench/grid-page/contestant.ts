/** What every measured grid must be able to do, so that all are driven and watched alike. */

/** A column of the benchmark. */
export type BenchKey = 'name' | 'amount'

/** One grid under measurement. */
export interface Contestant {
  /** Draws the grid over the deals. */
  readonly mount: (room: HTMLElement) => void
  readonly sort: (key: BenchKey, descending: boolean) => void
  readonly unsort: () => void
  /** Rows whose name holds the text; '' for all. */
  readonly contains: (text: string) => void
  /** Two levels (owner, stage) with sum of amount, mean of chance and largest age; null when the grid cannot. */
  readonly group: ((on: boolean) => void) | null
  /** The text of a column in the first line that shows a row, or null while there is none. */
  readonly firstText: (key: BenchKey) => string | null
  /** How many lines there are now. */
  readonly lineCount: () => number
  readonly scroller: () => HTMLElement
  /** Whether a point of the window shows a drawn line. */
  readonly isDrawn: (element: Element | null) => boolean
}
