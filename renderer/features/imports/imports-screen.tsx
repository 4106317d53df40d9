/** Imports: every import with its files and counts, the way to take one back, and the way to the next. */
import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import type { Region } from '#shared/region/region'
import { useIncomingFiles } from '../../host/incoming-files'
import { useCommand } from '../../host/command-desk'
import { listJournal } from '../../store/record-history'
import type { JournalEntry } from '../../store/region-database'
import { query } from '../../store/query'
import { storeProblemText } from '../../store/store-problem'
import { useQuery, useRegionStore, useStoreStatus } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { importKeeper } from './import-keeper'
import { ImportWizard } from './import-wizard'
import classes from './imports.module.css'
import { figure } from './import-words'

const askBatches = query(['batch'], (region: Region) =>
  region.all('batch').toSorted((a, b) => (a.at < b.at ? 1 : -1)),
)

/** The screen. */
export function ImportsScreen() {
  const batches = useQuery(askBatches)
  const incoming = useIncomingFiles()
  const keeper = importKeeper(useRegionStore())
  const [open, setOpen] = useState(batches.length === 0 || keeper.isUnderWay)
  // Files that come in while the list is shown begin an import.
  if (incoming.files.length > 0 && !open) setOpen(true)
  useCommand('file.import', open ? null : () => setOpen(true))
  if (open)
    return (
      <ImportWizard
        onClose={() => {
          keeper.end()
          setOpen(false)
        }}
      />
    )
  if (batches.length === 0)
    return (
      <EmptyState
        title="Nothing has been imported yet"
        verb={{ label: 'Import your files', onDo: () => setOpen(true) }}
      >
        Here stand all imports with what they brought, and each can be undone at any later date.
      </EmptyState>
    )
  return (
    <Stack p="lg">
      <Group>
        <Title order={1}>Imports</Title>
        <Button onClick={() => setOpen(true)}>Import your files</Button>
      </Group>
      <BatchTable batches={batches} />
    </Stack>
  )
}

function BatchTable({ batches }: { readonly batches: readonly RecordOf<'batch'>[] }) {
  const store = useRegionStore()
  const { version } = useStoreStatus()
  const [entries, setEntries] = useState<ReadonlyMap<string, JournalEntry>>(new Map())
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    let stale = false
    void listJournal(store.database, 10_000).then(found => {
      if (!stale)
        setEntries(
          new Map(found.flatMap(each => (each.batch && each.state === 'done' ? [[each.batch, each]] : []))),
        )
    })
    return () => {
      stale = true
    }
  }, [store, version])
  const revert = async (entry: JournalEntry): Promise<void> => {
    const done = await store.revert(entry.seq)
    setSaid(
      done.ok
        ? done.value.kept.length > 0
          ? `Undone. ${figure(done.value.kept.length)} values stay because they were worked on since.`
          : 'Undone.'
        : storeProblemText(done.problem),
    )
  }
  return (
    <>
      {said && <Text role="status">{said}</Text>}
      <Table aria-label="Imports">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Import</Table.Th>
            <Table.Th>At</Table.Th>
            <Table.Th className={classes.day}>Data from</Table.Th>
            {['Read', 'New', 'Changed', 'Unchanged', 'Rejected', 'Skipped', 'Vanished'].map(word => (
              <Table.Th key={word} className={classes.number}>
                {word}
              </Table.Th>
            ))}
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map(batch => {
            const entry = entries.get(batch.id)
            const sum = (
              key: 'rows' | 'added' | 'changed' | 'unchanged' | 'rejected' | 'skipped' | 'vanished',
            ): string => figure(batch.files.reduce((n, file) => n + file[key], 0))
            return (
              <Table.Tr key={batch.id}>
                <Table.Th scope="row">
                  {batch.label} {batch.reverted && <Badge color="gray">Undone</Badge>}
                </Table.Th>
                <Table.Td className={classes.day}>{batch.at.slice(0, 16).replace('T', ' ')}</Table.Td>
                <Table.Td className={classes.day}>{batch.dataFrom}</Table.Td>
                {(['rows', 'added', 'changed', 'unchanged', 'rejected', 'skipped', 'vanished'] as const).map(
                  key => (
                    <Table.Td key={key} className={classes.number}>
                      {sum(key)}
                    </Table.Td>
                  ),
                )}
                <Table.Td>
                  {entry && !batch.reverted && (
                    <Button size="compact-sm" variant="default" onClick={() => void revert(entry)}>
                      Undo this import
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </>
  )
}
