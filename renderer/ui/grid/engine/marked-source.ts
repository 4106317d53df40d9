/** A source with further marks on its cells; columns stay the same objects, so that nothing is worked out again. */
import { shapeOf, type CellMark, type GridSource } from './column-data'

type Marks = (rowId: string, key: string) => CellMark | null

const parts = new WeakMap<GridSource, { readonly source: GridSource; readonly more: Marks }>()

/** `source` with `more` marks by row identity and column; a mark of the source itself goes first. */
export function markedSource(source: GridSource, more: Marks): GridSource {
  const marked: GridSource = {
    version: source.version,
    rowCount: source.rowCount,
    rowId: row => source.rowId(row),
    rowOf: id => source.rowOf(id),
    column: key => source.column(key),
    shape: key => shapeOf(source, key),
    cell: (row, key) => source.cell?.(row, key) ?? null,
    mark: (row, key) => source.mark?.(row, key) ?? more(source.rowId(row), key),
    keepsRow: (before, row) => {
      const old = parts.get(before)
      return old?.more === more && (source.keepsRow?.(old.source, row) ?? false)
    },
  }
  parts.set(marked, { source, more })
  return marked
}
