/** The history of one record: who changed what, when, from which value to which, and the way back. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { parseCurrency } from '#shared/base/money'
import { fieldOf, type TableName } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import type { FieldContext } from '../../fields/field-context'
import { settingsOf } from '#shared/region/settings'
import { showField } from '../../fields/show-field'
import { recordHistory, type HistoryItem } from '../../store/record-history'
import { findByTitle, titleOf } from '../../store/titles'
import { useRecord, useRegionCurrency, useRegionStore, useStoreStatus } from '../../store/use-region'
import { revertEntry } from './ways-back'

/** The inspector's tab History. */
export function HistoryTab({ table, id }: { readonly table: TableName; readonly id: string }) {
  const store = useRegionStore()
  const { version } = useStoreStatus()
  const totals = useRegionCurrency()
  const record = useRecord(table, id as never) as unknown as Values | null
  const [items, setItems] = useState<readonly HistoryItem[] | null>(null)
  useEffect(() => {
    let stale = false
    void recordHistory(store.database, table, id).then(found => {
      if (!stale) setItems(found)
    })
    return () => {
      stale = true
    }
  }, [store, table, id, version])
  const own = record?.['currency']
  const context: FieldContext = {
    locale: settingsOf(store.region).locale,
    currency: (typeof own === 'string' ? parseCurrency(own) : null) ?? totals,
    titleOf: (name, other) => titleOf(store.region, name, other),
    find: (name, text, limit) => findByTitle(store.region, name, text, limit),
  }
  return (
    <Stack p="md" gap="md">
      {items?.length === 0 && <Text c="dimmed">Nothing has happened to this record yet.</Text>}
      {items?.map(item => (
        <section key={item.entry.seq} aria-label={item.entry.label}>
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Text fw={600}>{item.entry.label}</Text>
              <Text size="xs" c="dimmed">
                {item.entry.at.slice(0, 16).replace('T', ' ')}
                {item.entry.by ? `, ${item.entry.by}` : ''}
              </Text>
            </div>
            {item.kind === 'changed' && (
              <Button variant="subtle" onClick={() => void revertEntry(store, item.entry)}>
                Revert
              </Button>
            )}
          </Group>
          {item.kind !== 'changed' && <Text>{item.kind === 'added' ? 'Added' : 'Removed'}</Text>}
          <Changes table={table} item={item} context={context} />
        </section>
      ))}
    </Stack>
  )
}

interface ChangesProps {
  readonly table: TableName
  readonly item: HistoryItem
  readonly context: FieldContext
}

function Changes({ table, item, context }: ChangesProps) {
  return Object.keys(item.after).map(name => {
    const field = fieldOf(table, name)
    if (!field && name !== 'archivedAt') return null
    const show = (value: unknown): string => (field ? showField(field, value, context) || 'empty' : '')
    return (
      <Text size="sm" key={name}>
        {field
          ? `${field.label}: ${show(item.before[name])} → ${show(item.after[name])}`
          : item.after[name] === null
            ? 'Taken back from the archive'
            : 'Archived'}
      </Text>
    )
  })
}
