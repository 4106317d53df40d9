/** What the frame itself does when a command is given: moving about, undoing, showing and hiding its parts. */
import { useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { useLocalStorage } from '@mantine/hooks'
import { useEffect } from 'react'
import { useCommand, useCommands } from '../host/command-desk'
import { useDesk } from '../store/desk-session'
import { usePlaces } from '../store/use-place'
import { screens } from './screens'
import { useUndo } from '../records/use-undo'

/** Which parts of the frame are shown. */
interface FrameState {
  readonly narrow: boolean
  readonly inspector: boolean
}

/** Answers the frame's commands; returns what is shown. */
export function useFrameCommands(): FrameState {
  const places = usePlaces()
  const commands = useCommands()
  const desk = useDesk()
  const { undo, redo } = useUndo()
  const { toggleColorScheme } = useMantineColorScheme()
  const [narrow, setNarrow] = useLocalStorage({ key: 'quarterdeck.rail', defaultValue: false })
  const [inspector, setInspector] = useLocalStorage({ key: 'quarterdeck.inspector', defaultValue: true })
  useCommand('edit.undo', undo)
  useCommand('edit.redo', redo)
  useCommand('edit.history', () => places.go({ screen: 'history' }))
  useCommand('find.open', spotlight.open)
  useCommand('view.theme', toggleColorScheme)
  useCommand('view.rail', () => setNarrow(!narrow))
  useCommand('view.inspector', () => setInspector(!inspector))
  useCommand('go.back', () => places.back())
  useCommand('go.forward', () => places.forward())
  // A coaching page that is open answers before this and exports at once.
  useCommand('export.pack', () => places.go({ screen: 'coaching', filters: { wants: 'pack' } }))
  useCommand('region.close', () => {
    void desk.close()
  })
  useEffect(() => {
    const stops = screens.map(screen =>
      commands.answer(`go.${screen.id}`, () => places.go({ screen: screen.id })),
    )
    return () => stops.forEach(stop => stop())
  }, [commands, places])
  return { narrow, inspector }
}
