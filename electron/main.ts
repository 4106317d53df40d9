/** Puts the shell together: one instance, one window, one scheme, and the few services that the page may call. */
import { app, ipcMain, Menu, protocol, session, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { pdfKinds } from '#shared/bridge/file-kinds'
import { notices, type Calls } from '#shared/bridge/ipc'
import { appFiles } from './app-files'
import { backupServices } from './backups'
import { askLink, fileDialogs } from './dialogs'
import { fileServices, type Files } from './files'
import { answerCalls } from './ipc'
import { openLog } from './log'
import { menuTemplate } from './menu'
import { confine } from './navigation'
import { isOurs, pageUrl, registerScheme } from './protocol'
import { closeSession } from './session-rules'
import { bringForward, openWindow } from './window'

const here = import.meta.dirname
const userData = app.getPath('userData')
const log = openLog(join(userData, 'logs'))

// A server for development may stand in for the built page, never in a packaged program.
const devUrl = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const devOrigins =
  devUrl === undefined ? [] : [new URL(devUrl).origin, new URL(devUrl).origin.replace(/^http/, 'ws')]
const isPage = (url: string) => isOurs(url) || devOrigins.some(origin => url.startsWith(`${origin}/`))

registerScheme(protocol)
// Nothing of Chromium's own may look for a network either; our own scheme needs no names resolved.
if (devUrl === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
for (const name of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
])
  app.commandLine.appendSwitch(name)

/** The window and its files, once there is one. */
let stage: { readonly window: BrowserWindow; readonly files: Files } | null = null
/** Paths that came before there was a window. */
const early: string[] = process.argv.slice(app.isPackaged ? 1 : 2)

function give(paths: readonly string[]): void {
  if (!stage) early.push(...paths)
  else if (stage.files.give(paths)) stage.window.webContents.send(notices.files)
}

function services(window: BrowserWindow, files: Files): Calls {
  return {
    openFiles: files.openFiles,
    takeFiles: files.takeFiles,
    saveFile: files.saveFile,
    revealFile: files.revealFile,
    printToPdf: async name =>
      files.saveFile(
        name,
        await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' }),
        pdfKinds,
      ),
    ...backupServices(join(userData, 'backups')),
    log: entry => Promise.resolve(log.add(entry)),
    readLog: () => Promise.resolve(log.read()),
    openLink: url => askLink(window, url),
  }
}

async function start(): Promise<void> {
  protocol.handle('app', appFiles(join(here, '../renderer')))
  await closeSession(session.defaultSession, devOrigins)
  const window = openWindow(join(here, '../preload/index.cjs'), join(userData, 'window.json'))
  const files = fileServices(fileDialogs(window))
  answerCalls(
    ipcMain,
    services(window, files),
    // Only the page's own top frame speaks; a frame within it would be somebody else.
    event =>
      event.sender === window.webContents &&
      event.senderFrame?.parent === null &&
      isPage(event.senderFrame.url),
    log.add,
  )
  confine(window.webContents, isPage, url => void askLink(window, url))
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(id => window.webContents.send(notices.command, id), process.platform === 'darwin'),
    ),
  )
  window.webContents.on('render-process-gone', (_event, details) => {
    log.add({ level: 'error', text: 'The page ended unexpectedly', detail: details.reason })
    window.reload()
  })
  window.on('closed', () => {
    stage = null
  })
  files.give(early.splice(0))
  stage = { window, files }
  await window.loadURL(devUrl ?? pageUrl)
}

if (!app.requestSingleInstanceLock()) app.quit()
else {
  process.on('uncaughtException', error =>
    log.add({ level: 'error', text: 'The shell met an error', detail: error.stack ?? error.message }),
  )
  // Windows and pages that appear by any other road are confined as the first one is.
  app.on('web-contents-created', (_event, contents) => confine(contents, isPage, () => {}))
  app.on('second-instance', (_event, argv) => {
    if (stage) bringForward(stage.window)
    give(argv.slice(app.isPackaged ? 1 : 2))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    give([path])
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
}
