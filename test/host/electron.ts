/**
 * Stands in for the module 'electron' in a plain Node process running the built main bundle.
 * Pages live in a real Chromium held by the test process (backend.ts), reached over process IPC.
 * Every member is checked against electron.d.ts; a member that main uses and this file lacks fails loudly.
 */
import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as E from 'electron'
import { deferred, rpc } from './rpc'

const argOf = (name: string) => process.argv.find(a => a.startsWith(`--${name}=`))?.slice(name.length + 3)
const userData = argOf('user-data-dir') ?? join(tmpdir(), 'qd-test')
const appPath = argOf('app-path') ?? process.cwd()
const pkg = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as {
  name: string
  productName?: string
  version: string
}
mkdirSync(userData, { recursive: true })

const unsupported = (what: string): never => {
  throw new Error(`electron test double: ${what} is not modelled`)
}
/** Any property main reads that the double lacks throws, instead of being undefined. */
const strict = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get: (t, k, r) =>
      k in t || typeof k === 'symbol' || k === 'then'
        ? (Reflect.get(t, k, r) as unknown)
        : unsupported(`${name}.${k}`),
  })
const emitter = <T extends object>(name: string, members: T): EventEmitter & T =>
  strict(name, Object.assign(new EventEmitter(), members))
const event = <P extends object>(params = {} as P) => {
  let prevented = false
  return {
    ...params,
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}

// ── app ──────────────────────────────────────────────────────────────────────
let readyNow = false
const ready = deferred<void>()
const paths: Record<string, string> = {
  userData,
  temp: tmpdir(),
  home: userData,
  documents: join(userData, 'Documents'),
  downloads: join(userData, 'Downloads'),
}
let quitting = false
const closing: Promise<unknown>[] = []
const lockPath =
  process.platform === 'win32' ? `\\\\.\\pipe\\${userData.replace(/\W/g, '-')}` : join(userData, 'lock.sock')

export const app = emitter('app', {
  name: pkg.productName ?? pkg.name,
  isPackaged: true,
  commandLine: strict('app.commandLine', {
    appendSwitch() {},
    hasSwitch: (n: string) => process.argv.includes(`--${n}`),
  } satisfies Partial<E.CommandLine>) as unknown as E.CommandLine,
  whenReady: () => ready.promise,
  isReady: () => readyNow,
  getVersion: () => pkg.version,
  getName: () => pkg.productName ?? pkg.name,
  getAppPath: () => appPath,
  getLocale: () => 'en-GB',
  getPath: name => paths[name] ?? unsupported(`app.getPath('${name}')`),
  setPath: (name, path) => {
    paths[name] = path
  },
  setAppUserModelId() {},
  disableHardwareAcceleration() {},
  enableSandbox() {},
  focus() {},
  requestSingleInstanceLock: () => lock(),
  releaseSingleInstanceLock() {},
  quit() {
    if (quitting) return
    const e = event()
    app.emit('before-quit', e)
    if (e.defaultPrevented) return
    for (const w of [...windows]) w.close()
    if (windows.size > 0) return
    const w = event()
    app.emit('will-quit', w)
    if (w.defaultPrevented) return
    quitting = true
    app.emit('quit', event(), 0)
    void Promise.allSettled(closing).then(() => process.exit(0))
  },
  exit: (code = 0) => process.exit(code),
} satisfies Partial<E.App>)

/** Synchronous, as Electron's is: a pid file decides, and a socket carries the second instance's argv to the first. */
function lock(): boolean {
  const pidFile = join(userData, 'lock.pid')
  const holder = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
  if (holder !== 0 && holder !== process.pid && alive(holder)) {
    closing.push(
      new Promise(done =>
        createConnection(lockPath)
          .on('close', done)
          .on('error', done)
          .end(JSON.stringify({ argv: process.argv, cwd: process.cwd() })),
      ),
    )
    return false
  }
  writeFileSync(pidFile, String(process.pid))
  rmSync(lockPath, { force: true })
  createServer({ allowHalfOpen: true }, c => {
    let text = ''
    c.on('data', d => {
      text += String(d)
    }).on('end', () => {
      c.end()
      const { argv, cwd } = JSON.parse(text) as { argv: string[]; cwd: string }
      app.emit('second-instance', event(), argv, cwd, null)
    })
  })
    .listen(lockPath)
    .unref()
  return true
}
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// ── protocol, session ────────────────────────────────────────────────────────
const schemes = new Map<string, (request: GlobalRequest) => Response | Promise<Response>>()
const privileged = new Set<string>()
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list) {
    if (readyNow) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const s of list) if (s.privileges?.standard && s.privileges.secure) privileged.add(s.scheme)
  },
  handle(scheme, handler) {
    if (!readyNow) throw new Error('protocol.handle before app is ready')
    if (schemes.has(scheme)) throw new Error(`scheme ${scheme} is already handled`)
    schemes.set(scheme, handler)
  },
  unhandle: scheme => {
    schemes.delete(scheme)
  },
  isProtocolHandled: scheme => schemes.has(scheme),
} satisfies Partial<E.Protocol>)

type BeforeRequest = (
  details: E.OnBeforeRequestListenerDetails,
  answer: (response: E.CallbackResponse) => void,
) => void
let onBeforeRequest: BeforeRequest | null = null
const webRequest = strict('session.webRequest', {
  onBeforeRequest(listener: BeforeRequest) {
    onBeforeRequest = listener
  },
})
let onRequest: Parameters<E.Session['setPermissionRequestHandler']>[0] = null
let onCheck: Parameters<E.Session['setPermissionCheckHandler']>[0] = null
const defaultSession = strict('session', {
  protocol: protocol as unknown as E.Protocol,
  webRequest: webRequest as unknown as E.WebRequest,
  setPermissionRequestHandler: h => {
    onRequest = h
  },
  setPermissionCheckHandler: h => {
    onCheck = h
  },
  async setProxy() {},
  setSpellCheckerEnabled() {},
  async clearCache() {},
} satisfies Partial<E.Session>)
export const session = strict('session', {
  defaultSession: defaultSession as unknown as E.Session,
} satisfies Partial<typeof E.session>)

// ── windows ──────────────────────────────────────────────────────────────────
const windows = new Set<BrowserWindow>()
let lastId = 0

class WebContents
  extends EventEmitter
  implements
    Pick<
      E.WebContents,
      | 'id'
      | 'getURL'
      | 'send'
      | 'printToPDF'
      | 'executeJavaScript'
      | 'setWindowOpenHandler'
      | 'openDevTools'
      | 'isDestroyed'
      | 'reload'
      | 'setZoomFactor'
      | 'setWebRTCIPHandlingPolicy'
    >
{
  url = ''
  openHandler: Parameters<E.WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' })
  constructor(
    readonly id: number,
    private readonly on_: Promise<unknown>,
  ) {
    super()
  }
  getURL() {
    return this.url
  }
  isDestroyed() {
    return !windows.has(byId(this.id)!)
  }
  send(channel: string, ...args: unknown[]) {
    void this.on_.then(() => call('send', this.id, channel, args))
  }
  async printToPDF(options: E.PrintToPDFOptions) {
    await this.on_
    return Buffer.from(await call<Uint8Array>('printToPDF', this.id, options))
  }
  async executeJavaScript(code: string) {
    await this.on_
    return call<unknown>('executeJavaScript', this.id, code)
  }
  setWindowOpenHandler(h: typeof this.openHandler) {
    this.openHandler = h
  }
  setWebRTCIPHandlingPolicy() {}
  setZoomFactor(f: number) {
    void call('setZoomFactor', this.id, f)
  }
  reload() {
    void call('reload', this.id)
  }
  openDevTools() {}
}

const byId = (id: number) => [...windows].find(w => w.id === id)

export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      E.BrowserWindow,
      | 'id'
      | 'webContents'
      | 'loadURL'
      | 'show'
      | 'focus'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isMinimized'
      | 'restore'
      | 'setTitle'
      | 'getTitle'
      | 'getBounds'
      | 'getNormalBounds'
      | 'isMaximized'
      | 'maximize'
      | 'reload'
      | 'setMenuBarVisibility'
      | 'setProgressBar'
    >
{
  static getAllWindows = () => [...windows] as unknown as E.BrowserWindow[]
  static getFocusedWindow = () => ([...windows].at(-1) as unknown as E.BrowserWindow) ?? null
  static fromWebContents = (c: E.WebContents) => (byId(c.id) as unknown as E.BrowserWindow) ?? null
  readonly id = ++lastId
  readonly webContents: E.WebContents
  private readonly opened: Promise<unknown>
  private visible: boolean
  private title: string
  private maximized = false
  constructor(private readonly options: E.BrowserWindowConstructorOptions = {}) {
    super()
    if (!readyNow) throw new Error('Cannot create BrowserWindow before app is ready')
    const p = options.webPreferences ?? {}
    if (p.nodeIntegration || p.contextIsolation === false || p.sandbox === false || p.webSecurity === false)
      unsupported('a window without sandbox, contextIsolation and webSecurity')
    const preload = p.preload ? { path: p.preload, source: readFileSync(p.preload, 'utf8') } : null
    this.visible = options.show !== false
    this.title = options.title ?? app.getName()
    this.opened = call('createWindow', this.id, {
      width: options.width ?? 800,
      height: options.height ?? 600,
      preload,
    })
    this.webContents = new WebContents(this.id, this.opened) as unknown as E.WebContents
    windows.add(this)
    app.emit('web-contents-created', event(), this.webContents)
    app.emit('browser-window-created', event(), this)
  }
  async loadURL(url: string) {
    await this.opened
    const c = this.webContents as unknown as WebContents
    c.url = url
    await call('loadURL', this.id, url)
    this.emit('ready-to-show')
    c.emit('did-finish-load')
  }
  show() {
    this.visible = true
    this.emit('show')
  }
  focus() {
    this.emit('focus')
    void call('focus', this.id)
  }
  isVisible() {
    return this.visible
  }
  isMinimized() {
    return false
  }
  restore() {}
  setTitle(t: string) {
    this.title = t
  }
  getTitle() {
    return this.title
  }
  isMaximized() {
    return this.maximized
  }
  maximize() {
    this.maximized = true
    this.emit('maximize')
  }
  reload() {
    this.webContents.reload()
  }
  getNormalBounds() {
    return this.getBounds()
  }
  getBounds() {
    return {
      x: this.options.x ?? 0,
      y: this.options.y ?? 0,
      width: this.options.width ?? 800,
      height: this.options.height ?? 600,
    }
  }
  setMenuBarVisibility() {}
  setProgressBar() {}
  isDestroyed() {
    return !windows.has(this)
  }
  close() {
    const e = event()
    this.emit('close', e)
    if (!e.defaultPrevented) this.destroy()
  }
  destroy() {
    if (!windows.delete(this)) return
    closing.push(call('closeWindow', this.id))
    this.emit('closed')
    if (windows.size === 0) {
      if (app.listenerCount('window-all-closed')) app.emit('window-all-closed')
      else app.quit()
    }
  }
}

// ── ipcMain ──────────────────────────────────────────────────────────────────
type Invoke = Parameters<E.IpcMain['handle']>[1]
const invokes = new Map<string, Invoke>()
export const ipcMain = emitter('ipcMain', {
  handle(channel: string, listener: Invoke) {
    if (invokes.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    invokes.set(channel, listener)
  },
  removeHandler: (channel: string) => {
    invokes.delete(channel)
  },
} satisfies Partial<E.IpcMain>)
const ipcEvent = (id: number, frameUrl: string) => {
  const sender = byId(id)?.webContents
  return {
    type: 'frame',
    sender,
    processId: 0,
    frameId: 0,
    senderFrame: { url: frameUrl, origin: new URL(frameUrl).origin, parent: null },
  } as unknown as E.IpcMainInvokeEvent & E.IpcMainEvent
}

// ── dialogs, menus, shell and the rest ───────────────────────────────────────
const noDialog = (name: string) => (): never => unsupported(`dialog.${name} (the test must replace it)`)
export const dialog = strict('dialog', {
  showOpenDialog: noDialog('showOpenDialog'),
  showSaveDialog: noDialog('showSaveDialog'),
  showMessageBox: noDialog('showMessageBox'),
  showErrorBox: (title, content) => {
    console.error(`[showErrorBox] ${title}: ${content}`)
  },
} satisfies Partial<E.Dialog>)

export class MenuItem {
  submenu: Menu | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  id: string
  role: E.MenuItemConstructorOptions['role']
  type: E.MenuItem['type']
  accelerator: string | undefined
  click: () => void
  constructor(o: E.MenuItemConstructorOptions) {
    this.label = o.label ?? o.role ?? ''
    this.enabled = o.enabled ?? true
    this.visible = o.visible ?? true
    this.checked = o.checked ?? false
    this.id = o.id ?? ''
    this.role = o.role
    this.type = o.type ?? (o.submenu ? 'submenu' : 'normal')
    this.accelerator = o.accelerator
    this.submenu = o.submenu
      ? (Menu.buildFromTemplate(o.submenu as E.MenuItemConstructorOptions[]) as unknown as Menu)
      : undefined
    this.click = () => {
      if (!this.enabled) return
      if (this.type === 'checkbox') this.checked = !this.checked
      if (o.click)
        o.click(this as unknown as E.MenuItem, BrowserWindow.getFocusedWindow() ?? undefined, {
          triggeredByAccelerator: false,
        })
      else if (this.role === 'quit') app.quit()
      else if (this.role === 'close') BrowserWindow.getFocusedWindow()?.close()
      else if (this.role) unsupported(`menu role '${this.role}'`)
    }
  }
}
export class Menu {
  static current: Menu | null = null
  items: MenuItem[] = []
  static buildFromTemplate(t: E.MenuItemConstructorOptions[]) {
    const m = new Menu()
    m.items = t.map(o => new MenuItem(o))
    return m as unknown as E.Menu
  }
  static setApplicationMenu(m: E.Menu | null) {
    Menu.current = m as unknown as Menu
  }
  static getApplicationMenu() {
    return Menu.current as unknown as E.Menu | null
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const i of this.items) {
      if (i.id === id) return i
      const d = i.submenu?.getMenuItemById(id)
      if (d) return d
    }
    return null
  }
}
export const shell = strict('shell', {
  openExternal: async url => {
    await call('record', 'shell.openExternal', url)
  },
  showItemInFolder: path => {
    void call('record', 'shell.showItemInFolder', path)
  },
  openPath: async path => {
    await call('record', 'shell.openPath', path)
    return ''
  },
} satisfies Partial<E.Shell>)
export const nativeTheme = emitter('nativeTheme', {
  shouldUseDarkColors: false,
  themeSource: 'system' as E.NativeTheme['themeSource'],
} satisfies Partial<E.NativeTheme>)
export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: () => true,
  encryptString: s => Buffer.from(`test:${s}`),
  decryptString: b => b.toString().slice(5),
} satisfies Partial<E.SafeStorage>)

export const screen = emitter('screen', {
  getAllDisplays: () =>
    [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] as unknown as E.Display[],
} satisfies Partial<E.Screen>)

const everything = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
}

// ── the link to the test process ─────────────────────────────────────────────
const call = rpc(
  {
    send: m => {
      if (process.connected) process.send!(m, undefined, undefined, () => {})
    },
    onMessage: l => process.on('message', l),
  },
  {
    async request(url: string, method: string, headers: [string, string][]) {
      const scheme = new URL(url).protocol.slice(0, -1)
      const handler = schemes.get(scheme)
      if (!handler || !privileged.has(scheme)) return { status: 599, headers: [], body: new Uint8Array() }
      const r = await handler(new Request(url, { method, headers }))
      return { status: r.status, headers: [...r.headers], body: new Uint8Array(await r.arrayBuffer()) }
    },
    async invoke(id: number, frameUrl: string, channel: string, args: unknown[]) {
      const h = invokes.get(channel)
      try {
        if (!h) throw new Error(`No handler registered for '${channel}'`)
        return (await h(ipcEvent(id, frameUrl), ...args)) as unknown
      } catch (e) {
        throw new Error(
          `Error invoking remote method '${channel}': ${e instanceof Error ? `${e.name}: ${e.message}` : String(e)}`,
          { cause: e },
        )
      }
    },
    ipcSend(id: number, frameUrl: string, channel: string, args: unknown[]) {
      ipcMain.emit(channel, ipcEvent(id, frameUrl), ...args)
    },
    beforeRequest(id: number, url: string, resourceType: string) {
      const rule = onBeforeRequest
      if (!rule) return true
      const details = {
        url,
        resourceType,
        webContentsId: id,
        method: 'GET',
      } as E.OnBeforeRequestListenerDetails
      return new Promise<boolean>(done => rule(details, answer => done(answer.cancel !== true)))
    },
    windowOpen(id: number, url: string) {
      return (
        (byId(id)?.webContents as unknown as WebContents | undefined)?.openHandler({
          url,
          frameName: '',
          features: '',
          disposition: 'foreground-tab',
          referrer: { url: '', policy: 'default' },
        }).action ?? 'deny'
      )
    },
    willNavigate(id: number, url: string) {
      const e = event({ url, isMainFrame: true, isSameDocument: false })
      byId(id)?.webContents.emit('will-navigate', e, url, false, true, 0, 0)
      return !e.defaultPrevented
    },
    permission(id: number, permission: string) {
      const contents = byId(id)!.webContents
      if (onCheck && !onCheck(contents, permission as never, '', { isMainFrame: true })) return false
      if (!onRequest) return true
      return new Promise<boolean>(done =>
        onRequest!(contents, permission as never, done, { isMainFrame: true } as never),
      )
    },
    evaluate(source: string, arg: unknown) {
      return (new Function(`return (${source})`)() as (e: unknown, a: unknown) => unknown)(everything, arg)
    },
    preloadError(id: number, message: string) {
      byId(id)?.webContents.emit('preload-error', event() as never, '', new Error(message))
    },
    closeByUser(id: number) {
      byId(id)?.close()
    },
    quit() {
      app.quit()
    },
  },
)
process.on('disconnect', () => process.exit(0))

setImmediate(() => {
  void call('hello').then(() => {
    readyNow = true
    app.emit('will-finish-launching')
    ready.resolve()
    app.emit('ready', event(), {})
  })
})
