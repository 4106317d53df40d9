/** The verbs of a cell's menu: the app's for its row, and the grid's own. */
import { shapeOf } from './engine/column-data'
import type { RowAction } from './grid-props'
import type { Spot } from './selection'
import type { GridActions } from './use-grid-actions'
import type { GridCore } from './use-grid-core'
import { setQuick } from './view-change'

/** The verbs at `spot`; none on a group's line. */
export function cellVerbs(
  core: GridCore,
  actions: GridActions,
  spot: Spot,
): { readonly actions: readonly RowAction[]; readonly own: readonly RowAction[] } {
  const { props } = core
  const place = core.placeAt(spot.line, spot.col)
  const column = core.layout.all[spot.col]
  if (!place || !column) return { actions: [], own: [] }
  const own: RowAction[] = []
  if (props.onOpen) own.push({ key: 'open', label: 'Open', onDo: () => props.onOpen?.(place.rowId) })
  if (core.canEdit(column, place)) {
    own.push({ key: 'edit', label: 'Edit this cell', onDo: () => void actions.edit(spot, null) })
  }
  if ('codes' in shapeOf(props.source, place.column) && column.def.filterable !== false) {
    const { text } = place
    own.push({
      key: 'only',
      label: text === '' ? 'Show only empty ones' : `Show only “${text.slice(0, 24)}”`,
      onDo: () =>
        props.onView(setQuick(props.view, place.column, { column: place.column, op: 'in', values: [text] })),
    })
  }
  const several = core.selection !== null && core.selection.anchor.line !== core.selection.focus.line
  if (several && column.def.edit && props.onEdit) {
    own.push({ key: 'fill', label: 'Fill down', onDo: () => actions.fill('down') })
    own.push({ key: 'series', label: 'Continue the series', onDo: actions.fillOn })
  }
  if (props.onHistory) {
    own.push({ key: 'history', label: 'History of this cell', onDo: () => props.onHistory?.(place) })
  }
  return { actions: props.rowActions?.(place.rowId) ?? [], own }
}
