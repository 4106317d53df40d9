/** Puts the application on the page. */
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { present } from '#shared/base/assert'
import { App } from './app/app'

/** The fresh nonce of this page, so that Mantine's own style elements pass the content security policy. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

createRoot(present(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <MantineProvider defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Notifications position="bottom-right" limit={3} />
      <App />
    </MantineProvider>
  </StrictMode>,
)
