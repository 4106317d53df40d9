/** History: everything that was done to the region, newest first, with the ways back. */
import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useCommands } from '../../host/command-desk'
import { useWords } from '../../records/use-words'
import type { JournalEntry } from '../../store/region-database'
import { listJournal } from '../../store/record-history'
import { useRegionStore, useStoreStatus } from '../../store/use-region'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import { EmptyState } from '../../ui/part/empty-state'
import { entryWords } from './entry-words'
import { revertEntry, undoBackTo } from './ways-back'

const step = 100

/** History. */
export function HistoryScreen() {
  const { number } = useWords()
  const store = useRegionStore()
  const commands = useCommands()
  const { version, undo } = useStoreStatus()
  const [limit, setLimit] = useState(step)
  const [entries, setEntries] = useState<readonly JournalEntry[] | null>(null)
  const [asking, setAsking] = useState<{ entry: JournalEntry; what: 'undo' | 'revert' } | null>(null)
  useEffect(() => {
    let stale = false
    void listJournal(store.database, limit).then(found => {
      if (!stale) setEntries(found)
    })
    return () => {
      stale = true
    }
  }, [store, version, limit])
  if (!entries) return null
  if (entries.length === 0)
    return (
      <EmptyState
        title="Nothing has been done yet"
        verb={{ label: 'Import your files', onDo: () => commands.run('file.import') }}
      >
        Every import and every edit will stand here, and can be taken back at any later time.
      </EmptyState>
    )
  const revertedBy = new Map(
    entries
      .filter(each => each.state === 'done')
      .flatMap(each => (each.reverts ? [[each.reverts, each]] : [])),
  )
  return (
    <Stack p="lg" gap="md" maw={1000}>
      <div>
        <Title order={1}>History</Title>
        <Text c="dimmed">What was done to this region, newest first. All of it can be taken back.</Text>
      </div>
      <Table stickyHeader highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={140}>When (UTC)</Table.Th>
            <Table.Th>What</Table.Th>
            <Table.Th>Changed</Table.Th>
            <Table.Th w={120}>Who</Table.Th>
            <Table.Th w={230} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(entry => {
            const gone = entry.state !== 'done' || revertedBy.has(entry.seq)
            return (
              <Table.Tr key={entry.seq} opacity={gone ? 0.6 : 1}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {entry.at.slice(0, 16).replace('T', ' ')}
                </Table.Td>
                <Table.Td>
                  <Group gap="xs">
                    {entry.label}
                    {entry.state !== 'done' && <Badge color="gray">Undone</Badge>}
                    {revertedBy.has(entry.seq) && <Badge color="gray">Reverted</Badge>}
                  </Group>
                </Table.Td>
                <Table.Td c="dimmed">{entryWords(entry, number)}</Table.Td>
                <Table.Td c="dimmed">{entry.by ?? ''}</Table.Td>
                <Table.Td>
                  {!gone && (
                    <Group gap="xs" justify="flex-end" wrap="nowrap">
                      <Button variant="subtle" onClick={() => setAsking({ entry, what: 'revert' })}>
                        Revert only this
                      </Button>
                      <Button
                        variant="subtle"
                        onClick={() =>
                          entry.seq === undo?.seq
                            ? void undoBackTo(store, entry.seq)
                            : setAsking({ entry, what: 'undo' })
                        }
                      >
                        Undo to here
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {entries.length === limit && (
        <Button variant="default" onClick={() => setLimit(limit + step)} style={{ alignSelf: 'start' }}>
          Show older
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={
            asking.what === 'revert' ? `Revert “${asking.entry.label}”` : `Undo to “${asking.entry.label}”`
          }
          verb={asking.what === 'revert' ? 'Revert' : 'Undo'}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            const { entry, what } = asking
            setAsking(null)
            void (what === 'revert' ? revertEntry(store, entry) : undoBackTo(store, entry.seq))
          }}
        >
          {asking.what === 'revert'
            ? 'What it added goes and what it changed goes back, except what was worked on since: that is kept and named.'
            : 'This and everything done after it is undone, step by step. Redo brings it back.'}
        </ConfirmDialog>
      )}
    </Stack>
  )
}
