/** The system's dialogs: which files, where to, and whether to leave for a link. */
import { dialog, shell, type BrowserWindow } from 'electron'
import type { FileKind } from '#shared/bridge/ipc'
import type { FileDialogs } from './files'

const filters = (kinds: readonly FileKind[]) =>
  kinds.map(kind => ({ name: kind.title, extensions: [...kind.extensions] }))

/** File dialogs over `window`. */
export const fileDialogs = (window: BrowserWindow): FileDialogs => ({
  async open(kinds) {
    const answer = await dialog.showOpenDialog(window, {
      properties: ['openFile', 'multiSelections'],
      filters: filters(kinds),
    })
    return answer.canceled ? [] : answer.filePaths
  },
  async save(name, kinds) {
    const answer = await dialog.showSaveDialog(window, { defaultPath: name, filters: filters(kinds) })
    return answer.canceled || answer.filePath === '' ? null : answer.filePath
  },
  reveal: path => shell.showItemInFolder(path),
})

/** Asks the user about an https link and opens it in the system's browser; false when they decline. */
export async function askLink(window: BrowserWindow, url: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Open this link in your browser?',
    detail: url,
    buttons: ['Open', 'Stay here'],
    defaultId: 1,
    cancelId: 1,
  })
  if (response !== 0) return false
  await shell.openExternal(url)
  return true
}
