/** Long work in short stretches, so that the window goes on answering. */

/** Longest stretch of work without a pause, in milliseconds. */
export const stretch = 12

/** Lets the window answer what waits. */
export const pause = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Runs a generator to its end, pausing whenever it has worked for some milliseconds; returns its value. */
export async function breathe<T>(steps: Generator<unknown, T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < stretch) continue
    await pause()
    since = performance.now()
  }
}
