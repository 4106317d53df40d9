/** What is selected in a heat grid: a rectangle from the cell that holds the keyboard to the cell opposite. */

/** A place in the grid; both count from 0. */
export interface HeatPlace {
  readonly row: number
  readonly column: number
}

/** The selection; `anchor` holds the keyboard. */
export interface HeatSelection {
  readonly anchor: HeatPlace
  readonly focus: HeatPlace
}

/** A rectangle with both ends included. */
export interface HeatArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A selection of one cell. */
export const oneCell = (at: HeatPlace): HeatSelection => ({ anchor: at, focus: at })

/** The rectangle of a selection. */
export const areaOf = ({ anchor, focus }: HeatSelection): HeatArea => ({
  top: Math.min(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  bottom: Math.max(anchor.row, focus.row),
  right: Math.max(anchor.column, focus.column),
})

/** The places of a rectangle, row by row. */
export function placesIn({ top, left, bottom, right }: HeatArea): HeatPlace[] {
  const found: HeatPlace[] = []
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) found.push({ row, column })
  return found
}

/** Whether a place lies in a rectangle. */
export const isIn = ({ top, left, bottom, right }: HeatArea, { row, column }: HeatPlace): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

type Direction = 'up' | 'down' | 'left' | 'right' | 'pageUp' | 'pageDown' | 'home' | 'end'

/** The place that a move leads to, in a grid of `rows` by `columns`; `far` goes to the edge. */
export function moved(at: HeatPlace, to: Direction, far: boolean, rows: number, columns: number): HeatPlace {
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  const row =
    to === 'up'
      ? far
        ? 0
        : at.row - 1
      : to === 'down'
        ? far
          ? lastRow
          : at.row + 1
        : to === 'pageUp' || (far && to === 'home')
          ? 0
          : to === 'pageDown' || (far && to === 'end')
            ? lastRow
            : at.row
  const column =
    to === 'left'
      ? far
        ? 0
        : at.column - 1
      : to === 'right'
        ? far
          ? lastColumn
          : at.column + 1
        : to === 'home'
          ? 0
          : to === 'end'
            ? lastColumn
            : at.column
  return {
    row: Math.min(lastRow, Math.max(0, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  }
}
