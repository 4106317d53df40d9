/** The switcher of regions in the top bar, with backups, and the commands of both. */
import { Button, Menu, Modal } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand, useCommands } from '../../host/command-desk'
import { useDesk, useDeskStatus } from '../../store/desk-session'
import { restoreFromFile, saveBackup } from './backup-desk'
import { KeptBackups } from './kept-backups'
import { openSample } from './open-sample'
import { RegionList } from './region-list'
import { tell } from './tell'
import { fillDefaults } from './default-region'

/** The open region's name, and the way to the others. */
export function RegionMenu() {
  const desk = useDesk()
  const commands = useCommands()
  const { regions, open } = useDeskStatus()
  const [opened, setOpened] = useState(false)
  const [dialog, setDialog] = useState<'regions' | 'backups' | null>(null)
  useCommand('region.switch', () => setOpened(true))
  useCommand('region.new', () => void desk.create('New region', { fill: fillDefaults }))
  useCommand('region.openSample', () => void openSample(desk).then(tell))
  useCommand('backup.save', open ? () => void saveBackup(desk, open).then(tell) : null)
  useCommand('backup.restore', () => setDialog('backups'))
  return (
    <>
      <Menu opened={opened} onChange={setOpened} width={260}>
        <Menu.Target>
          <Button variant="subtle" color="gray" rightSection={<IconSelector size={14} />}>
            {open?.entry.name ?? 'No region'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Regions</Menu.Label>
          {regions.slice(0, 8).map(each => (
            <Menu.Item
              key={each.id}
              onClick={() => void desk.open(each.id)}
              rightSection={each.id === open?.entry.id ? <IconCheck size={14} /> : null}
            >
              {each.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => commands.run('region.new')}>New region</Menu.Item>
          {!regions.some(each => each.sample) && (
            <Menu.Item onClick={() => commands.run('region.openSample')}>Open the sample region</Menu.Item>
          )}
          <Menu.Item onClick={() => setDialog('regions')}>Rename or delete regions</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => commands.run('backup.save')}>Back up region</Menu.Item>
          <Menu.Item onClick={() => setDialog('backups')}>Restore a backup</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => commands.run('region.close')}>Close region</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={dialog === 'regions'} onClose={() => setDialog(null)} title="Regions">
        <RegionList />
      </Modal>
      <Modal opened={dialog === 'backups'} onClose={() => setDialog(null)} title="Restore a backup" size="lg">
        <KeptBackups
          onFile={() => {
            setDialog(null)
            void restoreFromFile(desk).then(tell)
          }}
          onDone={() => setDialog(null)}
        />
      </Modal>
    </>
  )
}
