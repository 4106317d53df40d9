/** The backups that were kept on their own, to go back to one of them. */
import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Backup } from '#shared/bridge/ipc'
import { host } from '../../host/bridge'
import { fileStem } from '../../store/backup-keeper'
import { useDesk, useDeskStatus } from '../../store/desk-session'
import { restoreBytes, restoreKept } from './backup-desk'
import { tell } from './tell'

/** What the list is given. */
interface KeptBackupsProps {
  readonly onFile: () => void
  readonly onDone: () => void
}

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3).toLocaleString()} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/** Kept backups, newest first; those of the open region can take its place. */
export function KeptBackups({ onFile, onDone }: KeptBackupsProps) {
  const desk = useDesk()
  const { open } = useDeskStatus()
  const [backups, setBackups] = useState<readonly Backup[]>([])
  useEffect(() => {
    let stale = false
    void host.listBackups().then(
      found => {
        if (!stale) setBackups(found)
      },
      () => undefined,
    )
    return () => {
      stale = true
    }
  }, [])
  const mine = (backup: Backup): boolean =>
    open !== null && backup.name.includes(`-${open.entry.id.slice(0, 8)}--`)
  const asNew = async (name: string): Promise<void> => {
    const bytes = await host.readBackup(name)
    if (bytes) tell(await restoreBytes(desk, bytes))
    onDone()
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Text c="dimmed" flex={1}>
          A backup is kept daily and before anything that could cost data. Restoring in place keeps a copy of
          the region as it is first.
        </Text>
        <Button onClick={onFile}>Choose a file</Button>
      </Group>
      {backups.length === 0 ? (
        <Text c="dimmed">None has been kept yet.</Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Kept on</Table.Th>
              <Table.Th>Region</Table.Th>
              <Table.Th ta="right">Size</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map(each => (
              <Table.Tr key={each.name}>
                <Table.Td>{new Date(each.at).toISOString().slice(0, 16).replace('T', ' ')}</Table.Td>
                <Table.Td>{each.name.replace(/-[0-9a-f]{8}--.*$/, '') || fileStem('')}</Table.Td>
                <Table.Td ta="right">{size(each.size)}</Table.Td>
                <Table.Td>
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    <Button variant="default" onClick={() => void asNew(each.name)}>
                      As a new region
                    </Button>
                    {mine(each) && open && (
                      <Button
                        variant="default"
                        onClick={() => {
                          onDone()
                          void restoreKept(desk, open.entry.id, each.name).then(tell)
                        }}
                      >
                        In place
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
