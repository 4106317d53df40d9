/** What a selection becomes on the clipboard: plain cells for a spreadsheet, group lines with their label and figures. */
import { isText } from './engine/column-data'
import { blockToHtml, blockToText } from './engine/block-text'
import type { CellFormat } from './engine/format-cell'
import type { PendingRow } from './pending-cells'
import type { SelectionGround } from './use-grid-selection'
import type { Bounds } from './selection'
import type { PlacedColumn } from './use-grid-columns'

/** The most cells that are copied at once. */
export const copyLimit = 1_000_000

/** The texts of a rectangle of cells. */
export function cellBlock(
  ground: SelectionGround,
  pendingOf: (row: number) => PendingRow | undefined,
  columns: readonly PlacedColumn[],
  bounds: Bounds,
  format: CellFormat,
  groupLabel: (line: number) => string,
  groupFigure: (line: number, key: string) => string,
): string[][] {
  const { source, lines } = ground
  const shown = columns.slice(bounds.left, bounds.right + 1)
  const datas = shown.map(column => source.column(column.def.key))
  const block: string[][] = []
  for (let line = bounds.top; line <= bounds.bottom; line++) {
    const row = lines[line] ?? -1
    if (row >= 0) {
      const pending = pendingOf(row)
      const cells = datas.map((data, i) => {
        const held = pending?.get(shown[i]?.def.key ?? '')
        return held ? format.plain(held.data, 0) : format.plain(data, row)
      })
      block.push(cells)
    } else {
      const cells = shown.map(column => groupFigure(line, column.def.key))
      if (bounds.left === 0 && cells[0] === '') cells[0] = groupLabel(line)
      block.push(cells)
    }
  }
  return block
}

/** Both forms of a block for the clipboard. */
export function clipboardForms(
  block: readonly (readonly string[])[],
  ground: SelectionGround,
  columns: readonly PlacedColumn[],
  bounds: Bounds,
): { readonly text: string; readonly html: string } {
  const words = columns
    .slice(bounds.left, bounds.right + 1)
    .map(column => isText(ground.source.column(column.def.key)))
  return { text: blockToText(block), html: blockToHtml(block, column => words[column] === true) }
}
