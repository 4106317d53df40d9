/** The shell's smaller parts: the log, the window's place, the menu, what may be loaded, and the wall of calls. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IpcMainInvokeEvent, MenuItemConstructorOptions } from 'electron'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commands } from '#shared/bridge/commands'
import { channels, type Calls, type LogEntry } from '#shared/bridge/ipc'
import { answerCalls } from '../../../electron/ipc'
import { openLog } from '../../../electron/log'
import { menuTemplate } from '../../../electron/menu'
import { mayLoad } from '../../../electron/session-rules'
import { firstState, keepState, parseState, readState } from '../../../electron/window-state'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the log', () => {
  const at = () => new Date('2026-11-22T08:00:00Z')

  test('keeps a line for each entry, and an entry cannot look like two', () => {
    const log = openLog(folder, at)
    log.add({ level: 'info', text: 'Opened', detail: null })
    log.add({ level: 'error', text: 'a\n2026-11-22T09:00:00.000Z info "forged"', detail: 'b\nc' })
    expect(log.read().split('\n')).toEqual([
      '2026-11-22T08:00:00.000Z info "Opened"',
      String.raw`2026-11-22T08:00:00.000Z error "a\n2026-11-22T09:00:00.000Z info \"forged\"" "b\nc"`,
      '',
    ])
  })

  test('is turned over when full, keeps three files and reads the newest part', () => {
    const log = openLog(folder, at)
    const detail = 'x'.repeat(20_000)
    for (let i = 0; i < 120; i++) log.add({ level: 'info', text: `entry ${i}`, detail })
    expect(readdirSync(folder).sort()).toEqual(['quarterdeck.1.log', 'quarterdeck.2.log', 'quarterdeck.log'])
    expect(log.read().length).toBeLessThanOrEqual(200_000)
    expect(log.read()).toContain('entry 119')
  })

  test('that cannot be written stops nothing', () => {
    writeFileSync(join(folder, 'file'), '')
    const log = openLog(join(folder, 'file'), at)
    log.add({ level: 'info', text: 'lost', detail: null })
    expect(log.read()).toBe('')
  })
})

describe("the window's place", () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]
  const bounds = { x: 100, y: 50, width: 1200, height: 800 }
  const parse = (value: unknown) => parseState(JSON.stringify(value), screens)

  test('is believed when it lies on a screen', () => {
    expect(parse({ bounds, maximized: true })).toEqual({ bounds, maximized: true })
  })

  test('is forgotten when the screen is gone or the file is damaged', () => {
    expect(parse({ bounds: { ...bounds, x: 5000 }, maximized: true })).toEqual({
      bounds: null,
      maximized: true,
    })
    for (const damaged of [
      null,
      7,
      'x',
      {},
      { bounds: { x: '1' } },
      { bounds: 3 },
      { bounds: { ...bounds, width: 1e99 } },
    ])
      expect(parse(damaged)).toEqual(firstState)
    expect(parseState('{"bounds":', screens)).toEqual(firstState)
  })

  test('is never smaller than a screen of the program needs', () => {
    expect(parse({ bounds: { ...bounds, width: 10, height: 10 } }).bounds).toEqual({
      ...bounds,
      width: 900,
      height: 600,
    })
  })

  test('is kept in a file', () => {
    const path = join(folder, 'deep/window.json')
    expect(readState(path, screens)).toEqual(firstState)
    keepState(path, { bounds, maximized: false })
    expect(readState(path, screens)).toEqual({ bounds, maximized: false })
  })
})

describe('the menu', () => {
  const items = (template: MenuItemConstructorOptions[]) =>
    template.flatMap(menu => (Array.isArray(menu.submenu) ? menu.submenu : []))

  test('holds every command once, with its title and key, and sends its id', () => {
    const sent: string[] = []
    const mine = items(menuTemplate(id => sent.push(id), false)).filter(item => item.id !== undefined)
    expect(mine.map(item => item.id)).toEqual(commands.map(one => one.id))
    expect(mine.map(item => item.label)).toEqual(commands.map(one => one.title))
    expect(mine.map(item => item.accelerator ?? null)).toEqual(commands.map(one => one.key))
    for (const item of mine) item.click?.({} as never, undefined, {} as never)
    expect(sent).toEqual(commands.map(one => one.id))
  })

  test('brings cut, copy, paste and quit of the system, and the program menu on a Mac', () => {
    const roles = items(menuTemplate(() => {}, false)).map(item => item.role)
    for (const role of ['cut', 'copy', 'paste', 'selectAll', 'quit']) expect(roles).toContain(role)
    expect(menuTemplate(() => {}, true)[0]?.role).toBe('appMenu')
  })

  test('has no tools of the developer', () => {
    const roles = items(menuTemplate(() => {}, false)).map(item => item.role)
    for (const role of ['toggleDevTools', 'reload', 'forceReload']) expect(roles).not.toContain(role)
  })
})

test.each([
  ['app://quarterdeck/index.html', true],
  ['app://quarterdeck', true],
  ['blob:app://quarterdeck/1234', true],
  ['data:image/png;base64,AA', true],
  ['app://quarterdeck.evil.example/a', false],
  ['app://other/index.html', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:4310/', false],
  ['ws://127.0.0.1:1/', false],
  ['file:///etc/passwd', false],
  ['blob:https://example.com/1', false],
  ['chrome://gpu', false],
])('the session loads %s: %s', (url, allowed) => {
  expect(mayLoad(url, [])).toBe(allowed)
})

describe('the wall of calls', () => {
  type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown
  const secret = Object.assign(new Error("EACCES: permission denied, open '/home/ann/deals.csv'"), {
    code: 'EACCES',
  })
  const services: Calls = {
    openFiles: () => Promise.resolve([]),
    takeFiles: () => Promise.resolve([]),
    saveFile: () => Promise.reject(secret),
    revealFile: () => Promise.resolve(false),
    printToPdf: () => Promise.resolve(null),
    writeBackup: () => Promise.resolve(),
    listBackups: () => Promise.resolve([]),
    readBackup: () => Promise.resolve(null),
    deleteBackup: () => Promise.resolve(),
    log: () => Promise.resolve(),
    readLog: () => Promise.resolve('the log'),
    openLink: () => Promise.resolve(true),
  }
  function wall() {
    const handlers = new Map<string, Handler>()
    const logged: LogEntry[] = []
    const ipcMain = { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) }
    answerCalls(
      ipcMain,
      services,
      event => event.senderFrame?.url === 'ours',
      entry => logged.push(entry),
    )
    const call = (channel: string, url: string, ...args: unknown[]) =>
      handlers.get(channel)?.({ senderFrame: { url } } as IpcMainInvokeEvent, ...args)
    return { handlers, logged, call }
  }

  test('answers every call and no other', () => {
    expect([...wall().handlers.keys()].sort()).toEqual(Object.values(channels).sort())
  })

  test('hears our page only', async () => {
    const { call, logged } = wall()
    expect(await call(channels.readLog, 'ours')).toBe('the log')
    await expect(call(channels.readLog, 'https://evil.example/')).rejects.toThrow('refused')
    expect(logged).toEqual([{ level: 'warning', text: 'Refused readLog', detail: 'https://evil.example/' }])
  })

  test('refuses arguments that fail their check before any service sees them', async () => {
    await expect(wall().call(channels.saveFile, 'ours', '../../evil', new Uint8Array(1), [])).rejects.toThrow(
      'refused',
    )
  })

  test("tells the page the kind of a failure, and the log the system's words", async () => {
    const { call, logged } = wall()
    const failed = call(channels.saveFile, 'ours', 'deals.csv', new Uint8Array(1), [])
    await expect(failed).rejects.toThrow(/^quarterdeck-host:denied$/)
    expect(logged[0]?.detail).toContain('/home/ann/deals.csv')
  })
})
