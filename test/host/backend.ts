/** The test-process half of the desktop test host: starts out/main under Node and gives it windows in a real Chromium. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, CDPSession, Page, Route } from '@playwright/test'
import { bridge } from './inject'
import { deferred, rpc } from './rpc'

const SUFFIX = '.app.test' // app://host/x is served as https://host.app.test/x: a secure context with a stable origin
export const toPage = (url: string) => url.replace(/^app:\/\/([^/]+)/, `https://$1${SUFFIX}`)
export const toApp = (url: string) =>
  url.replace(new RegExp(`^https://([^/]+)${SUFFIX.replaceAll('.', '\\.')}`), 'app://$1')

const permissions = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
}

type Answer = { status: number; headers: [string, string][]; body: Uint8Array }
export interface Host {
  firstWindow(): Promise<Page>
  evaluate<R>(source: string, arg: unknown): Promise<R>
  records: { what: string; value: unknown }[]
  /** What the session's rules kept from leaving. */
  refused: readonly string[]
  exited: Promise<number | null>
  quit(): Promise<void>
}

export async function startHost(
  context: BrowserContext,
  o: { main: string; double: string; userDataDir: string; appPath: string; args?: string[] },
): Promise<Host> {
  const pages = new Map<number, { page: Page; cdp: CDPSession; world: number | null }>()
  const first = deferred<Page>()
  const records: Host['records'] = []
  const refused: string[] = []
  const child = fork(
    o.main,
    [`--user-data-dir=${o.userDataDir}`, `--app-path=${o.appPath}`, ...(o.args ?? [])],
    {
      execArgv: ['--import', new URL('./register.mjs', import.meta.url).href],
      env: { ...process.env, QD_ELECTRON_DOUBLE: o.double, NODE_OPTIONS: '' },
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  )
  const exited = new Promise<number | null>(done =>
    child.on('exit', code => {
      first.reject(new Error(`main exited with ${code}`))
      done(code)
    }),
  )
  first.promise.catch(() => {})

  const serve = async (route: Route) => {
    const r = route.request()
    const a = await call<Answer>('request', toApp(r.url()), r.method(), Object.entries(r.headers()))
    await route.fulfill({
      status: a.status,
      headers: Object.fromEntries(a.headers.map(([k, v]) => [k, toPage(v)])),
      body: Buffer.from(a.body),
    })
  }
  const at = (id: number) =>
    pages.get(id) ??
    (() => {
      throw new Error(`no window ${id}`)
    })()
  const deliver = async (id: number, m: object) => {
    const w = at(id)
    if (w.world !== null)
      await w.cdp.send('Runtime.callFunctionOn', {
        functionDeclaration: 'function (s) { qdDeliver(s) }',
        executionContextId: w.world,
        arguments: [{ value: JSON.stringify(m) }],
      })
  }

  const call = rpc(
    {
      send: m => {
        if (child.connected) child.send(m as never, () => {})
      },
      onMessage: l => child.on('message', l),
    },
    {
      async hello() {
        await context.route(u => u.hostname.endsWith(SUFFIX), serve)
      },
      async createWindow(
        id: number,
        w: { width: number; height: number; preload: { path: string; source: string } | null },
      ) {
        const page = await context.newPage()
        await page.setViewportSize({ width: w.width, height: w.height })
        const cdp = await context.newCDPSession(page)
        const entry = { page, cdp, world: null as number | null }
        pages.set(id, entry)
        cdp.on('Runtime.executionContextCreated', ({ context: c }) => {
          const aux = c.auxData as { frameId?: string } | undefined
          if (c.name === 'qd-preload' && aux?.frameId === mainFrame) entry.world = c.id
        })
        cdp.on('Runtime.executionContextsCleared', () => {
          entry.world = null
        })
        cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
          const m = JSON.parse(payload) as {
            t: 'invoke' | 'send' | 'preloadError'
            id: number
            channel: string
            args: unknown
            url: string
            message: string
          }
          if (m.t === 'preloadError') {
            console.error(m.message)
            void call('preloadError', id, m.message)
            return
          }
          const args = decode(m.args) as unknown[]
          if (m.t === 'send') {
            void call('ipcSend', id, toApp(m.url), m.channel, args)
            return
          }
          const reply = (r: object) => {
            if (entry.world === executionContextId) void deliver(id, { t: 'reply', id: m.id, ...r })
          }
          call('invoke', id, toApp(m.url), m.channel, args).then(
            v => reply({ ok: true, v: encode(v) }),
            (e: Error) => reply({ ok: false, v: e.message }),
          )
        })
        const mainFrame = (await cdp.send('Page.getFrameTree')).frameTree.frame.id
        await cdp.send('Page.enable')
        await cdp.send('Runtime.enable')
        await cdp.send('Runtime.addBinding', { name: 'qdBinding', executionContextName: 'qd-preload' })
        const inject = (role: string) =>
          `(${bridge.toString()})(${JSON.stringify(role)}, ${JSON.stringify(w.preload)})`
        await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: inject('main') })
        if (w.preload)
          await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
            source: inject('preload'),
            worldName: 'qd-preload',
          })
        const arrived: Page[] = []
        const awaited: ((popup: Page) => void)[] = []
        page.on('popup', popup => {
          const take = awaited.shift()
          if (take) take(popup)
          else arrived.push(popup)
        })
        const nextPopup = () =>
          new Promise<Page>(take => {
            const popup = arrived.shift()
            if (popup) take(popup)
            else awaited.push(take)
          })
        cdp.on('Page.windowOpen', ({ url }) => {
          // Chromium has opened the window by now; Electron would not have, so a denied one is closed again.
          const popup = nextPopup()
          void call<string>('windowOpen', id, toApp(url))
            .then(async a => {
              if (a === 'deny') await (await popup).close()
            })
            .catch(() => {})
        })
        page.on('close', () => {
          if (pages.delete(id)) void call('closeByUser', id)
        })
        await page.route('**', async route => {
          const r = route.request()
          const url = toApp(r.url())
          // As in Electron: first the page is asked whether it may go, then the session whether it may load.
          if (
            r.isNavigationRequest() &&
            r.frame() === page.mainFrame() &&
            page.url() !== 'about:blank' &&
            !(await call<boolean>('willNavigate', id, url))
          )
            return route.abort('aborted')
          if (!(await call<boolean>('beforeRequest', id, url, r.resourceType()))) {
            refused.push(url)
            return route.abort('blockedbyclient')
          }
          return route.fallback()
        })
        first.resolve(page)
      },
      async loadURL(id: number, url: string) {
        // What the app's permission handlers would allow is asked once, up front; everything else is denied.
        const granted = []
        for (const [electron, playwright] of Object.entries(permissions))
          if (await call<boolean>('permission', id, electron)) granted.push(playwright)
        await context.grantPermissions(granted, { origin: new URL(toPage(url)).origin })
        await at(id).page.goto(toPage(url))
      },
      async reload(id: number) {
        await at(id).page.reload()
      },
      focus: (id: number) => at(id).page.bringToFront(),
      async closeWindow(id: number) {
        const w = pages.get(id)
        pages.delete(id)
        await w?.page.close()
      },
      send: (id: number, channel: string, args: unknown[]) =>
        deliver(id, { t: 'send', channel, args: encode(args) }),
      executeJavaScript: (id: number, code: string) => at(id).page.evaluate(code),
      async setZoomFactor() {},
      async printToPDF(id: number, p: Electron.PrintToPDFOptions) {
        const r = await at(id).cdp.send('Page.printToPDF', {
          printBackground: p.printBackground ?? false,
          landscape: p.landscape ?? false,
          preferCSSPageSize: p.preferCSSPageSize ?? false,
          ...(p.pageSize === 'A4' ? { paperWidth: 8.27, paperHeight: 11.7 } : {}),
        })
        return new Uint8Array(Buffer.from(r.data, 'base64'))
      },
      record: (what: string, value: unknown) => {
        records.push({ what, value })
      },
    },
  )

  return {
    firstWindow: () => first.promise,
    evaluate: (source, arg) => call('evaluate', source, arg),
    records,
    refused,
    exited,
    async quit() {
      if (child.connected) void call('quit').catch(() => {})
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await exited
      clearTimeout(late)
      await context.unroute(() => true).catch(() => {})
    },
  }
}

/** The Node half of inject.ts's codec. */
function encode(v: unknown): unknown {
  if (typeof v === 'function' || typeof v === 'symbol') throw new Error('An object could not be cloned.')
  if (v === undefined) return { $: 'u' }
  if (typeof v === 'bigint') return { $: 'n', v: String(v) }
  if (typeof v === 'number' && !Number.isFinite(v)) return { $: 'x', v: String(v) }
  if (v instanceof ArrayBuffer) return { $: 'b', v: Buffer.from(v).toString('base64'), k: 'ArrayBuffer' }
  if (ArrayBuffer.isView(v))
    return {
      $: 'b',
      v: Buffer.from(v.buffer, v.byteOffset, v.byteLength).toString('base64'),
      k: 'Uint8Array',
    }
  if (v instanceof Date) return { $: 'd', v: v.getTime() }
  if (v instanceof Map) return { $: 'm', v: [...v].map(encode) }
  if (v instanceof Set) return { $: 's', v: [...v].map(encode) }
  if (Array.isArray(v)) return v.map(encode)
  if (v !== null && typeof v === 'object')
    return { $: 'o', v: Object.entries(v).map(([k, x]) => [k, encode(x)]) }
  return v
}
function decode(t: unknown): unknown {
  if (t === null || typeof t !== 'object') return t
  if (Array.isArray(t)) return t.map(decode)
  const o = t as { $: string; v: never; k?: string }
  switch (o.$) {
    case 'u':
      return undefined
    case 'n':
      return BigInt(o.v)
    case 'x':
      return Number(o.v)
    case 'b': {
      const b = new Uint8Array(Buffer.from(o.v, 'base64'))
      return o.k === 'ArrayBuffer' ? b.buffer : b
    }
    case 'd':
      return new Date(o.v)
    case 'm':
      return new Map((o.v as unknown[]).map(decode) as never)
    case 's':
      return new Set((o.v as unknown[]).map(decode))
    default:
      return Object.fromEntries((o.v as [string, unknown][]).map(([k, x]) => [k, decode(x)]))
  }
}
export const entry = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
