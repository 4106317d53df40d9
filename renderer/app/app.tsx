/** The application: the desk, then either the first minute or the frame around the open region. */
import { Suspense, useEffect, useState } from 'react'
import { askToKeepData } from '../host/bridge'
import { CommandContext, CommandDesk } from '../host/command-desk'
import { IncomingContext, IncomingFiles } from '../host/incoming-files'
import { DeskContext, useDeskStatus, type DeskSession } from '../store/desk-session'
import { PlaceContext } from '../store/use-place'
import { RegionContext } from '../store/use-region'
import { Waiting } from '../ui/part/waiting'
import { Frame } from './frame'
import { lazyPart, warmParts } from './lazy-part'
import { ScreenBoundary } from './screen-boundary'
import { screenOf } from './screens'
import { useShortcuts } from './use-shortcuts'

const StartScreen = lazyPart(() => import('../features/regions/start-screen').then(it => it.StartScreen))

/** Everything on the page. */
export function App({ desk }: { readonly desk: DeskSession }) {
  const [commands] = useState(() => new CommandDesk())
  const [incoming] = useState(() => new IncomingFiles())
  useShortcuts(commands)
  return (
    <DeskContext value={desk}>
      <CommandContext value={commands}>
        <IncomingContext value={incoming}>
          <ScreenBoundary name="Quarterdeck">
            <Suspense fallback={<Wall name="Starting" />}>
              <Room />
            </Suspense>
          </ScreenBoundary>
        </IncomingContext>
      </CommandContext>
    </DeskContext>
  )
}

function Room() {
  const { phase, open, heading } = useDeskStatus()
  useEffect(() => {
    if (open !== null) void askToKeepData()
  }, [open])
  const waits = phase === 'ready' && !open
  useEffect(() => {
    // What the two ways out of the start screen lead to is fetched while it is read.
    if (waits) void warmParts(['imports', 'home'].flatMap(id => screenOf(id)?.component ?? []))
  }, [waits])
  if (open)
    return (
      <RegionContext value={open.store} key={open.store.database.name}>
        <PlaceContext value={open.places}>
          <Frame />
        </PlaceContext>
      </RegionContext>
    )
  if (phase === 'ready') return <StartScreen />
  return <Wall name={phase === 'opening' && heading?.name ? `Opening ${heading.name}` : 'Starting'} />
}

const Wall = ({ name }: { readonly name: string }) => (
  <div style={{ height: '100vh', background: 'var(--qd-canvas)' }}>
    <Waiting name={name} />
  </div>
)
