/** Wraps the program in its look: styles, fonts, theme and the nonce that its style tags need under the policy. */
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@fontsource-variable/inter/wght.css'
import './tokens.css'
import { MantineProvider, type MantineColorScheme } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { useFocusReturn } from '../part/use-focus-return'
import { cssVariables, theme } from './theme'

/** Settings of `UiProvider`. */
interface UiProviderProps {
  readonly children: ReactNode
  /** The scheme when the user has not chosen one; follows the system unless given. */
  readonly colorScheme?: MantineColorScheme
}

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

/** The look around `children`; once, at the root. */
export function UiProvider({ children, colorScheme = 'auto' }: UiProviderProps) {
  useFocusReturn()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={colorScheme}
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-right" limit={3} />
      {children}
    </MantineProvider>
  )
}
