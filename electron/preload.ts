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
    const take = () =>
      void call(channels.takeFiles)<readonly OpenedFile[]>().then(files => {
        if (files.length > 0) listener(files)
      })
    take()
    return listen(notices.files, take)
  },
}

contextBridge.exposeInMainWorld('quarterdeckHost', host)
