/** Home: the actions that are overdue or due within a week. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import { FinishAction } from '../../records/finish-action'
import { openedRows } from '../../records/record-grid'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { askActions } from './action-rows'

const shownAtOnce = 4

/** The card; nothing is drawn where nothing is due. */
export function ActionsCard() {
  const rows = useQuery(askActions, useAsOf())
  const places = usePlaces()
  const [finishing, setFinishing] = useState<RecordOf<'actionItem'> | null>(null)
  const overdue = rows.filter(row => row.standing.kind === 'overdue')
  const soon = rows.filter(row => row.standing.kind === 'dueSoon')
  const due = [...overdue, ...soon]
  if (due.length === 0) return null
  const show = (words: string, some: typeof rows): void =>
    places.go({
      screen: 'actions',
      filters: openedRows('actions', { ids: some.map(row => row.action.id), words }),
    })
  return (
    <Paper p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>Actions</Title>
          <Group gap="xs">
            {overdue.length > 0 && (
              <Button size="compact-xs" variant="light" onClick={() => show('overdue', overdue)}>
                {overdue.length} overdue
              </Button>
            )}
            {soon.length > 0 && (
              <Button size="compact-xs" variant="default" onClick={() => show('due soon', soon)}>
                {soon.length} due within 5 working days
              </Button>
            )}
          </Group>
        </Group>
        {due.slice(0, shownAtOnce).map(({ action, standing, owner, deal }) => (
          <Group key={action.id} justify="space-between" wrap="nowrap" gap="sm">
            <div style={{ flex: 1, minWidth: 0 }}>
              <Text size="sm" truncate>
                {action.text}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                <Text span inherit c={standing.kind === 'overdue' ? 'var(--qd-danger)' : 'dimmed'}>
                  {standing.kind === 'overdue' ? 'Overdue since' : 'Due'} {action.dueOn}
                </Text>
                {`, ${owner ?? 'no owner'}${deal === null ? '' : `, ${deal}`}`}
              </Text>
            </div>
            <Button
              size="compact-xs"
              variant="subtle"
              style={{ flex: 'none' }}
              aria-label={`Mark as done: ${action.text}`}
              onClick={() => setFinishing(action)}
            >
              Mark as done
            </Button>
          </Group>
        ))}
      </Stack>
      {finishing && <FinishAction action={finishing} onClose={() => setFinishing(null)} />}
    </Paper>
  )
}
