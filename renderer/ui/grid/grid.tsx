/** The one grid of the program: virtual, typed, keyboard first; see docs/grid.md for how to use it. */
import { useImperativeHandle, useState } from 'react'
import { GridDialogs, type OpenDialog } from './grid-dialogs'
import type { GridProps } from './grid-props'
import { GridStatus } from './grid-status'
import { GridTable } from './grid-table'
import { GridToolbar } from './grid-toolbar'
import styles from './grid.module.css'
import { GroupBar } from './group-bar'
import { PivotView } from './pivot-view'
import { RefusedBar } from './refused-bar'
import { seenTable } from './seen-table'
import { useGrid } from './use-grid'
import { useLatest } from './use-latest'

/** A table of any size with everything design.md asks of one. */
export function Grid(props: GridProps) {
  const { source, columns, view, onView, label, onExport } = props
  const grid = useGrid(props)
  const { core, actions, refocus } = grid
  const { rows, layout } = core
  const [search, setSearch] = useState<HTMLInputElement | null>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const table = () => seenTable(source, layout, rows, core.labelOf, core.sentence)
  const takeView = useLatest(onView)
  const searched = useLatest(refocus)
  const exportSeen = useLatest((format: 'xlsx' | 'csv') => onExport?.(table(), format))
  useImperativeHandle(props.doors, () => ({
    find: () => search?.focus(),
    exportSeen,
  }))
  return (
    <div className={styles.root}>
      {props.bare ? null : (
        <>
          <GridToolbar
            label={label}
            columns={columns}
            view={view}
            onView={takeView}
            views={props.views ?? null}
            onSearchField={setSearch}
            onSearchDone={searched}
            find={grid.find}
            tools={props.tools}
            onDialog={setDialog}
            onExport={onExport ? exportSeen : null}
          />
          <GroupBar
            source={source}
            columns={columns}
            view={view}
            onView={onView}
            onOpenAll={all => rows.setOpen({ all, flipped: new Set() })}
          />
        </>
      )}
      <RefusedBar core={core} refused={grid.refused} />
      {view.pivot ? (
        <PivotView core={core} spec={view.pivot} outer={props} />
      ) : (
        <GridTable grid={grid} onFind={() => search?.focus()} />
      )}
      {props.bare ? null : (
        <GridStatus
          source={source}
          shown={rows.order.length}
          noun={core.noun}
          sentence={core.sentence}
          lines={rows.lines}
          columns={layout.all}
          selection={view.pivot ? null : core.selection}
          format={core.format}
          said={actions.said}
        />
      )}
      <GridDialogs
        core={core}
        actions={actions}
        dialog={dialog}
        onClose={() => {
          setDialog(null)
          refocus()
        }}
      />
    </div>
  )
}
