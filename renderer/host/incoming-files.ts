/** Files that came from outside and wait to be imported: dropped on the window, or opened with the program. */
import { createContext, use, useSyncExternalStore } from 'react'
import { present } from '#shared/base/assert'
import type { OpenedFile } from '#shared/bridge/ipc'

/** The files that wait; the screen of imports takes them. */
export class IncomingFiles {
  private readonly listeners = new Set<() => void>()
  private current: readonly OpenedFile[] = []

  /** The files that wait; the same list until it changes. */
  get files(): readonly OpenedFile[] {
    return this.current
  }

  /** Hears of every change; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Adds files to those that wait. */
  add(files: readonly OpenedFile[]): void {
    if (files.length > 0) this.set([...this.current, ...files])
  }

  /** Hands all of them over; none wait afterwards. */
  take(): readonly OpenedFile[] {
    const files = this.current
    if (files.length > 0) this.set([])
    return files
  }

  private set(files: readonly OpenedFile[]): void {
    this.current = files
    for (const listener of [...this.listeners]) listener()
  }
}

/** The files that wait in this window, given by the application. */
export const IncomingContext = createContext<IncomingFiles | null>(null)

/** The files that wait, drawn again when some come: call `take()` in an effect to have them. */
export function useIncomingFiles(): IncomingFiles {
  const incoming = present(use(IncomingContext), 'the application gives the files')
  useSyncExternalStore(incoming.subscribe, () => incoming.files)
  return incoming
}
