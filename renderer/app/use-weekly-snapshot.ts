/** Takes the weekly snapshot of the open region, once the screen has had time to appear. */
import { useEffect } from 'react'
import { isSnapshotDue } from '#shared/forecast/region-snapshot'
import { host } from '../host/bridge'
import { now } from '../store/clock'
import { keepSnapshot } from '../store/snapshots'
import { useRegionStore } from '../store/use-region'

/** How long after opening, and how often a long session looks again, in milliseconds. */
const [first, again] = [10_000, 3_600_000]

/** Takes a snapshot where the last one is a week old (5.7); a failure goes to the log and never in the way. */
export function useWeeklySnapshot(): void {
  const store = useRegionStore()
  useEffect(() => {
    const take = async (): Promise<void> => {
      if (!isSnapshotDue(store.region, now())) return
      const done = await keepSnapshot(store, 'weekly')
      if (!done.ok)
        await host.log({
          level: 'warning',
          text: 'The weekly snapshot failed',
          detail: JSON.stringify(done.problem),
        })
    }
    const soon = setTimeout(() => void take(), first)
    const hourly = setInterval(() => void take(), again)
    return () => {
      clearTimeout(soon)
      clearInterval(hourly)
    }
  }, [store])
}
