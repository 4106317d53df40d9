/** Backups as files of one folder: written whole, listed, read, dropped when there are newer ones enough. */
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { backupsToDrop, isBackupName } from '#shared/bridge/backup-name'
import { hostError } from '#shared/bridge/host-failure'
import type { Backup } from '#shared/bridge/ipc'
import { writeWhole } from './whole-file'

/** The backup services over one folder. */
export interface Backups {
  writeBackup(name: string, bytes: Uint8Array): Promise<void>
  listBackups(): Promise<readonly Backup[]>
  readBackup(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  deleteBackup(name: string): Promise<void>
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Makes the backup services over `folder`, which is made when the first backup is written. */
export function backupServices(folder: string): Backups {
  // Checked here as well as at the wall: these names become paths.
  const place = (name: string) => {
    if (!isBackupName(name)) throw hostError('refused')
    return join(folder, name)
  }
  async function list(): Promise<Backup[]> {
    let names: string[]
    try {
      names = await readdir(folder)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
    const found = await Promise.all(
      names.filter(isBackupName).map(async name => {
        const { size, mtimeMs, isFile } = await stat(join(folder, name)).then(one => ({
          size: one.size,
          mtimeMs: one.mtimeMs,
          isFile: one.isFile(),
        }))
        return isFile ? [{ name, size, at: Math.round(mtimeMs) }] : []
      }),
    )
    return found.flat().sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
  }
  return {
    async writeBackup(name, bytes) {
      const path = place(name)
      await mkdir(folder, { recursive: true })
      await writeWhole(path, bytes)
      for (const old of backupsToDrop(await list())) await rm(join(folder, old), { force: true })
    },
    listBackups: list,
    async readBackup(name) {
      try {
        return new Uint8Array(await readFile(place(name)))
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async deleteBackup(name) {
      await rm(place(name), { force: true })
    },
  }
}
