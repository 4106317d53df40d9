/** Backups from the screen: saving one, choosing one to restore, and the copies kept before anything is deleted. */
import { fail, ok, type Result } from '#shared/base/result'
import { hostFailure, hostFailureText } from '#shared/bridge/host-failure'
import { host } from '../../host/bridge'
import { backupKind } from '../../store/backup-file'
import { BackupKeeper, fileStem } from '../../store/backup-keeper'
import { backupProblemText } from '../../store/backup-problem'
import type { DeskSession, OpenRegion } from '../../store/desk-session'
import { restoreAsNew, restoreInPlace } from '../../store/restore'
import { storeProblemText } from '../../store/store-problem'

/** What came of it: a sentence to show, or null where the user thought better of it. */
type Outcome = Result<string | null, string>

async function guarded(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    return fail(hostFailureText(hostFailure(error)))
  }
}

/** Saves a backup of the open region where the user says. */
export const saveBackup = (desk: DeskSession, open: OpenRegion): Promise<Outcome> =>
  guarded(async () => {
    const made = await new BackupKeeper(desk.desk, host).bytes(open.store, open.entry.name)
    if (!made.ok) return fail(storeProblemText(made.problem))
    const name = await host.saveFile(`${fileStem(open.entry.name)}.qdregion`, made.value, [backupKind])
    return ok(name && `Backed up as ${name}`)
  })

/** Restores bytes of a backup as a new region and opens it. */
export const restoreBytes = (desk: DeskSession, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> =>
  guarded(async () => {
    const restored = await restoreAsNew(desk.desk, bytes)
    if (!restored.ok) return fail(backupProblemText(restored.problem))
    await desk.open(restored.value.id)
    return ok(`Restored as “${restored.value.name}”`)
  })

/** Lets the user choose a backup file and restores it as a new region. */
export const restoreFromFile = (desk: DeskSession): Promise<Outcome> =>
  guarded(async () => {
    const [file] = await host.openFiles([backupKind])
    return file ? restoreBytes(desk, file.bytes) : ok(null)
  })

/** Restores a kept backup in the place of a region, after keeping a copy of it as it is. */
export const restoreKept = (desk: DeskSession, id: string, name: string): Promise<Outcome> =>
  guarded(async () => {
    const bytes = await host.readBackup(name)
    if (!bytes) return fail('This backup is no longer there. Choose another one.')
    const entry = desk.status.regions.find(each => each.id === id)
    if (!entry) return fail(storeProblemText({ code: 'noSuchRegion' }))
    await desk.close()
    await new BackupKeeper(desk.desk, host).keepClosed(entry)
    const restored = await restoreInPlace(desk.desk, id, bytes)
    await desk.refresh()
    await desk.open(id)
    return restored.ok ? ok(`“${entry.name}” is as it was then`) : fail(backupProblemText(restored.problem))
  })

/** Deletes a region after keeping a copy of it. */
export const deleteKeepingCopy = (desk: DeskSession, id: string): Promise<Outcome> =>
  guarded(async () => {
    const { open, regions } = desk.status
    const entry = regions.find(each => each.id === id)
    if (!entry) return ok(null)
    if (open?.entry.id === id) await desk.close()
    const copy = await new BackupKeeper(desk.desk, host).keepClosed(entry)
    await desk.remove(id)
    return ok(`“${entry.name}” is deleted; a copy is kept as ${copy}`)
  })
