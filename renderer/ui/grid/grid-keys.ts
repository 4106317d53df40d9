/** The keyboard of the grid, as in Excel: a key press becomes a command, and the commands are named once for the help. */

/** What a key asks for; moves extend the selection when `extend` is set. */
export type GridCommand =
  | {
      readonly do: 'move'
      readonly to: 'up' | 'down' | 'left' | 'right' | 'pageUp' | 'pageDown' | 'home' | 'end'
      /** To the edge of the data. */
      readonly far: boolean
      readonly extend: boolean
    }
  | { readonly do: 'next'; readonly back: boolean; readonly by: 'tab' | 'enter' }
  | { readonly do: 'type'; readonly text: string }
  | {
      readonly do:
        | 'edit'
        | 'open'
        | 'clear'
        | 'selectAll'
        | 'selectColumn'
        | 'selectRow'
        | 'fillDown'
        | 'fillRight'
        | 'undo'
        | 'redo'
        | 'find'
        | 'findNext'
        | 'findBefore'
        | 'fillSeries'
        | 'cancel'
        | 'menu'
        | 'history'
        | 'toggleGroup'
        | 'filterHere'
    }

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const moves: Readonly<Record<string, Extract<GridCommand, { do: 'move' }>['to']>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'home',
  End: 'end',
}

/** The command of a key press while no editor is open, or null when the key is not the grid's. */
export function commandOf(press: KeyPress): GridCommand | null {
  const ctrl = press.ctrlKey || press.metaKey
  const { key, shiftKey: shift, altKey: alt } = press
  if (alt && key === 'ArrowDown') return { do: 'filterHere' }
  if (alt && key.toLowerCase() === 'd') return { do: 'fillSeries' }
  if (alt) return null
  const to = moves[key]
  if (to) return { do: 'move', to, far: ctrl, extend: shift }
  if (key === 'Tab' && !ctrl) return { do: 'next', back: shift, by: 'tab' }
  if (key === 'Enter' && !ctrl) return { do: 'next', back: shift, by: 'enter' }
  if (key === 'Enter') return { do: 'open' }
  if (key === 'F2') return { do: 'edit' }
  if (key === 'F3') return { do: shift ? 'findBefore' : 'findNext' }
  if (key === 'Escape') return { do: 'cancel' }
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' }
  if (key === 'ContextMenu' || (key === 'F10' && shift)) return { do: 'menu' }
  if (key === ' ' && ctrl) return { do: 'selectColumn' }
  if (key === ' ' && shift) return { do: 'selectRow' }
  // With Shift they are named commands of the program, all but redo.
  if (ctrl && shift && key.toLowerCase() !== 'z') return null
  if (ctrl) return controlCommand(key.toLowerCase(), shift)
  if (key === ' ') return { do: 'toggleGroup' }
  return [...key].length === 1 ? { do: 'type', text: key } : null
}

function controlCommand(key: string, shift: boolean): GridCommand | null {
  switch (key) {
    case 'a':
      return { do: 'selectAll' }
    case 'd':
      return { do: 'fillDown' }
    case 'r':
      return { do: 'fillRight' }
    case 'f':
      return { do: 'find' }
    case 'h':
      return { do: 'history' }
    case 'z':
      return shift ? { do: 'redo' } : { do: 'undo' }
    case 'y':
      return { do: 'redo' }
    default:
      return null
  }
}
