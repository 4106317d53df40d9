/** Where the window was: kept in a small file, and believed only when it fits a screen that is there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rectangle } from 'electron'

/** The window's place in pixels, and whether it filled the screen; a null place leaves it to the system. */
export interface WindowState {
  readonly bounds: Rectangle | null
  readonly maximized: boolean
}

/** How the window opens the first time. */
export const firstState: WindowState = { bounds: null, maximized: false }

/** The smallest window in which every screen can still be used. */
export const smallest = { width: 900, height: 600 } as const

const isPixels = (value: unknown): value is number => Number.isSafeInteger(value)

/** At least this much of the window must lie on one screen for it to be found by a hand. */
const onScreen = (bounds: Rectangle, screens: readonly Rectangle[]) =>
  screens.some(
    screen =>
      Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x) >= 200 &&
      Math.min(bounds.y + bounds.height, screen.y + screen.height) - Math.max(bounds.y, screen.y) >= 100,
  )

/** Reads a state from text, falling back to the first one where it is damaged or off every screen. */
export function parseState(text: string, screens: readonly Rectangle[]): WindowState {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return firstState
  }
  if (typeof read !== 'object' || read === null) return firstState
  const { bounds, maximized } = read as {
    bounds?: Partial<Record<keyof Rectangle, unknown>> | null
    maximized?: unknown
  }
  const { x, y, width, height } = bounds ?? {}
  const place =
    isPixels(x) && isPixels(y) && isPixels(width) && isPixels(height)
      ? { x, y, width: Math.max(width, smallest.width), height: Math.max(height, smallest.height) }
      : null
  return { bounds: place && onScreen(place, screens) ? place : null, maximized: maximized === true }
}

/** Reads the state kept at `path`; one that is not there is the first one. */
export function readState(path: string, screens: readonly Rectangle[]): WindowState {
  try {
    return parseState(readFileSync(path, 'utf8'), screens)
  } catch {
    return firstState
  }
}

/** Keeps the state at `path`; a place that cannot be written is no reason to hold up the window. */
export function keepState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, JSON.stringify(state))
  } catch {
    // Only where the window opens next time is lost.
  }
}
