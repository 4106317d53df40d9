/** Gives the keyboard back to where it was when a dialog that had it goes away. */
import { useEffect } from 'react'

/** What floats over the page: dialogs, menus and lists live in these. */
const floating = '[data-portal]'

/** Watches the page for as long as the calling part is there; once for the whole page is enough. */
export function useFocusReturn(): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    const remember = (event: FocusEvent): void => {
      const { target } = event
      if (target instanceof HTMLElement && !target.closest(floating)) last = target
    }
    const giveBack = (): void => {
      if (document.activeElement === document.body && last?.isConnected) last.focus({ preventScroll: true })
    }
    const watched = new WeakSet<Node>()
    const observer = new MutationObserver(() => {
      watch()
      giveBack()
    })
    const watch = (): void => {
      for (const room of document.querySelectorAll(floating))
        if (!watched.has(room)) {
          watched.add(room)
          observer.observe(room, { childList: true })
        }
    }
    observer.observe(document.body, { childList: true })
    watch()
    document.addEventListener('focusin', remember)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', remember)
    }
  }, [])
}
