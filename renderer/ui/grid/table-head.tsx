/** The head of the table: titles and filters; drawn again for anything but scrolling lines. */
import { memo } from 'react'
import { rectOf } from './anchor-spot'
import { FilterRow } from './filter-row'
import type { Floating } from './floating'
import { GridHeader } from './grid-header'
import styles from './grid.module.css'
import type { Run } from './line-window'
import { allBounds } from './selection'
import type { GridHandle } from './use-grid'
import { moveColumn, setColumn, setQuick, toggleSort } from './view-change'

/** What the head needs. */
export interface TableHeadProps {
  readonly grid: GridHandle
  readonly id: string
  readonly centreRun: Run
  readonly centreOffset: number
  readonly menuKey: string | null
  readonly onFloat: (floating: Floating) => void
}

/** The head; stays at the top while lines scroll. */
export const TableHead = memo(function TableHead(head: TableHeadProps) {
  const { core, actions, refocus } = head.grid
  const { props, layout, gutter, width, selection } = core
  const { source, columns, view, onView } = props
  const bounds = selection ? allBounds(selection) : []
  const shared = {
    source,
    layout,
    view,
    gutter,
    width,
    centreRun: head.centreRun,
    centreOffset: head.centreOffset,
  }
  return (
    <div className={styles.head} role="rowgroup" style={{ width }}>
      <GridHeader
        {...shared}
        id={head.id}
        isSelected={index => bounds.some(one => index >= one.left && index <= one.right)}
        onSort={(key, add) => onView(toggleSort(view, key, add))}
        onMove={(key, before) => onView(moveColumn(view, columns, key, before))}
        onResize={(key, next) => onView(setColumn(view, columns, key, { width: next }))}
        onAutoSize={actions.autoSize}
        onMenu={(key, anchor) => head.onFloat({ kind: 'column', key, rect: rectOf(anchor) })}
        menuKey={head.menuKey}
        onCorner={actions.selectAll}
      />
      {view.filterRow ? (
        <FilterRow
          decimal={core.format.decimal}
          {...shared}
          onQuick={(key, condition) => onView(setQuick(view, key, condition))}
          onValues={(key, anchor) => head.onFloat({ kind: 'values', key, rect: rectOf(anchor) })}
          onLeave={refocus}
        />
      ) : null}
    </div>
  )
})
