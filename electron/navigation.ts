/** Keeps every page where it is: no navigation, no windows, no frames; links leave only through the user's hand. */
import type { WebContents } from 'electron'
import { isOutwardLink } from '#shared/bridge/check-call'

/** Confines a page to `home` and origins in development; `openLink` asks the user about an https link. */
export function confine(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'>,
  mayGo: (url: string) => boolean,
  openLink: (url: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isOutwardLink(url)) openLink(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', event => {
    if (!mayGo(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame || !mayGo(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
