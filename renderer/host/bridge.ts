/** Who works beside the screen: the shell when it is there, the browser itself otherwise. */
import type { Host } from '#shared/bridge/ipc'
import { browserHost } from './browser-host'

declare global {
  interface Window {
    /** Put there by the shell's preload script. */
    readonly quarterdeckHost?: Host
  }
}

/** The host of this page. */
export const host: Host = window.quarterdeckHost ?? browserHost()

/** True on a Mac, where keys are named and placed otherwise. */
export const isMac: boolean = /^Mac/.test(navigator.platform)

/** Asks the browser not to clear away the data of this page when space is short; false when it will not promise. */
export async function askToKeepData(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    return false
  }
}
