/** The totals under a grid: the figure of every column that has an aggregate, over all rows seen. */
import { memo, type ReactNode } from 'react'
import type { Figure } from './engine/aggregate'
import type { GridSource } from './engine/column-data'
import { figureNote, figureText } from './engine/figure-text'
import type { CellFormat } from './engine/format-cell'
import { alignClass, pinClass, placeStyle } from './grid-cell'
import styles from './grid.module.css'
import type { Run } from './line-window'
import type { GridLayout, PlacedColumn } from './use-grid-columns'

/** What the totals need. */
export interface TotalsLineProps {
  readonly source: GridSource
  readonly layout: GridLayout
  readonly centreRun: Run
  readonly centreOffset: number
  readonly gutter: number
  readonly width: number
  readonly ariaRow: number
  readonly format: CellFormat
  readonly totalOf: (key: string) => Figure | null
}

/** The line of totals. */
export const TotalsLine = memo(function TotalsLine(props: TotalsLineProps) {
  const { layout, gutter, centreRun, source, format } = props
  const cell = (column: PlacedColumn): ReactNode => {
    const figure = props.totalOf(column.def.key)
    const text = figure
      ? figureText(figure, source.column(column.def.key), format, column.def.digits ?? null)
      : ''
    return (
      <div
        key={column.def.key}
        role="gridcell"
        aria-colindex={column.index + 2}
        className={`${styles.cell} ${alignClass(column)} ${pinClass(column, layout.all[column.index + 1])}`}
        style={placeStyle(column, gutter)}
        title={figure ? figureNote(figure) : undefined}
      >
        {text}
      </div>
    )
  }
  const before = props.centreOffset
  const shown = layout.centre.slice(centreRun.first, centreRun.end)
  const after = layout.centreWidth - before - shown.reduce((sum, column) => sum + column.width, 0)
  return (
    <div className={styles.foot}>
      <div role="row" aria-rowindex={props.ariaRow} className={styles.line} style={{ width: props.width }}>
        <div
          role="rowheader"
          aria-colindex={1}
          aria-label="Totals"
          className={styles.gutter}
          style={{ width: gutter }}
        >
          Σ
        </div>
        {layout.left.map(cell)}
        {before > 0 ? <div className={styles.spacer} style={{ width: before }} /> : null}
        {shown.map(cell)}
        {after > 0 ? <div className={styles.spacer} style={{ width: after }} /> : null}
        {layout.right.map(cell)}
      </div>
    </div>
  )
})
