/** Puts the application on the page. */
import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { present } from '#shared/base/assert'

/** The fresh nonce of this page, so that Mantine's own style elements pass the content security policy. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

createRoot(present(document.getElementById('root'), 'index.html has it')).render(
  <StrictMode>
    <MantineProvider defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <h1>Quarterdeck</h1>
    </MantineProvider>
  </StrictMode>,
)
