/** The regions of this machine: opening, naming, deleting with a copy kept. */
import { ActionIcon, Button, Checkbox, Group, Menu, Stack, Text, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { fail, ok } from '#shared/base/result'
import { defaultSettings, settingsOf } from '#shared/region/settings'
import type { RegionEntry } from '../../store/desk-database'
import { useDesk, useDeskStatus } from '../../store/desk-session'
import { storeProblemText } from '../../store/store-problem'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import { DialogForm } from '../../ui/part/verb-form'
import { deleteKeepingCopy } from './backup-desk'
import { nameInPacks } from './name-in-packs'
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
  const { open } = useDeskStatus()
  const store = open?.entry.id === entry.id ? open.store : null
  const called = store && settingsOf(store.region).regionName
  const [name, setName] = useState(entry.name)
  const [packsToo, setPacksToo] = useState(called === entry.name || called === defaultSettings.regionName)
  const fits = name.trim() !== ''
  const rename = (): void => {
    if (!fits) return
    void desk.rename(entry.id, name.trim())
    if (store && packsToo)
      void nameInPacks(store, name.trim()).then(done =>
        tell(done.ok ? ok(null) : fail(storeProblemText(done.problem))),
      )
    onClose()
  }
  return (
    <DialogForm
      title={`Rename “${entry.name}”`}
      size="sm"
      verb="Rename"
      disabled={!fits}
      onSubmit={rename}
      onClose={onClose}
    >
      <TextInput
        label="Name of the region"
        value={name}
        data-autofocus
        error={fits ? null : 'A region needs a name.'}
        onChange={event => setName(event.currentTarget.value)}
      />
      {store ? (
        <Checkbox
          label="Call it so in packs and reports too"
          description={`They say “${called}” now. Packs that are out under that name can then no longer be taken back.`}
          checked={packsToo}
          onChange={event => setPacksToo(event.currentTarget.checked)}
        />
      ) : (
        <Text size="sm" c="dimmed">
          How it is called in packs is changed while it is open.
        </Text>
      )}
    </DialogForm>
  )
}
