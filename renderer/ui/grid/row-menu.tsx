/** The menu of a row: the app's verbs first, then what every grid can do with a cell. */
import { Menu } from '@mantine/core'
import { AnchorSpot, type AnchorRect } from './anchor-spot'
import type { RowAction } from './grid-props'

/** What the menu needs. */
export interface RowMenuProps {
  readonly rect: AnchorRect
  readonly actions: readonly RowAction[]
  readonly own: readonly RowAction[]
  readonly onClose: () => void
}

/** The menu, opened at `rect`. */
export function RowMenu({ rect, actions, own, onClose }: RowMenuProps) {
  const items = (list: readonly RowAction[]) =>
    list.map(action => (
      <Menu.Item
        key={action.key}
        leftSection={action.icon}
        {...(action.danger ? { color: 'red' } : {})}
        disabled={action.disabled === true}
        onClick={action.onDo}
      >
        {action.label}
      </Menu.Item>
    ))
  return (
    <Menu opened onClose={onClose} width={220} trapFocus returnFocus={false}>
      <Menu.Target>
        <AnchorSpot rect={rect} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Row">
        {items(actions)}
        {actions.length > 0 && own.length > 0 ? <Menu.Divider /> : null}
        {items(own)}
      </Menu.Dropdown>
    </Menu>
  )
}
