/** Exporting the pipeline review: content from the region, bytes from a worker, saved where the user says. */
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { DealStates } from '#shared/process/deal-state'
import { workbookKinds } from '#shared/bridge/file-kinds'
import { reviewBook } from '#shared/packs/review-book'
import { reviewFileName } from '#shared/packs/review-content'
import { reviewContent } from '#shared/packs/review-sheets'
import { host } from '../../host/bridge'
import { writeWorkbook } from '../../records/workbook-jobs'
import { useRegionStore } from '../../store/use-region'

/** An export that can be started. */
interface ReviewExport {
  readonly busy: boolean
  readonly start: () => void
}

/** The way to export the review of these states. */
export function useExportReview(states: DealStates): ReviewExport {
  const store = useRegionStore()
  const [busy, setBusy] = useState(false)
  const start = (): void => {
    if (busy) return
    setBusy(true)
    const content = reviewContent(store.region, states)
    writeWorkbook(reviewBook(content))
      .then(bytes => host.saveFile(reviewFileName(content), bytes, workbookKinds))
      .then(saved => {
        if (saved !== null) notifications.show({ message: `Pipeline review saved as ${saved}` })
      })
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        notifications.show({ message: `The review was not written: ${why}`, color: 'red' })
      })
      .finally(() => setBusy(false))
  }
  return { busy, start }
}
