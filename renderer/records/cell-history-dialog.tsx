/** The history of one cell: each value with its import, file and row, who gave it and when. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { asId } from '#shared/base/id'
import { fieldOf, type TableName } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import { showField } from '../fields/show-field'
import { cellHistory, type CellChange, type CellHistory } from '../store/cell-history'
import { useRecordTitle, useRegion, useRegionCurrency, useRegionStore } from '../store/use-region'
import styles from './cell-history-dialog.module.css'
import { surroundings } from './field-surroundings'

/** What the dialog needs. */
interface CellHistoryDialogProps {
  readonly table: TableName
  readonly id: string
  readonly field: string
  /** Shows the history of the whole record instead. */
  readonly onRecord: () => void
  readonly onClose: () => void
}

/** Where and by whom a value came, in words. */
function fromWords({ entry, from }: CellChange): string {
  const parts = [
    entry.at.slice(0, 16).replace('T', ' ') + ' UTC',
    entry.by,
    from && `${from.file} row ${from.row.toLocaleString('en')}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** The dialog; show it by drawing it. */
export function CellHistoryDialog({ table, id, field: name, onRecord, onClose }: CellHistoryDialogProps) {
  const store = useRegionStore()
  const region = useRegion(table)
  const currency = useRegionCurrency()
  const title = useRecordTitle(table, id)
  const [history, setHistory] = useState<CellHistory | null>(null)
  useEffect(() => {
    let stale = false
    void cellHistory(store, table, id, name).then(found => {
      if (!stale) setHistory(found)
    })
    return () => {
      stale = true
    }
  }, [store, table, id, name])
  const field = fieldOf(table, name)
  const record = region.table(table).get(asId(id)) as unknown as Values | undefined
  if (!field) return null
  const context = surroundings(region, record ?? null, currency)
  const show = (value: unknown): string => showField(field, value, context) || '(empty)'
  const said = history?.said
  return (
    <Modal opened onClose={onClose} title={`${field.label} of ${title}`} size="md">
      <Stack gap="sm" role="region" aria-label="History of the cell" tabIndex={0} data-autofocus>
        {history && history.changes.length === 0 ? (
          <Text c="dimmed">Nothing is written down about this cell.</Text>
        ) : null}
        <ol className={styles.list}>
          {history?.changes.map(change => (
            <li key={change.entry.seq}>
              <Text fw={600}>
                {change.before ? (
                  <>
                    <del className={styles.was}>{show(change.before.value)}</del> → {show(change.after)}
                  </>
                ) : (
                  show(change.after)
                )}
              </Text>
              <Text size="sm">{change.entry.label}</Text>
              <Text size="xs" c="dimmed">
                {fromWords(change)}
              </Text>
            </li>
          ))}
        </ol>
        {said ? (
          <Text size="sm">
            The last file that names it says {show(said.value)}: {said.file} row{' '}
            {said.row.toLocaleString('en')}
            {said.vanishedOn ? `; missing from the export of ${said.vanishedOn}` : ''}.
          </Text>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onRecord}>
            History of the whole record
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
