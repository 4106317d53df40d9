/** The frame around every screen: rail, top bar, the screen itself and the inspector. */
import { useEffect } from 'react'
import { usePlace } from '../store/use-place'
import { DropZone } from './drop-zone'
import { FindPalette } from './find-palette'
import classes from './frame.module.css'
import { Inspector } from './inspector'
import { Rail } from './rail'
import { ScreenBoundary } from './screen-boundary'
import { screens } from './screens'
import { TopBar } from './top-bar'
import { useDailyBackup } from './use-daily-backup'
import { useFrameCommands } from './use-frame-commands'
import { useWeeklySnapshot } from './use-weekly-snapshot'

/** The open region with everything around it. */
export function Frame() {
  const here = usePlace()
  const frame = useFrameCommands()
  useDailyBackup()
  useWeeklySnapshot()
  const screen = screens.find(each => each.id === here.screen) ?? screens[0]
  useEffect(() => {
    document.title = screen ? `${screen.title} · Quarterdeck` : 'Quarterdeck'
  }, [screen])
  if (!screen) return null
  const full = here.full && here.selected
  return (
    <div className={classes.frame}>
      <Rail narrow={frame.narrow} current={screen.id} />
      <TopBar />
      <main className={classes.main} aria-label={screen.title} id="screen">
        {full ? (
          <Inspector full />
        ) : (
          <ScreenBoundary name={screen.title} key={screen.id}>
            <screen.component />
          </ScreenBoundary>
        )}
      </main>
      {frame.inspector && here.selected && !full && <Inspector />}
      <FindPalette />
      <DropZone />
    </div>
  )
}
