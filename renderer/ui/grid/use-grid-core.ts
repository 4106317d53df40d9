/** Everything a grid works out before it draws: layout, lines, selection, window and words. */
import { useMemo, useState, useSyncExternalStore } from 'react'
import { cellOf, shapeOf, type ColumnData } from './engine/column-data'
import { filterSentence } from './engine/filter-sentence'
import type { FilterNode } from './engine/filter'
import { CellFormat } from './engine/format-cell'
import { runFormats } from './engine/format-rules'
import type { Group } from './engine/group-rows'
import type { CellPlace, GridProps } from './grid-props'
import { groupWords } from './group-words'
import { namedColumn } from './named-column'
import { PendingCells, type PendingRow } from './pending-cells'
import { useCellEditing } from './use-cell-editing'
import { useGridColumns, type PlacedColumn } from './use-grid-columns'
import { useGridSelection, type SelectionGround } from './use-grid-selection'
import { useViewRows } from './use-view-rows'
import { useWarmColumns } from './use-warm-columns'
import { isFiltered } from './view-change'

/** The height of a line, in pixels; the same as --qd-row. */
export const lineHeight = 28

const defaultNoun = { one: 'row', many: 'rows' }

/** The worked-out grid. */
export type GridCore = ReturnType<typeof useGridCore>

/** Works out the grid of `props`. */
export function useGridCore(props: GridProps) {
  const { source, columns, view, asOf, locale } = props
  const fiscalStart = props.fiscalStart ?? 1
  const format = useMemo(() => new CellFormat(locale), [locale])
  const layout = useGridColumns(source, columns, view.columns)
  const rows = useViewRows(source, columns, view, asOf, fiscalStart, locale)
  useWarmColumns(rows.engine, source, layout)
  const columnKeys = useMemo(() => layout.all.map(column => column.def.key), [layout])
  const ground = useMemo(
    (): SelectionGround => ({ source, lines: rows.lines, groups: rows.groups, columnKeys }),
    [source, rows.lines, rows.groups, columnKeys],
  )
  const held = useGridSelection(ground)
  const [own] = useState(() => new PendingCells())
  const waiting = props.pending ?? own
  const pending = useSyncExternalStore(waiting.subscribe, () => waiting.state)
  const editing = useCellEditing(props.onEdit, waiting)

  const gutter = 14 + 7 * Math.max(2, String(rows.lines.length).length)
  const width = gutter + layout.leftWidth + layout.centreWidth + layout.rightWidth
  const headHeight = lineHeight * (view.filterRow ? 2 : 1) + 1
  const footHeight = view.totals ? lineHeight + 1 : 0

  const looks = useMemo(() => runFormats(view.formats, source, rows.base), [view.formats, source, rows.base])
  const sentence = useMemo(() => {
    if (!isFiltered(view)) return null
    const byKey = new Map(columns.map(column => [column.key, column]))
    const tree = view.filter && view.filter.parts.length > 0 ? [view.filter] : []
    const parts: FilterNode[] = [...tree, ...view.quick]
    const words = filterSentence({ join: 'and', parts }, key => {
      const def = byKey.get(key)
      return def ? namedColumn(def, shapeOf(source, key)) : { title: key, kind: 'text' }
    })
    const search = view.searchAll ? '' : view.search.trim()
    const found = search === '' ? '' : `any cell holds “${search}”`
    return [words, found].filter(Boolean).join(' and ') || null
  }, [view, columns, source])

  const labelOf = useMemo(
    () => (group: Group) => {
      const def = columns.find(column => column.key === group.column)
      const by = view.groups[group.level]?.by ?? 'value'
      return groupWords(
        group.value,
        source.column(group.column),
        by,
        format,
        def?.digits ?? null,
        fiscalStart,
      )
    },
    [columns, view.groups, source, format, fiscalStart],
  )

  /** The group of a line, or null when it shows a row. */
  const groupAt = (line: number): Group | null => {
    const at = rows.lines[line]
    return at === undefined || at >= 0 ? null : (rows.groups?.[-at - 1] ?? null)
  }
  /** The pending cells of a row, if any. */
  const pendingOf = (row: number): PendingRow | undefined =>
    pending.rows.size > 0 ? pending.rows.get(source.rowId(row)) : undefined
  /** Where a cell is read: as it will be where an edit of it is pending, else in its column. */
  const cellAt = (row: number, key: string): { readonly data: ColumnData; readonly at: number } => {
    const cell = pendingOf(row)?.get(key)
    return cell ? { data: cell.data, at: 0 } : { data: source.column(key), at: row }
  }
  /** The cell at a line and column, or null on a group's line. */
  const placeAt = (line: number, col: number): CellPlace | null => {
    const row = rows.lines[line]
    const column = layout.all[col]
    if (row === undefined || row < 0 || !column) return null
    const { key, digits } = column.def
    const { data, at } = pendingOf(row)?.has(key) ? cellAt(row, key) : cellOf(source, row, key)
    return {
      rowId: source.rowId(row),
      row,
      column: key,
      text: format.cell(data, at, digits ?? null),
    }
  }
  /** Whether a cell can be edited. */
  const canEdit = (column: PlacedColumn, place: CellPlace): boolean =>
    props.onEdit !== undefined && column.def.edit !== undefined && column.def.edit.allows?.(place) !== false

  return {
    props,
    noun: props.noun ?? defaultNoun,
    format,
    layout,
    rows,
    ground,
    ...held,
    editing,
    waiting,
    pending,
    pendingOf,
    cellAt,
    gutter,
    width,
    headHeight,
    footHeight,
    looks,
    sentence,
    labelOf,
    groupAt,
    placeAt,
    canEdit,
    fiscalStart,
  }
}
