/** The host where there is no shell: the browser's pickers, downloads, private files and print dialog. */
import { backupsToDrop, isBackupName } from '#shared/bridge/backup-name'
import { hostError, hostFailure } from '#shared/bridge/host-failure'
import type { Backup, FileKind, Host, LogEntry, OpenedFile } from '#shared/bridge/ipc'
import { pickFiles, saveAs } from './browser-files'

const logKey = 'quarterdeck.log'
const longestLog = 200_000

/** The page's private folder of backups, made when first asked for. */
const backupFolder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true })

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError'

async function listBackups(): Promise<Backup[]> {
  const found: Backup[] = []
  for await (const handle of (await backupFolder()).values()) {
    if (handle.kind !== 'file' || !isBackupName(handle.name)) continue
    const { size, lastModified } = await handle.getFile()
    found.push({ name: handle.name, size, at: lastModified })
  }
  return found.sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
}

async function writeBackup(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const folder = await backupFolder()
  // What is written to the stream becomes the file when it is closed, and not before.
  const file = await (await folder.getFileHandle(name, { create: true })).createWritable()
  await file.write(bytes)
  await file.close()
  for (const old of backupsToDrop(await listBackups())) await folder.removeEntry(old)
}

async function readBackup(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const file = await (await (await backupFolder()).getFileHandle(name)).getFile()
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function deleteBackup(name: string): Promise<void> {
  try {
    await (await backupFolder()).removeEntry(name)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

const readLog = () => localStorage.getItem(logKey) ?? ''

function log({ level, text, detail }: LogEntry): void {
  const line = [new Date().toISOString(), level, JSON.stringify(text)]
  if (detail !== null) line.push(JSON.stringify(detail))
  try {
    localStorage.setItem(logKey, `${readLog()}${line.join(' ')}\n`.slice(-longestLog))
  } catch {
    // A full store must not take the page down with it.
  }
}

/** Lets every failure of a call be one of the failures that the shell has. */
function failing<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await call(...args)
    } catch (error) {
      throw hostError(hostFailure(error))
    }
  }
}

/** Makes the host over this browser. */
export const browserHost = (): Host => ({
  kind: 'browser',
  openFiles: failing<[readonly FileKind[]], readonly OpenedFile[]>(pickFiles),
  takeFiles: () => Promise.resolve([]),
  saveFile: failing(saveAs),
  revealFile: () => Promise.resolve(false),
  printToPdf() {
    window.print()
    return Promise.resolve(null)
  },
  writeBackup: failing(async (name, bytes) => {
    if (!isBackupName(name)) throw hostError('refused')
    await writeBackup(name, bytes)
  }),
  listBackups: failing(listBackups),
  readBackup: failing(readBackup),
  deleteBackup: failing(deleteBackup),
  log: entry => Promise.resolve(log(entry)),
  readLog: () => Promise.resolve(readLog()),
  openLink(url) {
    const wanted = window.confirm(`Open this link in a new tab?\n${url}`)
    if (wanted) window.open(url, '_blank', 'noopener,noreferrer')
    return Promise.resolve(wanted)
  },
  onCommand: () => () => {},
  onFilesOpened: () => () => {},
})
