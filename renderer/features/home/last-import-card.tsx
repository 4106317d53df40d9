/** The card of the last import: what it brought, or how to begin. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { Region } from '#shared/region/region'
import { useCommands } from '../../host/command-desk'
import { useWords } from '../../records/use-words'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useQuery } from '../../store/use-region'

const lastImport = query(['batch'], (region: Region) =>
  region
    .all('batch')
    .reduce<ReturnType<typeof region.all<'batch'>>[number] | null>(
      (last, batch) => (!batch.reverted && (last === null || batch.at > last.at) ? batch : last),
      null,
    ),
)

/** What the last import changed. */
export function LastImportCard() {
  const batch = useQuery(lastImport)
  const commands = useCommands()
  const places = usePlaces()
  const { number } = useWords()
  if (!batch)
    return (
      <Paper p="md">
        <Stack gap="xs" align="flex-start">
          <Title order={2}>Nothing has been imported yet</Title>
          <Text c="dimmed">Drop files from your CRM on this window, several at once if you like.</Text>
          <Button onClick={() => commands.run('file.import') || places.go({ screen: 'imports' })}>
            Import your files
          </Button>
        </Stack>
      </Paper>
    )
  const sum = (key: 'added' | 'changed' | 'unchanged' | 'rejected' | 'vanished'): number =>
    batch.files.reduce((n, file) => n + file[key], 0)
  return (
    <Paper p="md">
      <Stack gap="xs" align="flex-start">
        <Title order={2}>{batch.label}</Title>
        <Text>
          {number(sum('added'))} new, {number(sum('changed'))} changed, {number(sum('unchanged'))} unchanged,{' '}
          {number(sum('rejected'))} rejected, {number(sum('vanished'))} vanished
        </Text>
        <Group>
          <Button variant="default" onClick={() => places.go({ screen: 'history' })}>
            See what it changed
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
