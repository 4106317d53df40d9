/** Jobs in workers: results, progress, transfer, cancel, and a worker that falls over. */
import { expose } from 'comlink'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { endIdleWorkers, runJob } from '../../../renderer/host/jobs'

/** What the workers of this test serve. */
const api = {
  add: (a: number, b: number) => a + b,
  async count(to: number, progress: (step: number) => unknown) {
    for (let i = 1; i <= to; i++) await progress(i)
    return to
  },
  size: (bytes: Uint8Array) => bytes.byteLength,
  fail: () => {
    throw new Error('row 7 cannot be read')
  },
  never: () => new Promise<number>(() => {}),
}
type Api = typeof api

/** Stands in for a Worker, which Node does not have: the same messages over a channel of its own. */
class ChannelWorker extends EventTarget {
  static made = 0
  static ended = 0
  private readonly channel = new MessageChannel()
  constructor() {
    super()
    ChannelWorker.made++
    expose(api, this.channel.port2)
    this.channel.port2.start()
    this.channel.port1.start()
    this.channel.port1.addEventListener('message', event =>
      this.dispatchEvent(
        new MessageEvent('message', { data: event.data as unknown, ports: [...event.ports] }),
      ),
    )
  }
  postMessage(message: unknown, transfer: Transferable[] = []) {
    this.channel.port1.postMessage(message, transfer)
  }
  terminate() {
    ChannelWorker.ended++
    this.channel.port1.close()
  }
}
const makeWorker = () => new ChannelWorker() as unknown as Worker

afterEach(() => {
  endIdleWorkers()
  ChannelWorker.made = ChannelWorker.ended = 0
})

describe('a job', () => {
  test('returns what the worker returns, and the worker is kept for the next', async () => {
    expect(await runJob<Api, number>(makeWorker, worker => worker.add(1, 2))).toBe(3)
    expect(await runJob<Api, number>(makeWorker, worker => worker.add(3, 4))).toBe(7)
    expect(ChannelWorker.made).toBe(1)
  })

  test('tells its progress in order', async () => {
    const steps: number[] = []
    await runJob<Api, number, number>(makeWorker, (worker, job) => worker.count(4, job.progress), {
      onProgress: step => steps.push(step),
    })
    expect(steps).toEqual([1, 2, 3, 4])
  })

  test('hands bytes over, which are gone here afterwards', async () => {
    const bytes = new Uint8Array(1000)
    const size = await runJob<Api, number>(makeWorker, (worker, job) =>
      worker.size(job.give(bytes, [bytes.buffer])),
    )
    expect(size).toBe(1000)
    expect(bytes.byteLength).toBe(0)
  })

  test('fails as the worker fails, which is kept', async () => {
    await expect(runJob<Api, never>(makeWorker, worker => worker.fail())).rejects.toThrow(
      'row 7 cannot be read',
    )
    expect(await runJob<Api, number>(makeWorker, worker => worker.add(1, 1))).toBe(2)
    expect(ChannelWorker.made).toBe(1)
  })

  test('is cancelled at once by ending its worker', async () => {
    const stop = new AbortController()
    const job = runJob<Api, number>(makeWorker, worker => worker.never(), { signal: stop.signal })
    await vi.waitFor(() => expect(ChannelWorker.made).toBe(1))
    stop.abort()
    await expect(job).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(ChannelWorker.ended).toBe(1)
    expect(await runJob<Api, number>(makeWorker, worker => worker.add(1, 1))).toBe(2)
    expect(ChannelWorker.made).toBe(2)
  })

  test('that is over cannot be reached by a late cancel', async () => {
    const stop = new AbortController()
    await runJob<Api, number>(makeWorker, worker => worker.add(1, 1), { signal: stop.signal })
    stop.abort()
    expect(ChannelWorker.ended).toBe(0)
  })

  test('that is cancelled before it begins starts no worker', async () => {
    await expect(
      runJob<Api, number>(makeWorker, worker => worker.add(1, 1), { signal: AbortSignal.abort() }),
    ).rejects.toThrow()
    expect(ChannelWorker.made).toBe(0)
  })

  test('fails when its worker falls over, which is not used again', async () => {
    let worker: Worker | null = null
    const job = runJob<Api, number>(
      () => (worker = makeWorker()),
      api => api.never(),
    )
    await Promise.resolve()
    ;(worker as Worker | null)?.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }))
    await expect(job).rejects.toThrow('out of memory')
    expect(ChannelWorker.ended).toBe(1)
  })

  test('waits when as many run as there are cores for', async () => {
    const stop = new AbortController()
    const most = Math.max(2, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1)
    const busy = Array.from({ length: most }, () =>
      runJob<Api, number>(makeWorker, worker => worker.never(), { signal: stop.signal }),
    )
    const late = runJob<Api, number>(makeWorker, worker => worker.add(2, 3))
    const gone = new AbortController()
    const leaver = runJob<Api, number>(makeWorker, worker => worker.add(0, 0), { signal: gone.signal })
    await vi.waitFor(() => expect(ChannelWorker.made).toBe(most))
    gone.abort()
    await expect(leaver).rejects.toThrow()
    expect(ChannelWorker.made).toBe(most)
    stop.abort()
    await Promise.allSettled(busy)
    expect(await late).toBe(5)
  })
})
