/** Where a record comes from: the file and row that last spoke of it, and the import that brought it. */
import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { RecordOf, TableName } from '#shared/model/catalog'
import type { Source } from '#shared/model/field'
import { useRecord, useRegionStore } from '../../store/use-region'

const words: Readonly<Record<Source, string>> = {
  import: 'Imported',
  manager: 'Entered by hand',
  rep: 'From the rep',
  pack: 'From a coaching pack',
  derived: 'Computed',
  assumed: 'Assumed',
}

/** One line on where a record comes from. */
export function Provenance({ table, id }: { readonly table: TableName; readonly id: string }) {
  const store = useRegionStore()
  const record = useRecord(table, id as never)
  const [shadow, setShadow] = useState<RecordOf<'shadow'> | null>(null)
  useEffect(() => {
    let stale = false
    void store.find('shadow', id).then(found => {
      if (!stale) setShadow(found as unknown as RecordOf<'shadow'> | null)
    })
    return () => {
      stale = true
    }
  }, [store, id, record])
  const batch = useRecord('batch', shadow?.batch ?? null)
  if (!record) return null
  return (
    <Text size="xs" c="dimmed">
      {shadow
        ? `From ${shadow.file} row ${shadow.row}${batch ? `, ${batch.label}` : ''}`
        : `${words[record.source]} on ${record.createdAt.slice(0, 10)}`}
      {record.updatedAt === record.createdAt ? '' : `; last changed on ${record.updatedAt.slice(0, 10)}`}
      {shadow?.vanishedOn ? `; missing from the export of ${shadow.vanishedOn}` : ''}
    </Text>
  )
}
