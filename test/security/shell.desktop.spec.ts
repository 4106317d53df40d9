/** A hostile page in the shell tries each way out, and fails to get out. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from '#shared/bridge/ipc'
import { expect, test } from '../e2e/fixtures'
import { inTimer, outside } from './ways-out'

type AnyHost = { readonly [K in keyof Host]: (...args: readonly unknown[]) => Promise<unknown> }
type Hostile = { readonly quarterdeckHost: AnyHost }

test.describe('the page', () => {
  test('sees nothing of Node, Electron or the preload', async ({ desktop }) => {
    const seen = await desktop.page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'Buffer',
        'global',
        'ipcRenderer',
        'electron',
        'contextBridge',
        '__dirname',
      ].filter(name => name in globalThis),
    )
    expect(seen).toEqual([])
  })

  test('cannot compile code from text', async ({ desktop }) => {
    for (const source of [
      'eval("1")',
      'new Function("return 1")()',
      'new (async () => {}).constructor("return 1")()',
    ])
      expect(await inTimer(desktop.page, source), source).toBe('refused')
    await inTimer(
      desktop.page,
      'setTimeout("globalThis.ran = 1") && new Promise(done => setTimeout(done, 100))',
    )
    expect(await desktop.page.evaluate(() => 'ran' in globalThis)).toBe(false)
  })

  test('cannot reach the network in any way', async ({ desktop }) => {
    test.slow()
    const { page } = desktop
    const ended: Record<string, unknown> = {}
    for (const [way, source] of Object.entries(outside)) ended[way] = await inTimer(page, source)
    for (const [way, end] of Object.entries(ended)) expect.soft(end, way).not.toBe('ran')
    expect(desktop.left()).toEqual([])
  })

  test('cannot go elsewhere', async ({ desktop }) => {
    const { page } = desktop
    const home = page.url()
    for (const source of [
      'location.href = "https://example.com/"',
      'location.replace("https://example.com/")',
      'location.href = "file:///etc/passwd"',
      'location.href = "data:text/html,<h1>x</h1>"',
      'location.href = "javascript:document.body.remove()"',
      'document.body.insertAdjacentHTML("beforeend", "<meta http-equiv=refresh content=\\"0;url=https://example.com/\\">")',
      'Object.assign(document.createElement("a"), { href: "https://example.com/" }).click()',
    ]) {
      await inTimer(page, source)
      expect(page.url(), source).toBe(home)
    }
    await expect(page.locator('#root')).toBeAttached()
    expect(desktop.left()).toEqual([])
  })

  test('cannot open a window; a link in one asks the user first', async ({ desktop }) => {
    await desktop.evaluate(({ dialog, shell }) => {
      const seen = ((globalThis as unknown as { seen: string[] }).seen = [] as string[])
      dialog.showMessageBox = ((_window: unknown, options: { detail: string }) => {
        seen.push(`asked ${options.detail}`)
        return Promise.resolve({
          response: options.detail.includes('wanted') ? 0 : 1,
          checkboxChecked: false,
        })
      }) as never
      shell.openExternal = url => {
        seen.push(`opened ${url}`)
        return Promise.resolve()
      }
    })
    for (const url of [
      'https://example.com/declined',
      'https://example.com/wanted',
      'http://example.com/',
      'file:///etc/passwd',
      'about:blank',
    ])
      await desktop.page.evaluate(target => void window.open(target), url)
    const seen = () => desktop.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
    await expect
      .poll(seen)
      .toEqual([
        'asked https://example.com/declined',
        'asked https://example.com/wanted',
        'opened https://example.com/wanted',
      ])
    await expect.poll(() => desktop.page.context().pages().length).toBe(1)
  })

  test('has no permission but to copy and to keep its data', async ({ desktop }) => {
    const states = await desktop.page.evaluate(() =>
      Promise.all(
        (
          [
            'geolocation',
            'notifications',
            'camera',
            'microphone',
            'clipboard-read',
            'midi',
          ] as PermissionName[]
        ).map(async name => (await navigator.permissions.query({ name })).state),
      ),
    )
    expect(states.filter(state => state === 'granted')).toEqual([])
    expect(
      await desktop.page.evaluate(() =>
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'granted',
          () => 'refused',
        ),
      ),
    ).toBe('refused')
  })

  test('is answered for its own files only', async ({ desktop }) => {
    const statuses = await desktop.page.evaluate(() =>
      Promise.all(
        [
          '/..%2f..%2fpackage.json',
          '/%2e%2e/main/index.js',
          '/..%5c..%5cpackage.json',
          '/%2fetc%2fpasswd',
          '/../main/index.js',
        ].map(async path => (await fetch(path)).status),
      ),
    )
    for (const status of statuses) expect([400, 404]).toContain(status)
  })
})

test.describe('a call', () => {
  const failure = (call: (host: AnyHost) => Promise<unknown>) =>
    `(${call.toString()})(globalThis.quarterdeckHost).then(() => 'answered', error => error.message)`

  const bad: readonly [string, (host: AnyHost) => Promise<unknown>][] = [
    ['that reads a backup by a path', host => host.readBackup('../window.json')],
    ['that reads a backup by a full path', host => host.readBackup('/etc/passwd')],
    ['that writes a backup elsewhere', host => host.writeBackup('../../evil', new Uint8Array(1))],
    ['that drops a file elsewhere', host => host.deleteBackup('../window.json')],
    ['with a path for a name', host => host.saveFile('/etc/cron.d/evil', new Uint8Array(1), [])],
    ['with a name of many letters', host => host.saveFile('x'.repeat(5000), new Uint8Array(1), [])],
    ['with bytes that are none', host => host.saveFile('a.csv', { length: 1e9 }, [])],
    ['with kinds that are none', host => host.openFiles('csv')],
    [
      'with an object that calls itself an array',
      host => host.openFiles({ length: 1, 0: { title: 'x', extensions: [] } }),
    ],
    ['with too many arguments', host => host.readLog('x')],
    [
      'with a log entry beyond its size',
      host => host.log({ level: 'info', text: 'x'.repeat(100_000), detail: null }),
    ],
    ['with a link that is no web page', host => host.openLink('file:///etc/passwd')],
    ['with a link that runs a program', host => host.openLink('ms-msdt:/id PCWDiagnostic')],
  ]
  test('with arguments that are not right is refused', async ({ desktop }) => {
    for (const [what, call] of bad)
      expect.soft(await desktop.page.evaluate(failure(call)), what).toContain('quarterdeck-host:refused')
  })

  test('that fails tells no path', async ({ desktop }) => {
    await desktop.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      },
      join(desktop.userDataDir, 'gone.csv'),
    )
    const message = await desktop.page.evaluate(failure(host => host.openFiles([])))
    expect(message).toContain('quarterdeck-host:missing')
    expect(message).not.toContain(desktop.userDataDir)
    const report = await desktop.page.evaluate(() =>
      (globalThis as unknown as Hostile).quarterdeckHost.readLog(),
    )
    expect(report).toContain('openFiles failed')
  })

  test('goes through whatever the page has done to its own objects', async ({ desktop }) => {
    await writeFile(join(desktop.userDataDir, 'secret.txt'), 'secret')
    const names = await desktop.page.evaluate(async () => {
      const spoil = () => {
        throw new Error('tampered')
      }
      JSON.stringify = spoil
      Array.prototype.map = spoil
      Array.prototype.push = spoil
      Promise.prototype.then = new Proxy(Promise.prototype.then, {})
      Object.defineProperty(Object.prototype, 'channel', { value: 'host:evil' })
      return (globalThis as unknown as Hostile).quarterdeckHost.listBackups()
    })
    expect(names).toEqual([])
  })

  test("cannot be replaced, and the host's functions lead to nothing behind them", async ({ desktop }) => {
    const found = await desktop.page.evaluate(() => {
      const page = globalThis as unknown as { quarterdeckHost: Record<string, unknown> }
      const before = page.quarterdeckHost
      try {
        page.quarterdeckHost = {}
      } catch {
        // Refusing aloud is as good as refusing quietly.
      }
      const call = page.quarterdeckHost['readLog'] as () => unknown
      const maker = call.constructor as (text: string) => () => unknown
      const behind = maker('return typeof this.process + typeof this.require + typeof this.electron')
      return [page.quarterdeckHost === before, behind()]
    })
    expect(found).toEqual([true, 'undefined'.repeat(3)])
  })
})
