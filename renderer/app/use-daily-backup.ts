/** Keeps the daily backup of the open region, once the screen has had time to appear. */
import { useEffect } from 'react'
import { host } from '../host/bridge'
import { BackupKeeper } from '../store/backup-keeper'
import { useDesk } from '../store/desk-session'
import { useRegionStore } from '../store/use-region'

/** How long after opening, and how often a long session looks again, in milliseconds. */
const [first, again] = [20_000, 3_600_000]

/** Keeps a backup when the last one is older than a day; a failure goes to the log and never in the way. */
export function useDailyBackup(): void {
  const desk = useDesk()
  const store = useRegionStore()
  useEffect(() => {
    const keep = (): void => {
      const entry = desk.status.regions.find(each => each.id === store.id)
      if (!entry) return
      new BackupKeeper(desk.desk, host).keepDaily(store, entry).then(
        () => desk.refresh(),
        (error: unknown) =>
          host.log({ level: 'warning', text: 'The daily backup failed', detail: String(error) }),
      )
    }
    const soon = setTimeout(keep, first)
    const hourly = setInterval(keep, again)
    return () => {
      clearTimeout(soon)
      clearInterval(hourly)
    }
  }, [desk, store])
}
