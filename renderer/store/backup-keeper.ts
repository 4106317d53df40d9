/** Backups that are kept on their own: daily, and before anything that could cost data. */
import { ok, type Result } from '#shared/base/result'
import { foldText } from '#shared/base/text'
import type { Calls } from '#shared/bridge/ipc'
import { writeBackupFile } from './backup-file'
import { now } from './clock'
import type { DeskDatabase, RegionEntry } from './desk-database'
import { RegionDatabase } from './region-database'
import type { RegionStore } from './region-store'
import type { StoreProblem } from './store-problem'
import { takePicture } from './take-picture'

/** What the keeper needs of the host. */
export type BackupHost = Pick<Calls, 'writeBackup' | 'saveFile'>

const day = 24 * 60 * 60 * 1000

/** The file name of a region: its name in plain letters. */
export const fileStem = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'region'

/** Keeps backups of regions with the host. */
export class BackupKeeper {
  constructor(
    private readonly desk: DeskDatabase,
    private readonly host: BackupHost,
  ) {}

  /** The bytes of a backup of an open region as it stands now; commits go on while it is made. */
  bytes(store: RegionStore, name: string): Promise<Result<Uint8Array<ArrayBuffer>, StoreProblem>> {
    return takePicture(store, picture => writeBackupFile(store.database, name, now(), { picture }))
  }

  /** Keeps a backup of an open region with the host. */
  async keep(store: RegionStore, entry: RegionEntry): Promise<Result<string, StoreProblem>> {
    const made = await this.bytes(store, entry.name)
    if (!made.ok) return made
    return ok(await this.write(entry, made.value))
  }

  /** Keeps a backup of a closed region, in the format that its database has, before it is changed or deleted. */
  async keepClosed(entry: RegionEntry, format?: number): Promise<string> {
    const database = new RegionDatabase(entry.database, format)
    await database.open()
    try {
      return await this.write(
        entry,
        await writeBackupFile(database, entry.name, now(), format === undefined ? {} : { format }),
      )
    } finally {
      database.close()
    }
  }

  /** Keeps the daily backup of an open region where the last one is older than a day and something was done. */
  async keepDaily(store: RegionStore, entry: RegionEntry): Promise<void> {
    const old = entry.backedUpAt === null || Date.parse(now()) - Date.parse(entry.backedUpAt) > day
    if (old && store.status.undo !== null) await this.keep(store, entry)
  }

  private async write(entry: RegionEntry, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const at = now()
    const name = `${fileStem(entry.name)}-${entry.id.slice(0, 8)}--${at.slice(0, 19).replace(/[-:]/g, '')}.qdregion`
    await this.host.writeBackup(name, bytes)
    await this.desk.regions.update(entry.id, { backedUpAt: at })
    return name
  }
}
