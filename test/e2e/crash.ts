/** A browser that can be killed in the middle of anything and opened again on the same profile. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, test as base, type Browser, type Page } from '@playwright/test'
import { findChromium, testFlags } from '../../scripts/chromium.mjs'

/** The page of a browser of its own, on a profile of its own. */
export interface Crashable {
  /** The page as it is now; another one after a crash. */
  readonly page: Page
  /** Ends every process of the browser at once, unwarned, and opens the page again. */
  crash(): Promise<void>
}

interface Running {
  readonly child: ChildProcess
  readonly browser: Browser
  readonly page: Page
}

async function open(profile: string, address: string): Promise<Running> {
  const program = findChromium() ?? chromium.executablePath()
  const args = [
    ...testFlags,
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
  // A group of its own, so that all of its processes can be killed as one.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const endpoint = await new Promise<string>((done, fail) => {
    let said = ''
    child.stderr.on('data', text => {
      said += String(text)
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found?.[1]) done(found[1])
    })
    child.on('exit', () => fail(new Error(`the browser ended: ${said.slice(-500)}`)))
  })
  const browser = await chromium.connectOverCDP(endpoint)
  const context = browser.contexts()[0] ?? (await browser.newContext())
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(address)
  return { child, browser, page }
}

async function kill({ child }: Running): Promise<void> {
  const gone = new Promise(done => child.on('exit', done))
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'])
  else process.kill(-(child.pid ?? 0), 'SIGKILL')
  await gone
}

/** Journeys that end in a crash: `crashable` opens the page of the server that journeys run against. */
export const test = base.extend<{ crashable: Crashable }>({
  crashable: async ({ baseURL }, use) => {
    const address = `${baseURL ?? ''}/`
    const profile = await mkdtemp(join(tmpdir(), 'quarterdeck-crash-'))
    let running = await open(profile, address)
    await use({
      get page() {
        return running.page
      },
      async crash() {
        await kill(running)
        // The dead browser's lock names a process that is gone; it may not take that for a second copy.
        for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
          await rm(join(profile, lock), { force: true })
        running = await open(profile, address)
      },
    })
    await kill(running)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  },
})
export { expect } from '@playwright/test'
