/** Long work of a region in a worker: one run at a time, seen from any screen, its result kept while the region is open. */
import { useSyncExternalStore } from 'react'
import type { Region } from '#shared/region/region'

/** Where a run stands. */
type JobState<R> =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number | null }
  | { readonly kind: 'done'; readonly result: R }
  | { readonly kind: 'failed'; readonly why: string }

/** The work: reports its steps and stops when told. */
export type Work<R> = (step: (at: { done: number; of: number }) => void, stop: AbortSignal) => Promise<R>

class JobDesk<R> {
  private state: JobState<R> = { kind: 'none' }
  private stop: AbortController | null = null
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): JobState<R> => this.state

  async start(work: Work<R>): Promise<void> {
    this.cancel()
    const stop = (this.stop = new AbortController())
    this.move({ kind: 'running', done: 0, of: null })
    try {
      const result = await work(at => {
        if (!stop.signal.aborted) this.move({ kind: 'running', ...at })
      }, stop.signal)
      if (!stop.signal.aborted) this.move({ kind: 'done', result })
    } catch (error) {
      if (!stop.signal.aborted)
        this.move({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  }

  readonly cancel = (): void => {
    if (this.state.kind !== 'running') return
    this.stop?.abort()
    this.move({ kind: 'none' })
  }

  private move(state: JobState<R>): void {
    this.state = state
    for (const listener of [...this.listeners]) listener()
  }
}

/** A kind of work with a desk for every region; made once, outside of components. */
export function jobKind<R>(): (region: Region) => {
  readonly state: JobState<R>
  readonly start: (work: Work<R>) => void
  readonly cancel: () => void
} {
  const desks = new WeakMap<Region, JobDesk<R>>()
  return function useJob(region) {
    let desk = desks.get(region)
    if (!desk) desks.set(region, (desk = new JobDesk<R>()))
    const known = desk
    const state = useSyncExternalStore(known.subscribe, known.snapshot)
    return { state, start: work => void known.start(work), cancel: known.cancel }
  }
}
