/** The header of the grid: titles that sort, move and resize, and the menu of each column. */
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown } from '@tabler/icons-react'
import { memo, useState, type PointerEvent, type ReactNode } from 'react'
import type { GridView } from './grid-view'
import { alignClass, pinClass, placeStyle } from './grid-cell'
import styles from './grid.module.css'
import type { Run } from './line-window'
import { inRuns, runsOf } from './selected-runs'
import { columnLimits, type GridLayout, type PlacedColumn } from './use-grid-columns'

/** What the header needs to draw itself and to act. */
export interface GridHeaderProps {
  readonly id: string
  readonly layout: GridLayout
  readonly view: GridView
  readonly centreRun: Run
  readonly centreOffset: number
  readonly gutter: number
  readonly width: number
  /** Column numbers touched by the selection as "2-5,7-7". */
  readonly selected: string
  readonly onSort: (key: string, add: boolean) => void
  readonly onMove: (key: string, before: string | null) => void
  readonly onResize: (key: string, width: number) => void
  readonly onAutoSize: (key: string) => void
  readonly onMenu: (key: string, anchor: HTMLElement) => void
  readonly menuKey: string | null
  readonly onCorner: () => void
}

const dragType = 'application/x-quarterdeck-column'

/** The line of column titles. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { layout, view, gutter, centreRun } = props
  const selected = runsOf(props.selected)
  const [over, setOver] = useState<string | null>(null)
  const cell = (column: PlacedColumn): ReactNode => {
    const { def } = column
    const level = view.sort.findIndex(key => key.column === def.key)
    const sort = view.sort[level]
    const sortable = def.sortable !== false
    const className = [
      styles.headCell,
      alignClass(column),
      pinClass(column, layout.all[column.index + 1]),
      over === def.key ? styles.headOver : '',
      inRuns(selected, column.index) ? styles.headActive : '',
    ].join(' ')
    return (
      <div
        key={def.key}
        id={`${props.id}-head-${column.index}`}
        role="columnheader"
        aria-colindex={column.index + 2}
        aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : sortable ? 'none' : undefined}
        className={className}
        style={placeStyle(column, gutter)}
        data-head={column.index}
        draggable
        onDragStart={event => {
          event.dataTransfer.setData(dragType, def.key)
          event.dataTransfer.effectAllowed = 'move'
        }}
        onDragOver={event => {
          if (!event.dataTransfer.types.includes(dragType)) return
          event.preventDefault()
          setOver(def.key)
        }}
        onDragLeave={() => setOver(null)}
        onDrop={event => {
          setOver(null)
          const moved = event.dataTransfer.getData(dragType)
          if (moved) props.onMove(moved, def.key)
        }}
        onClick={event => {
          if (sortable && !event.defaultPrevented) props.onSort(def.key, event.shiftKey)
        }}
        onContextMenu={event => {
          event.preventDefault()
          props.onMenu(def.key, event.currentTarget)
        }}
      >
        <Tooltip label={def.help} disabled={!def.help} multiline maw={320}>
          <span className={styles.headText}>
            <span className={styles.headTitle}>{def.title}</span>{' '}
            {def.unit ? <span className={styles.unit}>{def.unit}</span> : null}
          </span>
        </Tooltip>
        {sort ? (
          <span className={styles.sortMark} aria-hidden>
            {sort.descending ? <IconArrowDown size={12} /> : <IconArrowUp size={12} />}
            {view.sort.length > 1 ? level + 1 : null}
          </span>
        ) : null}
        <ActionIcon
          size={18}
          className={styles.headMenu ?? ''}
          aria-label={`Menu of ${def.title}`}
          aria-haspopup="menu"
          aria-expanded={props.menuKey === def.key}
          tabIndex={-1}
          onClick={event => {
            event.preventDefault()
            event.stopPropagation()
            props.onMenu(def.key, event.currentTarget)
          }}
        >
          <IconChevronDown size={12} />
        </ActionIcon>
        <ResizeHandle
          width={column.width}
          fromRight={column.pin === 'right'}
          onWidth={width => props.onResize(def.key, width)}
          onAuto={() => props.onAutoSize(def.key)}
        />
      </div>
    )
  }
  const before = props.centreOffset
  const shown = layout.centre.slice(centreRun.first, centreRun.end)
  const after = layout.centreWidth - before - shown.reduce((sum, column) => sum + column.width, 0)
  return (
    <div role="row" aria-rowindex={1} className={styles.headLine} style={{ width: props.width }}>
      <div
        role="columnheader"
        aria-colindex={1}
        className={styles.gutter}
        style={{ width: gutter }}
        onClick={props.onCorner}
      >
        <span className={styles.visuallyHidden}>Line number</span>
      </div>
      {layout.left.map(cell)}
      {before > 0 ? <div className={styles.spacer} style={{ width: before }} /> : null}
      {shown.map(cell)}
      {after > 0 ? <div className={styles.spacer} style={{ width: after }} /> : null}
      {layout.right.map(cell)}
    </div>
  )
})

/** The edge of a header cell by which its column is made wider or narrower; a double click fits it to its cells. */
function ResizeHandle(props: {
  readonly width: number
  readonly fromRight: boolean
  readonly onWidth: (width: number) => void
  readonly onAuto: () => void
}) {
  const [from, setFrom] = useState<number | null>(null)
  const [start, setStart] = useState(0)
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    if (from === null) return
    const moved = (event.clientX - from) * (props.fromRight ? -1 : 1)
    props.onWidth(Math.round(Math.max(columnLimits.min, Math.min(columnLimits.max, start + moved))))
  }
  return (
    <span
      className={styles.resize}
      aria-hidden
      draggable
      onDragStart={event => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onPointerDown={event => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom(event.clientX)
        setStart(props.width)
      }}
      onPointerMove={drag}
      onPointerUp={() => setFrom(null)}
      onClick={event => {
        event.preventDefault()
        event.stopPropagation()
      }}
      onDoubleClick={event => {
        event.stopPropagation()
        props.onAuto()
      }}
    />
  )
}
