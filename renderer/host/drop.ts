/** Files dropped on the page, wherever they fall; a file that nobody takes must not replace the page. */
import type { OpenedFile } from '#shared/bridge/ipc'
import { readOpened } from './browser-files'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Hears files dropped on `target`. `onHover` is told when files begin and cease to hang over it; `onDrop` gets the
 * files read, and `onFailure` an error when some could not be (folders, say), with how many. Returns the way to stop.
 */
export function hearDrops(
  target: EventTarget,
  hear: {
    readonly onDrop: (files: readonly OpenedFile[]) => void
    readonly onHover?: (hovering: boolean) => void
    readonly onFailure?: (error: unknown, count: number) => void
  },
): () => void {
  // Entering a child leaves its parent, so entries are counted.
  let depth = 0
  const hover = (step: number) => {
    const was = depth > 0
    depth = Math.max(0, depth + step)
    if (was !== depth > 0) hear.onHover?.(depth > 0)
  }
  const handlers: Readonly<Record<string, (event: DragEvent) => void>> = {
    dragenter: () => hover(1),
    dragleave: () => hover(-1),
    dragover: event => event.preventDefault(),
    drop(event) {
      event.preventDefault()
      hover(-depth)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0)
        void Promise.allSettled(files.map(readOpened)).then(read => {
          const failed = read.find(each => each.status === 'rejected')
          const whole = read.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
          if (whole.length > 0) hear.onDrop(whole)
          if (failed) hear.onFailure?.(failed.reason, read.length - whole.length)
        })
    },
  }
  const heard = Object.entries(handlers).map(([name, handle]) => {
    const listener = (event: Event) => {
      if (event instanceof DragEvent && carriesFiles(event)) handle(event)
    }
    target.addEventListener(name, listener)
    return () => target.removeEventListener(name, listener)
  })
  return () => heard.forEach(stop => stop())
}
