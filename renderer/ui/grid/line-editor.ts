/** The editor that a line shows in one of its cells. */
import type { ReactNode } from 'react'

/** The open editor of a line. */
export interface LineEditor {
  readonly rowId: string
  readonly column: string
  readonly render: () => ReactNode
}

/** One key per edited cell, so that moving on makes a new editor. */
export function currentEditorKey(editor: LineEditor): string {
  return `${editor.rowId} ${editor.column}`
}
