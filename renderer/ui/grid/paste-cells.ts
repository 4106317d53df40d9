/** Where a pasted block lands: one edit per cell, repeated over the selection when it is a multiple of the block. */
import type { CellEdit } from './edit-answer'
import type { Bounds } from './selection'
import type { SelectionGround } from './use-grid-selection'

/** A paste laid out over the grid. */
export interface PastePlan {
  readonly edits: readonly CellEdit[]
  /** Cells of the block that found no place: beyond the last line or column, or on a group's line. */
  readonly outside: number
  readonly bounds: Bounds
}

/** Lays `block` out from the top left of `target`. */
export function planPaste(
  block: readonly (readonly string[])[],
  target: Bounds,
  ground: SelectionGround,
): PastePlan {
  const height = block.length
  const width = Math.max(0, ...block.map(line => line.length))
  const targetHeight = target.bottom - target.top + 1
  const targetWidth = target.right - target.left + 1
  // As in Excel: a selection that is a whole multiple of the block is filled with copies of it.
  const down = height > 0 && targetHeight % height === 0 ? targetHeight : height
  const across = width > 0 && targetWidth % width === 0 ? targetWidth : width
  const edits: CellEdit[] = []
  let outside = 0
  for (let y = 0; y < down; y++) {
    const row = ground.lines[target.top + y] ?? -1
    const cells = block[y % height] ?? []
    for (let x = 0; x < across; x++) {
      const text = cells[x % width]
      if (text === undefined) continue
      const column = ground.columnKeys[target.left + x]
      if (row < 0 || column === undefined) outside++
      else edits.push({ rowId: ground.source.rowId(row), column, text })
    }
  }
  return {
    edits,
    outside,
    bounds: {
      top: target.top,
      left: target.left,
      bottom: Math.min(ground.lines.length - 1, target.top + down - 1),
      right: Math.min(ground.columnKeys.length - 1, target.left + across - 1),
    },
  }
}
