/** The one window: sandboxed, opened where it was, shown when it has something to show. */
import { BrowserWindow, screen } from 'electron'
import { keepState, readState, smallest } from './window-state'

/** How soon a window that is still saving is asked to close again, in milliseconds. */
const askAgain = 200

/** Opens the window with this preload script; its place is remembered at `statePath`. */
export function openWindow(preload: string, statePath: string): BrowserWindow {
  const state = readState(
    statePath,
    screen.getAllDisplays().map(display => display.workArea),
  )
  const window = new BrowserWindow({
    ...(state.bounds ?? { width: 1360, height: 860 }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Quarterdeck',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  window.on('close', () =>
    keepState(statePath, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  // While the page saves it holds its window; it is asked again until it lets go.
  window.webContents.on('will-prevent-unload', () => {
    setTimeout(() => {
      if (!window.isDestroyed()) window.close()
    }, askAgain)
  })
  return window
}

/** Brings the window before the user's eyes. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
