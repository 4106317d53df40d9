/** Who works beside the screen: the shell when it is there, the browser itself otherwise. */
import type { Host } from '#shared/bridge/ipc'

declare global {
  interface Window {
    /** Put there by the shell's preload script. */
    readonly quarterdeckHost?: Host
  }
}
