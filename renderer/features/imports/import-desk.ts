/** The page's side of an import's worker: one worker as long as the wizard is open, ended with it. */
import { proxy, transfer, wrap, type Remote } from 'comlink'
import type { ChangeSet } from '#shared/region/change'
import type { OpenedFile } from '#shared/bridge/ipc'
import { now, today } from '../../store/clock'
import type { importApi } from './import-worker'

type Api = Remote<typeof importApi>
type Views = Awaited<ReturnType<Api['addFiles']>>

/** Records that cross from the worker at a time, so that the window can answer in between. */
const slice = 4000

/** One import being prepared in its worker. */
export class ImportDesk {
  private readonly worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  readonly api: Api = wrap(this.worker)
  private readonly begun: Promise<void>

  constructor(database: string) {
    this.begun = this.api.begin(database, today())
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

  /** Fetches the prepared change piece by piece; `onProgress` hears the share that has come. */
  async change(
    label: string,
    onProgress: (share: number) => void,
  ): Promise<{ change: ChangeSet; batch: string }> {
    const { batch, parts } = await this.api.prepare(label, now())
    const all = Math.max(
      1,
      parts.reduce((n, each) => n + each.added + each.changed, 0),
    )
    let come = 0
    const change: Record<string, { added: unknown[]; changed: unknown[]; removed: unknown[] }> = {}
    for (const { table, added, changed } of parts) {
      const one = (change[table] = { added: [] as unknown[], changed: [] as unknown[], removed: [] })
      for (const [kind, n] of [
        ['added', added],
        ['changed', changed],
      ] as const)
        for (let from = 0; from < n; from += slice) {
          const some = await this.api.part(table, kind, from, slice)
          for (const each of some) one[kind].push(each)
          onProgress((come += some.length) / all)
        }
    }
    return { change: change as unknown as ChangeSet, batch }
  }

  /** Ends the worker, whatever it is doing. */
  close(): void {
    this.worker.terminate()
  }
}
