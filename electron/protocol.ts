/** The page's own scheme: app://quarterdeck, whose name is the origin of all stored data and never changes. */
import type { Protocol } from 'electron'

/** The page's origin. */
export const origin = 'app://quarterdeck'

/** The page itself. */
export const pageUrl = `${origin}/index.html`

/** True for a URL of the page's own origin. */
export const isOurs = (url: string): boolean => url === origin || url.startsWith(`${origin}/`)

/** Makes app:// a standard, secure scheme; must run before the app is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // No corsEnabled: without it no other origin can read from this one.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}
