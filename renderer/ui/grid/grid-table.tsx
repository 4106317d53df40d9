/** The table of a grid: header, filter row, lines, totals, and the menus that float over them. */
import { useEffect, useEffectEvent, useId, useState, type ReactNode } from 'react'
import { shapeOf, type GridSource } from './engine/column-data'
import { rectOf, type AnchorRect } from './anchor-spot'
import { ColumnMenu } from './column-menu'
import type { Floating } from './floating'
import { GridLine } from './grid-line'
import styles from './grid.module.css'
import { GroupLine } from './group-line'
import { cellVerbs } from './cell-verbs'
import { makeLineEditor } from './make-line-editor'
import { RowMenu } from './row-menu'
import { selectedRuns } from './selected-runs'
import { allBounds, mainBounds, type Spot } from './selection'
import { TableHead } from './table-head'
import { TotalsLine } from './totals-line'
import type { GridHandle } from './use-grid'
import { lineHeight } from './use-grid-core'
import { useGridWindow } from './use-grid-window'
import { useGridKeyboard } from './use-grid-keyboard'
import { useGridMouse } from './use-grid-mouse'
import { ValuePicker } from './value-picker'
import { setQuick } from './view-change'

const listedRows = 10_000

/** Columns of more words offer no shares of them. */
const mostShares = 12

function ownWords(source: GridSource, key: string): readonly string[] {
  const shape = shapeOf(source, key)
  return 'codes' in shape && shape.ordered && shape.strings.length <= mostShares ? shape.strings : []
}

/** What the table needs. */
export interface GridTableProps {
  readonly grid: GridHandle
  readonly onFind: () => void
}

/** The scrolled table with its menus. */
export function GridTable({ grid, onFind }: GridTableProps) {
  const { core, actions, find, scroller, setScroller, refocus } = grid
  const { props, layout, rows, selection, gutter, width, format } = core
  const win = useGridWindow(core, scroller)
  const { source, columns, view, onView, label } = props
  const id = useId()
  const [floating, setFloating] = useState<Floating | null>(null)

  const closeFloating = () => {
    setFloating(null)
    refocus()
  }
  const cellRect = (spot: Spot): AnchorRect => {
    const cell = document.getElementById(`${id}-${spot.line}-${spot.col}`)
    return rectOf(cell ?? (scroller as Element))
  }
  const headRect = (key: string): AnchorRect => {
    const column = layout.all.find(one => one.def.key === key)
    const head = column && document.getElementById(`${id}-head-${column.index}`)
    return rectOf(head ?? (scroller as Element))
  }
  const openRows = (spot: Spot) => {
    const group = core.groupAt(spot.line)
    if (!group || !props.onOpenRows) return
    const found = rows.order.subarray(group.start, group.end)
    props.onOpenRows(
      Array.from(found, row => source.rowId(row)),
      core.labelOf(group),
    )
  }

  const onKeyDown = useGridKeyboard(core, actions, {
    onFind,
    onNext: find.next,
    onColumnMenu: col => {
      const key = layout.all[col]?.def.key
      if (key !== undefined) setFloating({ kind: 'column', key, rect: headRect(key) })
    },
    onRowMenu: (line, col) =>
      setFloating({ kind: 'row', spot: { line, col }, rect: cellRect({ line, col }) }),
  })
  const mouse = useGridMouse(core, actions, {
    onFigure: openRows,
    onRowMenu: (spot, left, top) =>
      setFloating({ kind: 'row', spot, rect: { left, top, width: 1, height: 1 } }),
  })

  const tellSelection = useEffectEvent(() => {
    if (!props.onSelect) return
    if (!selection) return props.onSelect({ active: null, rowIds: [], rowCount: 0 })
    const rowIds: string[] = []
    let rowCount = 0
    const seen = new Set<number>()
    for (const { top, bottom } of allBounds(selection)) {
      for (let line = top; line <= bottom; line++) {
        const row = rows.lines[line] ?? -1
        if (row < 0 || seen.has(row)) continue
        rowCount++
        if (rowCount > listedRows) continue
        seen.add(row)
        rowIds.push(source.rowId(row))
      }
    }
    const place = core.placeAt(selection.anchor.line, selection.anchor.col)
    props.onSelect({ active: place && { rowId: place.rowId, column: place.column }, rowIds, rowCount })
  })
  useEffect(() => {
    tellSelection()
  }, [selection])

  const lineEditor = makeLineEditor(core, actions, refocus)

  const bounds = selection ? allBounds(selection) : []
  const main = selection ? mainBounds(selection) : null
  const headLines = view.filterRow ? 2 : 1
  const hasFigure = (key: string) => rows.aggregateOf(key) !== null
  const shared = {
    id,
    source,
    layout,
    centreRun: win.centreRun,
    centreOffset: win.centreOffset,
    gutter,
    width,
    format,
    height: lineHeight,
  }
  const drawn: ReactNode[] = []
  for (let line = win.lineRun.first; line < win.lineRun.end; line++) {
    const at = rows.lines[line] as number
    // One slot per place on the screen: scrolling reuses elements in place of making new ones.
    const slot = line % win.slots
    const active = selection?.anchor.line === line ? selection.anchor.col : -1
    const common = {
      ...shared,
      line,
      ariaRow: line + 1 + headLines,
      selected: selectedRuns(bounds, line),
      active,
    }
    if (at < 0) {
      const group = rows.groups?.[-at - 1]
      if (!group) continue
      const title = columns.find(column => column.key === group.column)?.title ?? group.column
      drawn.push(
        <GroupLine
          key={slot}
          {...common}
          group={group}
          label={core.labelOf(group)}
          title={title}
          open={rows.isOpen(group)}
          figureOf={rows.figureOf}
          hasFigure={hasFigure}
        />,
      )
      continue
    }
    drawn.push(
      <GridLine
        key={slot}
        {...common}
        row={at}
        level={rows.groups ? view.groups.length : 0}
        handle={main?.bottom === line && props.onEdit ? main.right : -1}
        filling={mouse.filling ? selectedRuns([mouse.filling], line) : ''}
        looks={core.looks}
        found={find.cells}
        editor={lineEditor && source.rowId(at) === lineEditor.rowId ? lineEditor : null}
        pending={core.pendingOf(at) ?? null}
      />,
    )
  }

  const floatingColumn =
    floating && floating.kind !== 'row' ? layout.all.find(one => one.def.key === floating.key) : undefined
  return (
    <>
      <div
        ref={setScroller}
        className={styles.scroller}
        role={rows.groups ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={rows.lines.length + headLines + (view.totals ? 1 : 0)}
        aria-colcount={layout.all.length + 1}
        aria-multiselectable
        aria-activedescendant={
          selection ? `${id}-${selection.anchor.line}-${selection.anchor.col}` : undefined
        }
        tabIndex={0}
        onScroll={win.onScroll}
        onKeyDown={onKeyDown}
        onFocus={event => {
          if (event.target !== event.currentTarget) return
          if (!selection) actions.go({ line: 0, col: 0 })
          grid.refused.arrive()
        }}
        onCopy={event => {
          if (actions.copy(event.clipboardData)) event.preventDefault()
        }}
        onCut={event => {
          if (actions.copy(event.clipboardData)) event.preventDefault()
          actions.clear()
        }}
        onPaste={event => {
          event.preventDefault()
          actions.pasteText(event.clipboardData.getData('text/plain'))
        }}
        onPointerDown={mouse.onPointerDown}
        onPointerMove={mouse.onPointerMove}
        onPointerUp={mouse.onPointerUp}
        onClick={mouse.onClick}
        onPointerOver={mouse.onPointerOver}
        onDoubleClick={mouse.onDoubleClick}
        onContextMenu={mouse.onContextMenu}
      >
        <TableHead
          grid={grid}
          id={id}
          centreRun={win.centreRun}
          centreOffset={win.centreOffset}
          menuKey={floating?.kind === 'column' ? floating.key : null}
          onFloat={setFloating}
        />
        <div
          className={styles.body}
          role="rowgroup"
          style={{ height: rows.lines.length * lineHeight, width }}
        >
          {drawn}
        </div>
        {rows.lines.length === 0 ? (
          <div role="row" className={styles.none} style={{ width: win.seen.width }}>
            <div role="gridcell" aria-colspan={layout.all.length + 1}>
              {source.rowCount === 0
                ? (props.empty ?? 'Nothing here yet.')
                : `None of ${format.number(source.rowCount, 0)} ${core.noun.many} passes the filters.`}
            </div>
          </div>
        ) : null}
        {view.totals ? (
          <TotalsLine {...shared} ariaRow={rows.lines.length + headLines + 1} totalOf={rows.totalOf} />
        ) : null}
      </div>
      {floating?.kind === 'column' && floatingColumn ? (
        <ColumnMenu
          rect={floating.rect}
          column={floatingColumn}
          columns={columns}
          view={view}
          aggregate={rows.aggregateOf(floating.key)}
          words={ownWords(source, floating.key)}
          weights={columns.filter(
            column =>
              ['number', 'money'].includes(shapeOf(source, column.key).kind) && column.key !== floating.key,
          )}
          onView={onView}
          onValues={() => setFloating({ kind: 'values', key: floating.key, rect: floating.rect })}
          onAutoSize={() => actions.autoSize(floating.key)}
          onClose={() => {
            setFloating(now => (now?.kind === 'column' ? null : now))
            refocus()
          }}
        />
      ) : null}
      {floating?.kind === 'values' && floatingColumn ? (
        <ValuePicker
          rect={floating.rect}
          def={floatingColumn.def}
          data={source.column(floating.key)}
          values={rows.engine.values(source, view, rows.base, floating.key)}
          condition={view.quick.find(one => one.column === floating.key) ?? null}
          format={format}
          onTake={condition => onView(setQuick(view, floating.key, condition))}
          onClose={closeFloating}
        />
      ) : null}
      {floating?.kind === 'row' ? (
        <RowMenu rect={floating.rect} {...cellVerbs(core, actions, floating.spot)} onClose={closeFloating} />
      ) : null}
    </>
  )
}
