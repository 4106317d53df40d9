/** Keys and menu entries of named commands, wherever the focus is. */
import { useEffect } from 'react'
import { commandForPress } from '#shared/bridge/commands'
import { host, isMac } from '../host/bridge'
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

/** macOS hands the menu a key that the page has already heard: the same command so soon after, in ms, is that key. */
const echo = 50

/** Hears key presses, mouse buttons and the native menu and carries out the commands that they mean. */
export function useShortcuts(commands: CommandDesk): void {
  useEffect(() => {
    let heard: { readonly id: string; readonly at: number } | null = null
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const command = commandForPress(event, isMac)
      if (!command || (ofText.has(command.id) && isText(event.target))) return
      heard = { id: command.id, at: performance.now() }
      if (commands.run(command.id)) event.preventDefault()
    }
    const choose = (id: string): void => {
      if (heard?.id === id && performance.now() - heard.at < echo) return
      const { activeElement } = document
      // A menu cannot know that the focus is in a text field, whose own undo it then means.
      if (!ofText.has(id) || !isText(activeElement)) commands.run(id)
      else if (id === 'edit.undo') document.execCommand('undo')
      else if (id === 'edit.redo') document.execCommand('redo')
      else commands.run(id)
    }
    const stop = host.onCommand(choose)
    // The side buttons of a mouse; the browser would leave the page.
    const click = (event: MouseEvent): void => {
      const id = event.button === 3 ? 'go.back' : event.button === 4 ? 'go.forward' : null
      if (id && commands.run(id)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    window.addEventListener('mouseup', click)
    return () => {
      stop()
      window.removeEventListener('keydown', press)
      window.removeEventListener('mouseup', click)
    }
  }, [commands])
}
