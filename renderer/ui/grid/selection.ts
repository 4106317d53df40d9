/** What is selected in a grid: an anchor that is the active cell, the moving end of its range, and further ranges. */

/** A place in the grid as shown: line and column numbers from 0. */
export interface Spot {
  readonly line: number
  readonly col: number
}

/** A rectangle of cells, its corners in any order. */
export interface CellRange {
  readonly from: Spot
  readonly to: Spot
}

/** The active cell is `anchor`; the range from it to `focus` is the last selected one. */
export interface Selection {
  readonly anchor: Spot
  readonly focus: Spot
  readonly more: readonly CellRange[]
}

/** A rectangle with its corners sorted; bounds included. */
export interface Bounds {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** The size of what can be selected. */
export interface Extent {
  readonly lines: number
  readonly cols: number
}

/** Only `spot`. */
export function selectOnly(spot: Spot): Selection {
  return { anchor: spot, focus: spot, more: [] }
}

/** The sorted bounds of a range. */
export function boundsOf(range: CellRange): Bounds {
  return {
    top: Math.min(range.from.line, range.to.line),
    bottom: Math.max(range.from.line, range.to.line),
    left: Math.min(range.from.col, range.to.col),
    right: Math.max(range.from.col, range.to.col),
  }
}

/** The bounds of the range that holds the active cell. */
export function mainBounds(selection: Selection): Bounds {
  return boundsOf({ from: selection.anchor, to: selection.focus })
}

/** The bounds of every range, the main one first. */
export function allBounds(selection: Selection): readonly Bounds[] {
  return [mainBounds(selection), ...selection.more.map(boundsOf)]
}

/** The place nearest to `spot` that exists. */
export function clampSpot(spot: Spot, extent: Extent): Spot {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  return { line: within(spot.line, extent.lines), col: within(spot.col, extent.cols) }
}

/** A selection pressed into what exists now. */
export function clampSelection(selection: Selection, extent: Extent): Selection {
  return {
    anchor: clampSpot(selection.anchor, extent),
    focus: clampSpot(selection.focus, extent),
    more: selection.more
      .filter(range => boundsOf(range).top < extent.lines && boundsOf(range).left < extent.cols)
      .map(range => ({ from: clampSpot(range.from, extent), to: clampSpot(range.to, extent) })),
  }
}

/**
 * Where a jump (Ctrl+arrow) from `at` lands among `count` cells, as in Excel: to the end of the run of filled cells,
 * or over empty ones to the next filled cell, or to the edge.
 */
export function jump(at: number, step: 1 | -1, count: number, isEmpty: (index: number) => boolean): number {
  const edge = step === 1 ? count - 1 : 0
  if (at === edge) return at
  let now = at
  if (!isEmpty(at) && !isEmpty(at + step)) {
    while (now !== edge && !isEmpty(now + step)) now += step
    return now
  }
  do now += step
  while (now !== edge && isEmpty(now))
  return now
}
