/** Undo and redo from the frame: done, said, and seen where it was done. */
import { notifications } from '@mantine/notifications'
import type { Result } from '#shared/base/result'
import type { Place } from '../store/place'
import type { JournalEntry } from '../store/region-database'
import { storeProblemText, type StoreProblem } from '../store/store-problem'
import { usePlaces } from '../store/use-place'
import { useRegionStore } from '../store/use-region'

/** The two ways through what was done. */
export function useUndo(): { undo: () => void; redo: () => void } {
  const store = useRegionStore()
  const places = usePlaces()
  const tell = (verb: string, result: Result<JournalEntry, StoreProblem>): void => {
    if (!result.ok) {
      notifications.show({ message: storeProblemText(result.problem), color: 'orange' })
      return
    }
    const place = result.value.place as Place | null
    if (place && place.screen !== places.trail.here.screen) places.go(place)
    notifications.show({ message: `${verb}: ${result.value.label}`, autoClose: 2500 })
  }
  return {
    undo: () => void store.undo().then(result => tell('Undone', result)),
    redo: () => void store.redo().then(result => tell('Done again', result)),
  }
}
