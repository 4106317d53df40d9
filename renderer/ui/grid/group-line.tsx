/** A group's line: its value, how many rows it holds, and the figures of the columns that have an aggregate. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import type { Figure } from './engine/aggregate'
import type { GridSource } from './engine/column-data'
import { figureNote, figureText } from './engine/figure-text'
import type { CellFormat } from './engine/format-cell'
import type { Group } from './engine/group-rows'
import { alignClass, pinClass, placeStyle } from './grid-cell'
import styles from './grid.module.css'
import type { Run } from './line-window'
import type { GridLayout, PlacedColumn } from './use-grid-columns'

/** What a group's line needs to draw itself. */
export interface GroupLineProps {
  readonly id: string
  readonly line: number
  readonly group: Group
  readonly label: string
  readonly title: string
  readonly open: boolean
  readonly source: GridSource
  readonly layout: GridLayout
  readonly centreRun: Run
  readonly centreOffset: number
  readonly gutter: number
  readonly height: number
  readonly width: number
  readonly ariaRow: number
  readonly format: CellFormat
  readonly selected: string
  readonly active: number
  readonly figureOf: (group: Group, key: string) => Figure | null
  readonly hasFigure: (key: string) => boolean
}

/** The pixels that the label may take: up to the first column with a figure, but never less than it needs to be read. */
export function labelWidth(layout: GridLayout, hasFigure: (key: string) => boolean): number {
  let width = 0
  for (const column of layout.all) {
    if (hasFigure(column.def.key)) break
    width += column.width
    if (width > 420) break
  }
  return Math.max(180, width)
}

/** A line that shows one group. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { group, layout, line, gutter, centreRun } = props
  const cell = (column: PlacedColumn) => {
    const figure = props.hasFigure(column.def.key) ? props.figureOf(group, column.def.key) : null
    const text = figure
      ? figureText(figure, props.source.column(column.def.key), props.format, column.def.digits ?? null)
      : ''
    return (
      <div
        key={column.def.key}
        id={props.active === column.index ? `${props.id}-${line}-${column.index}` : undefined}
        role="gridcell"
        aria-colindex={column.index + 2}
        data-col={column.index}
        data-figure={text === '' ? undefined : ''}
        className={`${styles.cell} ${styles.figure} ${alignClass(column)} ${pinClass(column, layout.all[column.index + 1])} ${
          props.active === column.index ? styles.active : ''
        }`}
        style={placeStyle(column, gutter)}
        aria-description={figure ? figureNote(figure) : undefined}
      >
        {text}
      </div>
    )
  }
  const before = props.centreOffset
  const shown = layout.centre.slice(centreRun.first, centreRun.end)
  const after = layout.centreWidth - before - shown.reduce((sum, column) => sum + column.width, 0)
  const wide = labelWidth(layout, props.hasFigure)
  const activeColumn = layout.all[props.active]
  // The label lies over the empty cells at the start, so it shows that one of them is active.
  const labelActive = activeColumn !== undefined && !props.hasFigure(activeColumn.def.key)
  return (
    <div
      role="row"
      aria-rowindex={props.ariaRow}
      aria-level={group.level + 1}
      aria-expanded={props.open}
      data-line={line}
      className={`${styles.line} ${styles.group}`}
      style={{ transform: `translateY(${line * props.height}px)`, width: props.width }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-gutter=""
        className={`${styles.gutter} ${props.selected === '' ? '' : styles.gutterOn}`}
        style={{ width: gutter }}
      >
        <span className={styles.visuallyHidden}>
          {`${props.title}: ${props.label}, ${group.end - group.start} rows`}
        </span>
      </div>
      <div
        className={`${styles.groupLabel} ${labelActive ? styles.active : ''}`}
        role="presentation"
        data-toggle=""
        style={{ left: gutter, width: wide, marginRight: -wide, paddingLeft: 4 + group.level * 18 }}
      >
        <span className={styles.groupToggle} aria-hidden>
          {props.open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        </span>
        <span className={group.value === null ? styles.empty : undefined}>{props.label}</span>
        <span className={styles.groupCount}>{props.format.number(group.end - group.start, 0)}</span>
      </div>
      {layout.left.map(cell)}
      {before > 0 ? <div className={styles.spacer} style={{ width: before }} /> : null}
      {shown.map(cell)}
      {after > 0 ? <div className={styles.spacer} style={{ width: after }} /> : null}
      {layout.right.map(cell)}
    </div>
  )
})
