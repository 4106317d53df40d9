/** Keys of named commands, wherever the focus is. */
import { useEffect } from 'react'
import { commandForPress } from '#shared/bridge/commands'
import { isMac } from '../host/bridge'
import type { CommandDesk } from '../host/command-desk'

/** Commands whose keys belong to a text field while one has the focus. */
const ofText: ReadonlySet<string> = new Set([
  'edit.undo',
  'edit.redo',
  'go.back',
  'go.forward',
  'find.inGrid',
])

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))

/** Hears key presses and mouse buttons and carries out the commands that they mean. */
export function useShortcuts(commands: CommandDesk): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const command = commandForPress(event, isMac)
      if (!command || (ofText.has(command.id) && isText(event.target))) return
      if (commands.run(command.id)) event.preventDefault()
    }
    // The side buttons of a mouse; the browser would leave the page.
    const click = (event: MouseEvent): void => {
      const id = event.button === 3 ? 'go.back' : event.button === 4 ? 'go.forward' : null
      if (id && commands.run(id)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    window.addEventListener('mouseup', click)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('mouseup', click)
    }
  }, [commands])
}
