/** Measures the app as a user meets it, in Chromium: a file of 100,000 rows to a region, opening it, and one edit to paint. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium, testFlags } from '../../scripts/chromium.mjs'
import type { BenchRow } from './bench-row'
import { dealRows, toCsv } from './tables-data'

const port = '4399'
const address = `http://127.0.0.1:${port}/`

/** Notes the longest time for which the page's thread did one thing, and could answer nothing else, as `longest`. */
const watchTasks = `
  longest = 0
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) longest = Math.max(longest, each.duration)
  }).observe({ type: 'longtask' })`

/**
 * The most memory that the page's process has held so far, its workers with it, in megabytes; null where the system does
 * not tell. It is all that is resident, the program's own code and pages shared with other processes included.
 */
async function peakOf(page: Page): Promise<number | null> {
  const browser = page.context().browser()
  if (!browser) return null
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const peaks = processInfo
    .filter(each => each.type === 'renderer' && existsSync(`/proc/${each.id}/status`))
    .map(each => Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${each.id}/status`, 'utf8'))?.[1]) / 1000)
  return peaks.length > 0 ? Math.round(Math.max(...peaks) * 1.024) : null
}

/** Time in the page until `ready` is there, in milliseconds. */
async function until(
  page: Page,
  name: string,
  start: () => Promise<unknown>,
  ready: () => Promise<unknown>,
): Promise<BenchRow> {
  await page.evaluate('longest = 0')
  const from = performance.now()
  await start()
  await ready()
  const ms = Math.round(performance.now() - from)
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  )
  const silent = Math.round(Number(await page.evaluate('longest')))
  const peak = await peakOf(page)
  return {
    name,
    ms,
    ...(peak === null ? {} : { rssMb: peak }),
    note: `MB: most that the page’s process held so far, workers included; the page’s heap now ${Math.round(heap / 1e6)} MB; longest without an answer ${silent} ms`,
  }
}

/** Changes the amount of the first deal again and again: until its cell shows it, and until what depends on it does. */
async function editRows(page: Page, words: string): Promise<BenchRow[]> {
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Amount', exact: true }).check()
  await page.keyboard.press('Escape')
  const line = page.getByRole('grid', { name: 'Opportunities' }).getByRole('row').nth(2)
  await line.getByRole('gridcell').nth(6).click()
  await page.waitForTimeout(2000)
  // The loader of this file names inner functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = each => each')
  const painted: number[] = []
  const settled: number[] = []
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+A')
    // More than any other deal has, so that the line stays the first one.
    await page.keyboard.type(String(1_000_000 + i))
    const [cell, all] = await page.evaluate(async () => {
      const editor = document.activeElement as HTMLInputElement
      const digits = (text: string | null | undefined) => (text ?? '').replace(/\D/g, '')
      const typed = editor.value
      const place = editor.closest('[role=gridcell]') as HTMLElement
      const row = place.closest('[role=row]') as HTMLElement
      const value = row.querySelector('[aria-colindex="7"]') as HTMLElement
      const strip = document.querySelector('[aria-label="Pipeline figures"]') as HTMLElement
      const saved = [...document.querySelectorAll('[role=status]')].find(each => each.textContent === 'Saved')
      const before = strip.textContent
      /** Until a frame has been produced: its callbacks have run, and the task after them begins. */
      const frame = () =>
        new Promise<void>(done => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => done()
            port2.postMessage(null)
          })
        })
      const until = async (there: () => boolean) => {
        // What the key itself changed stands in the page before the next task, and waits only for its frame.
        await Promise.resolve()
        while (!there()) await frame()
        await frame()
        return performance.now() - from
      }
      const from = performance.now()
      editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      const cell = await until(() => !editor.isConnected && digits(place.textContent) === typed)
      const all = await until(
        () =>
          saved?.textContent === 'Saved' &&
          !place.hasAttribute('aria-busy') &&
          digits(value.textContent) === typed &&
          strip.textContent !== before,
      )
      return [cell, all]
    })
    painted.push(cell ?? 0)
    settled.push(all ?? 0)
    await page.keyboard.press('ArrowUp')
    await page.waitForTimeout(400)
  }
  const median = (times: number[]) =>
    Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0)
  return [
    { name: `${words} deals: Enter to the new value painted, median of 8`, ms: median(painted) },
    { name: `${words} deals: Enter to saved, figures painted, median of 8`, ms: median(settled) },
  ]
}

/** Imports a file of so many rows, opens the region again, and edits one deal. */
async function measure(page: Page, rows: number, file: string): Promise<BenchRow[]> {
  const words = rows.toLocaleString('en-US')
  const found: BenchRow[] = []
  // By words and attributes: to look for roles again and again takes the page's own time.
  const preview = page.locator('footer button:enabled', { hasText: /^Preview$/ })
  const columns = page.locator('footer button:enabled', { hasText: 'Check the columns' })
  const commit = page.locator('footer button:enabled', { hasText: /^Import \d/ })
  const pipeline = page
    .getByRole('button', { name: 'Pipeline' })
    .or(page.getByRole('link', { name: 'Pipeline' }))
    .first()
  // The same cell by its attributes: to look for roles again and again would take a tenth of the opening's own time.
  const shown = page
    .locator('[role=grid][aria-label=Opportunities] [role=row]')
    .nth(2)
    .locator('[role=gridcell]')
    .nth(4)
  const cell = page
    .getByRole('grid', { name: 'Opportunities' })
    .getByRole('row')
    .nth(2)
    .getByRole('gridcell')
    .nth(4)
  await page.goto(address)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import your files' }).click()
  const files = await chooser
  found.push(
    await until(
      page,
      `${words} rows: file to columns`,
      () => files.setFiles(file),
      () => columns.click({ timeout: 120_000 }),
    ),
  )
  found.push(
    await until(
      page,
      `${words} rows: columns to preview`,
      () => preview.click(),
      () => commit.waitFor({ timeout: 120_000 }),
    ),
  )
  found.push(
    await until(
      page,
      `${words} rows: preview to committed`,
      () => commit.click(),
      () => page.locator('main button', { hasText: 'Undo this import' }).waitFor({ timeout: 120_000 }),
    ),
  )
  await pipeline.click()
  await cell.waitFor({ timeout: 60_000 })
  found.push(
    await until(
      page,
      `${words} deals: opening the region`,
      () => page.reload(),
      () => shown.waitFor({ timeout: 60_000 }),
    ),
  )
  found.push(...(await editRows(page, words)))
  return found
}

/** Measures 10,000 and 100,000 rows, each in a fresh browser. */
export async function run(): Promise<BenchRow[]> {
  if (!existsSync('out/main/web.js'))
    throw new Error('The app is not built, and this bench drives the built app. Run `npm run build` first.')
  const folder = mkdtempSync(join(tmpdir(), 'region-bench-'))
  const server = spawn(process.execPath, ['out/main/web.js'], {
    env: { ...process.env, QUARTERDECK_PORT: port },
    stdio: 'ignore',
  })
  const executablePath = findChromium()
  const found: BenchRow[] = []
  try {
    await new Promise(done => setTimeout(done, 1500))
    for (const rows of [10_000, 100_000]) {
      const file = join(folder, `deals-${rows}.csv`)
      // Headers that leave no question open, so that nobody has to answer one while the clock runs.
      writeFileSync(
        file,
        toCsv(dealRows(rows))
          .replace(',Closed,', ',Actual Close Date,')
          .replace(',Email,', ',Internal code,'),
      )
      const browser = await chromium.launch({
        args: [...testFlags, '--enable-precise-memory-info'],
        ...(executablePath === null ? {} : { executablePath }),
      })
      const page = await (await browser.newContext()).newPage()
      // The choice of files is a dialog of the system; without it the page falls back to one that can be driven.
      await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
      await page.addInitScript({ content: watchTasks })
      found.push(...(await measure(page, rows, file)))
      await browser.close()
    }
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}

if (process.argv[1]?.endsWith('region-bench.ts')) console.table(await run())
