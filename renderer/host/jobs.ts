/** Work off the screen: jobs run in workers that are kept for the next one, tell their progress and can be cancelled. */
import { proxy, transfer, wrap, type Remote } from 'comlink'

/** What a job is given to talk to its worker with. */
export interface Job<P> {
  /** Hand this to the worker as an argument; what it is called with reaches `onProgress`. */
  readonly progress: (step: P) => void
  /** Moves a value to the worker with these buffers, which are empty here afterwards. */
  readonly give: <T>(value: T, buffers: readonly Transferable[]) => T
}

/** How a job is watched and stopped. */
interface JobOptions<P> {
  readonly onProgress?: (step: P) => void
  /** Aborting ends the worker at once; the job fails with the signal's reason. */
  readonly signal?: AbortSignal
}

/** A worker with the functions that it serves. */
interface Hand {
  readonly worker: Worker
  readonly api: unknown
}

interface Idle extends Hand {
  readonly end: ReturnType<typeof setTimeout>
}

/** An idle worker is kept this long, in milliseconds, so that a row of jobs starts once. */
const keptFor = 30_000
const idle = new Map<() => Worker, Idle[]>()
let running = 0
const waiting: (() => void)[] = []

/** As many jobs at once as there are cores beside the one for the screen, and two at least. */
const most = () => Math.max(2, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1)

async function turn(signal: AbortSignal | undefined): Promise<void> {
  if (running >= most())
    await new Promise<void>((go, stop) => {
      const mine = () => {
        signal?.removeEventListener('abort', leave)
        go()
      }
      const leave = () => {
        waiting.splice(waiting.indexOf(mine), 1)
        stop(reason(signal))
      }
      waiting.push(mine)
      signal?.addEventListener('abort', leave, { once: true })
    })
  else running++
}

/** Hands the place on to the next job that waits, or frees it. */
function leavePlace(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}

function take(makeWorker: () => Worker): Hand {
  const kept = idle.get(makeWorker)?.pop()
  if (kept) {
    clearTimeout(kept.end)
    return kept
  }
  const worker = makeWorker()
  return { worker, api: wrap(worker) }
}

function keep(makeWorker: () => Worker, { worker, api }: Hand): void {
  const others = () => (idle.get(makeWorker) ?? []).filter(one => one.worker !== worker)
  const end = setTimeout(() => {
    idle.set(makeWorker, others())
    worker.terminate()
  }, keptFor)
  idle.set(makeWorker, [...others(), { worker, api, end }])
}

const reason = (signal: AbortSignal | undefined): Error =>
  signal?.reason instanceof Error ? signal.reason : new DOMException('The job was cancelled', 'AbortError')

/**
 * Runs `call` against a worker that serves `Api` (see serve-jobs.ts) and returns what it returns. `makeWorker` must
 * be the same function each time: its workers are kept for its next job. Fails as the worker fails, when the worker
 * cannot be started, or with the reason of the signal; a worker that was ended or fell over is not used again.
 */
export async function runJob<Api, R, P = never>(
  makeWorker: () => Worker,
  call: (api: Remote<Api>, job: Job<P>) => Promise<R>,
  options: JobOptions<P> = {},
): Promise<R> {
  const { signal, onProgress } = options
  if (signal?.aborted) throw reason(signal)
  await turn(signal)
  // Takes off every listener of this job when it ends, so that a later abort cannot reach the worker's next job.
  const over = new AbortController()
  let hand: Hand | null = null
  try {
    if (signal?.aborted) throw reason(signal)
    const { worker, api } = (hand = take(makeWorker))
    const fall = new Promise<never>((_, stop) => {
      const end = (error: Error) => {
        hand = null
        worker.terminate()
        stop(error)
      }
      const until = { signal: over.signal }
      worker.addEventListener('error', event => end(new Error(event.message || 'A worker failed')), until)
      signal?.addEventListener('abort', () => end(reason(signal)), until)
    })
    const job: Job<P> = {
      progress: proxy((step: P) => {
        if (!over.signal.aborted && hand !== null) onProgress?.(step)
      }),
      give: (value, buffers) => transfer(value, [...buffers]),
    }
    return await Promise.race([call(api as Remote<Api>, job), fall])
  } finally {
    over.abort()
    if (hand) keep(makeWorker, hand)
    leavePlace()
  }
}

/** Ends all workers that wait for work. */
export function endIdleWorkers(): void {
  for (const kept of idle.values())
    for (const { worker, end } of kept) {
      clearTimeout(end)
      worker.terminate()
    }
  idle.clear()
}
