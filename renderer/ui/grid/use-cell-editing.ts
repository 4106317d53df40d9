/** Editing in place: the open editor, handing in what was typed, and the sentence when it was refused. */
import { useCallback, useRef, useState } from 'react'
import type { CellEdit, EditCause, EditOutcome } from './grid-props'

/** The cell that is being edited. */
export interface OpenEditor {
  readonly rowId: string
  readonly column: string
  readonly text: string
  /** Whether the editor began by typing over the cell, so that arrows leave it. */
  readonly over: boolean
  readonly problem: string | null
  readonly waiting: boolean
}

/** What the app does with edits. */
export type TakeEdits = (
  edits: readonly CellEdit[],
  cause: EditCause,
) => readonly EditOutcome[] | Promise<readonly EditOutcome[]>

/** The editing of one grid. */
export interface CellEditing {
  readonly editor: OpenEditor | null
  readonly open: (rowId: string, column: string, text: string, over: boolean) => void
  readonly setText: (text: string) => void
  /** Hands the text in and calls `onTaken` when it was taken; else the editor stays with the reason. */
  readonly commit: (text: string, before: string, onTaken: () => void) => void
  readonly close: () => void
}

/** One editor at a time. */
export function useCellEditing(onEdit: TakeEdits | undefined): CellEditing {
  const [editor, setEditor] = useState<OpenEditor | null>(null)
  // Leaving the field hands in as well, so what was handed in once must not be again.
  const closed = useRef(true)
  const open = useCallback((rowId: string, column: string, text: string, over: boolean) => {
    closed.current = false
    setEditor({ rowId, column, text, over, problem: null, waiting: false })
  }, [])
  const setText = useCallback((text: string) => {
    setEditor(now => now && { ...now, text, problem: null })
  }, [])
  const close = useCallback(() => {
    closed.current = true
    setEditor(null)
  }, [])
  const commit = useCallback(
    (text: string, before: string, onTaken: () => void) => {
      if (closed.current || !editor || !onEdit) return
      closed.current = true
      const settle = (outcomes: readonly EditOutcome[]) => {
        const outcome = outcomes[0]
        if (outcome && !outcome.ok) {
          closed.current = false
          setEditor({ ...editor, text, waiting: false, problem: outcome.reason })
          return
        }
        setEditor(null)
        onTaken()
      }
      if (text === before) return settle([])
      const answer = onEdit([{ rowId: editor.rowId, column: editor.column, text }], 'typed')
      if (!(answer instanceof Promise)) return settle(answer)
      setEditor({ ...editor, text, waiting: true, problem: null })
      void answer.then(settle)
    },
    [editor, onEdit],
  )
  return { editor, open, setText, commit, close }
}
