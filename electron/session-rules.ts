/** What the page's session may do: reach its own scheme, copy, and keep its data. Nothing else, no network at all. */
import type { Session } from 'electron'
import { isOurs } from './protocol'

/** The permissions that our own origin has; every other is refused, and so is every other origin. */
const allowed: readonly string[] = ['clipboard-sanitized-write', 'persistent-storage']

/** True for what the page may load: its own files, and what it made itself. */
export const mayLoad = (url: string, extra: readonly string[]): boolean =>
  isOurs(url) ||
  url.startsWith('data:') ||
  url.startsWith('blob:app://quarterdeck/') ||
  extra.some(origin => url === origin || url.startsWith(`${origin}/`))

/** Closes the session; `extra` names further origins, for a development server only. */
export async function closeSession(
  session: Pick<
    Session,
    'webRequest' | 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setProxy'
  >,
  extra: readonly string[],
): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, extra) })
  })
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(allowed.includes(permission) && isOurs(contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (contents, permission) => allowed.includes(permission) && contents !== null && isOurs(contents.getURL()),
  )
  // What the two rules above never see, WebRTC over TCP above all, is sent to a proxy that is not there.
  if (extra.length === 0)
    await session.setProxy({
      mode: 'fixed_servers',
      proxyRules: 'socks5://127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    })
}
