/** The switcher of regions in the top bar. */
import { Button, Menu } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { useDesk, useDeskStatus } from '../../store/desk-session'

/** The open region's name, and the way to the others. */
export function RegionMenu() {
  const desk = useDesk()
  const { regions, open } = useDeskStatus()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle" color="gray" rightSection={<IconSelector size={14} />}>
          {open?.entry.name ?? 'No region'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Regions</Menu.Label>
        {regions.map(each => (
          <Menu.Item
            key={each.id}
            onClick={() => void desk.open(each.id)}
            rightSection={each.id === open?.entry.id ? <IconCheck size={14} /> : null}
          >
            {each.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void desk.close()}>Close region</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
