/** The application: the desk, then either the first minute or the frame around the open region. */
import { Center, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { host } from '../host/bridge'
import { CommandContext, CommandDesk } from '../host/command-desk'
import { IncomingContext, IncomingFiles } from '../host/incoming-files'
import { StartScreen } from '../features/regions/start-screen'
import { BackupKeeper } from '../store/backup-keeper'
import { DeskDatabase } from '../store/desk-database'
import { DeskContext, DeskSession, useDeskStatus } from '../store/desk-session'
import { PlaceContext } from '../store/use-place'
import { RegionContext } from '../store/use-region'
import { Frame } from './frame'
import { ScreenBoundary } from './screen-boundary'
import { useShortcuts } from './use-shortcuts'

/** Everything on the page. */
export function App() {
  const [desk] = useState(() => {
    const database = new DeskDatabase()
    const keeper = new BackupKeeper(database, host)
    return new DeskSession(database, {
      beforeMigration: async (entry, format) => void (await keeper.keepClosed(entry, format)),
    })
  })
  const [commands] = useState(() => new CommandDesk())
  const [incoming] = useState(() => new IncomingFiles())
  useEffect(() => {
    void desk.start()
  }, [desk])
  useShortcuts(commands)
  return (
    <DeskContext value={desk}>
      <CommandContext value={commands}>
        <IncomingContext value={incoming}>
          <ScreenBoundary name="Quarterdeck">
            <Room />
          </ScreenBoundary>
        </IncomingContext>
      </CommandContext>
    </DeskContext>
  )
}

function Room() {
  const { phase, open } = useDeskStatus()
  if (open)
    return (
      <RegionContext value={open.store} key={open.store.database.name}>
        <PlaceContext value={open.places}>
          <Frame />
        </PlaceContext>
      </RegionContext>
    )
  if (phase === 'ready') return <StartScreen />
  return (
    <Center h="100vh">
      <Loader aria-label={phase === 'opening' ? 'Opening the region' : 'Starting'} />
    </Center>
  )
}
