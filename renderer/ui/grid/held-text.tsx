/** Holds the text of the open editor while it is typed, so that a key draws the editor again and nothing else of the grid. */
import { useState, type ReactNode } from 'react'
import type { OpenEditor } from './use-cell-editing'

/** Draws the editor with its text as it stands; a refusal's sentence goes with the next key. */
export function HeldText({
  editor,
  children,
}: {
  readonly editor: OpenEditor
  readonly children: (text: string, problem: string | null, onText: (text: string) => void) => ReactNode
}) {
  const [text, setText] = useState(editor.text)
  const [answered, setAnswered] = useState<OpenEditor | null>(null)
  const onText = (next: string): void => {
    setText(next)
    setAnswered(editor)
  }
  return children(text, answered === editor ? null : editor.problem, onText)
}
