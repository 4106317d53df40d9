/** Where the user is in a region: a screen, its filters and its selection, with the way back and forward. */
import type { TableName } from '#shared/model/catalog'
import type { Json } from '#shared/model/field'

/** A selected record. */
export interface Selected {
  readonly table: TableName
  readonly id: string
}

/** A place: what the screen needs to look the same again. */
export interface Place {
  readonly screen: string
  /** What the screen remembers of itself: filters, the tab, the saved view; plain JSON by names of its own. */
  readonly filters: Readonly<Record<string, Json>>
  readonly selected: Selected | null
  /** The tab of the inspector. */
  readonly tab: string | null
  /** True where the selected record fills the screen. */
  readonly full: boolean
}

/** All places of a region as they are kept over a restart. */
export interface Trail {
  readonly back: readonly Place[]
  readonly here: Place
  readonly forward: readonly Place[]
}

const longest = 50

/** Where a region is first seen. */
export const home: Place = { screen: 'home', filters: {}, selected: null, tab: null, full: false }

/** A trail that begins at home. */
export const freshTrail: Trail = { back: [], here: home, forward: [] }

/** The user's way through a region; screens meet through it, never directly. */
export class PlaceStore {
  private readonly listeners = new Set<() => void>()

  constructor(
    private current: Trail,
    private readonly keep: (trail: Trail) => void,
  ) {}

  /** The trail; the same object until the user moves. */
  get trail(): Trail {
    return this.current
  }

  /** Hears of every move; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Goes to another place; what is not said starts fresh. */
  go(place: Partial<Place> & { readonly screen: string }): void {
    const { back, here } = this.current
    this.move({ back: [...back, here].slice(-longest), here: { ...home, ...place }, forward: [] })
  }

  /** Opens a record: beside the screen, or filling it. */
  open(selected: Selected, how: { readonly full?: boolean; readonly tab?: string } = {}): void {
    const { here } = this.current
    this.go({ ...here, selected, full: how.full ?? false, tab: how.tab ?? here.tab })
  }

  /** Selects a record, or none, without leaving a trace on the way back. */
  select(selected: Selected | null): void {
    const { here } = this.current
    if (here.selected?.table === selected?.table && here.selected?.id === selected?.id) return
    this.stay({ selected, full: selected ? here.full : false })
  }

  /** Remembers something of the screen: a filter, a sort order, an open tab. */
  setFilters(filters: Readonly<Record<string, Json>>): void {
    this.stay({ filters: { ...this.current.here.filters, ...filters } })
  }

  /** Shows a tab of the inspector. */
  showTab(tab: string): void {
    this.stay({ tab })
  }

  /** Goes back one place. */
  back(): void {
    const { back, here, forward } = this.current
    const last = back.at(-1)
    if (last) this.move({ back: back.slice(0, -1), here: last, forward: [here, ...forward] })
  }

  /** Goes forward one place. */
  forward(): void {
    const { back, here, forward } = this.current
    const next = forward[0]
    if (next) this.move({ back: [...back, here], here: next, forward: forward.slice(1) })
  }

  private stay(change: Partial<Place>): void {
    this.move({ ...this.current, here: { ...this.current.here, ...change } })
  }

  private move(trail: Trail): void {
    this.current = trail
    this.keep(trail)
    for (const listener of [...this.listeners]) listener()
  }
}

/** Reads a remembered trail; a damaged one begins at home. */
export function trailFrom(value: unknown): Trail {
  const trail = value as Trail | null
  const isPlace = (each: unknown): each is Place =>
    typeof each === 'object' && each !== null && typeof (each as Place).screen === 'string'
  if (!trail || !isPlace(trail.here) || !Array.isArray(trail.back) || !Array.isArray(trail.forward))
    return freshTrail
  const whole = (place: Place): Place => ({ ...home, ...place })
  return {
    back: trail.back.filter(isPlace).map(whole),
    here: whole(trail.here),
    forward: trail.forward.filter(isPlace).map(whole),
  }
}
