/** Every command that has a name: the native menu, the command palette and the keyboard read this one list. */

/** The groups of commands, in the order of the menu. */
export const commandGroups = ['File', 'Edit', 'View', 'Go', 'Help'] as const

/** A group of commands: a menu, and a heading in the palette. */
export type CommandGroup = (typeof commandGroups)[number]

/**
 * A command: a stable id, its name as a user reads it, and its key if it has one, written as Electron's
 * accelerators are (`CmdOrCtrl+Shift+Z`). Commands of one `block` stand together between lines of the menu.
 */
export interface Command {
  readonly id: string
  readonly title: string
  readonly group: CommandGroup
  readonly block: number
  readonly key: string | null
}

const command = (
  id: string,
  title: string,
  group: CommandGroup,
  block: number,
  key: string | null = null,
): Command => ({ id, title, group, block, key })

/** All commands, in the order in which a menu shows them. */
export const commands = [
  command('region.new', 'New region', 'File', 1),
  command('region.openSample', 'Open the sample region', 'File', 1),
  command('region.switch', 'Switch region', 'File', 1, 'CmdOrCtrl+Shift+O'),
  command('region.close', 'Close region', 'File', 1),
  command('file.import', 'Import your files', 'File', 2, 'CmdOrCtrl+O'),
  command('export.grid', 'Export this grid', 'File', 3, 'CmdOrCtrl+Shift+E'),
  command('export.pack', 'Export a coaching pack', 'File', 3, 'CmdOrCtrl+E'),
  command('export.review', 'Export the pipeline review', 'File', 3),
  command('export.print', 'Print or save as PDF', 'File', 3, 'CmdOrCtrl+P'),
  command('backup.save', 'Back up region', 'File', 4, 'CmdOrCtrl+S'),
  command('backup.restore', 'Restore a backup', 'File', 4),
  command('edit.undo', 'Undo', 'Edit', 1, 'CmdOrCtrl+Z'),
  command('edit.redo', 'Redo', 'Edit', 1, 'CmdOrCtrl+Shift+Z'),
  command('edit.history', 'History', 'Edit', 1, 'CmdOrCtrl+Shift+H'),
  command('deal.decide', 'Decide on the selected deals', 'Edit', 2, 'CmdOrCtrl+Shift+D'),
  command('deal.close', 'Close the selected deals', 'Edit', 2, 'CmdOrCtrl+Shift+F'),
  command('action.new', 'New action', 'Edit', 2, 'CmdOrCtrl+Shift+A'),
  command('action.done', 'Mark the chosen action as done', 'Edit', 2, 'CmdOrCtrl+Shift+K'),
  command('find.open', 'Find records and commands', 'Edit', 3, 'CmdOrCtrl+K'),
  command('find.inGrid', 'Find in this grid', 'Edit', 3, 'CmdOrCtrl+F'),
  command('view.theme', 'Switch between light and dark', 'View', 1, 'CmdOrCtrl+Shift+L'),
  command('view.rail', 'Show or hide the names of screens', 'View', 1, 'CmdOrCtrl+B'),
  command('view.inspector', 'Show or hide the inspector', 'View', 1, 'CmdOrCtrl+I'),
  command('view.asOf', 'Set the as-of date', 'View', 1),
  command('go.back', 'Back', 'Go', 1, 'Alt+Left'),
  command('go.forward', 'Forward', 'Go', 1, 'Alt+Right'),
  command('go.home', 'Home', 'Go', 2, 'CmdOrCtrl+1'),
  command('go.pipeline', 'Pipeline', 'Go', 2, 'CmdOrCtrl+2'),
  command('go.accounts', 'Accounts', 'Go', 2, 'CmdOrCtrl+3'),
  command('go.people', 'People', 'Go', 2, 'CmdOrCtrl+4'),
  command('go.forecast', 'Forecast', 'Go', 2, 'CmdOrCtrl+5'),
  command('go.territories', 'Territories', 'Go', 2, 'CmdOrCtrl+6'),
  command('go.coaching', 'Coaching', 'Go', 2, 'CmdOrCtrl+7'),
  command('go.process', 'Process', 'Go', 2, 'CmdOrCtrl+8'),
  command('go.actions', 'Actions', 'Go', 2),
  command('go.imports', 'Imports', 'Go', 2, 'CmdOrCtrl+9'),
  command('go.settings', 'Settings', 'Go', 2, 'CmdOrCtrl+,'),
  command('help.keys', 'Keyboard', 'Help', 1, 'F1'),
  command('help.report', 'Copy a report for support', 'Help', 1),
] as const satisfies readonly Command[]

/** The command with this id, or null. */
export const commandById = (id: string): Command | null => commands.find(one => one.id === id) ?? null

/** A key press as the browser tells it; `key` is KeyboardEvent.key. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const arrowKeys: Readonly<Record<string, string>> = {
  left: 'arrowleft',
  right: 'arrowright',
  up: 'arrowup',
  down: 'arrowdown',
}

function pressMatches(key: string, press: KeyPress, mac: boolean): boolean {
  const parts = key.toLowerCase().split('+')
  const last = parts.at(-1) ?? ''
  const main = parts.includes('cmdorctrl')
  return (
    press.key.toLowerCase() === (arrowKeys[last] ?? last) &&
    press.ctrlKey === (main && !mac) &&
    press.metaKey === (main && mac) &&
    press.altKey === parts.includes('alt') &&
    press.shiftKey === parts.includes('shift')
  )
}

/** The command that a key press means, or null; Ctrl+Y redoes as well, where Excel taught it. */
export function commandForPress(press: KeyPress, mac: boolean): Command | null {
  if (!mac && pressMatches('CmdOrCtrl+Y', press, mac)) return commandById('edit.redo')
  return commands.find(one => one.key !== null && pressMatches(one.key, press, mac)) ?? null
}

const macSigns: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥' }
const arrowSigns: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓' }

/** A key as the user of this system reads it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key.split('+').map(part => arrowSigns[part] ?? part)
  if (!mac) return parts.map(part => (part === 'CmdOrCtrl' ? 'Ctrl' : part)).join('+')
  const order = ['Alt', 'Shift', 'CmdOrCtrl']
  return [...parts]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .sort((a, b) => Number(!(a in macSigns)) - Number(!(b in macSigns)))
    .map(part => macSigns[part] ?? part)
    .join('')
}
