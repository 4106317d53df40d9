/** The dialogs that a grid opens: filter builder, formats, pivot and the preview of a paste. */
import { FilterBuilder } from './filter-builder'
import { FormatsDialog } from './formats-dialog'
import { PasteDialog, type PastedCell } from './paste-dialog'
import { PivotDialog } from './pivot-dialog'
import type { GridActions, WaitingPaste } from './use-grid-actions'
import type { GridCore } from './use-grid-core'

/** Which dialog is open. */
export type OpenDialog = 'filter' | 'formats' | 'pivot'

/** What the dialogs need. */
export interface GridDialogsProps {
  readonly core: GridCore
  readonly actions: GridActions
  readonly dialog: OpenDialog | null
  readonly onClose: () => void
}

function pastedCells(core: GridCore, paste: WaitingPaste): PastedCell[] {
  const { format } = core
  const { source } = core.props
  const titles = new Map(core.layout.all.map(column => [column.def.key, column.def.title]))
  const first = core.layout.all[0]?.def.key
  return paste.plan.edits.flatMap((edit, index): PastedCell[] => {
    const row = source.rowOf(edit.rowId)
    const outcome = paste.outcomes[index]
    if (row < 0 || !outcome) return []
    const at = core.cellAt(row, edit.column)
    return [
      {
        edit,
        outcome,
        rowWords: first === undefined ? edit.rowId : format.plain(source.column(first), row),
        columnTitle: titles.get(edit.column) ?? edit.column,
        before: format.plain(at.data, at.at),
        after: outcome.ok && outcome.cell ? format.plain(outcome.cell, 0) : edit.text,
      },
    ]
  })
}

/** The dialog that is open now, if any. */
export function GridDialogs({ core, actions, dialog, onClose }: GridDialogsProps) {
  const { props, rows } = core
  const { source, columns, view, onView } = props
  const valuesOf = (key: string) => rows.engine.values(source, view, rows.base, key)
  const { paste } = actions
  if (paste) {
    return (
      <PasteDialog
        cells={pastedCells(core, paste)}
        outside={paste.plan.outside}
        onTake={edits => actions.takePaste(edits, paste.plan)}
        onCancel={() => actions.setPaste(null)}
      />
    )
  }
  switch (dialog) {
    case null:
      return null
    case 'filter':
      return (
        <FilterBuilder
          source={source}
          columns={columns}
          filter={view.filter}
          valuesOf={valuesOf}
          decimal={core.format.decimal}
          countOf={filter => rows.engine.count(source, filter, rows.base)}
          onTake={filter => onView({ ...view, filter })}
          onClose={onClose}
        />
      )
    case 'formats':
      return (
        <FormatsDialog
          source={source}
          columns={columns}
          rules={view.formats}
          valuesOf={valuesOf}
          decimal={core.format.decimal}
          onTake={formats => onView({ ...view, formats })}
          onClose={onClose}
        />
      )
    case 'pivot':
      return (
        <PivotDialog
          source={source}
          columns={columns}
          pivot={view.pivot}
          aggregateOf={rows.aggregateOf}
          onTake={pivot => onView({ ...view, pivot })}
          onClose={onClose}
        />
      )
  }
}
