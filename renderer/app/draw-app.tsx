/** Puts the application on the page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { present } from '#shared/base/assert'
import type { DeskSession } from '../store/desk-session'
import { UiProvider } from '../ui/theme/ui-provider'
import { App } from './app'
import { screenOf } from './screens'

/** Draws the application around the desk of this window. */
export function drawApp(desk: DeskSession): void {
  const fetchScreen = (): void => {
    const { heading, open } = desk.status
    // Where it fails, the screen itself reports it when it is drawn.
    if (heading?.screen && !open)
      screenOf(heading.screen)
        ?.component.load()
        .catch(() => null)
  }
  desk.subscribe(fetchScreen)
  fetchScreen()
  createRoot(present(document.getElementById('root'), 'index.html has it')).render(
    <StrictMode>
      <UiProvider>
        <App desk={desk} />
      </UiProvider>
    </StrictMode>,
  )
}
