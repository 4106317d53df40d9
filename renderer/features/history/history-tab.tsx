/** The history of one record: who changed what, when, from which value to which. */
import { Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { fieldOf, type TableName } from '#shared/model/catalog'
import { recordHistory, type HistoryItem } from '../../store/record-history'
import { useRegionStore, useStoreStatus } from '../../store/use-region'

/** The inspector's tab History. */
export function HistoryTab({ table, id }: { readonly table: TableName; readonly id: string }) {
  const store = useRegionStore()
  const { version } = useStoreStatus()
  const [items, setItems] = useState<readonly HistoryItem[]>([])
  useEffect(() => {
    let stale = false
    void recordHistory(store.database, table, id).then(found => {
      if (!stale) setItems(found)
    })
    return () => {
      stale = true
    }
  }, [store, table, id, version])
  return (
    <Stack p="md" gap="sm">
      {items.length === 0 && <Text c="dimmed">Nothing has happened to this record yet.</Text>}
      {items.map(({ entry, after }) => (
        <div key={entry.seq}>
          <Text fw={600}>{entry.label}</Text>
          <Text size="xs" c="dimmed">
            {entry.at.slice(0, 16).replace('T', ' ')}
          </Text>
          {Object.keys(after)
            .filter(name => name !== 'updatedAt')
            .map(name => (
              <Text size="sm" key={name}>
                {fieldOf(table, name)?.label ?? name}
              </Text>
            ))}
        </div>
      ))}
    </Stack>
  )
}
