/** Editing in place: the open editor, handing in what was typed, and the sentence when it was refused. */
import { useCallback, useRef, useState } from 'react'
import { takenOf, type CellEdit, type EditAnswer, type EditCause } from './edit-answer'
import type { PendingCells } from './pending-cells'

/** The cell that is being edited; a new object when its text was refused. */
export interface OpenEditor {
  readonly rowId: string
  readonly column: string
  /** The text with which it opened. */
  readonly text: string
  /** Whether the editor began by typing over the cell, so that arrows leave it. */
  readonly over: boolean
  readonly problem: string | null
}

/** What the app does with edits. */
export type TakeEdits = (edits: readonly CellEdit[], cause: EditCause) => EditAnswer

/** The editing of one grid. */
export interface CellEditing {
  readonly editor: OpenEditor | null
  readonly open: (editor: OpenEditor) => void
  /** Hands the text in and calls `onTaken` when it was taken; else the editor stays with the reason. */
  readonly commit: (text: string, before: string, onTaken: () => void) => void
  readonly close: () => void
}

/** One editor at a time; what it hands in waits in `pending` until it is saved. */
export function useCellEditing(onEdit: TakeEdits | undefined, pending: PendingCells): CellEditing {
  const [editor, setEditor] = useState<OpenEditor | null>(null)
  // Leaving the field hands in as well, so what was handed in once must not be again.
  const closed = useRef(true)
  const open = useCallback((next: OpenEditor) => {
    closed.current = false
    setEditor(next)
  }, [])
  const close = useCallback(() => {
    closed.current = true
    setEditor(null)
  }, [])
  const commit = useCallback(
    (text: string, before: string, onTaken: () => void) => {
      if (closed.current || !editor || !onEdit) return
      if (text !== before) {
        const edits = [{ rowId: editor.rowId, column: editor.column, text }]
        const taken = takenOf(onEdit(edits, 'typed'))
        const judged = taken.judged[0]
        if (judged && !judged.ok) {
          setEditor({ ...editor, text, problem: judged.reason })
          return
        }
        pending.hold(edits, 'typed', taken)
      }
      close()
      onTaken()
    },
    [editor, onEdit, pending, close],
  )
  return { editor, open, commit, close }
}
