/** Puts the application on the page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { present } from '#shared/base/assert'
import { App } from './app/app'
import { UiProvider } from './ui/theme/ui-provider'

createRoot(present(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <UiProvider>
      <App />
    </UiProvider>
  </StrictMode>,
)
