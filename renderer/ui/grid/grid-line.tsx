/** One line of the grid with a row in it; drawn again only when what it shows changes. */
import { memo, type ReactNode } from 'react'
import { currentEditorKey, type LineEditor } from './line-editor'
import type { GridSource } from './engine/column-data'
import type { CellFormat } from './engine/format-cell'
import type { CellLook } from './engine/format-rules'
import { cellBox, cellFace } from './grid-cell'
import styles from './grid.module.css'
import type { Run } from './line-window'
import type { PendingRow } from './pending-cells'
import { inRuns, runsOf } from './selected-runs'
import type { GridLayout, PlacedColumn } from './use-grid-columns'

/** What a line needs to draw itself. */
export interface GridLineProps {
  readonly id: string
  readonly line: number
  readonly row: number
  readonly source: GridSource
  readonly layout: GridLayout
  readonly centreRun: Run
  readonly centreOffset: number
  readonly gutter: number
  readonly height: number
  readonly width: number
  readonly level: number
  /** The line's number as assistive technology counts, header lines included. */
  readonly ariaRow: number
  readonly format: CellFormat
  /** Selected column numbers as "2-5,7-7"; a text, so that unchanged lines are known at once. */
  readonly selected: string
  readonly active: number
  readonly handle: number
  /** Column numbers, as in `selected`, into which the fill handle is being dragged. */
  readonly filling: string
  /** The cells that a search has found, by column and source row. */
  readonly found: ReadonlyMap<string, Uint8Array> | null
  readonly looks: ReadonlyMap<string, (row: number) => CellLook | null>
  readonly editor: LineEditor | null
  /** Cells of the line whose edits are not yet saved. */
  readonly pending: PendingRow | null
}

/** Whether a line would look the same; a new source counts only where it holds another row there. */
function sameLine(before: GridLineProps, now: GridLineProps): boolean {
  for (const key of Object.keys(now) as (keyof GridLineProps)[])
    if (key !== 'source' && !Object.is(before[key], now[key])) return false
  return before.source === now.source || (now.source.keepsRow?.(before.source, now.row) ?? false)
}

/** A line that shows one row of the source. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { source, row, line, layout, centreRun, gutter, format } = props
  const selected = runsOf(props.selected)
  const filling = runsOf(props.filling)
  const cell = (column: PlacedColumn): ReactNode => {
    const { def, index } = column
    const editor = props.editor?.column === def.key ? props.editor : null
    const look = props.looks.get(def.key)?.(row) ?? null
    const pending = props.pending?.get(def.key)
    const face = cellFace(source, row, column, format, look, pending)
    const isSelected = selected.length > 0 && inRuns(selected, index)
    const box = cellBox(column, layout.all[index + 1], gutter)
    const isActive = props.active === index
    let { className } = box
    if (face.className) className += face.className
    if (props.found?.get(def.key)?.[row]) className += ` ${styles.found}`
    if (isSelected) className += ` ${styles.selected}`
    if (isActive) className += ` ${styles.active}`
    if (filling.length > 0 && inRuns(filling, index)) className += ` ${styles.fillTo}`
    if (editor) className += ` ${styles.editing}`
    return (
      <div
        key={def.key}
        id={isActive ? `${props.id}-${line}-${index}` : undefined}
        role="gridcell"
        aria-colindex={index + 2}
        aria-selected={isSelected}
        aria-readonly={def.edit ? undefined : true}
        aria-busy={pending ? true : undefined}
        data-col={index}
        className={className}
        style={face.style ? { ...box.style, ...face.style } : box.style}
        aria-description={face.note}
      >
        {editor ? <span key={currentEditorKey(editor)}>{editor.render()}</span> : face.content}
        {props.handle === index && !editor ? <span className={styles.handle} data-handle="" /> : null}
      </div>
    )
  }
  const before = props.centreOffset
  const shown = layout.centre.slice(centreRun.first, centreRun.end)
  const after = layout.centreWidth - before - shown.reduce((sum, column) => sum + column.width, 0)
  return (
    <div
      role="row"
      aria-rowindex={props.ariaRow}
      aria-level={props.level > 0 ? props.level + 1 : undefined}
      data-line={line}
      className={styles.line}
      style={{
        transform: `translateY(${line * props.height}px)`,
        width: props.width,
        // What an editor says may hang over the lines below.
        zIndex: props.editor ? 1 : undefined,
      }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-gutter=""
        className={`${styles.gutter} ${props.selected === '' ? '' : styles.gutterOn}`}
        style={{ width: gutter }}
      >
        {line + 1}
      </div>
      {layout.left.map(cell)}
      {before > 0 ? <div className={styles.spacer} style={{ width: before }} /> : null}
      {shown.map(cell)}
      {after > 0 ? <div className={styles.spacer} style={{ width: after }} /> : null}
      {layout.right.map(cell)}
    </div>
  )
}, sameLine)
