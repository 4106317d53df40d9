/** History: everything that was done to the region, newest first. */
import { Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { JournalEntry } from '../../store/region-database'
import { listJournal } from '../../store/record-history'
import { useRegionStore, useStoreStatus } from '../../store/use-region'

/** History. */
export function HistoryScreen() {
  const store = useRegionStore()
  const { version } = useStoreStatus()
  const [entries, setEntries] = useState<readonly JournalEntry[]>([])
  useEffect(() => {
    let stale = false
    void listJournal(store.database, 200).then(found => {
      if (!stale) setEntries(found)
    })
    return () => {
      stale = true
    }
  }, [store, version])
  return (
    <Stack p="lg">
      <Title order={1}>History</Title>
      {entries.length === 0 && <Text c="dimmed">Nothing has been done yet.</Text>}
      <Table>
        <Table.Tbody>
          {entries.map(entry => (
            <Table.Tr key={entry.seq}>
              <Table.Td>{entry.at.slice(0, 16).replace('T', ' ')}</Table.Td>
              <Table.Td>{entry.label}</Table.Td>
              <Table.Td>{entry.state === 'done' ? '' : 'Undone'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
