/** The pivot of a view, drawn in a grid of its own; a click on a figure opens its rows. */
import { useMemo, useState } from 'react'
import { aggregateName } from './engine/figure-text'
import type { PivotSpec } from './engine/pivot'
import { GridTable } from './grid-table'
import type { GridProps } from './grid-props'
import { plainView, type GridView } from './grid-view'
import { groupWords } from './group-words'
import { pivotTable } from './pivot-source'
import { useGrid } from './use-grid'
import type { GridCore } from './use-grid-core'

/** What the pivot needs. */
export interface PivotViewProps {
  readonly core: GridCore
  readonly spec: PivotSpec
  readonly outer: GridProps
}

/** The pivot as a table. */
export function PivotView({ core, spec, outer }: PivotViewProps) {
  const [view, setView] = useState<GridView>(plainView)
  const { source, columns, onOpenRows } = outer
  const { format, fiscalStart, rows } = core
  const { sort, filter, quick, search } = outer.view
  const pivot = useMemo(
    () => rows.engine.pivot(source, { sort, filter, quick, search, groups: [] }, rows.base, spec),
    [rows.engine, rows.base, source, sort, filter, quick, search, spec],
  )
  const table = useMemo(() => {
    const titleOf = (key: string) => columns.find(column => column.key === key)?.title ?? key
    const words = (
      level: { column: string; by?: 'value' | 'month' | 'quarter' | 'year' },
      value: string | number | null,
    ) => groupWords(value, source.column(level.column), level.by ?? 'value', format, null, fiscalStart)
    const digits = columns.find(column => column.key === spec.value.column)?.digits ?? null
    return pivotTable(
      pivot,
      {
        rowTitles: spec.rows.map(level => titleOf(level.column)),
        rowWords: (level, value) => {
          const one = spec.rows[level]
          return one ? words(one, value) : ''
        },
        acrossWords: value => words(spec.across, value),
        data: source.column(spec.value.column),
        digits,
        format,
      },
      onOpenRows &&
        (cell => {
          const words = `${aggregateName(cell.figure)} of ${titleOf(spec.value.column).toLowerCase()}`
          onOpenRows(
            Array.from(cell.rows, row => source.rowId(row)),
            words,
          )
        }),
    )
  }, [pivot, columns, source, spec, format, fiscalStart, onOpenRows])
  const grid = useGrid({
    label: `${outer.label}, pivot`,
    source: table.source,
    columns: table.columns,
    view,
    onView: setView,
    asOf: outer.asOf,
    ...(outer.locale === undefined ? {} : { locale: outer.locale }),
  })
  return <GridTable grid={grid} onFind={() => undefined} />
}
