/** The columns of a grid as laid out now (order, width, visibility, pinning), kept by TanStack Table over the view's state. */
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { shapeOf, type ColumnKind, type GridSource } from './engine/column-data'
import type { GridColumn } from './grid-props'
import type { ColumnState } from './grid-view'

/** One column as it stands: where it starts within its region, how wide it is. */
export interface PlacedColumn {
  readonly def: GridColumn
  readonly kind: ColumnKind
  readonly width: number
  readonly pin: 'left' | 'right' | null
  /** Pixels from the edge of its region: the left edge, or the right edge for columns pinned right. */
  readonly offset: number
  /** Its number among all visible columns, from 0. */
  readonly index: number
}

/** The visible columns by region, and all of them in reading order. */
export interface GridLayout {
  readonly left: readonly PlacedColumn[]
  readonly centre: readonly PlacedColumn[]
  readonly right: readonly PlacedColumn[]
  readonly all: readonly PlacedColumn[]
  readonly leftWidth: number
  readonly centreWidth: number
  readonly rightWidth: number
}

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})

interface NoRow {
  readonly none: never
}
const noRows: NoRow[] = []

/** Narrowest and widest a column may be drawn, in pixels. */
export const columnLimits = { min: 44, max: 900 }

const widthByKind: Record<ColumnKind, number> = {
  text: 190,
  choice: 130,
  number: 100,
  money: 120,
  percent: 84,
  date: 104,
  boolean: 76,
  flags: 120,
}

/** All columns in order: those the view names first, then the rest where their definition puts them. */
export function orderedColumns(
  columns: readonly GridColumn[],
  states: readonly ColumnState[],
): readonly { readonly def: GridColumn; readonly state: ColumnState | null }[] {
  const byKey = new Map(columns.map(def => [def.key, def]))
  const named = states.flatMap(state => {
    const def = byKey.get(state.key)
    return def ? [{ def, state }] : []
  })
  const seen = new Set(named.map(({ def }) => def.key))
  return [...named, ...columns.filter(def => !seen.has(def.key)).map(def => ({ def, state: null }))]
}

/** Lays out `columns` by the view's column states. */
export function useGridColumns(
  source: GridSource,
  columns: readonly GridColumn[],
  states: readonly ColumnState[],
): GridLayout {
  // A source moves with every edit and its kinds hardly ever: the layout goes by these, as one text.
  const kindText = useMemo(
    () => columns.map(def => shapeOf(source, def.key).kind).join(' '),
    [columns, source],
  )
  const kinds = useMemo(() => {
    const list = kindText.split(' ') as ColumnKind[]
    return new Map(columns.map((def, i) => [def.key, list[i] ?? 'text']))
  }, [columns, kindText])
  const defs = useMemo(
    () =>
      columns.map((def): ColumnDef<typeof features, NoRow> => ({
        id: def.key,
        header: def.title,
        minSize: columnLimits.min,
        maxSize: columnLimits.max,
        size: def.width ?? widthByKind[kinds.get(def.key) ?? 'text'],
      })),
    [columns, kinds],
  )
  const state = useMemo(() => {
    const ordered = orderedColumns(columns, states)
    const pinOf = (def: GridColumn, one: ColumnState | null) =>
      one?.pin !== undefined ? one.pin : (def.pin ?? null)
    return {
      columnOrder: ordered.map(({ def }) => def.key),
      columnSizing: Object.fromEntries(
        ordered.flatMap(({ def, state: one }) => (one?.width === undefined ? [] : [[def.key, one.width]])),
      ),
      columnVisibility: Object.fromEntries(
        ordered.map(({ def, state: one }) => [def.key, !(one?.hidden ?? def.hidden ?? false)]),
      ),
      columnPinning: {
        start: ordered.filter(({ def, state: one }) => pinOf(def, one) === 'left').map(({ def }) => def.key),
        end: ordered.filter(({ def, state: one }) => pinOf(def, one) === 'right').map(({ def }) => def.key),
      },
    }
  }, [columns, states])
  const table = useTable({ features, columns: defs, data: noRows, state })
  // The table is one object for ever; its answers are new lists whenever its state or columns moved.
  const start = table.getStartVisibleLeafColumns()
  const centre = table.getCenterVisibleLeafColumns()
  const end = table.getEndVisibleLeafColumns()
  const { columnSizing } = state
  return useMemo(() => {
    const byKey = new Map(columns.map(def => [def.key, def]))
    let index = 0
    const place = (
      list: readonly { readonly id: string; getSize(): number }[],
      pin: PlacedColumn['pin'],
    ): PlacedColumn[] => {
      let offset = 0
      const placed = list.flatMap((column): PlacedColumn[] => {
        const def = byKey.get(column.id)
        if (!def) return []
        // Asked of the state first, since the lists stay the same objects while only a width moves.
        const width = columnSizing[column.id] ?? column.getSize()
        const one = { def, kind: kinds.get(def.key) ?? 'text', width, pin, offset, index: index++ }
        offset += width
        return [one]
      })
      return pin === 'right'
        ? placed.map(one => ({ ...one, offset: offset - one.offset - one.width }))
        : placed
    }
    const left = place(start, 'left')
    const middle = place(centre, null)
    const right = place(end, 'right')
    const sum = (list: readonly PlacedColumn[]) => list.reduce((total, one) => total + one.width, 0)
    return {
      left,
      centre: middle,
      right,
      all: [...left, ...middle, ...right],
      leftWidth: sum(left),
      centreWidth: sum(middle),
      rightWidth: sum(right),
    }
  }, [columns, kinds, start, centre, end, columnSizing])
}
