/** A region is open for writing in one window at a time. */

const held = new Set<string>()

/** Takes the lock of a region; null where another window has it, else the way to give it back. */
export async function takeLock(name: string): Promise<(() => void) | null> {
  if (held.has(name)) return null
  held.add(name)
  const letGo = (): void => {
    held.delete(name)
  }
  // Without Web Locks (in tests under Node) there is only one window.
  const locks = 'navigator' in globalThis && 'locks' in navigator ? navigator.locks : null
  if (!locks) return letGo
  const release = await new Promise<(() => void) | null>(resolve => {
    void locks.request(name, { ifAvailable: true }, lock =>
      lock
        ? new Promise<void>(end =>
            resolve(() => {
              end()
            }),
          )
        : resolve(null),
    )
  })
  if (!release) {
    letGo()
    return null
  }
  return () => {
    release()
    letGo()
  }
}
