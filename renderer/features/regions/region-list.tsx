/** The regions of this machine: opening, naming, deleting with a copy kept. */
import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { RegionEntry } from '../../store/desk-database'
import { useDesk, useDeskStatus } from '../../store/desk-session'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import { deleteKeepingCopy } from './backup-desk'
import { tell } from './tell'

/** All regions, the one opened last first. */
export function RegionList() {
  const desk = useDesk()
  const { regions, open } = useDeskStatus()
  const [naming, setNaming] = useState<RegionEntry | null>(null)
  const [deleting, setDeleting] = useState<RegionEntry | null>(null)
  return (
    <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Regions">
      {regions.map(each => (
        <Group key={each.id} component="li" gap="xs" wrap="nowrap">
          <Button
            flex={1}
            variant={each.id === open?.entry.id ? 'light' : 'subtle'}
            justify="space-between"
            rightSection={
              <Text size="xs" c="dimmed">
                {each.id === open?.entry.id ? 'open here' : `opened ${each.openedAt.slice(0, 10)}`}
              </Text>
            }
            onClick={() => void desk.open(each.id)}
          >
            {each.name}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={`More about ${each.name}`}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setNaming(each)}>Rename</Menu.Item>
              <Menu.Item color="red" onClick={() => setDeleting(each)}>
                Delete, keeping a copy
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      ))}
      {naming && <NameDialog entry={naming} onClose={() => setNaming(null)} />}
      {deleting && (
        <ConfirmDialog
          title={`Delete “${deleting.name}”`}
          verb="Delete region"
          danger
          onConfirm={() => {
            void deleteKeepingCopy(desk, deleting.id).then(tell)
            setDeleting(null)
          }}
          onCancel={() => setDeleting(null)}
        >
          The region leaves this list. A copy is kept among the backups first, so that it can be restored.
        </ConfirmDialog>
      )}
    </Stack>
  )
}

function NameDialog({ entry, onClose }: { readonly entry: RegionEntry; readonly onClose: () => void }) {
  const desk = useDesk()
  const [name, setName] = useState(entry.name)
  const fits = name.trim() !== ''
  const rename = (): void => {
    if (!fits) return
    void desk.rename(entry.id, name.trim())
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={`Rename “${entry.name}”`} size="sm">
      <form
        onSubmit={event => {
          event.preventDefault()
          rename()
        }}
      >
        <Stack>
          <TextInput
            label="Name of the region"
            value={name}
            data-autofocus
            error={fits ? null : 'A region needs a name.'}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!fits}>
              Rename
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
