/** The app for journeys: in real Electron where its binary is present, else the same bundles over the test's own host. */
import { _electron, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Shell from 'electron'
import { startHost } from '../host/backend'

type Electron = typeof Shell

/** The app with its main process, its window and its profile. */
export interface Desktop {
  readonly kind: 'electron' | 'double'
  readonly userDataDir: string
  page: Page
  /** Addresses outside the app that answered the page or sent it somewhere. */
  left(): readonly string[]
  /** Runs in the main process, as ElectronApplication.evaluate does: no closures, cloneable in and out. */
  evaluate<R, A = undefined>(fn: (electron: Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R>
  /** Quits the app and starts it again on the same profile; `between` runs while it is down. */
  restart(between?: () => Promise<unknown>): Promise<void>
  /** Starts a second copy on the same profile and waits for it to go. */
  second(...args: string[]): Promise<void>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const main = join(root, 'out/main/index.js')
/** Where a binary is, found without require('electron'), which would try to download one. */
export function electronBinary(): string | null {
  if (process.env['QD_HOST'] === 'double') return null
  const dir = join(root, 'node_modules/electron')
  const path =
    process.env['ELECTRON_EXEC_PATH'] ??
    (existsSync(join(dir, 'path.txt')) ? join(dir, 'dist', readFileSync(join(dir, 'path.txt'), 'utf8')) : '')
  if (path && existsSync(path)) return path
  if (process.env['QD_HOST'] === 'electron')
    throw new Error('QD_HOST=electron but no Electron binary: run npx install-electron')
  return null
}

/** Journeys in the app; `desktop` is opened on a new profile and closed afterwards. */
export const test = base.extend<{ desktop: Desktop }>({
  desktop: async ({ browser }, use) => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'qd-'))
    const binary = electronBinary()
    const d = binary ? await real(binary, userDataDir) : await double(browser, userDataDir)
    await loaded(d.page)
    await use(d)
    await d.close()
    await rm(userDataDir, { recursive: true, force: true })
  },
})
export { expect } from '@playwright/test'

async function loaded(page: Page): Promise<Page> {
  await page.waitForURL(/index\.html/)
  await page.locator('#root > :not(style)').first().waitFor({ state: 'attached' })
  return page
}

/** Notes every answer that came from outside the app. */
function watchAnswers(context: BrowserContext): string[] {
  const answers: string[] = []
  context.on('response', response => {
    if (!/^(app:|data:|blob:|devtools:|https:\/\/[^/]+\.app\.test\/)/.test(response.url()))
      answers.push(response.url())
  })
  return answers
}

async function real(executablePath: string, userDataDir: string): Promise<Desktop> {
  const args = [main, `--user-data-dir=${userDataDir}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const launch = async () => {
    const app = await _electron.launch({ executablePath, args, cwd: root })
    return { app, page: await app.firstWindow() }
  }
  let { app, page } = await launch()
  const answers = watchAnswers(app.context())
  const d: Desktop = {
    kind: 'electron',
    userDataDir,
    page,
    left: () => answers,
    evaluate: (fn, arg) => app.evaluate(fn as never, arg as never) as never,
    async restart(between) {
      await app.close()
      await between?.()
      ;({ app, page } = await launch())
      d.page = await loaded(page)
    },
    second: (...more) =>
      new Promise(done => {
        spawn(executablePath, [...args, ...more]).on('exit', () => done())
      }),
    close: () => app.close(),
  }
  return d
}

async function double(browser: Browser, userDataDir: string): Promise<Desktop> {
  const context = await browser.newContext()
  const answers = watchAnswers(context)
  const start = (args: string[] = []) =>
    startHost(context, {
      main,
      double: pathToFileURL(join(root, 'node_modules/.cache/qd-host/electron.mjs')).href,
      userDataDir,
      appPath: root,
      args,
    })
  let host = await start()
  const d: Desktop = {
    kind: 'double',
    userDataDir,
    page: await host.firstWindow(),
    left: () => answers,
    evaluate: (fn, arg) => host.evaluate(fn.toString(), arg),
    async restart(between) {
      await host.quit()
      await between?.()
      host = await start()
      d.page = await loaded(await host.firstWindow())
    },
    async second(...args) {
      await (
        await start(args)
      ).exited
    },
    async close() {
      await host.quit()
      await context.close()
    },
  }
  return d
}
