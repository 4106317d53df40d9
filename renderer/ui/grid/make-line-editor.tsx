/** Makes the editor of the cell that is being edited: the built-in one, or the app's own. */
import { CellEditor } from './cell-editor'
import { alignClass } from './grid-cell'
import { HeldText } from './held-text'
import type { EditorProps } from './grid-props'
import type { LineEditor } from './line-editor'
import type { GridActions } from './use-grid-actions'
import type { GridCore } from './use-grid-core'

/** Stands for the text before typing over a cell, so that even the same text counts as an edit. */
const typedOver = '\u0000'

/** The open editor for the line that shows it, or null when none is open or its cell is not seen. */
export function makeLineEditor(core: GridCore, actions: GridActions, refocus: () => void): LineEditor | null {
  const { rows, layout, editing } = core
  const { editor } = editing
  if (!editor) return null
  const row = core.ground.source.rowOf(editor.rowId)
  const column = layout.all.find(one => one.def.key === editor.column)
  const line = row < 0 ? -1 : rows.lines.indexOf(row)
  const place = column && line >= 0 ? core.placeAt(line, column.index) : null
  if (!column || !place) return null
  const { edit } = column.def
  const start = actions.startText(place, line, column.index)
  const spot = { line, col: column.index }
  const given: Omit<EditorProps, 'text' | 'problem' | 'onText'> = {
    cell: place,
    title: column.def.title,
    onCommit: (text, move) => {
      editing.commit(text, editor.over ? typedOver : start, () => {
        if (move === 'down') actions.go({ ...spot, line: spot.line + 1 })
        else if (move === 'up') actions.go({ ...spot, line: spot.line - 1 })
        else if (move === 'right') actions.go({ ...spot, col: spot.col + 1 })
        else if (move === 'left') actions.go({ ...spot, col: spot.col - 1 })
        if (move !== 'stay') refocus()
      })
    },
    onCancel: () => {
      editing.close()
      refocus()
    },
  }
  const choices = typeof edit?.choices === 'function' ? edit.choices(place) : (edit?.choices ?? null)
  const draw = (props: EditorProps) =>
    edit?.render ? (
      edit.render(props)
    ) : (
      <CellEditor
        {...props}
        choices={choices}
        calendar={column.kind === 'date' ? core.props.asOf : null}
        over={editor.over}
        alignEnd={alignClass(column) !== ''}
      />
    )
  return {
    rowId: editor.rowId,
    column: editor.column,
    render: () => (
      <HeldText editor={editor}>
        {(text, problem, onText) => draw({ ...given, text, problem, onText })}
      </HeldText>
    ),
  }
}
