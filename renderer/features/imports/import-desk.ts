/** The page's side of an import's worker: one worker as long as the wizard is open, ended with it. */
import { proxy, transfer, wrap, type Remote } from 'comlink'
import type { Result } from '#shared/base/result'
import type { OpenedFile } from '#shared/bridge/ipc'
import { tableNames, type TableName } from '#shared/model/catalog'
import { today } from '../../store/clock'
import { versionsOf, type Versions } from '../../store/moved-since'
import type { RegionStore } from '../../store/region-store'
import type { StoreProblem } from '../../store/store-problem'
import type { Order, Written } from '../../store/write-beside'
import type { importApi } from './import-worker'

type Api = Remote<typeof importApi>
type Views = Awaited<ReturnType<Api['addFiles']>>

/** One import being prepared in its worker. */
export class ImportDesk {
  private readonly worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  readonly api: Api = wrap(this.worker)
  private readonly begun: Promise<void>
  private versions: Versions
  private finishing = 0
  private readonly waiting: (() => void)[] = []
  private closed = false

  constructor(private readonly store: RegionStore) {
    this.versions = versionsOf(store.region, tableNames)
    this.begun = this.api.begin(store.database.name, today())
  }

  /** Hands files over; their bytes are gone here afterwards. */
  async addFiles(
    files: readonly OpenedFile[],
    onProgress: (text: string, share: number) => void,
  ): Promise<Views> {
    await this.begun
    const given = files.map(({ name, bytes }) => ({ name, bytes }))
    return this.api.addFiles(
      transfer(
        given,
        given.map(each => each.bytes.buffer),
      ),
      proxy(onProgress),
    )
  }

  /** Works out what the import would do to the region as it is now. */
  async plan(...asked: Parameters<Api['plan']>): ReturnType<Api['plan']> {
    const moved = this.moved()
    if (moved.length > 0) {
      this.versions = versionsOf(this.store.region, tableNames)
      await this.api.catchUp(this.store.database.name, moved)
    }
    return this.api.plan(...asked)
  }

  /** Does work that is not given up half way: a worker closed meanwhile ends after it. */
  async finish<T>(work: () => Promise<T>): Promise<T> {
    const fall = new Promise<never>((_, stop) =>
      this.worker.addEventListener('error', event => stop(new Error(event.message || 'A worker failed'))),
    )
    this.finishing++
    try {
      return await Promise.race([work(), fall])
    } finally {
      this.finishing--
      if (this.finishing === 0) {
        for (const go of this.waiting.splice(0)) go()
        if (this.closed) this.worker.terminate()
      }
    }
  }

  /** Waits until nothing is being finished, for what can wait; false where the worker has ended by then. */
  async isFree(): Promise<boolean> {
    if (this.finishing > 0) await new Promise<void>(go => this.waiting.push(go))
    return !this.closed
  }

  /** Has the worker write the prepared change, as the store orders. */
  write(order: Order): Promise<Result<Written, StoreProblem>> {
    const moved = this.moved()
    return this.finish(async () => this.api.write(this.store.database.name, order, moved))
  }

  /** The tables that have changed since the worker read them. */
  private moved(): TableName[] {
    const { region } = this.store
    return [...this.versions].flatMap(([table, version]) =>
      region.table(table).version === version ? [] : [table],
    )
  }

  /** Ends the worker, whatever it is doing; what must be finished is finished first. */
  close(): void {
    this.closed = true
    if (this.finishing === 0) this.worker.terminate()
  }
}
