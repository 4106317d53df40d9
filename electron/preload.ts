/** Hands the page its host: one function per call and two ways to listen, over the context bridge and nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import { channels, notices, type Host, type OpenedFile } from '#shared/bridge/ipc'

const call =
  (channel: string) =>
  <R>(...args: unknown[]): Promise<R> =>
    ipcRenderer.invoke(channel, ...args) as Promise<R>

/** Listens on a channel and drops Electron's own event, which carries the sender. */
function listen(channel: string, hear: (payload: unknown) => void): () => void {
  const on = (_event: unknown, payload: unknown) => hear(payload)
  ipcRenderer.on(channel, on)
  return () => {
    ipcRenderer.off(channel, on)
  }
}

/** Who hears files given from outside: files are taken once, and every listener gets them. */
const fileListeners = new Set<(files: readonly OpenedFile[]) => void>()

async function takeFiles(): Promise<void> {
  // Without a listener they wait in the shell.
  if (fileListeners.size === 0) return
  const files = await call(channels.takeFiles)<readonly OpenedFile[]>()
  if (files.length > 0) for (const hear of fileListeners) hear(files)
}
listen(notices.files, () => void takeFiles())

const host: Host = {
  kind: 'shell',
  openFiles: call(channels.openFiles),
  takeFiles: call(channels.takeFiles),
  saveFile: call(channels.saveFile),
  revealFile: call(channels.revealFile),
  printToPdf: call(channels.printToPdf),
  writeBackup: call(channels.writeBackup),
  listBackups: call(channels.listBackups),
  readBackup: call(channels.readBackup),
  deleteBackup: call(channels.deleteBackup),
  log: call(channels.log),
  readLog: call(channels.readLog),
  openLink: call(channels.openLink),
  onCommand: listener =>
    listen(notices.command, id => {
      if (typeof id === 'string') listener(id)
    }),
  onFilesOpened(listener) {
    fileListeners.add(listener)
    void takeFiles()
    return () => {
      fileListeners.delete(listener)
    }
  },
}

contextBridge.exposeInMainWorld('quarterdeckHost', host)
