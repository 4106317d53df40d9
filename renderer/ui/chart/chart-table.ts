/** The numbers of a chart as a table: for reading, for copying, and for those who do not see the marks. */

/** One mark of a chart: a bar, a point, a cell of a heat grid. */
export interface ChartMark {
  /** Lasting, so that a click can be told to the app. */
  readonly id: string
  /** What the mark is, in words: "Negotiation, 2017-Q4". */
  readonly label: string
  /** Its value in words: "41 of 63 won". */
  readonly value: string
  /** Where it is drawn: the number of its series and of its datum. */
  readonly series: number
  readonly datum: number
}

/** A table of texts with headers. */
export interface ChartTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** The table as tab-separated text for a spreadsheet. */
export function tableText(table: ChartTable): string {
  const lines = [table.columns, ...table.rows]
  return lines.map(line => line.map(cell => String(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n')
}
