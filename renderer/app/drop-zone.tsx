/** Files may be dropped anywhere on the window; they go to the screen of imports. */
import { notifications } from '@mantine/notifications'
import { memo, useEffect, useState } from 'react'
import type { OpenedFile } from '#shared/bridge/ipc'
import { host } from '../host/bridge'
import { hearDrops } from '../host/drop'
import { useIncomingFiles } from '../host/incoming-files'
import { usePlaces } from '../store/use-place'
import classes from './frame.module.css'

/** Hears dropped and opened files, and shows that they can be let go. */
export const DropZone = memo(function DropZone() {
  const places = usePlaces()
  const incoming = useIncomingFiles()
  const [hovering, setHovering] = useState(false)
  useEffect(() => {
    const show = (): void => {
      if (places.trail.here.screen !== 'imports') places.go({ screen: 'imports' })
    }
    const take = (files: readonly OpenedFile[]): void => {
      if (files.length === 0) return
      incoming.add(files)
      show()
    }
    // Files may have come before there was a region to import them into.
    if (incoming.files.length > 0) show()
    const stopDrops = hearDrops(window, {
      onDrop: take,
      onHover: setHovering,
      onFailure: (_, count) =>
        notifications.show({
          message:
            count === 1
              ? 'One of the things you dropped could not be read and was left out. Drop files, not folders.'
              : `${count} of the things you dropped could not be read and were left out. Drop files, not folders.`,
          color: 'orange',
        }),
    })
    const stopFiles = host.onFilesOpened(take)
    return () => {
      stopDrops()
      stopFiles()
    }
  }, [incoming, places])
  return hovering ? <div className={classes.drop}>Let go to import these files</div> : null
})
