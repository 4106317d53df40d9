/** The frame around every screen: rail, top bar, the screen itself and the inspector. */
import { Suspense, useEffect } from 'react'
import { usePlaceOf } from '../store/use-place'
import { Waiting } from '../ui/part/waiting'
import { DropZone } from './drop-zone'
import { FindPalette } from './find-palette'
import classes from './frame.module.css'
import { Inspector } from './inspector'
import { Rail } from './rail'
import { ScreenBoundary } from './screen-boundary'
import { inspectorTabs } from './inspector-tabs'
import { warmParts } from './lazy-part'
import { screenOf, screens } from './screens'
import { TopBar } from './top-bar'
import { useDailyBackup } from './use-daily-backup'
import { useFrameCommands } from './use-frame-commands'
import { useHoldWindow } from './use-hold-window'
import { useWeeklySnapshot } from './use-weekly-snapshot'

/** The code of every screen and tab, in the order in which it is likely wanted. */
const allParts = [...screens, ...inspectorTabs].map(each => each.component)

/** How long after the frame has appeared the rest of the program is fetched, in milliseconds. */
const warmAfter = 1500

/** The open region with everything around it. */
export function Frame() {
  const current = usePlaceOf(place => place.screen)
  const selected = usePlaceOf(place => place.selected !== null)
  const full = usePlaceOf(place => place.full && place.selected !== null)
  const frame = useFrameCommands()
  useDailyBackup()
  useWeeklySnapshot()
  useHoldWindow()
  const screen = screenOf(current) ?? screens[0]
  useEffect(() => {
    document.title = screen ? `${screen.title} · Quarterdeck` : 'Quarterdeck'
  }, [screen])
  useEffect(() => {
    const soon = setTimeout(() => void warmParts(allParts), warmAfter)
    return () => clearTimeout(soon)
  }, [])
  if (!screen) return null
  return (
    <div className={classes.frame}>
      <Rail narrow={frame.narrow} current={screen.id} />
      <TopBar />
      <main className={classes.main} aria-label={screen.title} id="screen">
        {full ? (
          <Inspector full />
        ) : (
          <ScreenBoundary name={screen.title} key={screen.id}>
            <Suspense fallback={<Waiting name={`Opening ${screen.title}`} />}>
              <screen.component />
            </Suspense>
          </ScreenBoundary>
        )}
      </main>
      {frame.inspector && selected && !full && <Inspector />}
      <FindPalette />
      <DropZone />
    </div>
  )
}
