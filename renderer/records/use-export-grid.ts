/** Saving what a grid shows as a file, and saying how that went. */
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useAsOf, useSettings } from '../store/use-region'
import type { SeenTable } from '../ui/grid/grid-props'
import { saveGrid } from './workbook-jobs'

/** The way to export a grid under a title. */
export function useExportGrid(title: string): (seen: SeenTable, format: 'xlsx' | 'csv') => Promise<void> {
  const asOf = useAsOf()
  const { regionName } = useSettings()
  return useCallback(
    async (seen, format) => {
      try {
        const saved = await saveGrid(seen, { title, region: regionName, asOf }, format)
        if (saved !== null) notifications.show({ message: `Saved as ${saved}` })
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        notifications.show({ message: `The file was not written: ${why}`, color: 'red' })
      }
    },
    [title, regionName, asOf],
  )
}
