/** The head of the table: titles and filters, each drawn again only when what it shows moves. */
import { rectOf } from './anchor-spot'
import type { Condition } from './engine/filter'
import { FilterRow } from './filter-row'
import type { Floating } from './floating'
import { GridHeader } from './grid-header'
import styles from './grid.module.css'
import type { Run } from './line-window'
import { selectedColumns } from './selected-runs'
import { allBounds } from './selection'
import type { GridHandle } from './use-grid'
import { useLatest } from './use-latest'
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
export function TableHead(head: TableHeadProps) {
  const { core, actions, refocus } = head.grid
  const { props, layout, gutter, width, selection } = core
  const { source, columns, view, onView } = props
  const bounds = selection ? allBounds(selection) : []
  const onSort = useLatest((key: string, add: boolean) => onView(toggleSort(view, key, add)))
  const onMove = useLatest((key: string, before: string | null) =>
    onView(moveColumn(view, columns, key, before)),
  )
  const onResize = useLatest((key: string, next: number) =>
    onView(setColumn(view, columns, key, { width: next })),
  )
  const onAutoSize = useLatest(actions.autoSize)
  const onMenu = useLatest((key: string, anchor: HTMLElement) =>
    head.onFloat({ kind: 'column', key, rect: rectOf(anchor) }),
  )
  const onCorner = useLatest(actions.selectAll)
  const onQuick = useLatest((key: string, condition: Condition | null) =>
    onView(setQuick(view, key, condition)),
  )
  const onValues = useLatest((key: string, anchor: HTMLElement) =>
    head.onFloat({ kind: 'values', key, rect: rectOf(anchor) }),
  )
  const onLeave = useLatest(refocus)
  const shared = {
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
        selected={selectedColumns(bounds)}
        onSort={onSort}
        onMove={onMove}
        onResize={onResize}
        onAutoSize={onAutoSize}
        onMenu={onMenu}
        menuKey={head.menuKey}
        onCorner={onCorner}
      />
      {view.filterRow ? (
        <FilterRow
          decimal={core.format.decimal}
          source={source}
          {...shared}
          onQuick={onQuick}
          onValues={onValues}
          onLeave={onLeave}
        />
      ) : null}
    </div>
  )
}
