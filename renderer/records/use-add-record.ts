/** Adding an empty record by hand and opening it to be filled in. */
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { catalog, type TableName } from '#shared/model/catalog'
import type { NewValues } from '#shared/region/new-record'
import { storeProblemText } from '../store/store-problem'
import { usePlaces } from '../store/use-place'
import { useRegionStore } from '../store/use-region'

/** A function that adds a record with a working title, as one step of the journal, and opens it in the inspector. */
export function useAddRecord<T extends TableName>(table: T, values: NewValues<T> = {}): () => void {
  const store = useRegionStore()
  const places = usePlaces()
  return useCallback(() => {
    const { one, title } = catalog[table]
    const start = title === null ? values : { [title]: `New ${one.toLowerCase()}`, ...values }
    let id = ''
    void store
      .edit(
        edit => {
          id = edit.add(table, start)
        },
        { label: `New ${one.toLowerCase()}`, source: 'manager', place: places.trail.here as never },
      )
      .then(result => {
        if (result.ok) places.open({ table, id })
        else notifications.show({ message: storeProblemText(result.problem), color: 'orange' })
      })
  }, [store, places, table, values])
}
