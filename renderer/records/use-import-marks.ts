/** The marks on cells that the last import changed: which import, and what stood there before. */
import { useEffect, useMemo, useState } from 'react'
import { fieldOf, type TableName } from '#shared/model/catalog'
import { sameValue, type Values } from '#shared/region/change'
import { regionCurrency, settingsOf } from '#shared/region/settings'
import { asId } from '#shared/base/id'
import { showField } from '../fields/show-field'
import { askLastBatch, importedChanges, type ImportedChange } from '../store/import-changes'
import { useQuery, useRegionStore } from '../store/use-region'
import type { CellMark } from '../ui/grid/engine/column-data'
import { surroundings } from './field-surroundings'

/** What the last import left in a table. */
interface ImportMarks {
  /** What the import is called. */
  readonly label: string
  /** Ids of the records that it changed. */
  readonly ids: readonly string[]
  /** The mark of the first of some fields that the import changed; null where it left them, or someone changed it since. */
  readonly mark: (id: string, fields: readonly string[]) => CellMark | null
}

interface Known {
  readonly batch: string
  readonly table: TableName
  readonly changes: ReadonlyMap<string, ImportedChange>
}

/** The marks of a table; null until they are known and where the last import changed nothing in it. */
export function useImportMarks(table: TableName): ImportMarks | null {
  const store = useRegionStore()
  const batch = useQuery(askLastBatch)
  const [known, setKnown] = useState<Known | null>(null)
  const id = batch?.id ?? null
  useEffect(() => {
    let stale = false
    if (id !== null)
      void importedChanges(store.database, table, id).then(changes => {
        if (!stale) setKnown({ batch: id, table, changes })
      })
    return () => {
      stale = true
    }
  }, [store, table, id])
  return useMemo(() => {
    if (!batch || known?.batch !== batch.id || known.table !== table || known.changes.size === 0) return null
    const { changes } = known
    const note = `Changed by ${batch.label}`
    return {
      label: batch.label,
      ids: [...changes.keys()],
      mark: (id, fields) => {
        const change = changes.get(id)
        const name = change && fields.find(each => each in change.after)
        const field = name === undefined ? null : fieldOf(table, name)
        if (!change || name === undefined || !field) return null
        const record = store.region.table(table).get(asId(id)) as unknown as Values | undefined
        if (!record || !sameValue(record[name], change.after[name])) return null
        const currency = regionCurrency(settingsOf(store.region))
        const was = showField(field, change.before[name], surroundings(store.region, record, currency))
        return { kind: 'changed', note, was }
      },
    }
  }, [batch, known, table, store])
}
