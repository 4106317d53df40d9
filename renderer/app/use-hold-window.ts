/** Keeps the window until what was done is saved. */
import { useEffect } from 'react'
import { useRegionStore } from '../store/use-region'

/** While something is being saved, closing the window waits in the program and is asked about in a browser. */
export function useHoldWindow(): void {
  const store = useRegionStore()
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      if (store.status.saving) event.preventDefault()
    }
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [store])
}
