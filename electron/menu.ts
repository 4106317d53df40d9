/** The native menu, built from the list of commands and the roles that the system brings. */
import type { MenuItemConstructorOptions } from 'electron'
import { commandGroups, commands, type Command, type CommandGroup } from '#shared/bridge/commands'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** What the system itself does, at the end of each menu. */
const roles: Readonly<Record<CommandGroup, readonly MenuItemConstructorOptions[]>> = {
  File: [{ role: 'quit' }],
  Edit: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  View: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
  ],
  Go: [],
  Help: [{ role: 'about' }],
}

/** The menu's template; `send` hears the id of a chosen command. */
export function menuTemplate(send: (id: string) => void, mac: boolean): MenuItemConstructorOptions[] {
  const item = (command: Command): MenuItemConstructorOptions => ({
    id: command.id,
    label: command.title,
    ...(command.key === null ? {} : { accelerator: command.key }),
    // The page hears its keys itself, so that Ctrl+Z in a text field stays the field's own; macOS has no such choice.
    registerAccelerator: false,
    click: () => send(command.id),
  })
  const menu = (group: CommandGroup): MenuItemConstructorOptions => {
    const mine: readonly Command[] = commands.filter(command => command.group === group)
    const blocks = [...new Set(mine.map(command => command.block))]
    const parts = [
      ...blocks.map(block => mine.filter(command => command.block === block).map(item)),
      roles[group],
    ].filter(part => part.length > 0)
    return { label: group, submenu: parts.flatMap((part, i) => (i === 0 ? part : [separator, ...part])) }
  }
  return [...(mac ? [{ role: 'appMenu' } as const] : []), ...commandGroups.map(menu)]
}
