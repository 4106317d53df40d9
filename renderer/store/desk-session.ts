/** What this window has on its desk: the regions of this machine and the one that is open here. */
import { createContext, use, useSyncExternalStore } from 'react'
import { present } from '#shared/base/assert'
import type { Json } from '#shared/model/field'
import { now } from './clock'
import type { DeskDatabase } from './desk-database'
import { type RegionEntry } from './desk-database'
import { PlaceStore, trailFrom, type Trail } from './place'
import type { RegionStore } from './region-store'
import {
  createRegion,
  deleteRegion,
  listRegions,
  openRegion,
  placeKey,
  renameRegion,
  type Fill,
  type OpenOptions,
} from './regions'
import { problemOf, type StoreProblem } from './store-problem'
import { sweepUnfinished } from './unfinished'

/** The region that is open in this window. */
export interface OpenRegion {
  readonly entry: RegionEntry
  readonly store: RegionStore
  readonly places: PlaceStore
}

/** What the desk shows: a new object with every change. */
export interface DeskStatus {
  /** Loading until the desk has been read; opening while a region is. */
  readonly phase: 'loading' | 'ready' | 'opening'
  readonly regions: readonly RegionEntry[]
  readonly open: OpenRegion | null
  /** The region that is being opened, and the screen on which it will be seen once that is known. */
  readonly heading: { readonly name: string; readonly screen: string | null } | null
  readonly problem: StoreProblem | null
}

const lastOpen = 'last-open'

/** The desk of this window; one for the life of the page. */
export class DeskSession {
  private readonly listeners = new Set<() => void>()
  private current: DeskStatus = {
    phase: 'loading',
    regions: [],
    open: null,
    heading: null,
    problem: null,
  }

  constructor(
    readonly desk: DeskDatabase,
    private readonly options: OpenOptions = {},
  ) {}

  /** What the desk shows; the same object until something changes. */
  get status(): DeskStatus {
    return this.current
  }

  /** Hears of every change; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Reads the desk and opens the region that was open when the program ended. */
  async start(): Promise<void> {
    try {
      const [regions, id] = await Promise.all([listRegions(this.desk), this.desk.recall(lastOpen)])
      this.tell({ regions })
      if (typeof id === 'string' && this.current.regions.some(each => each.id === id)) await this.open(id)
      else this.tell({ phase: 'ready' })
    } catch (error) {
      this.tell({ phase: 'ready', problem: problemOf(error) })
    }
    // Nothing depends on it: what cannot be swept now is swept at another start.
    sweepUnfinished(this.desk).catch(() => [])
  }

  /** Opens a region in the place of the one that is open; true where it could be. */
  async open(id: string): Promise<boolean> {
    if (this.current.open?.entry.id === id) return true
    await this.close()
    const name = this.current.regions.find(each => each.id === id)?.name ?? this.current.heading?.name ?? ''
    this.tell({ phase: 'opening', heading: { name, screen: null }, problem: null })
    const readPlace = async (): Promise<Trail> => {
      const trail = trailFrom(await this.desk.recall(placeKey(id)))
      this.tell({ heading: { name, screen: trail.here.screen } })
      return trail
    }
    const [opened, trail] = await Promise.all([openRegion(this.desk, id, this.options), readPlace()])
    const regions = await listRegions(this.desk)
    const found = regions.find(each => each.id === id)
    if (!opened.ok || !found) {
      this.tell({ phase: 'ready', regions, problem: opened.ok ? { code: 'noSuchRegion' } : opened.problem })
      return false
    }
    const places = new PlaceStore(trail, next => {
      void this.desk.remember(placeKey(id), next as unknown as Json)
    })
    const entry = { ...found, openedAt: now() }
    const others = regions.filter(each => each !== found)
    const open = { entry, store: opened.value, places }
    this.tell({ phase: 'ready', regions: [entry, ...others], open, problem: null })
    // The screen does not wait for what only the next start needs to know.
    const { desk } = this
    await desk.transaction('rw', desk.regions, desk.notes, async () => {
      await desk.regions.update(id, { openedAt: entry.openedAt })
      await desk.remember(lastOpen, id)
    })
    return true
  }

  /** Makes a region, fills it where told and opens it; one that could not be filled is not kept. */
  async create(
    name: string,
    options: { readonly sample?: boolean; readonly fill?: Fill } = {},
  ): Promise<boolean> {
    await this.close()
    this.tell({ phase: 'opening', heading: { name, screen: null }, problem: null })
    const made = await createRegion(this.desk, name, options)
    if (made.ok) return this.open(made.value.id)
    this.tell({ phase: 'ready', problem: made.problem })
    return false
  }

  /** Closes the open region, when there is one. */
  async close(): Promise<void> {
    const { open } = this.current
    if (!open) return
    this.tell({ open: null })
    await open.store.close()
    await this.desk.notes.delete(lastOpen)
  }

  /** Gives a region another name. */
  async rename(id: string, name: string): Promise<void> {
    await renameRegion(this.desk, id, name)
    await this.refresh()
  }

  /** Deletes a region, closing it first; the caller has kept a copy. */
  async remove(id: string): Promise<void> {
    if (this.current.open?.entry.id === id) await this.close()
    await deleteRegion(this.desk, id)
    await this.refresh()
  }

  /** Reads the list of regions again. */
  async refresh(): Promise<void> {
    const regions = await listRegions(this.desk)
    const { open } = this.current
    const entry = open && regions.find(each => each.id === open.entry.id)
    this.tell({ regions, open: open && entry ? { ...open, entry } : open })
  }

  private tell(news: Partial<DeskStatus>): void {
    this.current = { ...this.current, ...news }
    for (const listener of [...this.listeners]) listener()
  }
}

/** The desk of this window, given by the application. */
export const DeskContext = createContext<DeskSession | null>(null)

/** The desk of this window. */
export const useDesk = (): DeskSession => present(use(DeskContext), 'the application gives the desk')

/** What the desk shows. */
export function useDeskStatus(): DeskStatus {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, () => desk.status)
}
