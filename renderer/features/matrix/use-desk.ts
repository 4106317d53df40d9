/** Changing versions: every edit is made from the version as it stands when its turn comes, and can be undone. */
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { Id } from '#shared/base/id'
import type { Matrix } from '#shared/forecast/matrix'
import { keepReasons } from '#shared/forecast/matrix-edit'
import { matrixOf } from '#shared/forecast/region-matrix'
import { saveMatrix } from '#shared/forecast/version-desk'
import type { Edit } from '#shared/region/edit'
import type { RegionStore } from '../../store/region-store'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useRegionStore } from '../../store/use-region'

/** The ways to change versions from this screen. */
export interface Desk {
  readonly store: RegionStore
  /** Commits an edit of any version; true where it was done. */
  readonly edit: (make: (edit: Edit) => void, label: string, squashKey?: string) => Promise<boolean>
  /** Changes the cells of a draft; other versions stay as they are. */
  readonly change: (
    id: Id<'matrixVersion'>,
    make: (matrix: Matrix) => Matrix,
    label: string,
    squashKey?: string,
  ) => Promise<boolean>
}

/** The desk of the open region. */
export function useDesk(): Desk {
  const store = useRegionStore()
  const places = usePlaces()
  return useMemo(() => {
    const edit: Desk['edit'] = async (make, label, squashKey) => {
      const result = await store.edit(make, {
        label,
        source: 'manager',
        place: { ...places.trail.here } as never,
        ...(squashKey === undefined ? {} : { squashKey }),
      })
      if (!result.ok) notifications.show({ message: storeProblemText(result.problem), color: 'red' })
      return result.ok
    }
    return {
      store,
      edit,
      change: (id, make, label, squashKey) =>
        edit(
          each => {
            const record = store.region.get('matrixVersion', id)
            if (!record || (record.state !== 'draft' && record.state !== 'rejected')) return
            const before = matrixOf(record)
            saveMatrix(each, id, keepReasons(before, make(before)))
          },
          label,
          squashKey,
        ),
    }
  }, [store, places])
}
